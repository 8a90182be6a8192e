import type { Agent } from '../../model/procedure.ts';
import { may, quote, type ProcedureNote, type Sentence } from '../text/note.ts';
import type { DrugMention } from './drug-mentions.ts';
import { scanQuantities } from './quantities.ts';

/** What the amounts of a note are multiplied by: how many places each kind of `each` means. */
export interface Places {
  /** Levels × sides; undefined when the note leaves levels open. */
  readonly sites: number | undefined;
  readonly levels: number | undefined;
  readonly sides: number;
  readonly nerves: number | undefined;
}

const EACH =
  /\b(?:each|per|every|ea\.?) (?:of the (?:\w+ ){0,3}?)?(level|site|side|joint|facet|nerve|medial branch|branch|foramen|needle|target|location|area|injection|root)/;
const EACH_OTHER =
  /\b(?:at|to|into|through|on|in) each\b|\beach (?:was|received)\b|\bapiece\b|\b(?:ml|cc|mg|lidocaine|bupivacaine)\s+ea(?:ch)?\b|\bea(?:ch)?\W*$/;
const MIXTURE =
  /\b(?:mixture|solution|combination|cocktail|injectate|total)\b[^.]{0,40}?\b(?:of|consisting|containing|comprised|composed|made|contained|consisted)\b|\bcontaining\b|\bconsist/;
/** `1 mL of a mixture`, and how much was drawn up of it. */
const PORTION =
  /(\d+(?:\.\d+)?) ?(?:ml|cc)s? of (?:an? |the |this )?(?:\w+ ){0,2}?(?:mixture|solution|combination|cocktail|injectate)\b/;
const DRAWN = /\bin (\d+(?:\.\d+)?) ?(?:ml|cc)\b/;
const GIVEN_PART = /\b(?:mixture|solution|injectate|combination|medication|cocktail|this|total volume)\b/;
const SAME_AGAIN =
  /\bsame (?:\w+ ){0,5}?(?:mixture|solution|medications?|injectate|amount|dose|volume|steroid)\b[^.]{0,60}\b(?:inject|deliver|deposit|administ|given|used)/;
const REPEATED =
  /\b(?:same|identical|similar|this|exact|procedure|technique|process|steps?)\b[^.]{0,60}\b(?:repeat|carried out|performed|done|used)\w*\b[^.]{0,60}\b(?:other|opposite|contralateral|right|left|remaining|levels?|each|at|side)\b|\brepeated (?:on|at|for|in)\b|\bsimilarly\b|\bin (?:a|an) (?:similar|identical) (?:fashion|manner)/;

const ALL_FREE = /all (?:\w+ )?(?:medications?|drugs|solutions) (?:\w+ )?were preservative[- ]?free/;
const WASTED = /\b(?:wast(?:e|ed|age)|discard(?:ed)?)\b/;

/** One Agent a drug, with the total given as far as the note lets us compute it, and how. */
export function agentsFrom(
  note: ProcedureNote,
  mentions: readonly DrugMention[],
  body: readonly Sentence[],
  places: Places,
): Agent[] {
  const byDrug = new Map<string, DrugMention[]>();
  for (const mention of mentions) {
    if (mention.name.drug.role === 'contrast') continue;
    const list = byDrug.get(mention.name.drug.name) ?? [];
    list.push(mention);
    byDrug.set(mention.name.drug.name, list);
  }
  if (
    [...byDrug.values()].some(
      ([one]) => one?.name.drug.role === 'steroid' && !one.name.drug.name.endsWith('unspecified'),
    )
  ) {
    for (const name of byDrug.keys()) if (name.endsWith('unspecified')) byDrug.delete(name);
  }
  const agents: Agent[] = [];
  for (const [drug, list] of byDrug) agents.push(agent(note, drug, list, body, places, mentions));
  return agents;
}

/** Contrast as what was given, for the rare procedure in which nothing else was. */
export function contrastAgents(note: ProcedureNote, mentions: readonly DrugMention[]): Agent[] {
  const [first] = mentions
    .filter((mention) => mention.name.drug.role === 'contrast')
    .toSorted((one, other) => other.quantities.length - one.quantities.length);
  return first
    ? [{ drug: first.name.drug.name, role: 'contrast', evidence: [quote(note, first.whole.start, first.whole.end)] }]
    : [];
}

interface Amount {
  readonly milligrams: number | undefined;
  readonly units: number | undefined;
  readonly millilitres: number | undefined;
  readonly percent: number | undefined;
  readonly says: string | undefined;
}

