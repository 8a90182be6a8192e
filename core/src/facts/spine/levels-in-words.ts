import type { Reading } from '../text/rewritten.ts';
import { following, isNext, ordinal, vertebraName } from './vertebra-words.ts';
import { ONE_TO_TEN } from '../text/number-words.ts';
import type { TextIndex } from '../text/text-index.ts';
import { interspacesBetween } from '../../model/spine/interspace.ts';

const NUMBERS: Readonly<Record<string, number>> = { ...ONE_TO_TEN, eleven: 11, twelve: 12 };
const WORD = Object.keys(NUMBERS).join('|');
/** What a number counts instead of naming a vertebra. */
const COUNTED = String.raw`(?![a-z]|[\s-]+(?:hundred|thousand|percent|point|and a half|half|mg|ml|cc|ccs|mcg|milli\w+|units?|gauge|inch(?:es)?|needles|levels|nerves|sites|joints|injections|procedures|blocks|tablets?|times?|weeks?|months?|days?|years?|hours?|minutes?|seconds?|degrees?|views|films|other|of the)\b)`;
/** `L five`, `L-five`, `lumbar five`, `sacral one`. */
const FIRST = new RegExp(
  String.raw`(?<![A-Za-z0-9]|vitamin )(?:([CLTS])( ?- ?| )|([cls])(-)|([Cc]ervical|[Tt]horacic|[Ll]umbar|[Ss]acral)([ -]))(${WORD})\b${COUNTED}`,
  'gi',
);
/** What follows a first level: `-five`, ` to five`, ` five`, `, five`, ` and five`. */
const NEXT = new RegExp(
  String.raw`( ?[-\u2013/] ?| (?:to|through|thru) | |, ?(?:and )?| and | & )(${WORD}|\d{1,2})\b${COUNTED}`,
  'iy',
);
/** The next level with a region of its own: ` S one`, `-L five`, ` sacral one`. */
const OTHER = new RegExp(
  String.raw`( ?[-\u2013/] ?| (?:to|through|thru) | |, ?(?:and )?| and | & )(?:([CTLS])[ -]?|(lumbar|sacral|thoracic|cervical)[ -])(${WORD}|\d{1,2})\b${COUNTED}`,
  'iy',
);
/** Figures apart, or the second one in words: `L4 5`, `C5 6`, `L4-five`. */
const APART = new RegExp(
  String.raw`(?<![A-Za-z0-9])([CTL])-?(\d{1,2})( |-(?=[a-z]))(${WORD}|\d{1,2})\b(?![.%:/-]\d|%)(?!\s*(?:mg|ml|cc|mcg|g|ga|in|cm|mm|x|wks?|mos?|v)\b)${COUNTED}`,
  'gi',
);
const ORD = String.raw`first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th)`;
const REGION = '(cervical|thoracic|lumbar|sacral)';
/** `between the fourth and fifth lumbar vertebrae`, `third, fourth and fifth lumbar medial branches`. */
const ORDINALS = new RegExp(
  String.raw`\b((?:${ORD})(?:(?:,? and |, | to | through |[-/])(?:the )?(?:${ORD})){1,4}) ${REGION}(?! (?:injection|epidural|esi|procedure|session|diagnostic|series|steroid|surger))`,
  'gi',
);
/** `fifth lumbar and first sacral`. */
const ORDINAL_PAIR = new RegExp(
  String.raw`\b(${ORD}) ${REGION}( ?[-/] ?| and (?:the )?| to (?:the )?| )(${ORD}) ${REGION}\b`,
  'gi',
);
const SPOKEN = new RegExp(String.raw`\b(?:${WORD})\b|[CTLctl]-?\d{1,2} \d|\b(?:${ORD})\b`, 'i');

