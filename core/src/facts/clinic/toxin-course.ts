import { daysBetween } from '../../model/date.ts';
import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, mentions, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied, isFuture } from './clause.ts';
import { durationsIn } from './duration-words.ts';
import { Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'consent',
  'allergies',
]);
const TOXIN = /\b(?:botox|toxin|botulinum|onabot\w*|abobot\w*|incobot\w*|rimabot\w*|dysport|xeomin|myobloc|daxxify)\b/g;
const PRODUCT = '(?:botox|botulinum(?: toxin)?|toxin|dysport|xeomin|myobloc|daxxify|onabot\\w*|abobot\\w*|incobot\\w*)';
const LAST = new RegExp(
  `\\b(?:last|most recent|previous|prior) (?:\\w+ ){0,2}?(?:${PRODUCT}|injections?|treatments?|round|cycle)\\b|\\b${PRODUCT}\\b[^.;]{0,50}\\b(?:ago|last (?:given|done|received|injected)|weeks? since)|\\bsince (?:the |her |his )?last (?:${PRODUCT}|injections?|treatments?)`,
  'g',
);
const DATED = /\b(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b|\b(\d{4})-(\d{2})-(\d{2})\b/;
const WASTE = /\b(?:wast(?:e|ed|age)|discard\w*)\b/g;
const TIME = /\b\d{1,2}:\d{2}\b|\btime\b|\bat \d{1,2}(?:am|pm)\b/;
const REASON =
  /\b(?:single|unavoidabl\w*|expired|remain\w*|excess|left ?over|dose (?:needed|required)|because|due to|vial size|not needed|beyond)\b/;
const AMOUNT = /\b\d+(?:\.\d+)?\s?(?:units?|u)\b/;
const BENEFIT =
  /\b(?:(?:good|excellent|great|marked|significant|substantial|\d{2} ?%|fifty percent) (?:\w+ ){0,2}?(?:response|benefit|relief|improvement|reduction)|(?:reduc\w+|decreas\w+|improv\w+)\b[^.;]{0,50}\b(?:headaches?|migraines?|spasm\w*|tone|pain|dystonia|drooling|sweating)|responded well|(?:was|very|quite) (?:helpful|effective|beneficial))\b/g;
const NO_BENEFIT =
  /\b(?:no (?:significant |lasting |meaningful )?(?:benefit|relief|response|improvement)|did(?: not|n't) (?:help|respond|benefit)|ineffective|without (?:benefit|relief))\b/g;
const SCALE =
  /\b(?:twstrs|tsui|toronto western|midas|hit-?6|headache impact test|jankovic|jrs\b|bsdi|modified ashworth|ashworth|mas (?:score|of)|barthel|hdss|hyperhidrosis disease severity|drooling (?:severity|frequency)|unified spasmodic|vhi)\b/g;
const COSMETIC =
  /\bcosmetic\b|\bglabellar (?:lines|rhytid\w*)|\bcrow's feet|\bfrown lines|\bforehead lines|\brhytid\w*|\bwrinkles?\b/g;

/** `toxin.*`: time since the last treatment, its effect, waste, scales, and whether the look was the reason. */
export function readToxinCourse(chart: Chart): Fact[] {
  if (!mentions(chart, 'botox', 'toxin', 'botulin', 'dysport', 'xeomin', 'myobloc', 'daxxify', 'onabot', 'chemodenerv'))
    return [];
  const benefit = new Tally('toxin.benefit-documented');
  const waste = new Tally('toxin.waste-documented');
  const scale = new Tally('toxin.scale-documented');
  const spasticity = new Tally('toxin.spasticity-scale-documented');
  for (const statement of statementsWith(chart, TOXIN, SKIP)) {
    const { text, section } = statement;
    if (section.role === 'plan' || isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, NO_BENEFIT))
      benefit.say(false, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    for (const hit of matches(statement, BENEFIT)) {
      if (isDenied(text, hit.index, 30) || isFuture(text, hit.index, 40)) continue;
      benefit.say(true, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  }
  for (const statement of statementsWith(chart, WASTE, SKIP)) {
    const { text } = statement;
    // Date and clinician stand in the note; time, amount and reason are what a record of waste adds.
    if (AMOUNT.test(text) && TIME.test(text) && REASON.test(text)) waste.say(true, evidenceOf(chart, statement));
  }
  for (const statement of statementsWith(chart, SCALE, SKIP)) {
    if (!/\d/.test(statement.text)) continue;
    scale.say(true, evidenceOf(chart, statement));
    if (/ashworth|mas\b|barthel|twstrs/.test(statement.text)) spasticity.say(true, evidenceOf(chart, statement));
  }
  return [
    ...benefit.facts(),
    ...waste.facts(),
    ...scale.facts(),
    ...spasticity.facts(),
    ...cosmetic(chart),
    ...sinceLast(chart),
  ];
}

/** Only where the reader found that the look was treated: a disease may be told beside the word. */
function cosmetic(chart: Chart): Fact[] {
  const ours = chart.procedures.filter((one) => one.family === 'botulinum');
  if (ours.length === 0 || !ours.every((one) => one.kind === 'toxin-cosmetic')) return [];
  const tally = new Tally('toxin.cosmetic');
  for (const statement of statementsWith(chart, COSMETIC, SKIP)) tally.say(true, evidenceOf(chart, statement));
  return tally.facts();
}

function sinceLast(chart: Chart): Fact[] {
  const on = chart.dateOfService;
  const tally = new Tally('toxin.days-since-last');
  for (const statement of statementsWith(chart, TOXIN, SKIP)) {
    const { text, section } = statement;
    if (section.role === 'plan' || isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, LAST)) {
      if (isFuture(text, hit.index, 30)) continue;
      const from = Math.max(0, hit.index - 40);
      const near = text.slice(from, hit.index + hit[0].length + 60);
      const quote = evidenceOf(chart, statement, from, Math.min(text.length, from + near.length));
      const dated = DATED.exec(near);
      if (dated && on !== undefined) {
        const date = dated[4]
          ? `${dated[4]}-${dated[5]}-${dated[6]}`
          : `${dated[3]!.length === 2 ? `20${dated[3]}` : dated[3]}-${dated[1]!.padStart(2, '0')}-${dated[2]!.padStart(2, '0')}`;
        const days = daysBetween(date as never, on);
        if (Number.isFinite(days) && days > 0) tally.say(days, quote);
        continue;
      }
      const told = durationsIn(near).find((one) =>
        /^\s*(?:ago|since|earlier|prior|from)|^\W*$/.test(near.slice(one.end, one.end + 8)),
      );
      if (told?.days !== undefined && /ago|since/.test(near)) tally.say(told.days, quote);
      else if (told) tally.hint(quote);
    }
  }
  // `three months ago` and the date itself differ by days and say the same.
  return tally.facts((one, other) => Math.abs(Number(one) - Number(other)) <= 7);
}
