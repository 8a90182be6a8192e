import type { Fact } from '../../model/fact.ts';
import { studyNumber } from '../../model/study-number.ts';
import type { SectionRole } from '../text/note.ts';
import { ASIDE, evidenceOf, matches, mentions, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied, isDeniedAfter, isFuture } from './clause.ts';
import { Tally } from './tally.ts';

const CLAUDICATION = /\bneuro-?genic (?:intermittent )?claudication\b|\bpseudo-?claudication\b/g;
const CLAUDICATION_CUE = /\bclaudication\b|\bpseudo-?claudication\b|\b(?:walk|stand)\w*\b/g;
const EASED =
  /\b(?:legs?|buttocks?|thighs?|calf|calves|lower extremit\w+)\b[^.]{0,120}\b(?:walk\w*|stand\w*|upright)\b[^.]{0,160}\b(?:reliev\w+|eas\w+|better|improv\w+|resolv\w+)\b[^.]{0,60}\b(?:sit\w*|bend\w*|flex\w*|lean\w*|forward|lying|shopping cart)\b/g;
const FLAVUM = /\bligament\w* flav\w+\b|\bflavum\b/g;
const OUTSIDE_DESCRIPTION: ReadonlySet<SectionRole> = new Set<SectionRole>([...ASIDE, 'description']);
const MILLIMETRES = /(\d{1,2}(?:\.\d)?)\s?(?:mm|millimeters?)\b/;
const THICK = /\b(?:thick\w*|hypertroph\w*|enlarg\w*|buckl\w*|redundan\w*|infold\w*|bulky)\b/;
const STUDY_CUE = /\bnct|\bclinical ?trial/g;
const STUDY = /\b(?:nct|clinical ?trials?(?:\.gov)?(?: (?:number|identifier|id|no\.?))?)[\s:#-]*(\d{8})\b/g;
const LEG_CUE = /\b(?:legs?|claudication)\b/g;
const LEG_SCORE =
  /\b(?:legs?|claudication)\b[^.;]{0,70}\b(?:vas|nrs|score|pain)\b[^.;]{0,40}?(\d{1,3}(?:\.\d)?)\s?(?:\/|out of|of)\s?(100|10)\b|\b(?:vas|nrs)\b[^.;]{0,30}\b(?:legs?|claudication)\b[^.;]{0,30}?(\d{1,3}(?:\.\d)?)\s?(?:\/|out of|of)\s?(100|10)\b/g;

/** Most charts speak of none of what is told before the ligament of the canal is thinned. */
function speaksOfIt(chart: Chart): boolean {
  return mentions(chart, 'claudication', 'flavum', 'nct', 'trial', 'walk');
}

/** `decompression.claudication`. */
export function readClaudication(chart: Chart): Fact[] {
  if (!speaksOfIt(chart)) return [];
  const tally = new Tally('decompression.claudication');
  for (const statement of statementsWith(chart, CLAUDICATION_CUE, ASIDE)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, CLAUDICATION)) {
      const end = hit.index + hit[0].length;
      if (isFuture(text, hit.index)) continue;
      const denied = isDenied(text, hit.index) || isDeniedAfter(text, end);
      tally.say(!denied, evidenceOf(chart, statement, Math.max(0, hit.index - (denied ? 20 : 0)), end));
    }
    for (const hit of matches(statement, EASED))
      if (!isDenied(text, hit.index))
        tally.say(true, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
  }
  return tally.facts();
}

/** The thickest ligament that is measured counts; a needle that passes the ligament says nothing of its thickness. */
export function readFlavum(chart: Chart): Fact[] {
  if (!speaksOfIt(chart)) return [];
  const thick = new Tally('decompression.flavum-thickened');
  const widest = { value: 0 };
  const millimetres = new Tally('decompression.ligamentum-flavum-mm');
  for (const statement of statementsWith(chart, FLAVUM, OUTSIDE_DESCRIPTION)) {
    const { text } = statement;
    if (/\bneedle|tuohy|loss of resistance|advanc|removed|resected|debulk|sculpt/.test(text)) continue;
    for (const hit of matches(statement, FLAVUM)) {
      const end = hit.index + hit[0].length;
      const [from, to] = [Math.max(0, hit.index - 60), Math.min(text.length, end + 70)];
      const around = text.slice(from, to);
      const quote = evidenceOf(chart, statement, from, to);
      const word = THICK.exec(around);
      const measure =
        MILLIMETRES.exec(text.slice(hit.index, Math.min(text.length, end + 60))) ?? MILLIMETRES.exec(around);
      if (measure) widest.value = Math.max(widest.value, Number(measure[1]));
      if (measure && widest.value === Number(measure[1])) millimetres.say(widest.value, quote);
      if (word) thick.say(!isDenied(text, from + word.index), quote);
      else if (/\b(?:not thick\w*|normal|unremarkable)\b/.test(around)) thick.say(false, quote);
    }
  }
  // Several levels: thick at one is thick.
  return [
    ...thick.facts((one, other) => one === other),
    ...millimetres.facts(() => true).map((one) => (one.value === undefined ? one : { ...one, value: widest.value })),
  ];
}

/** `decompression.leg-score`, from 0 to 100. */
export function readLegScore(chart: Chart): Fact[] {
  if (!speaksOfIt(chart)) return [];
  const tally = new Tally('decompression.leg-score');
  for (const statement of statementsWith(chart, LEG_CUE, ASIDE))
    for (const hit of matches(statement, LEG_SCORE)) {
      const [score, scale] = hit[1] === undefined ? [hit[3], hit[4]] : [hit[1], hit[2]];
      const value = Number(score) * (scale === '10' ? 10 : 1);
      if (value <= 100 && !isFuture(statement.text, hit.index))
        tally.say(value, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  return tally.facts();
}

/** `encounter.clinical-trial`: the registry number of the study. */
export function readStudy(chart: Chart): Fact[] {
  const tally = new Tally('encounter.clinical-trial');
  for (const statement of statementsWith(chart, STUDY_CUE)) {
    for (const hit of matches(statement, STUDY)) {
      const number = studyNumber(hit[1] ?? '');
      if (number !== undefined && !isFuture(statement.text, hit.index) && !isDenied(statement.text, hit.index))
        tally.say(number, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  }
  return tally.facts();
}
