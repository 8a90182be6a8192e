import { againstHistory, type HistoryFindings } from '@interspace/core/edits/against-history';
import type { Finding } from '@interspace/core/model/finding';
import type { Claim } from '@interspace/core/model/claim';
import type { Session } from '@interspace/core/model/history';
import { fromDayNumber } from '@interspace/core/model/date';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import { rankFindings } from '@interspace/core/review/rank-findings';
import { numbered, type ClaimJudge } from '../judge/claim-judge.ts';
import { COUNTS, EDITS, HeapIndex, SEVERAL } from './heap-index.ts';
import { claimAt, type KeptClaim } from './record.ts';

/** What other claims of the same patient change about one claim. */
export interface HistoryNews {
  readonly kept: KeptClaim;
  readonly added: readonly Finding[];
  readonly withdrawn: readonly Finding[];
}

export interface HistoryTally {
  patients: number;
  /** Patients with more than one claim: only theirs can be seen together. */
  several: number;
  claims: number;
  added: number;
  withdrawn: number;
}

export function emptyHistory(): HistoryTally {
  return { patients: 0, several: 0, claims: 0, added: 0, withdrawn: 0 };
}

/** The longest look back: three years and a day, for patients that are not new. */
const LONGEST_DAYS = 1097;

/**
 * Judges the claims of one heap in the light of each other, patient by patient, in the order of the file. `every`: whatever
 * can be seen beforehand, for tests and comparisons.
 */
export function* judgeHeap(
  bytes: Uint8Array,
  judge: ClaimJudge,
  tally: HistoryTally,
  every = false,
): Generator<HistoryNews> {
  const heap = new HeapIndex(bytes, judge.reach);
  tally.claims += heap.count;
  for (const first of heap.patients) {
    tally.patients++;
    if (heap.next[first] === -1) continue;
    tally.several++;
    let all: ReadonlyMap<number, KeptClaim> | undefined;
    for (let record = first; record !== -1; record = heap.next[record]!) {
      const who = every ? EVERYBODY : whoMatters(heap, record, first, judge);
      if (who === 0) continue;
      all ??= claimsFrom(heap, first);
      const kept = all.get(record)!;
      const context = judge.needs.contextOf(heap.view, heap.offsets[record]!, kept);
      const news = newsOf(kept, [...all.values()], context, judge, who);
      if (!news) continue;
      tally.added += news.added.length;
      tally.withdrawn += news.withdrawn.length;
      yield news;
    }
  }
}

const EVERYBODY = EDITS | COUNTS | 4;

/** Who may have something to say; nobody counts where no criterion that applies can object to so many days. */
function whoMatters(heap: HeapIndex, record: number, first: number, judge: ClaimJudge): number {
  const who = heap.matters(record, first);
  if ((who & COUNTS) === 0 || (who & SEVERAL) !== 0) return who;
  const at = heap.offsets[record]!;
  const reached = judge.needs.reached(heap.view, at, heap.reached, () => claimAt(heap.bytes, heap.view, at));
  return reached ? who : who & ~COUNTS;
}

/** All claims of a patient, by record. */
function claimsFrom(heap: HeapIndex, first: number): ReadonlyMap<number, KeptClaim> {
  const claims = new Map<number, KeptClaim>();
  for (let record = first; record !== -1; record = heap.next[record]!)
    claims.set(record, claimAt(heap.bytes, heap.view, heap.offsets[record]!));
  return claims;
}

function newsOf(
  kept: KeptClaim,
  all: readonly KeptClaim[],
  context: ResolvedContext,
  judge: ClaimJudge,
  who: number,
): HistoryNews | undefined {
  // A later claim of the same day is not history, but a primary on it still carries an add-on.
  const sameDay = all.filter((other) => other !== kept && other.day === kept.day);
  const earlier = all.filter((other) => isEarlier(other, kept));
  if (earlier.length === 0 && sameDay.length === 0) return undefined;
  const edits =
    (who & EDITS) === 0
      ? NOTHING
      : againstHistory(kept.claim, context, judge.edits, earlier.map(claimOf), sameDay.map(claimOf));
  const covered = (who & COUNTS) === 0 ? NONE : countedIn(kept.claim, context, earlier, judge, who === EVERYBODY);
  if (edits.added.length + edits.withdrawn.length + covered.length === 0) return undefined;
  return placed(kept, edits, covered);
}

function claimOf({ claim }: KeptClaim): Claim {
  return claim;
}

/** What coverage says of so many sessions; `every` line is asked about, or those that earlier days can be too many for. */
function countedIn(
  claim: Claim,
  context: ResolvedContext,
  earlier: readonly KeptClaim[],
  judge: ClaimJudge,
  every: boolean,
): readonly Finding[] {
  if (every) {
    const history = { sessions: sessionsOf(earlier, judge) };
    return judge.coverage.withHistory(claim, context, history, [...claim.lines.keys()]);
  }
  const needs = judge.needsReached(claim, context, earlier.map(claimOf));
  if (needs.length === 0) return NONE;
  const lines = [...new Set(needs.map(({ line }) => line))];
  const criteria = [...new Set(needs.map(({ criterion }) => criterion))];
  return judge.coverage.withHistory(claim, context, { sessions: sessionsOf(earlier, judge) }, lines, criteria);
}

/** The news at the place of its claim. */
function placed(kept: KeptClaim, { added, withdrawn }: HistoryFindings, covered: readonly Finding[]): HistoryNews {
  const { claim, transaction, ordinal, offset } = kept;
  const at = { transaction, loop: '2300', segment: 'CLM', ordinal, offset };
  const here = (finding: Finding): Finding => ({ ...finding, at });
  const all = [...added, ...covered.map((finding) => numbered(finding, claim))];
  return { kept, added: rankFindings(all).map(here), withdrawn: withdrawn.map(here) };
}

const NONE: readonly Finding[] = [];
const NOTHING: HistoryFindings = { added: NONE, withdrawn: NONE };

function isEarlier(other: KeptClaim, kept: KeptClaim): boolean {
  if (other === kept || kept.day - other.day >= LONGEST_DAYS) return false;
  return other.day < kept.day || (other.day === kept.day && isBefore(other, kept));
}

function isBefore(one: KeptClaim, other: KeptClaim): boolean {
  return one.file < other.file || (one.file === other.file && one.offset < other.offset);
}

/** Earlier days of service as sessions, one for every family of a day, known by their codes. */
function sessionsOf(earlier: readonly KeptClaim[], judge: ClaimJudge): Session[] {
  const sessions = new Map<string, { session: Session; codes: string[]; modifiers: Set<string> }>();
  for (const { claim, day } of earlier)
    for (const line of claim.lines) {
      const record = judge.edits.codes.get(line.code).record;
      if (!record || (record.role !== 'procedure' && record.role !== 'add-on')) continue;
      const date = line.from ?? fromDayNumber(day);
      const key = `${date} ${record.family}`;
      const known = sessions.get(key) ?? {
        session: { date, family: record.family, source: `claim ${claim.id}`, status: 'pending' as const },
        codes: [],
        modifiers: new Set<string>(),
      };
      known.codes.push(line.code);
      for (const modifier of line.modifiers) known.modifiers.add(modifier);
      sessions.set(key, known);
    }
  return [...sessions.values()].map(({ session, codes, modifiers }) => ({
    ...session,
    codes: [...new Set(codes)],
    modifiers: [...modifiers],
  }));
}