/** Levels that a dictation spells out, as figures: `L four-five` → `L4-5`, `lumbar five sacral one` → `L5-S1`. */
export function levelsInWords(text: string, index: TextIndex): Reading[] {
  const beside = [...spaces(text, index), ...pairRanges(text, index)];
  if (!index.holds(SPOKEN, text)) return beside;
  const found = [...beside, ...spelled(text, index), ...apart(text, index), ...ordinals(text, index)];
  found.sort((one, other) => one.start - other.start);
  return found.filter((one, index) => index === 0 || one.start >= found[index - 1]!.end);
}

/** Behind `S one`. */
const NERVE = /^ (?:foram|nerve|root|trans|level|lateral|medial|pedicle|sleeve)/i;

/** `the space below L4` lies between L4 and L5. */
const BESIDE =
  /\b(?:inter-?)?space (?:just |immediately |right |directly )?(below|beneath|under|above) (?:the )?([CTL])-?(\d{1,2})\b(?![-/\d])/g;

/** `the foramen lying between C5 and C6`: two neighbours name what lies between them. */
const BETWEEN = /\bbetween (?:the )?([CTL])-?(\d{1,2}) and (?:the )?([CTLS])-?(\d{1,2})\b(?![-/]\d)/g;

function spaces(text: string, index: TextIndex): Reading[] {
  const found: Reading[] = [];
  for (const one of index.all(BETWEEN, text)) {
    const upper = vertebraName(one[1]!, Number(one[2]));
    const lower = vertebraName(one[3]!, Number(one[4]));
    if (upper && lower && isNext(upper, lower))
      found.push({ start: one.index, end: one.index + one[0].length, words: `at ${upper}-${lower}` });
  }
  for (const one of index.all(BESIDE, text)) {
    const name = vertebraName(one[2]!, Number(one[3]));
    const above = one[1] === 'above';
    const other =
      name &&
      (above ? vertebraName(one[2]!, Number(one[3]) - 1) : (following(name, Number(one[3]) + 1) ?? following(name, 1)));
    if (!name || !other) continue;
    const words = above ? `${other}-${name} space` : `${name}-${other} space`;
    found.push({ start: one.index, end: one.index + one[0].length, words });
  }
  return found;
}

/** `the joints from L3-4 down to L5-S1`: the two ends of a row of spaces, each named as a pair. */
const PAIR_RANGE =
  /\bfrom (?:the )?([CTL])(\d{1,2})[-/]([CTLS]?)(\d{1,2}) (?:(?:down |up )?to|through|thru) (?:the )?([CTL])(\d{1,2})[-/]([CTLS]?)(\d{1,2})\b/g;

function pairRanges(text: string, index: TextIndex): Reading[] {
  return [...index.all(PAIR_RANGE, text)].flatMap((one) => {
    const [whole, region, first, , , last, above, other, below] = one;
    const upper = vertebraName(region!, Number(first));
    const lower = vertebraName(other === '' ? last! : other!, Number(below));
    const spaces = upper && lower ? interspacesBetween(upper, lower) : [];
    const ends = vertebraName(last!, Number(above));
    if (spaces.length < 2 || !ends || !spaces.at(-1)!.startsWith(`${ends}-`)) return [];
    return [{ start: one.index, end: one.index + whole.length, words: `from ${spaces.join(', ')}` }];
  });
}

interface Said {
  readonly name: string;
  readonly end: number;
}

function spelled(text: string, index: TextIndex): Reading[] {
  const found: Reading[] = [];
  const search = index.search(FIRST, text);
  let end = 0;
  for (let one = search.from(0); one; one = search.from(end)) {
    const first = firstName(one);
    end = one.index + one[0].length;
    if (!first) continue;
    let name = first;
    let words = first;
    for (;;) {
      const next = nextName(text, end, name);
      if (!next) break;
      words += next.words;
      name = next.name;
      end = next.end;
    }
    found.push({ start: one.index, end, words });
  }
  return found;
}

