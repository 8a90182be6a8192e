import type { Fact } from '../../model/fact.ts';
import { mentions, ASIDE_OR_PLAN, evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied } from './clause.ts';
import { Tally } from './tally.ts';

const SCALES: readonly (readonly [name: string, words: RegExp])[] = [
  ['odi', /\b(?:odi|oswestry)\b/],
  ['ndi', /\b(?:ndi|neck disability)\b/],
  ['roland-morris', /\b(?:roland|rmdq|rmq)\b/],
  ['quebec', /\bquebec\b/],
  ['pdas', /\bpdas\b|\bpain disability (?:assessment|index)/],
  ['bpfs', /\bbpfs\b|\bback pain function/],
  ['promis', /\bpromis\b/],
  ['peg', /\bpeg\b(?! tube)/],
  ['bpi', /\bbpi\b|\bbrief pain inventory/],
];
const NAME =
  'odi|oswestry|ndi|neck disability index|roland[- ]?morris|rmdq|rmq|quebec|pdas|pain disability (?:assessment scale|index)|bpfs|back pain functional? scale|promis|peg(?! tube)|bpi|brief pain inventory';
const CUE = new RegExp(`\\b(?:${NAME})\\b`, 'g');
const SCORE = new RegExp(
  `\\b(?:${NAME})\\b[^.;\\d]{0,60}?(\\d{1,3}(?:\\.\\d)?)\\s*(%|percent|\\/\\s*\\d{2,3}|out of \\d{2,3})?(?!\\s*(?:weeks?|months?|days?|years?|-item))`,
  'g',
);

/** Disability and function scales: `pain.disability-scale-documented`, `-name` and `pain.disability-score`. A scale without a score is unknown. */
export function readDisabilityScale(chart: Chart): Fact[] {
  if (
    !mentions(
      chart,
      'odi',
      'oswestry',
      'ndi',
      'disability',
      'roland',
      'rmdq',
      'rmq',
      'quebec',
      'pdas',
      'bpfs',
      'back pain function',
      'promis',
      'peg',
      'bpi',
      'brief pain',
    )
  )
    return [];
  const documented = new Tally('pain.disability-scale-documented');
  const name = new Tally('pain.disability-scale-name');
  const score = new Tally('pain.disability-score');
  for (const statement of statementsWith(chart, CUE, ASIDE_OR_PLAN)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    let scored = false;
    for (const hit of matches(statement, SCORE)) {
      const value = Number(hit[1]);
      if (value > 100 || isDenied(text, hit.index) || /\bgoal\b/.test(text)) continue;
      const quote = evidenceOf(chart, statement, hit.index, hit.index + hit[0].length);
      scored = true;
      documented.say(true, quote);
      name.say(SCALES.find(([, words]) => words.test(hit[0]))![0], quote);
      if (/\b(?:after|post|last|previous|improved to|decreased to|down to|now)\b/.test(hit[0])) continue;
      score.say(value, quote);
    }
    CUE.lastIndex = 0;
    const mention = CUE.exec(text);
    if (!scored && mention && !isDenied(text, mention.index)) documented.hint(evidenceOf(chart, statement));
  }
  return [...documented.facts(), ...name.facts(() => true), ...score.facts()];
}
