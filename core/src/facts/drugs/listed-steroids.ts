import type { ProcedureNote, Sentence } from '../text/note.ts';
import { amountOf } from './amount.ts';
import type { DrugMention } from './drug-mentions.ts';

/** What somebody takes at home. */
const TAKEN = /\b(?:daily|bid|tid|qid|qhs|prn|po|tabs?|tablets?|capsules?|patch|by mouth|twice a day|at bedtime)\b/;
const GIVEN = /\b(?:was|were)\b[^.;]{0,30}\b(?:injected|placed|given|instilled|administered|deposited|delivered)\b/;

/**
 * Steroids with their amount in a list of what was readied (`MEDICATIONS: dexamethasone 10 mg, lidocaine 1 mL`), for a
 * narrative that gives no amount: the narrative names the drug, or the list holds what only an injection holds.
 */
export function listedSteroids(
  note: ProcedureNote,
  told: readonly DrugMention[],
  drugs: (sentences: readonly Sentence[]) => readonly DrugMention[],
): DrugMention[] {
  const found: DrugMention[] = [];
  for (const [index, section] of note.sections.entries()) {
    if (section.role !== 'medications' && section.role !== 'title') continue;
    const sentences = note.sentences.filter((one) => one.section === section);
    const words = note.lower.slice(section.start, section.end);
    const mentions = drugs(sentences);
    // A form gives the diluent its own row.
    const next = note.sections[index + 1];
    const injected = [...mentions, ...drugs(note.sentences.filter((one) => one.section === next))].some(
      ({ name, quantities }) =>
        (name.drug.role === 'anesthetic' || name.drug.role === 'saline') &&
        quantities.some((one) => one.measure === 'mL'),
    );
    for (const mention of mentions) {
      if (mention.name.drug.role !== 'steroid' || amountOf(mention).milligrams === undefined) continue;
      const { start, end } = mention.sentence;
      const named = told.some((one) => one.name.drug === mention.name.drug);
      const stands =
        section.role === 'title' ? GIVEN.test(note.lower.slice(start, end)) : named || (injected && !TAKEN.test(words));
      if (stands) found.push(mention);
    }
  }
  return found;
}
