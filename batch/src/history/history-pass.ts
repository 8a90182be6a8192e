import { againstHistory, type HistoryFindings } from '@interspace/core/edits/against-history';
import { daysBetween } from '@interspace/core/model/date';
import type { Finding } from '@interspace/core/model/finding';
import type { Claim } from '@interspace/core/model/claim';
import type { KnownSession } from '@interspace/core/model/history';
import type { ReadSessions } from '@interspace/core/coverage/known-history';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import { rankFindings } from '@interspace/core/review/rank-findings';
import { numberIn, type ClaimJudge } from '../judge/claim-judge.ts';
import { claimsByDay, inWhole, isSpread } from '../judge/claims-by-day.ts';
import type { LineNeed } from '../judge/counted-lines.ts';
import type { Alone } from './alone.ts';
import { MOST_OF_ONE } from './crowds.ts';
import { COUNTS, EDITS, HeapIndex, SAME_DAY, SEVERAL, UNSEEN } from './heap-index.ts';
import { aloneAt, claimAt, partiesAt, type KeptClaim } from './record.ts';
import { partsOfClaims, sessionsOf } from './sessions.ts';
import { superseded, voids } from './superseded.ts';

/** What other claims of the same patient change about one claim. */
export interface HistoryNews {
  readonly kept: KeptClaim;
  /** What it shows by itself. */
  readonly alone: Alone;
  /** Number of its payer and provider, for who keeps their names. */
  readonly parties: number;
  readonly added: readonly Finding[];
  readonly withdrawn: readonly Finding[];
}

export interface HistoryTally {
  patients: number;
  /** Patients with more than one claim: only theirs can be seen together. */
  several: number;
  claims: number;
  /** Patients with more claims than one person has, and these claims: they were not seen together. */
  crowds: number;
  crowded: number;
  added: number;
  withdrawn: number;
}

export function emptyHistory(): HistoryTally {
  return { patients: 0, several: 0, claims: 0, crowds: 0, crowded: 0, added: 0, withdrawn: 0 };
}

/** The longest look back: three years and a day, for patients that are not new. */
const LONGEST_DAYS = 1097;

/**
 * Judges the claims of one heap in the light of each other, patient by patient, in the order of the file. `every`: whatever
 * can be seen beforehand, for tests and comparisons.
 */
export function* judgeHeap(
  heap: HeapIndex,
  judge: ClaimJudge,
  tally: HistoryTally,
  every = false,
): Generator<HistoryNews> {
  tally.claims += heap.count;
  for (const first of heap.patients) {
    tally.patients++;
    const single = heap.next[first] === -1;
    if (single && !heap.isSpread(first)) continue;
    const size = heap.sizes[first]!;
    if (size > MOST_OF_ONE) {
      tally.crowds++;
      tally.crowded += size;
      continue;
    }
    if (!single) tally.several++;
    for (const news of newsOfPatient(heap, first, judge, every)) {
      tally.added += news.added.length;
      tally.withdrawn += news.withdrawn.length;
      yield news;
    }
  }
}

function newsOfPatient(heap: HeapIndex, first: number, judge: ClaimJudge, every: boolean): readonly HistoryNews[] {
  let patient: Patient | undefined;
  let told: HistoryNews[] | undefined;
  for (let record = first; record !== -1; record = heap.next[record]!) {
    let who = every ? EVERYBODY : heap.matters(record, first);
    const spread = heap.isSpread(record);
    const needs = !every && !spread && (who & COUNTS) !== 0 ? needsReached(heap, record, who, judge) : NONE;
    // Nobody counts where no criterion that applies can object to so many days.
    if (!every && !spread && needs.length === 0) who &= ~COUNTS;
    if (every && !heap.isAsked(record)) who &= ~SAME_DAY;
    if ((who & EVERYBODY) === 0) continue;
    patient ??= patientOf(heap, first, judge);
    const kept = patient.claims[patient.records.indexOf(record)]!;
    // A claim that takes another one back asks for nothing.
    if (voids(kept)) continue;
    const at = heap.offsets[record]!;
    const contextOn = (day: KeptClaim): ResolvedContext => judge.needs.contextOf(heap.view, at, day);
    const news = newsOf(kept, patient, contextOn, judge, who, needs);
    if (!news) continue;
    const { added, withdrawn } = news;
    const alone = aloneAt(heap.view, at);
    (told ??= []).push({ kept, alone, parties: partiesAt(heap.view, at), added, withdrawn });
  }
  return told ?? NONE;
}

