/** Letters and numbers as notes write them → canonical names (`L4`; `C8` is a nerve only). */
const LAST: Readonly<Record<string, number>> = { C: 8, T: 12, L: 5, S: 5 };
const NEXT: Readonly<Record<string, string>> = { C: 'T', T: 'L', L: 'S' };

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];
const ORDINAL_FIGURES = ['1st', '2nd', '3rd', '4th', '5th', '6th', '7th', '8th', '9th', '10th', '11th', '12th'];

/** `vertebraName('l', 4)` is `L4`; undefined for a number that the region does not have. */
export function vertebraName(letter: string, number: number): string | undefined {
  const region = letter.toUpperCase();
  const last = LAST[region];
  return last !== undefined && number >= 1 && number <= last ? `${region}${number}` : undefined;
}

/** A number written without its letter after `vertebra`: `5` after L4 is L5, `1` after L5 is S1. */
export function following(vertebra: string, number: number): string | undefined {
  const region = vertebra.charAt(0);
  const before = Number(vertebra.slice(1));
  if (number > before) return vertebraName(region, number);
  const end = region === 'C' ? 7 : LAST[region];
  const next = NEXT[region];
  return number === 1 && before === end && next ? `${next}1` : undefined;
}

/**
 * Figures written together with one letter: `34` after L is the pair L3, L4; `1112` after T is T11, T12;
 * `345` after L are three. Undefined when they are no level.
 */
export function figures(letter: string, digits: string): readonly string[] | undefined {
  const single = vertebraName(letter, Number(digits));
  if (single && !digits.startsWith('0')) return [single];
  const parts =
    digits.length === 4
      ? [digits.slice(0, 2), digits.slice(2)]
      : digits.length === 3 && digits.startsWith('9')
        ? ['9', digits.slice(1)]
        : digits.split('');
  const names: string[] = [];
  for (const part of parts) {
    const before = names.at(-1);
    const name = before ? following(before, Number(part)) : vertebraName(letter, Number(part));
    if (!name || (before && !isNext(before, name))) return undefined;
    names.push(name);
  }
  return names.length >= 2 ? names : undefined;
}

/** `fourth` → 4, `4th` → 4. */
export function ordinal(word: string): number | undefined {
  const index = ORDINALS.indexOf(word) >= 0 ? ORDINALS.indexOf(word) : ORDINAL_FIGURES.indexOf(word);
  return index >= 0 ? index + 1 : undefined;
}

/** Head to tail, C8 between C7 and T1. */
export function nerveOrder(name: string): number {
  const region = name.charAt(0);
  const number = Number(name.slice(1));
  return region === 'C' ? number : region === 'T' ? 8 + number : region === 'L' ? 20 + number : 25 + number;
}

/** Neighbours in the column (C7 and T1 are). */
export function isNext(upper: string, lower: string): boolean {
  if (upper === 'C7' && lower === 'T1') return true;
  return lower !== 'C8' && nerveOrder(lower) - nerveOrder(upper) === 1;
}

/** All names from one to another, both included; `nerves` counts C8, vertebrae do not. */
export function through(upper: string, lower: string, nerves: boolean): readonly string[] {
  const names: string[] = [];
  for (const [letter, last] of Object.entries(LAST)) {
    for (let number = 1; number <= last; number++) {
      const name = `${letter}${number}`;
      if (name === 'C8' && !nerves) continue;
      if (nerveOrder(name) >= nerveOrder(upper) && nerveOrder(name) <= nerveOrder(lower)) names.push(name);
    }
  }
  return names;
}
