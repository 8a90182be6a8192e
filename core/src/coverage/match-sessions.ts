import type { IsoDate } from '../model/date.ts';
import type { Evidence } from '../model/evidence.ts';
import type { SameKey, Selector } from '../model/law/clause.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { listOf } from './fact-clause.ts';
import { NONE, paramOf, type Frame, type Scene } from './scene.ts';

/** An earlier session that is, or may be, meant by a selector; `missing` names what would settle it. */
export interface Match {
  readonly entry: LedgerEntry;
  readonly certainty: 'yes' | 'maybe';
  readonly missing: readonly string[];
}

/** The earlier sessions that a selector means, latest first. What a session does not say makes it a maybe. */
export function matchEntries(selector: Selector, { rule, ledger, fact }: Scene): readonly Match[] {
  const { entries } = ledger();
  if (entries.length === 0) return NONE;
  const { kinds, roles, same } = selector;
  const families = selector.families ?? (kinds ? undefined : rule.families);
  const matches: Match[] = [];
  for (const entry of entries) {
    if (families && !families.includes(entry.session.family)) continue;
    const { kind } = entry.session;
    if (isNone(kinds, kind) || isNone(roles, entry.role)) continue;
    let missing: readonly string[] = NONE;
    if ((kinds && kind === undefined) || (roles && entry.role === undefined)) missing = SESSIONS;
    let out = false;
    for (const key of same) {
      const own = fact(OWN[key])?.value;
      const theirs = sessionWords(key, entry);
      if (theirs !== undefined && own !== undefined) {
        out ||= !shares(key, listOf(own), theirs);
        continue;
      }
      if (theirs === undefined) missing = withName(missing, 'history.sessions');
      if (own === undefined) missing = withName(missing, OWN[key]);
    }
    if (!out) matches.push({ entry, certainty: missing.length === 0 ? 'yes' : 'maybe', missing });
  }
  return matches;
}

const SESSIONS: readonly string[] = ['history.sessions'];

/** True when it is known to be none of those wanted. */
function isNone(wanted: readonly string[] | undefined, value: string | undefined): boolean {
  return wanted !== undefined && value !== undefined && !wanted.includes(value);
}

function withName(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names : [...names, name];
}

/** The fact of the procedure with which each key is compared. */
const OWN: Readonly<Record<SameKey, string>> = {
  'region-group': 'procedure.region-group',
  side: 'procedure.side',
  levels: 'procedure.levels',
  kind: 'procedure.kind',
};

/** Those that lie in the selector's window, when it has one. */
export function inWindow(matches: readonly Match[], selector: Selector, frame: Frame, scene: Scene): readonly Match[] {
  if (matches.length === 0 || selector.within === undefined) return matches;
  const window = paramOf(frame, selector.within).value;
  if (typeof window !== 'object') return matches;
  const start = scene.ledger().windowStart(window);
  return matches
    .filter((match) => mayLieIn(match, start))
    .map((match) => (match.entry.session.date >= start ? match : { ...match, certainty: 'maybe' as const }));
}

/** True when the session was, or may have been, on or after the first day of a window. */
export function mayLieIn({ entry }: Match, start: IsoDate | undefined): boolean {
  return start === undefined || (entry.session.latest ?? entry.session.date) >= start;
}

/** What tells of the sessions of all of these, in their order. */
export function evidenceOf(matches: readonly Match[]): Evidence[] {
  const evidence: Evidence[] = [];
  for (const match of matches) evidence.push(...entryEvidence(match));
  return evidence;
}

/** The quotes that tell of a session, else its place in the history that was given. */
export function entryEvidence({ entry }: Pick<Match, 'entry'>): Evidence[] {
  const { session } = entry;
  if (session.evidence && session.evidence.length > 0) return [...session.evidence];
  const words = [session.date, session.kind ?? session.family, session.region, session.side, session.levels?.join(' ')];
  return [{ source: 'history', at: `history.sessions[${entry.index}]`, quote: words.filter(Boolean).join(' ') }];
}

function sessionWords(key: SameKey, entry: LedgerEntry): readonly string[] | undefined {
  const { session } = entry;
  switch (key) {
    case 'region-group':
      return entry.group === undefined ? undefined : [entry.group];
    case 'side':
      return session.side === undefined ? undefined : [session.side];
    case 'levels':
      return session.levels;
    case 'kind':
      return session.kind === undefined ? undefined : [session.kind];
  }
}

function shares(key: SameKey, own: readonly string[], theirs: readonly string[]): boolean {
  if (key === 'side' && (own.includes('bilateral') || theirs.includes('bilateral'))) return true;
  return own.some((word) => theirs.includes(word));
}
