import { may, type ProcedureNote, type Sentence } from '../text/note.ts';
import { round } from './amount.ts';
import type { DrugMention } from './drug-mentions.ts';
import { scanQuantities } from './quantities.ts';

const WASTED = /\b(?:wast(?:e|ed|age)|discard(?:ed)?)\b/;

/** What was discarded of a drug, in its own measure; 0 when the note says that nothing was. */
export function wastedOf(
  note: ProcedureNote,
  drug: string,
  body: readonly Sentence[],
  own: readonly DrugMention[],
  all: readonly DrugMention[],
): number | undefined {
  if (!may(note, WASTED)) return undefined;
  for (const sentence of body) {
    const words = note.lower.slice(sentence.start, sentence.end);
    const found = WASTED.exec(words);
    if (!found) continue;
    const here = all.filter((mention) => mention.sentence === sentence);
    const mine = here.some((mention) => mention.name.drug.name === drug);
    const steroids = new Set(
      all.filter((mention) => mention.name.drug.role === 'steroid').map((mention) => mention.name.drug.name),
    );
    if (!mine && !(here.length === 0 && steroids.size === 1 && steroids.has(drug))) continue;
    if (
      /(?:no|nothing|zero|(?<!\d)0 mg|none)\b[^.]{0,24}(?:wast|discard)/.test(words) ||
      /(?:wast\w+|discard\w*)[: ]+(?:none|0|no)\b/.test(words)
    )
      return 0;
    const at = sentence.start + found.index;
    const amounts = scanQuantities(note.lower, sentence.start, sentence.end).filter(
      (one) => one.measure === 'mg' || one.measure === 'mL' || one.measure === 'units',
    );
    const near = amounts.toSorted((one, other) => Math.abs(one.start - at) - Math.abs(other.start - at))[0];
    if (!near) continue;
    if (near.measure !== 'mL') return near.value;
    const strength = own
      .map(
        (mention) =>
          mention.quantities.find((quantity) => quantity.measure === 'mg/mL')?.value ?? mention.name.strength,
      )
      .find((value) => value !== undefined);
    return strength === undefined ? undefined : round(near.value * strength);
  }
  return undefined;
}
