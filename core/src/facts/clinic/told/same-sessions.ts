import type { KnownSession } from '../../../model/history.ts';

/** One session a day and family: what a later passage says fills what an earlier one leaves open. */
export function sameSessions(sessions: readonly KnownSession[]): KnownSession[] {
  const kept: KnownSession[] = [];
  // Exact days first, so that `two weeks ago` finds the day it means.
  for (const one of sessions.toSorted((a, b) => Number(a.latest !== undefined) - Number(b.latest !== undefined))) {
    const at = kept.findIndex((other) => isSame(other, one));
    const twin = kept[at];
    if (!twin) kept.push(one);
    else {
      const { latest: _latest, ...more } = one;
      kept[at] = {
        ...more,
        ...twin,
        ...(twin.response || one.response ? { response: { ...one.response, ...twin.response } } : {}),
        evidence: [...(twin.evidence ?? []), ...(one.evidence ?? [])],
      };
    }
  }
  return kept.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function isSame(one: KnownSession, other: KnownSession): boolean {
  if (one.family !== other.family || (one.role && other.role && one.role !== other.role)) return false;
  return other.date <= (one.latest ?? one.date) && one.date <= (other.latest ?? other.date);
}
