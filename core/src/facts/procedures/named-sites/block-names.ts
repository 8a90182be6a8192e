import type { ProcedureName } from '../family-words.ts';

const BLOCK = String.raw`(?:inject(?:ions?|ed)|blocks?(?:ade)?s?|blocked|infiltrat(?:ions?|ed)|an(?:a)?esthetized|hydro-?dissections?|hydro-?dissected|nerve catheters?|perineural)`;
const DESTROY = String.raw`(?:(?:pulsed |cooled |thermal |conventional )?radio-?\s?frequency(?: \w+)?|rfa?|rf|rfta?|rfn|prf|ablations?|ablated|neuro-?ablations?|neurolys[ie]s|neurolytic(?: block| injection)?|neurotom(?:y|ies)|rhizotom(?:y|ies)|rhizolysis|denervations?|cryo\s?-?(?:ablations?|neurolys[ie]s|analgesia|therapy)|lesioning|thermo-?coagulation|sclerosing(?: injection)?|(?:alcohol|phenol|glycerol|chemical)(?: \w+){0,2}? (?:injections?|neurolysis|ablation|blocks?))`;

/**
 * How blocks and ablations of named structures are named: the structure and the act in one stretch without an end between
 * them, and no other act between them (`occipital block and suprascapular ablation` are two names).
 */
export function namesOf(any: string, block: string, ablation: string): readonly ProcedureName[] {
  const gap = (limit: number) => String.raw`(?:(?!\b(?:${BLOCK}|${DESTROY})(?![a-z]))[^.;:\n]){0,${limit}}?`;
  const near = (act: string) =>
    new RegExp(String.raw`${any}${gap(70)}\b${act}(?![a-z])|\b${act}(?![a-z])${gap(90)}${any}`, 'g');
  return [
    { kind: ablation, words: near(DESTROY) },
    { kind: block, words: near(BLOCK) },
  ];
}

export const SAYS_DESTROY = new RegExp(String.raw`\b${DESTROY}(?![a-z])`);
