import type { ProcedureNote, Sentence, Span } from '../../text/note.ts';
import { assertionOf } from '../../text/assertion.ts';
import type { Injected } from './toxin-targets.ts';

/** What the note says of amounts: given, left over, and drawn from. */
export interface Dose {
  readonly units: number | undefined;
  readonly wasted: number | undefined;
  readonly vial: number | undefined;
  readonly multiDose: boolean;
  readonly derivation: string | undefined;
  readonly at: readonly Span[];
  /** The total as stated and the sum of the parts, when both are known and differ. */
  readonly differ: { readonly stated: number; readonly sum: number; readonly at: Span } | undefined;
}

const N = '(\\d{1,2},\\d{3}|\\d+(?:\\.\\d+)?)';
const U = '[\\s-]?(?:units?|u|iu)(?![a-z])';
const TOTAL = [
  new RegExp(
    `\\btotal\\b(?! (?:of )?${N}${U}[^.\\d]{0,30}(?:wast|discard|reconstitut|vial))[^.\\d\\n]{0,50}?${N}(?:${U})?(?! (?:sites?|muscles?|ml|cc|injection|location))`,
  ),
  new RegExp(`${N}${U} (?:in )?(?:total|altogether|in all)\\b`),
  new RegExp(
    `\\b${N}${U}[^.;\\n]{0,120}?(?:\\b(?:was|were) (?:then )?(?:injected|administered|given|used|distributed|divided)|\\binjected\\b)`,
  ),
  new RegExp(
    `\\b(?:injected|administered|received|gave|used|amount (?:used|given|injected)|dose (?:given|used|administered|injected)|units (?:used|given|injected|administered)|dose)\\b[^.;\\d\\n]{0,40}?${N}${U}`,
  ),
  new RegExp(`\\bunits (?:used|given|injected|administered)\\s*[:=]?\\s*${N}\\b`),
];
const NOT_TOTAL =
  /\bvials?\b|reconstitut|\bdilut|\bmixed\b|\bsaline\b|\bconcentration|\bper (?:0?\.\d|m?l\b|cc|sites?|muscles?|side|injection)/;
const WASTED = [
  new RegExp(`${N}${U}[^.;\\n\\d]{0,40}?\\b(?:wast(?:e|ed|age)|discard\\w*|unused|disposed|unavoidabl)`),
  new RegExp(
    `\\b(?:wast(?:e|ed|age)|discard(?:ed)?|unused|remaining|remainder|left over)\\b[^.\\d\\n]{0,40}?${N}(?:${U})?`,
  ),
];
const NONE =
  /\b(?:no|without|zero|0 units?(?: of)?|nothing)\b[^.;\n]{0,30}\b(?:wast\w*|discard\w*|unused)|\b(?:wast(?:e|ed|age)|discarded|unused)\s*(?:was |is |amount)?\s*[:=]?\s*(?:none|nil|zero|0)\b|\b(?:entire|whole|full|all of the)\b[^.;\n]{0,30}\b(?:vials?|contents?|amount)\b[^.;\n]{0,20}\b(?:used|injected|given|administered)/;
const VIAL =
  /\b(?:(one|two|three|four|a|single|\d)\s*(?:x\s*)?(?:\(\d\) )?)?(?:new )?(\d{2,3}|\d{1,2},?\d{3})[\s-]?(?:units?|u)(?:[\s-](?:single|use|dose|patient|sdv|of|botox|dysport|xeomin|myobloc))*[\s-]*vials?\b(?:\s*x\s*(\d))?|\bvials?(?: size)?(?: used)?\s*[:=]?\s*(?:of )?(\d{2,3}|\d{1,2},?\d{3})[\s-]?(?:units?|u)\b(?:\s*x\s*(\d))?/g;
const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, single: 1, two: 2, three: 3, four: 4 };

