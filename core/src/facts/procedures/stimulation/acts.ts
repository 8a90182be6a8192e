import { allMatches } from '../../text/all-matches.ts';
/** What can be done to a part of a stimulator, and what a title or a sentence says was done to which part. */
export type Part = 'leads' | 'generator' | 'system';
export type Verb = 'trial' | 'place' | 'replace' | 'revise' | 'remove' | 'pull';

export interface Act {
  readonly verb: Verb;
  readonly part: Part;
}

const PARTS: readonly (readonly [Part, RegExp])[] = [
  [
    'generator',
    /\b(?:(?:implant\w+|internal\w*|new|old|depleted|programmable|rechargeable) )*(?:pulse[- ]generators?|generators?|ipgs?|batter(?:y|ies)|receivers?)\b/g,
  ],
  ['leads', /\b(?:leads?|electrodes?|arrays?|paddles?|octrodes?|octads?)\b/g],
  ['system', /\b(?:stimulators?|neurostimulators?|stimulation|neurostimulation|scs|dcs|systems?|devices?|hardware)\b/g],
];
const VERBS: readonly (readonly [Verb, RegExp])[] = [
  ['replace', /\b(?:replac\w+|exchang\w+|swap\w*|chang(?:e|ed|ing)(?:-?out)?|upgrad\w+)\b/g],
  ['revise', /\b(?:revis\w+|re-?position\w*|re-?locat\w+|re-?anchor\w*)\b/g],
  ['remove', /\b(?:remov\w+|ex-?plant\w*|extract\w*|pull(?:ed|ing)?|tak(?:en|ing) out|took out|withdraw\w*)\b/g],
  [
    'place',
    /\b(?:(?:re-?)?implant\w*|plac(?:e|ed|ing|ement)|insert\w*|internali[sz]\w+|introduc\w+|position(?:ed|ing)|advanc\w+|thread(?:ed|ing)|(?:was|were) (?:driven|steered|passed)|laminectom\w+ (?:for|lead))\b/g,
  ],
];
const TRIAL = /\b(?:trial(?:s|led|ing)?|temporary|test (?:lead|stimulat\w+)|externali[sz]\w+|screening)\b/;
/** A trial that lies before the permanent implant. */
const AFTER_TRIAL =
  /\b(?:permanent|implantable pulse generator|\bipg\b|internali[sz]\w+|stage (?:2|ii|two)|(?:successful|after|following|positive|completed|s\/p|status post|previous|prior)\b[^.;]{0,40}\btrial)\b/;

interface At {
  readonly start: number;
  readonly end: number;
}

/** Every act on every part that one stretch of a title names; the verb nearest to a part counts for it. */
export function actsOf(words: string): Act[] {
  const trial = isTrial(words);
  const verbs = VERBS.flatMap(([verb, pattern]) => find(words, pattern).map((at) => ({ verb, ...at }))).filter(
    (one) => !isAdjective(words, one),
  );
  const parts = PARTS.flatMap(([part, pattern]) => find(words, pattern).map((at) => ({ part, ...at })));
  const exact = parts.filter((one) => one.part !== 'system' && !isBystander(words, one));
  const acts: Act[] = [];
  const add = (verb: Verb, part: Part) => {
    if (!acts.some((one) => one.verb === verb && one.part === part)) acts.push({ verb, part });
  };
  for (const one of exact.length > 0 ? exact : parts) {
    const near = nearest(one, verbs, words);
    if (near.length === 0) {
      if (trial && one.part !== 'generator') add('trial', one.part);
      continue;
    }
    for (const { verb } of near) {
      if (trial && one.part !== 'generator') add(verb === 'remove' ? 'pull' : 'trial', one.part);
      else add(verb, one.part);
    }
  }
  if (acts.length === 0 && trial) add('trial', 'system');
  return joined(acts);
}

export function isTrial(words: string): boolean {
  return TRIAL.test(words) && !AFTER_TRIAL.test(words);
}

/** A part that something is connected to was there before. */
function isBystander(words: string, part: At): boolean {
  return /\b(?:connect\w*|attach\w*) (?:to|with) (?:[\w-]+ ){0,4}$|\b(?:existing|previously (?:placed|implanted)|indwelling) (?:[\w-]+ )?$/.test(
    words.slice(Math.max(0, part.start - 70), part.start),
  );
}

/** "Placed percutaneous leads" has a verb, "a previously implanted stimulator" only an adjective. */
function isAdjective(words: string, verb: At): boolean {
  const before = words.slice(Math.max(0, verb.start - 24), verb.start);
  const said = words.slice(verb.start, verb.end);
  if (/\b(?:previously|existing|prior|already|old|currently|chronically)[- ]$/.test(before)) return true;
  return /^implant(?:able|ed)$/.test(said) && !/\b(?:was|were|been|then|successfully|and)\s$/.test(before);
}

/** The verbs that a part belongs to: those right before or behind it, and what is joined to them by "and". */
function nearest<T extends At & { verb: Verb }>(part: At, verbs: readonly T[], words: string): T[] {
  const ranked = verbs
    .map((verb) => ({ verb, gap: verb.end <= part.start ? part.start - verb.end : verb.start - part.end + 2 }))
    .filter(({ verb }) => {
      const [from, to] = verb.end <= part.start ? [verb.end, part.start] : [part.end, verb.start];
      return !/[;\n]|\d\.\s/.test(words.slice(from, to));
    })
    .toSorted((one, other) => one.gap - other.gap);
  const [first] = ranked;
  if (!first) return [];
  const twin = ranked.find(({ verb }) => {
    const [one, other] = verb.start < first.verb.start ? [verb, first.verb] : [first.verb, verb];
    return verb !== first.verb && /^\s*(?:and|&|\/|with)\s*$/.test(words.slice(one.end, other.start));
  });
  return twin ? [first.verb, twin.verb] : [first.verb];
}

/** Taken out and put in is a replacement, and what replaces is not also placed. */
function joined(acts: readonly Act[]): Act[] {
  const result: Act[] = [];
  for (const part of ['leads', 'generator', 'system'] as const) {
    const verbs = new Set(acts.filter((act) => act.part === part).map((act) => act.verb));
    if (verbs.has('remove') && (verbs.has('place') || verbs.has('replace'))) {
      verbs.delete('remove');
      verbs.add('replace');
    }
    if (verbs.has('replace')) for (const verb of ['place', 'revise'] as const) verbs.delete(verb);
    if (verbs.has('trial')) verbs.delete('place');
    for (const verb of verbs) result.push({ verb, part });
  }
  return result;
}

function find(words: string, pattern: RegExp): At[] {
  return [...allMatches(words, pattern)].map((one) => ({ start: one.index, end: one.index + one[0].length }));
}

export { joined as joinActs };