function agent(
  note: ProcedureNote,
  drug: string,
  list: readonly DrugMention[],
  body: readonly Sentence[],
  places: Places,
  all: readonly DrugMention[],
): Agent {
  const best =
    list.find((mention) => amountOf(mention).milligrams !== undefined && mention.sentence.section.role !== 'title') ??
    list.find((mention) => amountOf(mention).milligrams !== undefined) ??
    list.find((mention) => mention.quantities.length > 0) ??
    list[0]!;
  const once = amountOf(best);
  const factor = timesGiven(note, best, body, places, all);
  const times = (value: number | undefined) =>
    value === undefined || factor.times === undefined ? undefined : round(value * factor.times);
  const says = [once.says, factor.says].filter((part) => part !== undefined).join('; ');
  const around = note.lower.slice(Math.max(0, best.whole.start - 40), best.whole.end + 30);
  const sentence = note.lower.slice(best.sentence.start, best.sentence.end);
  const wasted = wastedOf(note, drug, body, list, all);
  const singleDose = /single[- ](?:dose|use)|\bsdv\b/.test(sentence)
    ? true
    : /multi(?:ple)?[- ]?(?:dose|use)|\bmdv\b/.test(sentence)
      ? false
      : undefined;
  const free =
    /preservative[- ]?free|\bpf\b|non-?preserved|without preservative/.test(around) ||
    (may(note, ALL_FREE) && body.some((one) => ALL_FREE.test(note.lower.slice(one.start, one.end))));
  return {
    drug,
    role: best.name.drug.role,
    ...(times(once.milligrams) === undefined ? {} : { milligrams: times(once.milligrams) }),
    ...(times(once.units) === undefined ? {} : { units: times(once.units) }),
    ...(times(once.millilitres) === undefined ? {} : { millilitres: times(once.millilitres) }),
    ...(once.percent === undefined ? {} : { concentration: `${once.percent}%` }),
    ...(wasted === undefined ? {} : { wasted }),
    ...(singleDose === undefined ? {} : { singleDose }),
    ...(free ? { preservativeFree: true } : {}),
    evidence: [
      quote(note, best.whole.start, best.whole.end),
      ...factor.evidence.map((at) => quote(note, at.start, at.end)),
    ],
    ...(says === '' ? {} : { derivation: says }),
  };
}

/** The amount as one mention states it. */
function amountOf(mention: DrugMention): Amount {
  const of = (measure: string) => mention.quantities.find((quantity) => quantity.measure === measure);
  const [mg, strengthStated, volume, percent, units] = [of('mg'), of('mg/mL'), of('mL'), of('%'), of('units')];
  const millilitres = volume?.value ?? mg?.per;
  const strength = strengthStated?.value ?? mention.name.strength;
  let milligrams = mg?.value;
  let says: string | undefined;
  // `80 mg/2 mL, 1 mL`: a strength in disguise when another volume is given.
  if (mg?.per !== undefined && volume !== undefined && volume.value !== mg.per) {
    milligrams = round((mg.value / mg.per) * volume.value);
    says = `${volume.value} mL of ${mg.value} mg per ${mg.per} mL = ${milligrams} mg`;
  } else if (milligrams === undefined && strength !== undefined && millilitres !== undefined) {
    milligrams = round(strength * millilitres);
    says = `${millilitres} mL of ${strength} mg/mL = ${milligrams} mg`;
  }
  return { milligrams, units: units?.value, millilitres: volume?.value ?? mg?.per, percent: percent?.value, says };
}

interface Factor {
  readonly times: number | undefined;
  readonly says: string | undefined;
  readonly evidence: readonly { readonly start: number; readonly end: number }[];
}

function timesGiven(
  note: ProcedureNote,
  mention: DrugMention,
  body: readonly Sentence[],
  places: Places,
  all: readonly DrugMention[],
): Factor {
  const sentence = note.lower.slice(mention.sentence.start, mention.sentence.end);
  const part = partOfMixture(note, mention, body, places, all) ?? shareOfMixture(note, mention, places);
  if (part) return part;
  if (/\b(?:total|in all|altogether|divided|split|equally)\b/.test(sentence))
    return { times: 1, says: undefined, evidence: [] };
  const each = EACH.exec(sentence) ?? EACH_OTHER.exec(sentence);
  if (each) {
    const times = countOf(each[1], places);
    const at = {
      start: mention.sentence.start + each.index,
      end: mention.sentence.start + each.index + each[0].length,
    };
    return {
      times,
      says: times === undefined ? 'stated for each place; how many is open' : times > 1 ? `× ${times}` : undefined,
      evidence: [at],
    };
  }
  if (mention.sentence.section.role === 'title') return { times: 1, says: undefined, evidence: [] };
  const later = body.filter((one) => one.start >= mention.sentence.start);
  const same =
    may(note, SAME_AGAIN) &&
    later.find((one) => one !== mention.sentence && SAME_AGAIN.test(note.lower.slice(one.start, one.end)));
  if (same) return { times: 2, says: 'the same again: × 2', evidence: [same] };
  const again =
    may(note, REPEATED) &&
    later.find(
      (one) =>
        REPEATED.test(note.lower.slice(one.start, one.end)) &&
        !/previously|in the past/.test(note.lower.slice(one.start, one.end)),
    );
  const count = places.nerves ?? places.sites;
  if (again && count === undefined) return { times: undefined, says: 'repeated; how often is open', evidence: [again] };
  if (again && count !== undefined && count > 1)
    return { times: count, says: `repeated: × ${count}`, evidence: [again] };
  return { times: 1, says: undefined, evidence: [] };
}

