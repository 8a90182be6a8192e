import type { Finding } from '../model/finding.ts';
import type { History, KnownHistory, KnownSession, Session, ToldCount, ToldHistory } from '../model/history.ts';

/** Percentages of relief may be told a little differently. */
const TOLERANCE = 5;

/**
 * The history to judge by: the one that was given, with the sessions that the chart tells of. A session of the same day
 * and family is the same one: what was given stands, the chart fills what it leaves open, and a contradiction is a
 * Finding. Where the chart says how many there were and tells them all, the history is closed for them.
 */
export function mergeHistory(
  given: History | undefined,
  told: ToldHistory,
): { readonly history: KnownHistory | undefined; readonly findings: readonly Finding[] } {
  if (told.sessions.length === 0) return { history: given, findings: [] };
  const findings: Finding[] = [];
  const sessions: KnownSession[] = [...(given?.sessions ?? [])];
  for (const one of told.sessions) {
    const at = sessions.findIndex((other) => isSame(other, one));
    const twin = sessions[at];
    if (!twin) {
      if (given && isClosed(given, one)) findings.push(oneMore(one));
      sessions.push(one);
      continue;
    }
    const differing = differences(twin, one);
    if (differing.length > 0) findings.push(differs(twin, one, differing));
    sessions[at] = fill(twin, one);
  }
  const closing = closingCounts(told);
  const completeFor = [
    ...(given?.completeFor ?? []),
    ...closing.map(({ family, roles }) => ({ family, ...(roles === undefined ? {} : { roles: [...roles] }) })),
  ];
  const evidence = closing.flatMap((count) => count.evidence);
  return {
    history: {
      ...given,
      sessions,
      ...(completeFor.length > 0 && { completeFor }),
      ...(evidence.length > 0 && { evidence }),
    },
    findings,
  };
}

/** What is told of families and roles of which the chart tells every session: as many as it says there were. */
function closingCounts(told: ToldHistory): ToldCount[] {
  return told.counts.filter(({ family, roles, count }) => {
    const possible = told.sessions.filter(
      (one) => one.family === family && (roles === undefined || one.role === undefined || roles.includes(one.role)),
    );
    const contradicted = told.counts.some(
      (other) => other.family === family && other.roles?.[0] === roles?.[0] && other.count !== count,
    );
    return possible.length === count && !contradicted;
  });
}

function isSame(one: KnownSession, other: KnownSession): boolean {
  return (
    one.family === other.family && other.date <= (one.latest ?? one.date) && one.date <= (other.latest ?? other.date)
  );
}

function isClosed(history: History, { date }: Session): boolean {
  return history.complete === true || (history.completeSince !== undefined && history.completeSince <= date);
}

function fill(given: KnownSession, told: KnownSession): KnownSession {
  const { latest: _latest, source: _source, date: _date, ...more } = told;
  const response = { ...told.response, ...given.response };
  return {
    ...more,
    ...given,
    ...(given.latest !== undefined && told.latest === undefined ? { date: told.date, latest: undefined } : {}),
    ...(Object.keys(response).length > 0 ? { response } : {}),
    evidence: told.evidence,
  };
}

function differences(given: KnownSession, told: KnownSession): string[] {
  const found: string[] = [];
  const side = (one: KnownSession) => one.side;
  if (side(given) && side(told) && side(given) !== side(told)) found.push(`side ${given.side} and ${told.side}`);
  if (given.kind && told.kind && given.kind !== told.kind) found.push(`kind ${given.kind} and ${told.kind}`);
  if (given.levels && told.levels && given.levels.toSorted().join() !== told.levels.toSorted().join())
    found.push(`levels ${given.levels.join(', ')} and ${told.levels.join(', ')}`);
  const [mine, theirs] = [given.response?.painReliefPercent, told.response?.painReliefPercent];
  if (mine !== undefined && theirs !== undefined && Math.abs(mine - theirs) > TOLERANCE)
    found.push(`relief ${mine} % and ${theirs} %`);
  return found;
}

function differs(given: KnownSession, told: KnownSession, what: readonly string[]): Finding {
  return {
    id: 'review/history-differs',
    severity: 'warn',
    what: `The history given and the chart differ about the session of ${given.date}: ${what.join('; ')}.`,
    why: 'Limits and criteria are judged by the history given; a reviewer will hold the chart against it.',
    do: 'Check which is right and correct the other.',
    evidence: [...(told.evidence ?? [])],
  };
}

function oneMore(told: KnownSession): Finding {
  return {
    id: 'review/history-shorter',
    severity: 'warn',
    what: `The chart tells of a session on ${told.date} that the history given as complete does not hold.`,
    why: 'A session that is left out is missing from every count of sessions.',
    do: 'Check the session; add it to the history, or say that it did not take place.',
    evidence: [...(told.evidence ?? [])],
  };
}
