import { assertionOf } from '../text/assertion.ts';
import { may, type ProcedureNote, type SectionRole, type Span } from '../text/note.ts';

const DIAGNOSTIC =
  /\b(?:diagnostic|confirmatory|test blocks?|prognostic|dx (?:mbb|block))\b|\b(?:in anticipation (?:of|for)|prior to|to determine|candidacy for|candidate for|to qualify for|before)\b[^.]{0,50}\b(?:radio-?\s?frequency|rfa?\b|rhizotom\w+|neurotom\w+|denervation|ablation)/g;
const THERAPEUTIC = /\btherapeutic\b|\btreatment purposes?\b/;
const PLACES: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'title',
  'header',
  'description',
  'indications',
  'other',
  'findings',
  'plan',
  'assessment',
]);

/** Whether the note itself calls the block diagnostic or therapeutic; both together count as therapeutic. */
export function intentOf(
  note: ProcedureNote,
  head: readonly Span[],
): { readonly intent: 'diagnostic' | 'therapeutic'; readonly at: Span } | undefined {
  for (const span of head) {
    const words = note.lower.slice(span.start, span.end);
    const found = first(words, span.start);
    if (THERAPEUTIC.test(words)) return { intent: 'therapeutic', at: span };
    if (found) return { intent: 'diagnostic', at: found };
  }
  if (!may(note, DIAGNOSTIC) && !may(note, THERAPEUTIC)) return undefined;
  for (const sentence of note.sentences) {
    if (!PLACES.has(sentence.section.role)) continue;
    const words = note.lower.slice(sentence.start, sentence.end);
    if (!/block|inject|mbb|procedure|session/.test(words)) continue;
    const found = first(words, sentence.start);
    if (
      found &&
      sentence.section.role !== 'plan' &&
      assertionOf(note, found.start, found.end, ['planned']) === 'asserted' &&
      !/diagnostic (?:blocks? (?:was|were|on|of)|mbbs? (?:was|were|on|gave))/.test(words)
    ) {
      return { intent: THERAPEUTIC.test(words) ? 'therapeutic' : 'diagnostic', at: found };
    }
    const treats = THERAPEUTIC.exec(words);
    if (treats && assertionOf(note, sentence.start + treats.index, sentence.start + treats.index + 4) === 'asserted')
      return { intent: 'therapeutic', at: sentence };
  }
  return undefined;
}

function first(words: string, offset: number): Span | undefined {
  DIAGNOSTIC.lastIndex = 0;
  const found = DIAGNOSTIC.exec(words);
  return found ? { start: offset + found.index, end: offset + found.index + found[0].length } : undefined;
}
