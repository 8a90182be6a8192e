import { sentenceAt, type ProcedureNote, type SectionRole, type Sentence } from '../text/note.ts';
import type { FamilyWords } from './family-words.ts';
import type { Statement } from './statements.ts';

const BODY: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'description',
  'findings',
  'other',
  'injectate',
  'guidance',
  'equipment',
]);
const SPARE: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'header',
  'title',
  'preop-diagnosis',
  'postop-diagnosis',
  'diagnosis',
  'anesthesia',
  'complications',
  'indications',
]);
/** The sentences that tell what was done, without consent, plans, history and who else. */
export function bodyOf(note: ProcedureNote): readonly Sentence[] {
  const coloured = new Set<number>();
  for (const scope of note.scopes) {
    if (!colours(scope.kind)) continue;
    const sentence = sentenceAt(note, scope.start);
    if (sentence && scope.start <= sentence.start && scope.end >= sentence.end) coloured.add(sentence.index);
  }
  const tells = (sentence: Sentence) => !coloured.has(sentence.index);
  const first = note.sentences.filter((sentence) => BODY.has(sentence.section.role) && tells(sentence));
  if (first.length > 0) return first;
  return note.sentences.filter((sentence) => SPARE.has(sentence.section.role) && tells(sentence));
}

/** The last sentence that begins before an offset. */
export function lastBefore(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  return sentences.findLast((one) => one.start < offset);
}

function colours(kind: string): boolean {
  return kind === 'boilerplate' || kind === 'planned' || kind === 'other-person' || kind === 'historical';
}

/** Gives each sentence to the family whose words it uses last; what comes before any of them is said of all. */
export function share(
  note: ProcedureNote,
  body: readonly Sentence[],
  recognizers: readonly FamilyWords[],
  family: string,
  done: readonly Statement[],
): readonly Sentence[] {
  let owner: string | undefined;
  const part: Sentence[] = [];
  for (const sentence of body) {
    // A heading that names the family opens its part with whatever stands first below it.
    const opens = sentence.section.heading !== undefined && sentence.start - sentence.section.bodyStart < 4;
    const speaksIn = (start: number, end: number): string[] => {
      const words = note.lower.slice(start, end);
      return recognizers.filter((one) => one.narrative.test(words)).map((one) => one.family);
    };
    const { start, end } = sentence.section;
    // `BURSA: no fluoroscopy. 22 gauge needle to the trochanter`: a part with a heading of its own is one family's.
    const whole = opens && sentence.section.role === 'other' ? speaksIn(start, end) : [];
    const speaks = whole.length === 1 ? whole : speaksIn(opens ? start : sentence.start, sentence.end);
    const named = done.find((statement) => statement.sentence === sentence)?.family;
    if (speaks.length === 1) owner = speaks[0];
    else if (speaks.length > 1 && named) owner = named;
    if (owner === undefined || owner === family || speaks.includes(family)) part.push(sentence);
  }
  return part;
}
