import type { ProcedureNote, Sentence } from '../text/note.ts';
import { round } from './amount.ts';
import type { DrugMention } from './drug-mentions.ts';
import { eachOf, type Each } from './each.ts';
import { ONCE, type Factor, type Places } from './factor.ts';
import { isRepeated } from './repeated.ts';
import { scanQuantities, type Quantity } from './quantities.ts';

const MIXED =
  /\b(?:mixture|mix|mixed|solution|combination|cocktail|injectate|preparation|syringe|drawn up|made up|following|contain\w*|consist\w*|compris\w*|composed)\b/;
/** `6 mg in 3 mL of bupivacaine`, `40 mg / 3 mL bupivacaine`: a preparation without a word for it. */
const DISSOLVED = /^\s*(?:(?:diluted|mixed|dissolved) )?(?:in|\/) (?:a total (?:volume )?of )?[\d.]+ ?(?:ml|cc)/;
/** The volume of the whole, when it is said: `made up to 3 mL`, `(5 mL all told)`. */
const WHOLE = /\b(?:made|brought|diluted|filled|up) (?:up )?to (?:a (?:total )?(?:volume )?of )?$/;
const WHOLE_AFTER = /^ ?(?:all told|in all|altogether|total\b)/;
/** `8 mg dexamethasone in 8 mL at each`: no drug follows the volume. */
const IN = /\bin (?:a (?:total )?(?:volume )?of )?$/;
const NO_DRUG = /^\s*(?:[,.;)]|at\b|was\b|were\b|to\b|into\b|in\b|$)/;
const PORTION_AFTER =
  /^\s*(?:of (?:it|this|that|which)\b|of (?:an? |the |this |that )?(?:\w+ ){0,2}?(?:mixture|mix|solution|combination|cocktail|injectate|preparation|following)\b|(?:(?:was|were) )?(?:\w+ ){0,2}?(?:at|to|into|in|on|through|via|down|by way of|for) (?:each|every|all)\b|per \w|each\b|ea\b|apiece|(?:\w+ ){0,2}?from (?:a|the|one) )/;
const PORTION_BEFORE =
  /\b(?:each|every|all) [^.;\d]{0,30}?(?:received|got|took|accepted|given|went|injected with)(?: about)? $/;
const OF_PORTION = /^ of (?:this|it|that)(?: \w+)? \($/;
const PART =
  /\b(?:one )?(half|third|quarter|fourth|fifth|sixth) (?:of (?:this|it|that|the (?:mix\w*|solution|syringe))|(?:\w+ ){0,2}?(?:to|into|in|at) each)/;
const PARTS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6 };
const USED_UP =
  /\b(?:whole|entire|all of the|remainder of the|rest of the) (?:\w+ )?(?:syringe|mixture|solution|volume)\b[^.]{0,20}(?:used|given|injected)|exhausting the|\bused up\b|\bthe other [\d.]+ (?:ml|cc)\b/;
const DISCARDED = /\b(?:wast(?:e|ed)|discard(?:ed)?)\b/;
const GIVEN_PART = /\b(?:mixture|solution|injectate|combination|medication|cocktail|this|total volume)\b/;
const GIVEN = /inject|deliver|deposit|administ|instill|given|placed/;

/** One preparation drawn up for all places, of which each got a portion: the drug of it counts once, or by its share. */
export function preparation(
  note: ProcedureNote,
  mention: DrugMention,
  body: readonly Sentence[],
  places: Places,
  all: readonly DrugMention[],
): Factor | undefined {
  const { start, end } = mention.sentence;
  const words = note.lower.slice(start, end);
  const mg = mention.quantities.find((one) => one.measure === 'mg');
  if (!MIXED.test(words) && !(mg && dissolved(note, mention, mg))) return undefined;
  const later = body.filter((one) => one.start > start);
  const part = PART.exec(words);
  if (part) {
    const each = eachOf(words, start, places);
    const share = (each?.count ?? 1) / PARTS[part[1]!]!;
    const at = { start: start + part.index, end: start + part.index + part[0].length };
    if (each && each.count !== undefined && share <= 1)
      return { times: share, says: share === 1 ? undefined : `${part[0]} at each of ${each.count}`, evidence: [at] };
  }
  const usedUp = [mention.sentence, ...later].some((one) => {
    const said = note.lower.slice(one.start, one.end);
    return USED_UP.test(said) && !DISCARDED.test(said);
  });
  if (usedUp) return ONCE;
  // `0.5 mL of this (10 mg)`: the amount is the portion's own.
  const volumes = scanQuantities(note.lower, start, end).filter((one) => one.measure === 'mL');
  const isPortion = (one: Quantity) =>
    PORTION_AFTER.test(note.lower.slice(one.end, one.end + 60)) ||
    PORTION_BEFORE.test(note.lower.slice(start, one.start));
  const whole = drawnUp(note, mention, all, volumes, isPortion);
  const portion = volumes.find((one) => isPortion(one) && one !== whole.at);
  if (portion && mg && OF_PORTION.test(note.lower.slice(portion.end, mg.start))) return undefined;
  if (!portion) return MIXED.test(words) ? inLater(note, later, places, whole) : undefined;
  const each = eachOf(words, start, places);
  const count = each
    ? each.count
    : isRepeated(note, later)
      ? (places.nerves ?? places.sites)
      : places.sites === 1
        ? 1
        : undefined;
  return shared(portion.value, count, whole, each ? [portion, each] : [portion]);
}

