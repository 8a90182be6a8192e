import type { ProcedureNote, Sentence, Span } from '../text/note.ts';
import type { Quantity } from './quantities.ts';

/** A line of a form: a bullet, or a label and its value far apart. */
const ROW = /^[ \t]*(?:[-*•o>|] |\S[^\n]{0,40}? {3,}\S)/;
/** A new statement after one that denies: `no blood came back, and 40 mg was given`. */
const CLAUSE = /, (?:and|then|so|i|we) |; ?/g;
const GIVES = /\b(?:gave|given|inject\w*|administ\w*|instill\w*|deposit\w*|placed|delivered|introduced)\b/;
const DENIES = /\b(?:no|not|without|never|denies|none)\b/;

/** Where the row of a form begins in which an offset stands; the start of the sentence in prose. */
export function rowFrom(lower: string, sentence: Sentence, offset: number): number {
  const line = lower.lastIndexOf('\n', offset - 1) + 1;
  return line > sentence.start && ROW.test(lower.slice(line, lower.indexOf('\n', offset) + 1 || undefined))
    ? line
    : sentence.start;
}

/** What is denied before it, in another row or another clause, does not deny a drug told with its amount. */
export function isGivenHere(note: ProcedureNote, sentence: Sentence, match: Span, own: readonly Quantity[]): boolean {
  if (!own.some((one) => one.measure === 'mg' || one.measure === 'mL')) return false;
  const over = note.scopes.filter((scope) => scope.start < match.end && match.start < scope.end);
  if (over.some((scope) => scope.kind !== 'negated')) return false;
  const { lower } = note;
  const row = rowFrom(lower, sentence, match.start);
  if (row > sentence.start) {
    const line = lower.slice(row, match.end);
    return over.every((scope) => scope.cue.end <= row) && !DENIES.test(line);
  }
  let from: number | undefined;
  for (const found of lower.slice(sentence.start, match.start).matchAll(CLAUSE)) from = sentence.start + found.index;
  if (from === undefined) return false;
  const start = from;
  const clause = lower.slice(start, sentence.end);
  return over.every((scope) => scope.cue.end <= start) && GIVES.test(clause) && !DENIES.test(clause);
}
