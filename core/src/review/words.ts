import type { Citation } from '../model/citation.ts';
import type { Outcome, Status } from '../model/determination.ts';
import type { Severity } from '../model/finding.ts';
import type { Authorization } from '../model/review.ts';

/** A sign and a word for everything that has a state: the sign for the eye, the word for certainty. */
export interface Mark {
  readonly sign: string;
  readonly word: string;
  readonly tone: 'good' | 'bad' | 'care' | 'ask' | 'quiet';
}

export const STATUS: Readonly<Record<Status, Mark>> = {
  met: { sign: '✓', word: 'met', tone: 'good' },
  'not-met': { sign: '✗', word: 'not met', tone: 'bad' },
  unknown: { sign: '?', word: 'unknown', tone: 'ask' },
  'not-applicable': { sign: '·', word: 'n/a', tone: 'quiet' },
};

export const OUTCOME: Readonly<Record<Outcome, Mark>> = {
  meets: { sign: '✓', word: 'meets the criteria', tone: 'good' },
  fails: { sign: '✗', word: 'fails a criterion', tone: 'bad' },
  incomplete: { sign: '?', word: 'incomplete', tone: 'ask' },
  // No policy speaks about it, or none could be chosen: the reason stands beside it.
  'no-policy': { sign: '·', word: 'not judged', tone: 'quiet' },
};

export const SEVERITY: Readonly<Record<Severity, Mark>> = {
  block: { sign: '✗', word: 'FIX', tone: 'bad' },
  warn: { sign: '!', word: 'CHECK', tone: 'care' },
  note: { sign: '·', word: 'NOTE', tone: 'quiet' },
};

export const AUTHORIZATION: Readonly<Record<Authorization['status'], Mark>> = {
  required: { sign: '!', word: 'required', tone: 'care' },
  recommended: { sign: '!', word: 'recommended', tone: 'care' },
  'not-required': { sign: '✓', word: 'not required', tone: 'good' },
  unknown: { sign: '?', word: 'unknown', tone: 'ask' },
};

/** `L39242, Limitations`; what is less than sure says so. */
export function source(citation: Citation): string {
  const place = citation.section === undefined ? citation.document : `${citation.document}, ${citation.section}`;
  const doubts = [
    citation.confidence === 'high' ? '' : `${citation.confidence} confidence`,
    citation.standing === undefined || citation.standing === 'settled' ? '' : citation.standing,
  ].filter((doubt) => doubt !== '');
  return doubts.length === 0 ? place : `${place} (${doubts.join(', ')})`;
}

/** The same for a table: `A58731, CPT codes (medium)`, where the word in brackets is the confidence. */
export function shortSource(citation: Citation): string {
  return source(citation).replace(' confidence', '');
}

/** `1 question`, `3 questions`. */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `line 1`, `lines 1 and 3`, `lines 1, 2 and 4`. */
export function lineList(lines: readonly number[]): string {
  if (lines.length === 1) return `line ${lines[0]}`;
  return `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
}