interface Whole {
  /** Sum of the volumes that are said. */
  readonly known: number;
  /** False when a part of the mixture has no volume of its own. */
  readonly full: boolean;
  /** The figure that states the whole. */
  readonly at?: Quantity;
}

function dissolved(note: ProcedureNote, mention: DrugMention, mg: Quantity): boolean {
  return mg.per !== undefined || DISSOLVED.test(note.lower.slice(Math.max(mg.end, mention.end), mention.sentence.end));
}

function drawnUp(
  note: ProcedureNote,
  mention: DrugMention,
  all: readonly DrugMention[],
  volumes: readonly Quantity[],
  isPortion: (one: Quantity) => boolean,
): Whole {
  const { start } = mention.sentence;
  const at = volumes.find(
    (one) =>
      WHOLE.test(note.lower.slice(start, one.start)) ||
      WHOLE_AFTER.test(note.lower.slice(one.end, one.end + 14)) ||
      (IN.test(note.lower.slice(start, one.start)) && NO_DRUG.test(note.lower.slice(one.end, mention.sentence.end))),
  );
  if (at) return { known: at.value, full: true, at };
  let known = 0;
  let full = true;
  // `40 mg in 4 mL`: 4 mL are the whole.
  const dissolvedHere = mention.quantities.some((one) => one.measure === 'mg' && dissolved(note, mention, one));
  const together = all.filter((one) => one.sentence === mention.sentence && one.name.drug.role !== 'contrast');
  for (const one of together) {
    const own =
      one.quantities.find((quantity) => quantity.measure === 'mL' && !isPortion(quantity))?.value ??
      one.quantities.find((quantity) => quantity.per !== undefined)?.per ??
      (dissolvedHere && one === mention ? 0 : ofStrength(one));
    if (own !== undefined) known += own;
    else full = false;
  }
  return { known: round(known), full: full && together.length > 1 };
}

function ofStrength({ name, quantities }: DrugMention): number | undefined {
  const mg = quantities.find((one) => one.measure === 'mg')?.value;
  const strength = quantities.find((one) => one.measure === 'mg/mL')?.value ?? name.strength;
  return mg === undefined || strength === undefined ? undefined : mg / strength;
}

/** `… was prepared. 2 mL of the solution was injected into each joint.` */
function inLater(note: ProcedureNote, later: readonly Sentence[], places: Places, whole: Whole): Factor | undefined {
  let given = 0;
  let each: Each | undefined;
  let repeated = false;
  const evidence: { start: number; end: number }[] = [];
  for (const sentence of later) {
    const words = note.lower.slice(sentence.start, sentence.end);
    if (given > 0 && isRepeated(note, [sentence])) {
      repeated = true;
      break;
    }
    if (!GIVEN_PART.test(words) || !GIVEN.test(words)) continue;
    const volume = scanQuantities(note.lower, sentence.start, sentence.end).find((one) => one.measure === 'mL');
    if (!volume || (whole.full && volume.value >= whole.known)) continue;
    each ??= eachOf(words, sentence.start, places);
    given += volume.value;
    evidence.push({ start: volume.start, end: volume.end });
  }
  if (given === 0) return undefined;
  const all = places.nerves ?? places.sites;
  const count = each ? each.count : repeated ? all : places.sites === 1 ? 1 : undefined;
  return shared(given, count, whole, evidence);
}

/** What `count` portions are of the whole. More than was drawn up is a contradiction, and no share. */
function shared(portion: number, count: number | undefined, whole: Whole, evidence: Factor['evidence']): Factor {
  if (count === undefined) return { times: undefined, says: 'part of a mixture; how often is open', evidence };
  const given = round(portion * count);
  if (!whole.full) {
    // The other parts alone fill a portion: it cannot have been mixed for one place. Together the portions take all.
    if (count === 1 && portion > whole.known) return ONCE;
    if (portion <= whole.known && given >= whole.known) return { ...ONCE, evidence };
    return { times: undefined, says: 'part of a mixture; how much of it is open', evidence };
  }
  if (portion >= whole.known - 1e-9) return { times: count, says: count > 1 ? `× ${count}` : undefined, evidence };
  if (given > whole.known + 1e-9)
    return { times: undefined, says: `${given} mL given is more than the ${whole.known} mL of one mixture`, evidence };
  return { times: given / whole.known, says: `${given} of ${whole.known} mL given`, evidence };
}