/** `a solution of 9 mL A and 1 mL B … 2 mL at each level`: the share of what was drawn up that was given. */
function partOfMixture(
  note: ProcedureNote,
  mention: DrugMention,
  body: readonly Sentence[],
  places: Places,
  all: readonly DrugMention[],
): Factor | undefined {
  const own = note.lower.slice(mention.sentence.start, mention.sentence.end);
  if (!MIXTURE.test(own)) return undefined;
  const together = all.filter((one) => one.sentence === mention.sentence && one.name.drug.role !== 'contrast');
  const volumes = together.map(
    (one) =>
      one.quantities.find((quantity) => quantity.measure === 'mL')?.value ??
      one.quantities.find((quantity) => quantity.per !== undefined)?.per,
  );
  if (volumes.length < 2 || volumes.includes(undefined)) return undefined;
  const drawn = volumes.reduce<number>((sum, volume) => sum + (volume ?? 0), 0);
  const used = new Set(together.flatMap((one) => one.quantities.map((quantity) => quantity.start)));
  let given = 0;
  let each: RegExpExecArray | null = null;
  let repeated = false;
  const evidence: { start: number; end: number }[] = [];
  for (const sentence of body) {
    if (sentence.start < mention.sentence.start) continue;
    const words = note.lower.slice(sentence.start, sentence.end);
    if (given > 0 && REPEATED.test(words)) {
      repeated = true;
      break;
    }
    if (sentence !== mention.sentence && !GIVEN_PART.test(words)) continue;
    if (!/inject|deliver|deposit|administ|instill|given|placed/.test(words)) continue;
    const volume = scanQuantities(note.lower, sentence.start, sentence.end).find(
      (one) => one.measure === 'mL' && !used.has(one.start),
    );
    if (!volume || volume.value >= drawn) continue;
    each ??= EACH.exec(words) ?? EACH_OTHER.exec(words);
    given += volume.value;
    evidence.push({ start: volume.start, end: volume.end });
  }
  if (given > 0) {
    const count = each
      ? countOf(each[1], places)
      : repeated
        ? (places.nerves ?? places.sites)
        : places.sites === 1
          ? 1
          : undefined;
    if (count === undefined) return { times: undefined, says: 'part of a mixture; how often is open', evidence };
    return shareGiven(round(given * count), drawn, evidence);
  }
  return undefined;
}

/** `1 mL of a mixture of bupivacaine with 8 mg dexamethasone in 8 mL at each`: the whole was drawn up once. */
function shareOfMixture(note: ProcedureNote, mention: DrugMention, places: Places): Factor | undefined {
  const { start, end } = mention.sentence;
  const own = note.lower.slice(start, end);
  const portion = PORTION.exec(own);
  const each = EACH.exec(own) ?? EACH_OTHER.exec(own);
  if (!portion || !each || start + portion.index > mention.whole.start) return undefined;
  const evidence = [{ start: start + portion.index, end: start + portion.index + portion[0].length }];
  const whole = DRAWN.exec(note.lower.slice(mention.whole.start, end));
  const count = countOf(each[1], places);
  if (!whole || count === undefined)
    return { times: undefined, says: 'part of a mixture; how much of it is open', evidence };
  return shareGiven(round(Number(portion[1]) * count), Number(whole[1]), evidence);
}

/** So many millilitres of those drawn up once; more than were drawn up is a contradiction, and no share. */
function shareGiven(given: number, drawn: number, evidence: Factor['evidence']): Factor {
  if (given > drawn + 1e-9)
    return { times: undefined, says: `${given} mL given is more than the ${round(drawn)} mL of one mixture`, evidence };
  return { times: given / drawn, says: `${given} of ${round(drawn)} mL given`, evidence };
}

function countOf(word: string | undefined, places: Places): number | undefined {
  if (word === 'side') return places.sides;
  if (word === 'level') return places.levels === undefined ? undefined : places.sites;
  if (word === 'nerve' || word === 'medial branch' || word === 'branch') return places.nerves ?? places.sites;
  return places.nerves ?? places.sites;
}

function wastedOf(
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

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
