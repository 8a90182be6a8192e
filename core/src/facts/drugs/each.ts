import type { Span } from '../text/note.ts';
import type { Places } from './factor.ts';
import { numberOf } from './quantities.ts';

const PLACE =
  'level|site|side|joint|facet|nerve|medial branch|branch|foramen|needle|cannula|electrode|target|location|place|area|injection|root';
const EACH = new RegExp(
  String.raw`\b(?:each|per|every|ea\.?|either) (?:of the (?:\w+ ){0,3}?|of (?:\d+|two|three|four|five|six) )?(${PLACE})|\beach of (?:the )?(?:\d|two|three|four|five|six)\b|\ball (?:\d|three|four|five|six) (?:\w+ )?(${PLACE})`,
);
const EACH_OTHER =
  /\b(?:at|to|into|through|on|in) each\b|\beach (?:was|received|got)\b|\bapiece\b|\b(?:ml|cc|mg|lidocaine|bupivacaine)\s+ea(?:ch)?\b|\bea(?:ch)?\W*$/;
/** `each of the four sites`, `all three joints`: the count stands beside the word. */
const COUNTED = /^(?:each|every) of (?:the )?(\d|two|three|four|five|six)\b|^all (\d|three|four|five|six)\b/;

/** `at each level`: where a stretch says so, and how many that is (undefined: open). */
export interface Each extends Span {
  readonly count: number | undefined;
}

export function eachOf(words: string, start: number, places: Places): Each | undefined {
  const found = EACH.exec(words) ?? EACH_OTHER.exec(words);
  if (!found) return undefined;
  const counted = COUNTED.exec(words.slice(found.index));
  const told = numberOf(counted?.[1] ?? counted?.[2] ?? '');
  const at = { start: start + found.index, end: start + found.index + found[0].length };
  return { ...at, count: told ?? countOf(found[1] ?? found[2], places) };
}

function countOf(word: string | undefined, places: Places): number | undefined {
  if (word === 'side') return places.sides;
  if (word === 'level') return places.levels === undefined ? undefined : places.sites;
  return places.nerves ?? places.sites;
}