const EVERYBODY = EDITS | COUNTS | SAME_DAY | UNSEEN;

/** What criteria that count can object to, with as many earlier days as there are; with any number where only the claims know. */
function needsReached(heap: HeapIndex, record: number, who: number, judge: ClaimJudge): readonly LineNeed[] {
  const at = heap.offsets[record]!;
  const earlier = (who & SEVERAL) === 0 ? heap : undefined;
  return judge.needs.reached(heap.view, at, earlier, () => claimAt(heap.bytes, heap.view, at));
}

/** All claims of a patient, in the order of the file. */
interface Patient {
  readonly records: readonly number[];
  readonly claims: readonly KeptClaim[];
  /** Without those that were replaced or taken back. */
  readonly standing: readonly KeptClaim[];
  readonly sessions: (earlier: readonly KeptClaim[], of: KeptClaim) => KnownSession[];
  /** Sessions as they were read for the claims before. */
  readonly read: ReadSessions;
}

function patientOf(heap: HeapIndex, first: number, judge: ClaimJudge): Patient {
  const records: number[] = [];
  const claims: KeptClaim[] = [];
  for (let record = first; record !== -1; record = heap.next[record]!) {
    records.push(record);
    claims.push(claimAt(heap.bytes, heap.view, heap.offsets[record]!));
  }
  const parts = partsOfClaims(judge.edits, judge.sites);
  const gone = superseded(claims);
  const standing = gone.size === 0 ? claims : claims.filter((one) => !gone.has(one));
  const payerOf = ({ claim }: KeptClaim): string | undefined => judge.payerOf(claim.payer?.filing);
  const sessions: Patient['sessions'] = (earlier, of) => {
    const payer = payerOf(of);
    return sessionsOf(earlier, parts, (one) => payerOf(one) !== payer);
  };
  return { records, claims, standing, sessions, read: new Map() };
}

function newsOf(
  kept: KeptClaim,
  patient: Patient,
  contextOn: (day: KeptClaim) => ResolvedContext,
  judge: ClaimJudge,
  who: number,
  needs: readonly LineNeed[],
): HistoryFindings | undefined {
  // A later claim of the same day is not history, but a primary on it still carries an add-on.
  const sameDay = patient.standing.filter((other) => other !== kept && other.day === kept.day);
  const earlier = patient.standing.filter((other) => isEarlier(other, kept));
  const alone = earlier.length === 0 && sameDay.length === 0;
  const spread = isSpread(kept.claim);
  if (alone && !spread) return undefined;
  const context = contextOn(kept);
  const edits =
    alone || (who & EDITS) === 0
      ? NOTHING
      : againstHistory(kept.claim, context, judge.edits, earlier.map(claimOf), sameDay.map(claimOf));
  const covered =
    (who & COUNTS) === 0
      ? NONE
      : spread
        ? countedByDay(kept, patient, contextOn, judge)
        : countedIn(kept, patient, earlier, context, judge, who, needs);
  const before = spread || (who & SAME_DAY) === 0 ? NONE : sameDay.filter((other) => isBeside(other, kept));
  const beside = before.length === 0 ? NONE : judge.coverage.besideOthers(kept.claim, context, before.map(claimOf));
  if (edits.added.length + edits.withdrawn.length + covered.length + beside.length === 0) return undefined;
  return placed(kept, edits, beside.length === 0 ? covered : [...covered, ...beside]);
}

