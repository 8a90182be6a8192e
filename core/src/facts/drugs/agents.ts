import type { Agent } from '../../model/procedure.ts';
import { may, quote, type ProcedureNote, type Sentence } from '../text/note.ts';
import type { DrugMention } from './drug-mentions.ts';
import { amountOf, round } from './amount.ts';
import { eachOf } from './each.ts';
import { ONCE, type Factor, type Places } from './factor.ts';
import { preparation } from './preparation.ts';
import { givenAnew, givenApart, sameAgain } from './repeated.ts';
import { amountAndItsParts, statedTotal } from './stated-total.ts';
import { wastedOf } from './waste.ts';

export type { Places } from './factor.ts';

const ALL_FREE = /all (?:\w+ )?(?:medications?|drugs|solutions) (?:\w+ )?were preservative[- ]?free/;
const SHARED_OUT = /\b(?:divided|split|shared|equally (?:between|among|to|into)|among|distributed)\b/;
const IN_ALL = /\b(?:total|in all|altogether)\b/;

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
  const factor = timesGiven(note, best, list, body, places, all);
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

/** What the amount told is multiplied by: what the note says itself goes before what we work out. */
function timesGiven(
  note: ProcedureNote,
  mention: DrugMention,
  list: readonly DrugMention[],
  body: readonly Sentence[],
  places: Places,
  all: readonly DrugMention[],
): Factor {
  const { start, end, section } = mention.sentence;
  const words = note.lower.slice(start, end);
  const said =
    statedTotal(note, mention, list, body, places, all) ??
    amountAndItsParts(note, mention, places) ??
    (SHARED_OUT.test(words) ? ONCE : undefined) ??
    givenAnew(note, mention, list) ??
    preparation(note, mention, body, places, all) ??
    (IN_ALL.test(words) ? ONCE : undefined);
  if (said) return said;
  const each = eachOf(words, start, places);
  if (each) {
    const says =
      each.count === undefined
        ? 'stated for each place; how many is open'
        : each.count > 1
          ? `× ${each.count}`
          : undefined;
    return { times: each.count, says, evidence: [each] };
  }
  if (section.role === 'title') return ONCE;
  return givenApart(note, mention, list, places) ?? sameAgain(note, mention, body, places) ?? ONCE;
}
