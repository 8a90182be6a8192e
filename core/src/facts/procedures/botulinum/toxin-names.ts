import type { ProcedureName } from '../family-words.ts';

const PRODUCT =
  '(?:botox|bot(?:ulinum|ulinium)?[ -]?(?:neuro)?toxin(?:[ -]?(?:type )?[ab]\\b)?|botulinum|onabot\\w*|abobot\\w*|incobot\\w*|rimabot\\w*|daxibot\\w*|dysport|xeomin|myobloc|daxxify|neurotoxin|toxin)';

/** Organs that other specialties treat, mostly through a scope. */
export const ELSEWHERE =
  /\bbladder|\bdetrusor|\bcystoscop|\bintravesical|\btrigone|\burethra|\bachalasia|\besophag|\bpylor|\bendoscop|\begd\b|\bgastric/;

export const TOXIN_NAMES: readonly ProcedureName[] = [
  {
    kind: 'toxin',
    words: new RegExp(
      `\\b${PRODUCT}[^.;\\n]{0,60}?\\b(?:injections?|inj\\b|injected|chemodenervation|treatments?|therapy|protocol|administration|administered)|\\b(?:injections?|administration|infiltration|chemodenervation)\\b[^.;\\n]{0,60}?\\b${PRODUCT}|\\bchemo-?\\s?denervation\\b|\\b${PRODUCT}\\b`,
      'g',
    ),
    unless: ELSEWHERE,
  },
];

export const TOXIN_NARRATIVE = new RegExp(`\\b${PRODUCT}|chemo-?\\s?denerv|\\d\\s?(?:units?|u)\\b`);
export const TOXIN_GATE =
  /botox|toxin|botulin|onabot|abobot|incobot|rimabot|daxibot|dysport|xeomin|myobloc|daxxify|chemo-?\s?denerv/;

export const UNITS = /(?<![\d.,/-])(\d{1,2},\d{3}|\d+(?:\.\d+)?)[\s-]?(?:units?|u|iu)(?![a-z])/g;
export const INJECTED =
  /\binject\w*|\badminist\w*|\bgiven\b|\bchemo-?\s?denerv|\btreated\b|\binfiltrat\w*|\breceived\b/;

/** Chemodenervation by something else than toxin. */
export const LYTIC = /\bphenol\b|\balcohol (?:neurolysis|block|injection)|\bdehydrated alcohol|\bethanol/;
export const TOXIN = new RegExp(`\\b${PRODUCT}`);
