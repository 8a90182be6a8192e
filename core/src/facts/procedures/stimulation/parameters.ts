import { ONE_TO_TEN } from '../../text/number-words.ts';

/** Settings of a stimulator that a clinician can change. */
const PARAMETERS: readonly RegExp[] = [
  /\bamplitudes?\b|\bintensit(?:y|ies)\b|\bvoltages?\b|\bcurrent (?:was|were|from|to|increased|decreased|level|amplitude)\b|\bmilliamp\w*/,
  /\bpulse[- ]?widths?\b/,
  /\b(?:frequenc(?:y|ies)|(?:pulse |stimulation )?rates?)\b(?! of)/,
  /\b(?:electrodes?|contacts?|lead|polarit\w+|anodes?|cathodes?)(?: \w+)? (?:configurations?|combinations?|selections?|polarit\w+|settings?|assignments?|array)|\bpolarit(?:y|ies)\b|\b(?:active|stimulating) (?:electrodes?|contacts?)\b|\belectrode (?:configuration|selection)|(?:,|\band\b|&|\/) ?(?:active )?(?:contacts?|electrodes?)\b(?=[^.]{0,30}(?:chang|adjust|modif|select|re-?program))/,
  /\bwave-?forms?\b|\bburst(?:dr)?\b|\bhigh[- ]frequency (?:program|mode)/,
  /\b(?:duty )?cycl(?:e|es|ing)\b|\bon\/off (?:time|cycl)/,
  /\bpulse[- ]train\b|\bramp(?:ing|s)?\b|\bsoft start\b|\bdos(?:e|ing) (?:lockout|time)|\blockouts?\b/,
  /\b(?:number of )?(?:programs|groups|program groups)\b (?:were |was )?(?:added|created|changed|adjusted|stored)|\b(?:new|additional) (?:programs?|groups?)\b/,
  /\bpatient[- ](?:selectable|controlled) (?:parameters?|limits?|range)|\bpatient limits?\b/,
];
const CHANGE =
  /\b(?:adjust\w*|chang\w+|modif\w+|increas\w+|decreas\w+|reduc\w+|rais\w+|lower\w+|set\b|reset|re-?program\w*|programm\w+|titrat\w+|alter\w*|optimi[sz]\w+|added|creat\w+|switch\w+|reconfigur\w+|includ\w+|consist\w+|reassign\w*)\b/;
const NUMBER: Readonly<Record<string, number>> = ONE_TO_TEN;
const COUNTED =
  /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) (?:different |separate |distinct |programming |stimulation )*(?:parameters?|settings)\b/;
const MORE =
  /(?:more than|greater than|over|>|≥ ?4|at least four|4 or more|four or more)\s*(?:three|3)?\s*(?:different |programming )*parameters?/;
const FEWER = /(?:three|3) or (?:fewer|less)|(?:up to|1 ?(?:-|to) ?3|one to three) (?:\w+ )?parameters?/;

/** How many parameters were changed: the number said, else the different ones named beside a word of change. */
export function parametersSaid(sentences: readonly string[]): number | undefined {
  for (const words of sentences) {
    if (MORE.test(words)) return 4;
    if (FEWER.test(words)) return 3;
    const found = COUNTED.exec(words);
    if (found && CHANGE.test(words)) return NUMBER[found[1]!] ?? Number(found[1]);
  }
  const seen = new Set<number>();
  for (const words of sentences) {
    if (!CHANGE.test(words)) continue;
    for (const [at, pattern] of PARAMETERS.entries()) if (pattern.test(words)) seen.add(at);
  }
  return seen.size === 0 ? undefined : seen.size;
}
