import type { Determination, Outcome } from '../model/determination.ts';
import type { Finding } from '../model/finding.ts';
import type { Review } from '../model/review.ts';
import { count, type Mark } from './words.ts';

/** The Review in one line: what the reader has to do now. */
export function headline(review: Review): Mark {
  const groups = groupFindings(review.findings);
  const number = (severity: string): number => groups.filter(({ finding }) => finding.severity === severity).length;
  const [block, warn, note] = [number('block'), number('warn'), number('note')];
  const parts = [
    block > 0 ? `${block} to fix` : '',
    warn > 0 ? `${warn} to check` : '',
    review.prompts.length > 0 ? `${count(review.prompts.length, 'question')} for the physician` : '',
    block + warn === 0 && note > 0 ? count(note, 'note') : '',
  ].filter((part) => part !== '');
  const rest = parts.join(' · ');
  if (block > 0) return { sign: '✗', word: `HOLD: ${rest}`, tone: 'bad' };
  if (warn > 0) return { sign: '!', word: `CHECK: ${rest}`, tone: 'care' };
  if (review.lines.length === 0)
    return { sign: '·', word: `NOTHING TO CODE${rest === '' ? '' : ` · ${rest}`}`, tone: 'quiet' };
  if (review.prompts.length > 0) return { sign: '?', word: `OPEN: ${rest}`, tone: 'ask' };
  // A page without findings must not look like a yes when no policy has spoken.
  if (!review.determinations.some(({ outcome }) => outcome === 'meets'))
    return { sign: '·', word: `NO FINDINGS · coverage not judged${rest === '' ? '' : ` · ${rest}`}`, tone: 'quiet' };
  return { sign: '✓', word: `NOTHING TO FIX${rest === '' ? '' : ` · ${rest}`}`, tone: 'good' };
}

/** The same for a page that only tells about authorization. */
export function authorizationHeadline(review: Review): Mark {
  const has = (wanted: string): boolean => review.authorization.some(({ status }) => status === wanted);
  if (review.findings.some(({ severity }) => severity === 'block'))
    return { sign: '✗', word: 'HOLD: see the findings', tone: 'bad' };
  if (has('required')) return { sign: '!', word: 'ASK FIRST: authorization is required', tone: 'care' };
  if (has('recommended')) return { sign: '!', word: 'ASK FIRST, or expect a review before payment', tone: 'care' };
  if (has('unknown')) return { sign: '?', word: 'FIND OUT: the library cannot tell', tone: 'ask' };
  if (has('not-required')) return { sign: '✓', word: 'NOT REQUIRED', tone: 'good' };
  return { sign: '·', word: 'NO PROGRAM OF THE LIBRARY ASKS FOR IT', tone: 'quiet' };
}

/** The line that stands above a page with these parts. */
export function headlineOf(review: Review, parts: readonly string[]): Mark {
  return parts[0] === 'authorization' ? authorizationHeadline(review) : headline(review);
}

const GRAVITY: readonly Outcome[] = ['fails', 'incomplete', 'meets', 'no-policy'];

/** The gravest outcome of a line, or undefined when no policy was asked. */
export function outcomeOfLine(review: Review, line: number): Outcome | undefined {
  const own = review.determinations.filter((determination) => determination.line === line);
  return GRAVITY.find((outcome) => own.some((determination) => determination.outcome === outcome));
}

export interface DeterminationGroup {
  readonly lines: readonly number[];
  readonly determination: Determination;
}

/** Lines that one policy judged alike are told together. */
export function groupDeterminations(review: Review): DeterminationGroup[] {
  const groups = group(review.determinations, ({ policy, document, outcome, nextEligible, criteria }) =>
    JSON.stringify([
      policy,
      document,
      outcome,
      nextEligible,
      criteria.map(({ criterion, status }) => [criterion, status]),
    ]),
  );
  return groups
    .map((alike) => ({ lines: alike.map(({ line }) => line), determination: alike[0]! }))
    .toSorted((one, other) => Number(isSilent(one.determination)) - Number(isSilent(other.determination)));
}

export interface FindingGroup {
  readonly finding: Finding;
  /** Every line that it was found on; empty when it concerns the whole claim. */
  readonly lines: readonly number[];
  /** Their places in the claim file. */
  readonly places: readonly NonNullable<Finding['at']>[];
}

/** The same sentence about several lines is told once. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  return group(findings, ({ id, severity, what, why, do: remedy }) =>
    JSON.stringify([id, severity, what, why, remedy]),
  ).map((alike) => ({
    finding: alike[0]!,
    lines: alike.flatMap(({ line }) => line ?? []),
    places: alike.flatMap(({ at }) => at ?? []),
  }));
}

function group<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

function isSilent({ outcome }: Determination): boolean {
  return outcome === 'no-policy';
}