export function readDose(note: ProcedureNote, sentences: readonly Sentence[], injected: readonly Injected[]): Dose {
  let stated: { value: number; at: Span } | undefined;
  let wasted: { value: number; at: Span } | undefined;
  let vial = 0;
  const at: Span[] = [];
  let multiDose = false;
  for (const sentence of sentences) {
    // `TOTAL: 200 units`: the heading is the word.
    const heading = sentence.start <= sentence.section.bodyStart + 2 ? sentence.section.heading : undefined;
    const lead =
      heading && /^(?:total|wast|discard|dose|amount|units)/i.test(heading) ? `${heading.toLowerCase()}: ` : '';
    const words = lead + note.lower.slice(sentence.start, sentence.end);
    const spanOf = (hit: RegExpExecArray): Span => ({
      start: sentence.start + Math.max(0, hit.index - lead.length),
      end: sentence.start + Math.max(1, hit.index + hit[0].length - lead.length),
    });
    if (/multi(?:ple)?[- ]?dose|\bmdv\b/.test(words)) multiDose = true;
    vial += vialsIn(words);
    const kind = assertionOf(note, sentence.start, sentence.end, ['negated']);
    if (kind !== 'asserted') continue;
    const none = NONE.exec(words);
    const left = none ? undefined : firstOf(WASTED, words);
    if (!wasted && none) wasted = { value: 0, at: spanOf(none) };
    else if (!wasted && left) wasted = { value: left.value, at: spanOf(left.hit) };
    // The waste and what was drawn up are cut away before the total is looked for.
    const rest = left ? blank(words, left.hit) : words;
    for (const [index, pattern] of TOTAL.entries()) {
      const hit = pattern.exec(rest);
      if (!hit) continue;
      const value = Number(
        hit
          .slice(1)
          .findLast((one) => one !== undefined)
          ?.replaceAll(',', ''),
      );
      if (!Number.isFinite(value)) continue;
      const near = rest.slice(hit.index, hit.index + hit[0].length + 24);
      if (NOT_TOTAL.test(index === 0 ? hit[0] : near)) continue;
      // A bare "injected 5 units" is a total only when the sentence tells one amount.
      if (
        index >= 2 &&
        index <= 3 &&
        (injected.filter((one) => one.units !== undefined).length > 1 || amounts(rest) > 1)
      )
        continue;
      if (!stated || (index < 2 && value > stated.value)) stated = { value, at: spanOf(hit) };
      break;
    }
  }
  const parts = injected.filter((one) => one.units !== undefined);
  const whole = parts.length > 0 && injected.every((one) => one.units !== undefined);
  const sum = parts.reduce((total, one) => total + (one.units ?? 0), 0);
  if (stated) at.push(stated.at);
  if (wasted) at.push(wasted.at);
  const units = stated?.value ?? (whole ? sum : undefined);
  const differ =
    stated && whole && Math.abs(stated.value - sum) > 0.01 && parts.length > 1
      ? { stated: stated.value, sum, at: stated.at }
      : undefined;
  const derivation =
    stated || !whole
      ? undefined
      : parts.length > 1
        ? `${parts.map((one) => one.units).join(' + ')} = ${sum} units`
        : undefined;
  if (!stated && whole) at.push(...parts.map((one) => one.at));
  return { units, wasted: wasted?.value, vial: vial > 0 ? vial : undefined, multiDose, derivation, at, differ };
}

function vialsIn(words: string): number {
  VIAL.lastIndex = 0;
  let sum = 0;
  for (let hit = VIAL.exec(words); hit; hit = VIAL.exec(words)) {
    const size = Number((hit[2] ?? hit[4] ?? '0').replaceAll(',', ''));
    const count = hit[3] ?? hit[5] ?? hit[1] ?? '1';
    sum += size * (COUNTS[count] ?? Number(count));
  }
  return sum;
}

function firstOf(patterns: readonly RegExp[], words: string): { value: number; hit: RegExpExecArray } | undefined {
  for (const pattern of patterns) {
    const hit = pattern.exec(words);
    if (hit) return { value: Number(hit[1]!.replaceAll(',', '')), hit };
  }
  return undefined;
}

function amounts(words: string): number {
  return words.match(/\d\s?(?:units?|u|iu)(?![a-z])/g)?.length ?? 0;
}

function blank(words: string, hit: RegExpExecArray): string {
  return words.slice(0, hit.index) + ' '.repeat(hit[0].length) + words.slice(hit.index + hit[0].length);
}
