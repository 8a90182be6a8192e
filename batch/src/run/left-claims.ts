import type { FilePart } from '@interspace/wire/x12/parts/file-part';
import type { AskedUnder } from '../known/heard-answers.ts';
import type { ToldAnswers } from '../known/told-answers.ts';
import type { Tally } from '../tally.ts';

/** Claims of a part whose answers were not known to who read it, and where in the results theirs go. */
export interface LeftClaims {
  /** Which of the part's claims, counted from 0. */
  readonly claims: readonly number[];
  /** Two for each: how much had been written of text and of records before it. */
  readonly at: readonly number[];
  readonly under: readonly (AskedUnder | undefined)[];
}

/** What comes of them. */
export interface LeftResult {
  readonly output: Uint8Array<ArrayBuffer>;
  readonly records: Uint8Array<ArrayBuffer>;
  /** Two for each: where its text and its record end. */
  readonly ends: readonly number[];
  readonly tally: Tally;
  readonly told: ToldAnswers;
}

/** Whether a part can be read by two, each from its beginning to its end. */
export function standsAlone({ begins, ends, last }: Pick<FilePart, 'begins' | 'ends' | 'last'>): boolean {
  return begins && (ends || last);
}