function claimOf({ claim }: KeptClaim): Claim {
  return claim;
}

/** What coverage says after so many sessions; everybody is asked, or those that so many can be too many for. */
function countedIn(
  kept: KeptClaim,
  patient: Patient,
  earlier: readonly KeptClaim[],
  context: ResolvedContext,
  { coverage, reach }: ClaimJudge,
  who: number,
  needs: readonly LineNeed[],
): readonly Finding[] {
  const sessions = patient.sessions(earlier, kept);
  if ((who & UNSEEN) !== 0) return coverage.withHistory(kept.claim, context, { sessions });
  const on = context.dateOfService;
  if (on === undefined) return NONE;
  const counted = sessions
    .filter(({ date }) => date < on)
    .map(({ date, family }) => ({ group: reach.counts.groupOf(family), days: daysBetween(date, on) }));
  const enough = ({ group, limit, near = Number.POSITIVE_INFINITY }: LineNeed): boolean => {
    const own = counted.filter((one) => one.group === group);
    return own.length >= limit && own.some(({ days }) => days <= near);
  };
  return coverage.counted.objections(needs.filter(enough), on, { sessions }, patient.read);
}

/** The same of a claim of several days: its own earlier days count for the later ones, and so do claims between them. */
function countedByDay(
  kept: KeptClaim,
  { standing, sessions }: Patient,
  contextOn: (day: KeptClaim) => ResolvedContext,
  judge: ClaimJudge,
): readonly Finding[] {
  const all = sessions([...standing.filter((other) => other !== kept), kept], kept);
  return claimsByDay(kept.claim).flatMap((day) => {
    const { claim } = day;
    const found = judge.coverage.withHistory(claim, contextOn({ ...kept, claim }), { sessions: all });
    return found.map((finding) => inWhole(finding, day));
  });
}

/** The news at the place of its claim. */
function placed(kept: KeptClaim, { added, withdrawn }: HistoryFindings, covered: readonly Finding[]): HistoryFindings {
  const { claim, transaction, ordinal, offset } = kept;
  const at = { transaction, loop: '2300', segment: 'CLM', ordinal, offset };
  const all = added.map((finding) => located(finding, finding.line, at));
  // Coverage counts lines; a claim file numbers them.
  for (const finding of covered) all.push(located(finding, numberIn(finding, claim), at));
  return {
    added: all.length === 1 ? all : rankFindings(all),
    withdrawn: withdrawn.map((finding) => located(finding, finding.line, at)),
  };
}

/** Written out, so that all have one shape: to spread edits and coverage is slow, and what reads them is slower. */
function located(finding: Finding, line: number | undefined, at: Finding['at']): Finding {
  const located: { readonly [K in keyof Required<Finding>]: Finding[K] } = {
    id: finding.id,
    severity: finding.severity,
    line,
    field: finding.field,
    nth: finding.nth,
    what: finding.what,
    why: finding.why,
    do: finding.do,
    citation: finding.citation,
    evidence: finding.evidence,
    at,
  };
  return located;
}

const NONE: readonly never[] = [];
const NOTHING: HistoryFindings = { added: NONE, withdrawn: NONE };

function isEarlier(other: KeptClaim, kept: KeptClaim): boolean {
  if (other === kept || kept.day - other.day >= LONGEST_DAYS) return false;
  return other.day < kept.day || (other.day === kept.day && isBefore(other, kept));
}

/** A claim before it whose services were done on its day: those of a facility are the same services once more. */
function isBeside(other: KeptClaim, kept: KeptClaim): boolean {
  return isBefore(other, kept) && other.claim.type === kept.claim.type && !isSpread(other.claim);
}

function isBefore(one: KeptClaim, other: KeptClaim): boolean {
  return one.file < other.file || (one.file === other.file && one.offset < other.offset);
}
