import type { PreparedEdits } from '@interspace/core/edits/prepare-edits';
import { dayNumber } from '@interspace/core/model/date';
import type { KnownSession, Session } from '@interspace/core/model/history';
import type { KeptClaim } from './record.ts';

/** Codes that name the site of the service. */
export type CodeSites = ReadonlyMap<string, string>;

/** One occasion in one claim. */
interface Part {
  readonly key: string;
  readonly session: Session;
}

/** Earlier days of service as sessions, one for every family, region and named site of a day, known by their codes. */
export function sessionsOf(
  earlier: readonly KeptClaim[],
  partsOf: (kept: KeptClaim) => readonly Part[],
  isElsewhere: (kept: KeptClaim) => boolean,
): KnownSession[] {
  const sessions: KnownSession[] = [];
  const places = new Map<string, number>();
  for (const kept of earlier) {
    const elsewhere = isElsewhere(kept);
    for (const { key, session } of partsOf(kept)) {
      const place = places.get(key);
      const one: KnownSession = elsewhere ? { ...session, elsewhere } : session;
      if (place === undefined) places.set(key, sessions.push(one) - 1);
      else sessions[place] = joined(sessions[place]!, one);
    }
  }
  return sessions;
}

function joined(one: KnownSession, other: KnownSession): KnownSession {
  return {
    ...one,
    codes: [...new Set([...one.codes!, ...other.codes!])],
    modifiers: [...new Set([...one.modifiers!, ...other.modifiers!])],
    elsewhere: one.elsewhere && other.elsewhere,
  };
}

/** What was done in the claims of a patient; each is looked at once. */
export function partsOfClaims(edits: PreparedEdits, sites: CodeSites): (kept: KeptClaim) => readonly Part[] {
  const known = new Map<KeptClaim, readonly Part[]>();
  return (kept) => {
    let parts = known.get(kept);
    if (!parts) known.set(kept, (parts = partsIn(kept, edits, sites)));
    return parts;
  };
}

function partsIn({ claim }: KeptClaim, edits: PreparedEdits, sites: CodeSites): Part[] {
  const parts: Part[] = [];
  const unpaid = edits.modifiers.means['never-paid'] ?? [];
  for (const { code, from, modifiers } of claim.lines) {
    if (modifiers.some((modifier) => unpaid.includes(modifier))) continue;
    if (from === undefined) continue;
    const { record } = edits.codes.get(code, dayNumber(from));
    if (!record || (record.role !== 'procedure' && record.role !== 'add-on')) continue;
    const key = `${from} ${record.family} ${record.region ?? ''} ${sites.get(code) ?? ''}`;
    const at = parts.findIndex((part) => part.key === key);
    const known = parts[at]?.session;
    if (!known) {
      const { family } = record;
      const words = modifiers.length > 1 ? [...new Set(modifiers)] : [...modifiers];
      const source = `claim ${claim.id}`;
      parts.push({ key, session: { date: from, family, source, status: 'pending', codes: [code], modifiers: words } });
      continue;
    }
    if (!known.codes!.includes(code)) known.codes!.push(code);
    for (const modifier of modifiers) if (!known.modifiers!.includes(modifier)) known.modifiers!.push(modifier);
  }
  return parts;
}