/** A single small letter is a level only with its hyphen; `S one` without a level before it is none. */
function firstName(found: RegExpExecArray): string | undefined {
  const letter = found[1] ?? found[3] ?? found[5]!.charAt(0);
  const bare = found[1] !== undefined && found[2] === ' ';
  if (bare && letter !== letter.toUpperCase()) return undefined;
  if (bare && letter === 'S' && !NERVE.test(found.input.slice(found.index + found[0].length))) return undefined;
  return vertebraName(letter, NUMBERS[found[7]!.toLowerCase()] ?? 0);
}

function nextName(text: string, at: number, before: string): (Said & { readonly words: string }) | undefined {
  // `L five S one`, `lumbar five-sacral one`: the next region with its own name.
  OTHER.lastIndex = at;
  const own = OTHER.exec(text);
  if (own) {
    const name = vertebraName((own[2] ?? own[3]!).charAt(0), NUMBERS[own[4]!.toLowerCase()] ?? Number(own[4]));
    if (!name) return undefined;
    const joined = own[1] === ' ' && isNext(before, name) ? '-' : own[1]!;
    return { name, words: `${joined}${name}`, end: at + own[0].length };
  }
  NEXT.lastIndex = at;
  const next = NEXT.exec(text);
  if (!next) return undefined;
  const name = following(before, NUMBERS[next[2]!.toLowerCase()] ?? Number(next[2]));
  if (!name || (next[1] === ' ' && !isNext(before, name))) return undefined;
  return { name, words: `${next[1] === ' ' ? '-' : next[1]}${name}`, end: at + next[0].length };
}

function apart(text: string, index: TextIndex): Reading[] {
  const found: Reading[] = [];
  for (const one of index.all(APART, text)) {
    const [whole, letter, upper, , lower] = one;
    if (letter === undefined || letter !== letter.toUpperCase()) continue;
    const first = vertebraName(letter, Number(upper));
    const second = first ? following(first, NUMBERS[lower!.toLowerCase()] ?? Number(lower)) : undefined;
    if (!first || !second || !isNext(first, second)) continue;
    found.push({ start: one.index, end: one.index + whole.length, words: `${first}-${second}` });
  }
  // Who leaves out the hyphen of L4-L5 leaves out that of L5-S1.
  if (found.length > 0)
    for (const one of index.all(TRANSITION, text)) {
      const at = one.index + 2 + (one[0].startsWith('T') ? 1 : 0);
      found.push({ start: at, end: at + 1, words: '-' });
    }
  return found;
}

/** A pair across two regions, alone: in a row of single vertebrae each stands for itself. */
const TRANSITION =
  /(?<![A-Za-z0-9]|[CTL]\d{1,2},? (?:and )?)(?:L5 S1|T12 L1|C7 T1)(?!\d|,? (?:and )?[CTLS]\d| nerve roots| roots)/g;

function ordinals(text: string, index: TextIndex): Reading[] {
  const found: Reading[] = [];
  for (const one of index.all(ORDINAL_PAIR, text)) {
    const upper = vertebraName(one[2]!.charAt(0), ordinal(one[1]!.toLowerCase()) ?? 0);
    const lower = vertebraName(one[5]!.charAt(0), ordinal(one[4]!.toLowerCase()) ?? 0);
    if (!upper || !lower) continue;
    const joint = isNext(upper, lower) && !/and/i.test(one[3]!) ? '-' : one[3]!;
    found.push({ start: one.index, end: one.index + one[0].length, words: `${upper}${joint}${lower}` });
  }
  for (const one of index.all(ORDINALS, text)) {
    const region = one[2]!.charAt(0);
    let known = true;
    const words = one[1]!.replace(new RegExp(ORD, 'gi'), (word) => {
      const name = vertebraName(region, ordinal(word.toLowerCase()) ?? 0);
      known &&= name !== undefined;
      return name ?? word;
    });
    if (known) found.push({ start: one.index, end: one.index + one[0].length, words });
  }
  return found;
}
