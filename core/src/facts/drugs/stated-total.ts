import type { ProcedureNote, Sentence } from '../text/note.ts';
import { amountOf } from './amount.ts';
import type { DrugMention } from './drug-mentions.ts';
import type { Factor, Places } from './factor.ts';
import { numberOf, scanQuantities, type Quantity } from './quantities.ts';

/** A volume or a time in all is not the drug's. */
const TOTAL =
  /\b(?:in total|total(?! (?:volume|of [\d.]+ ?(?:ml|cc)))|in all|altogether|all ?together|all told|together(?! with\b)|an aggregate of|aggregate)\b/g;
/** Where the places are open, no more than a session has of one procedure. */
const MOST_OPEN = 6;
/** Between the word and its figure: a few words, no other figure. */
const BEFORE = /^[^\d.;]{0,40}$/;
/** `so forty total`: a figure without its measure, believed when it is the amount told for every place. */
const BARE = /\b(\d{1,3}|[a-z]+) $/;
const AFTER = /^[^\d.;]{0,32}$/;

/** `20 mg at each needle, 40 mg in all`: the total that the note states itself stands before any arithmetic of ours. */
export function statedTotal(
  note: ProcedureNote,
  mention: DrugMention,
  list: readonly DrugMention[],
  body: readonly Sentence[],
  places: Places,
  all: readonly DrugMention[],
): Factor | undefined {
  const once = amountOf(mention).milligrams;
  if (once === undefined || mention.name.drug.role !== 'steroid') return undefined;
  const near = new Set(list.map((one) => one.sentence));
  for (const sentence of [...near, ...body.filter((one) => one.start > mention.start && !near.has(one))]) {
    const total = totalIn(note, sentence, mention, all, places);
    if (!total || total.value < once) continue;
    // Told elsewhere it may be of other procedures too: more than this one's places can have had is not its own.
    const most = places.sites === undefined ? MOST_OPEN : Math.max(places.nerves ?? 1, places.sites, list.length);
    if (sentence !== mention.sentence && total.value > once * most) continue;
    const says = total.value === once ? undefined : `${total.value} mg in all`;
    return { times: total.value / once, says, evidence: total.value === once ? [] : [total] };
  }
  return undefined;
}

/** `15 mg … so 5 mg at each of three`: two amounts of one sentence of which one is the other for every place. */
export function amountAndItsParts(note: ProcedureNote, mention: DrugMention, places: Places): Factor | undefined {
  const once = amountOf(mention).milligrams;
  if (once === undefined) return undefined;
  const { start, end } = mention.sentence;
  const counts = countsOf(places);
  const other = scanQuantities(note.lower, start, end).find(
    (one) =>
      one.measure === 'mg' &&
      one.per === undefined &&
      counts.some((count) => one.value * count === once || once * count === one.value),
  );
  if (!other) return undefined;
  return other.value < once
    ? { times: 1, says: undefined, evidence: [other] }
    : { times: other.value / once, says: `${other.value} mg in all`, evidence: [other] };
}

/** How many places there may have been, when more than one. */
function countsOf({ nerves, sites, sides }: Places): number[] {
  return [nerves, sites, sides].filter((count) => count !== undefined).filter((count) => count > 1);
}

function totalIn(
  note: ProcedureNote,
  sentence: Sentence,
  mention: DrugMention,
  all: readonly DrugMention[],
  places: Places,
): Quantity | undefined {
  if (!note.sentenceIndex.may(sentence, TOTAL)) return undefined;
  const once = amountOf(mention).milligrams!;
  const counts = countsOf(places);
  const words = note.lower.slice(sentence.start, sentence.end);
  const amounts = scanQuantities(note.lower, sentence.start, sentence.end).filter((one) => one.measure === 'mg');
  for (const found of words.matchAll(TOTAL)) {
    const start = sentence.start + found.index;
    const end = start + found[0].length;
    const before = amounts.findLast((one) => one.end <= start && BEFORE.test(note.lower.slice(one.end, start)));
    const after = amounts.find((one) => one.start >= end && AFTER.test(note.lower.slice(end, one.start)));
    const closer = before && after ? (start - before.end <= after.start - end ? before : after) : (before ?? after);
    if (closer && isOf(closer, sentence, mention, all)) return closer;
    const bare = closer || sentence !== mention.sentence ? undefined : BARE.exec(words.slice(0, found.index));
    const value = numberOf(bare?.[1] ?? '');
    if (bare && value !== undefined && counts.some((count) => value === count * once))
      return { value, measure: 'mg', start: sentence.start + bare.index, end };
  }
  return undefined;
}

/** The drug named closest to the figure is this one; unnamed, it is the only steroid's. */
function isOf(amount: Quantity, sentence: Sentence, mention: DrugMention, all: readonly DrugMention[]): boolean {
  const specific = all.filter((one) => !one.name.drug.name.endsWith('unspecified'));
  const steroids = new Set(specific.filter((one) => one.name.drug.role === 'steroid').map((one) => one.name.drug.name));
  const here = specific.filter((one) => one.sentence === sentence);
  const owner = here.find((one) => one.quantities.some((own) => own.start === amount.start));
  // An anesthetic is told in percent: a multiple of the steroid's amount that stands beside it is the steroid's.
  const once = amountOf(mention).milligrams!;
  if (owner && owner.name.drug.role !== 'anesthetic') return owner.name.drug === mention.name.drug;
  if (owner && (sentence !== mention.sentence || amount.value % once !== 0)) return false;
  return steroids.size === 1;
}
