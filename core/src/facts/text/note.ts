import type { NoteEvidence } from '../../model/evidence.ts';
import type { IsoDate } from '../../model/date.ts';
import type { SentenceIndex } from './sentence-index.ts';
import type { TextIndex } from './text-index.ts';
import type { Tokens } from './tokens.ts';

/** Half-open range of UTF-16 code units of the text as given. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a section of a note is for, whatever its heading is called. */
export type SectionRole =
  | 'header'
  | 'title'
  | 'preop-diagnosis'
  | 'postop-diagnosis'
  | 'diagnosis'
  | 'indications'
  | 'history'
  | 'past-history'
  | 'family-history'
  | 'social-history'
  | 'review-of-systems'
  | 'medications'
  | 'allergies'
  | 'exam'
  | 'imaging'
  | 'assessment'
  | 'plan'
  | 'consent'
  | 'anesthesia'
  | 'injectate'
  | 'guidance'
  | 'equipment'
  | 'description'
  | 'findings'
  | 'complications'
  | 'other';

export interface Section extends Span {
  readonly role: SectionRole;
  /** The heading as written, without number and colon; undefined for text that has none. */
  readonly heading: string | undefined;
  /** Start of the text below the heading (`start` when there is no heading). */
  readonly bodyStart: number;
}

export interface Sentence extends Span {
  readonly index: number;
  readonly section: Section;
}

/**
 * How a statement stands: `asserted` is so now; `historical` was so earlier; `planned` may come (plans, conditions,
 * options); `abandoned` was tried and given up; `other-person` is about somebody else; `boilerplate` is consent or teaching.
 */
export type Assertion =
  | 'asserted'
  | 'negated'
  | 'historical'
  | 'planned'
  | 'abandoned'
  | 'other-person'
  | 'boilerplate';

/** A stretch of a sentence that a cue colours. */
export interface Scope extends Span {
  readonly kind: Exclude<Assertion, 'asserted'>;
  readonly cue: Span;
}

/** The note as the reader spells it. All offsets point into `text`; evidence is quoted from the text as given. */
export interface ProcedureNote {
  readonly document: string;
  readonly kind: 'procedure-note' | 'clinic-note' | 'unknown';
  readonly date: IsoDate | undefined;
  /** The text with its words one plain space apart, misspelled key words mended, levels in figures, empty boxes blank. */
  readonly text: string;
  readonly given: string;
  /** Where an offset of `text` stands in `given`. */
  readonly givenAt: (offset: number) => number;
  /** `text` in lower case, of exactly the same length. */
  readonly lower: string;
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly tokens: Tokens;
  /** Of `lower`: whether a pattern can match in it at all, and where. */
  readonly index: TextIndex;
  readonly sentenceIndex: SentenceIndex;
  /** In order of start. */
  readonly scopes: readonly Scope[];
}

/** Whether a pattern matches anywhere in the note, in lower case. */
export function holds({ index, lower }: ProcedureNote, pattern: RegExp): boolean {
  return index.holds(pattern, lower);
}

/**
 * False when the note holds no characters of which the pattern could be made: then none of its sentences does, and they
 * need not be asked one by one.
 */
export function may({ index }: ProcedureNote, pattern: RegExp): boolean {
  return index.may(pattern);
}

/** Whether a pattern matches in the words of a sentence, in lower case. */
export function says({ lower, sentenceIndex }: ProcedureNote, sentence: Sentence, pattern: RegExp): boolean {
  return sentenceIndex.may(sentence, pattern) && pattern.test(lower.slice(sentence.start, sentence.end));
}

/** Evidence for a stretch of the note, without the white space at its ends. */
export function quote(note: ProcedureNote, start: number, end: number): NoteEvidence {
  let [from, to] = [Math.max(0, start), Math.min(note.text.length, end)];
  while (from < to && isSpace(note.text.charCodeAt(from))) from++;
  while (to > from && isSpace(note.text.charCodeAt(to - 1))) to--;
  const first = note.givenAt(from);
  const last = to > from ? note.givenAt(to - 1) + 1 : first;
  return { source: 'note', document: note.document, quote: note.given.slice(first, last), start: first, end: last };
}

/** The sentence that holds an offset; undefined in a heading or between sentences. */
export function sentenceAt(note: ProcedureNote, offset: number): Sentence | undefined {
  const { sentences } = note;
  let [low, high] = [0, sentences.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle]!;
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= sentence.end) low = middle + 1;
    else return sentence;
  }
  return undefined;
}

/** The sentences that a stretch touches, in order. */
export function sentencesIn(note: ProcedureNote, span: Span): Sentence[] {
  const { sentences } = note;
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: Sentence[] = [];
  for (let index = low; index < sentences.length && sentences[index]!.start < span.end; index++)
    found.push(sentences[index]!);
  return found;
}

/** The section that holds an offset; every offset of the text has one. */
export function sectionAt(note: ProcedureNote, offset: number): Section | undefined {
  const { sections } = note;
  let [low, high] = [0, sections.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const section = sections[middle]!;
    if (offset < section.start) high = middle - 1;
    else if (offset >= section.end) low = middle + 1;
    else return section;
  }
  return undefined;
}

export function sentencesOf(note: ProcedureNote, section: Section): readonly Sentence[] {
  return note.sentences.filter((sentence) => sentence.section === section);
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0x200b || code === 0xfeff;
}
