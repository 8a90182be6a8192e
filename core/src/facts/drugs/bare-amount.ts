import type { PhraseMatch } from '../text/trie.ts';
import type { DrugName } from './drug-dictionary.ts';
import { numberOf, type Quantity } from './quantities.ts';

const NUMBER = String.raw`\d{1,3}|four|six|eight|ten|twelve|fifteen|twenty|thirty|forty|sixty|eighty`;
const BEFORE = new RegExp(String.raw`(?<![\d./-])\b(${NUMBER}) of (?:the )?$`);
const AFTER = new RegExp(
  String.raw`^ (${NUMBER})(?=(?: (?:with|and|in|given|was|each|ea|w)\b| ?[+,;]| ?\.(?!\d)| ?$|\n))`,
);
/** Doses in milligrams as steroids are given; a smaller figure may be millilitres. */
const DOSES: ReadonlySet<number> = new Set([4, 6, 8, 10, 12, 15, 20, 30, 40, 60, 80, 120, 160]);

/** `eighty of Depo`, `dex 10 + saline`: a steroid's figure without a measure is milligrams, when it is a usual dose. */
export function bareAmount(
  lower: string,
  match: PhraseMatch<DrugName>,
  own: readonly Quantity[],
): Quantity | undefined {
  if (match.value.drug.role !== 'steroid' || match.value.strength !== undefined) return undefined;
  if (own.some((one) => one.measure !== '%')) return undefined;
  const from = Math.max(0, match.start - 20);
  const before = BEFORE.exec(lower.slice(from, match.start));
  const after = before ? undefined : AFTER.exec(lower.slice(match.end, match.end + 20));
  const value = numberOf(before?.[1] ?? after?.[1] ?? '');
  if (value === undefined || !DOSES.has(value)) return undefined;
  const start = before ? from + before.index : match.end + 1;
  return { value, measure: 'mg', start, end: before ? match.start : match.end + after![0].length };
}
