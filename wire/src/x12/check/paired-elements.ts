import type { SegmentView } from '../segment-view.ts';
import type { Tell } from './tell.ts';

/**
 * Elements of a segment that depend on each other, as the standard has them: P all or none, C when the first is there
 * so are the others, R at least one, each with two digits an element.
 */
const RULES: Readonly<Record<string, string>> = {
  BPR: 'P0607 C0809 P1213 C1415',
  CR1: 'P0102 P0506',
  CR3: 'P0203',
  DMG: 'P0102',
  DTM: 'R020305 P0506',
  EB: 'P0910',
  EQ: 'R0102',
  III: 'P0102',
  N1: 'R0203 P0304',
  N4: 'C0605',
  NM1: 'P0809 C1110 C1203',
  PAT: 'P0506 P0708',
  PER: 'P0304 P0506 P0708',
  PLB: 'P0506 P0708 P0910 P1112 P1314',
  PRV: 'P0203',
  PWK: 'P0506',
  REF: 'R0203',
  SV1: 'P0304',
  SV2: 'R0102 P0405',
};

const prepared = new Map<string, readonly { readonly kind: string; readonly elements: readonly number[] }[]>();

function rulesOf(id: string) {
  let rules = prepared.get(id);
  if (!rules) {
    rules = (RULES[id] ?? '')
      .split(' ')
      .filter((rule) => rule !== '')
      .map((rule) => ({ kind: rule[0]!, elements: (rule.slice(1).match(/\d\d/g) ?? []).map(Number) }));
    if (Object.hasOwn(RULES, id)) prepared.set(id, rules);
  }
  return rules;
}

/** `told`: elements whose absence was said already. */
export function checkPairs(id: string, view: SegmentView, told: readonly number[], tell: Tell): void {
  for (const { kind, elements } of rulesOf(id)) {
    const empty = elements.filter((element) => !view.has(element));
    if (empty.length === 0 || empty.some((element) => told.includes(element))) continue;
    const names = (some: readonly number[]): string =>
      some.map((element) => `${id}${String(element).padStart(2, '0')}`).join(' and ');
    const filled = elements.filter((element) => view.has(element));
    if (kind === 'R') {
      if (filled.length === 0) tell('wire/x12/element-paired', empty[0]!, `One of ${names(elements)} is needed.`);
    } else if (kind === 'C' ? view.has(elements[0]!) : filled.length > 0)
      tell('wire/x12/element-paired', empty[0]!, `${names(filled)} is there, ${names(empty)} is not.`);
  }
  if (id === 'CAS') checkTriplets(view, tell);
}

/** CAS: reason and amount come together; the quantity needs both. */
function checkTriplets(view: SegmentView, tell: Tell): void {
  for (let reason = 2; reason <= 17; reason += 3) {
    const amount = reason + 1;
    const some = view.has(reason) || view.has(amount) || view.has(reason + 2);
    if (!some) continue;
    for (const [element, words] of [
      [reason, 'The reason'],
      [amount, 'The amount'],
    ] as const)
      // The first reason is required in any case.
      if (!view.has(element) && element !== 2)
        tell('wire/x12/element-paired', element, `${words} of this adjustment is missing.`);
  }
}
