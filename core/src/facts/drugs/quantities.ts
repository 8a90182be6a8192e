import type { Span } from '../text/note.ts';

export type Measure = 'mg' | 'mg/mL' | 'mL' | '%' | 'mcg' | 'units';

export interface Quantity extends Span {
  readonly value: number;
  readonly measure: Measure;
  /** `80 mg/2 mL`: the volume of the second half; 1 only where the figure is written (`10 mg/1 mL`). */
  readonly per?: number;
}

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  eighty: 80,
  a: 1,
  half: 0.5,
};
const QUANTITY =
  /(?<![\d./-])(\d+ \d\/\d|\d+\/\d+(?:th)?(?: of an?)?|\d+(?:,\d{3})*(?:\.\d+)?|\.\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty)\b|\b(?:one-?half|half)(?: an?)?|\ba(?= (?:ml|cc|milli)))[\s-]?(mg|milligrams?|ml|cc|cc's|ccs|mls|milliliters?|millilitres?|cubic centimeters?|%|percent|mcg|micrograms?|units?|iu)(?![a-z])(?:\s?(?:\/|per)\s?(\d*\.?\d*)\s?(ml|cc|milliliter)(?![a-z]))?/g;

/** Amounts with their measure between two offsets of a lower-case text. */
export function scanQuantities(lower: string, from: number, to: number): Quantity[] {
  const found: Quantity[] = [];
  const stretch = lower.slice(from, to);
  QUANTITY.lastIndex = 0;
  for (let match = QUANTITY.exec(stretch); match; match = QUANTITY.exec(stretch)) {
    const value = numberOf(match[1]!);
    const base = measureOf(match[2]!);
    if (value === undefined || !base) continue;
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    if (base === 'mg' && match[4]) {
      const per = match[3] ? Number(match[3]) : 1;
      if (per > 0 && per !== 1) found.push({ value, measure: 'mg', per, ...span });
      else found.push({ value, measure: 'mg/mL', ...(match[3] ? { per } : {}), ...span });
    } else found.push({ value, measure: base, ...span });
  }
  return found;
}

/** A number in figures or as one of the words in which amounts are dictated. */
export function numberOf(written: string): number | undefined {
  const text = written.replaceAll(',', '').trim();
  const mixed = /^(\d+) (\d)\/(\d)$/.exec(text);
  if (mixed) return Number(mixed[1]) + Number(mixed[2]) / Number(mixed[3]);
  const fraction = /^(\d+)\/(\d+)/.exec(text);
  if (fraction) return Number(fraction[2]) === 0 ? undefined : Number(fraction[1]) / Number(fraction[2]);
  if (/half/.test(text)) return 0.5;
  const value = WORDS[text] ?? Number(text);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

function measureOf(word: string): Measure | undefined {
  if (word.startsWith('mg') || word.startsWith('milligram')) return 'mg';
  if (word.startsWith('mcg') || word.startsWith('microgram')) return 'mcg';
  if (word.startsWith('ml') || word.startsWith('cc') || word.startsWith('millil') || word.startsWith('cubic'))
    return 'mL';
  if (word === '%' || word === 'percent') return '%';
  return word.startsWith('unit') || word === 'iu' ? 'units' : undefined;
}
