import type { Sentence, Span } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';
import type { SiteWords } from './site-words.ts';
import { allMatches } from '../../text/all-matches.ts';

const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 };
const ORDINAL = String.raw`(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)`;
const FINGERS = /\b(?:thumb|index|long|middle|ring|small|little|great|hallux)\b/g;

/** How many places of one name (costochondral junctions, finger joints) were treated on a side: listed, numbered, or repeated. */
export function countOfMany(
  tools: NoteTools,
  site: SiteWords,
  head: readonly Span[],
  acts: readonly Sentence[],
): number {
  const place = site.words.source;
  const list = new RegExp(
    String.raw`\b(${ORDINAL}(?:(?:,? and |, |\/| & )${ORDINAL})*)(?: ribs?)?[\s,]+(?:\w+ ){0,2}?(?:${place})`,
  );
  const number = new RegExp(String.raw`\b(two|three|four|five|six|[2-6])\b (?:\w+ ){0,2}?(?:${place})`);
  for (const span of [...head, ...acts]) {
    const words = tools.says(span);
    const listed = list.exec(words)?.[1]?.match(new RegExp(ORDINAL, 'g'));
    if (listed && listed.length > 1) return listed.length;
    const stated = number.exec(words)?.[1];
    if (stated) return NUMBERS[stated] ?? Number(stated);
    const fingers = new Set([...allMatches(words, FINGERS)].map((one) => one[0]));
    if (fingers.size > 1) return fingers.size;
  }
  const again = acts.filter((one) => {
    const words = tools.says(one);
    return /\b(?:same|repeat\w*|identical)\b/.test(words) && new RegExp(place).test(words);
  });
  return 1 + again.length;
}
