import type { Span } from '../text/note.ts';
import { figures, following, isNext, nerveOrder, ordinal, vertebraName } from './vertebra-words.ts';

/**
 * One level as written: a single vertebra's name (`L4`), a pair of neighbours (`L4-5`) or a range over more
 * (`L3-S1`). What it stands for depends on the noun beside it.
 */
export interface Level extends Span {
  readonly upper: string;
  /** Same as `upper` for a single name. */
  readonly lower: string;
  readonly shape: 'single' | 'pair' | 'range';
  /** `attempted L5`: named but said to be only tried. */
  readonly attempted: boolean;
}

/** Levels joined by commas, `and`, `&`: `L3, L4 and L5`. */
export interface LevelList extends Span {
  readonly levels: readonly Level[];
}

const NOT_UNIT = String.raw`(?![\d%]|\.\d|\s*(?:mg|ml|cc|mcg|g|gauge|ga|inch|in|cm|mm|degrees?|°|units?|weeks?|wks?|months?|mos?|days?|hours?|hrs?|minutes?|mins?|years?|yrs?|times|x|needles?|levels?|nerves?|injections?|procedures?|sites?|joints?)(?![a-z]))`;
const ANCHOR = new RegExp(
  String.raw`(?<![a-z0-9.#$])(?:([ctls])([- ]?)(\d{1,4})(?![\d%]|\.\d|:)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th)) (?:dorsal |posterior |anterior )?(cervical|thoracic|lumbar|sacral)(?! (?:injection|epidural|esi|block|facet inj|procedure|transforaminal|interlaminar|steroid|medial|session|diagnostic|series|surgery))|(cervical|thoracic|lumbar)[ -](\d{1,2})${NOT_UNIT})`,
  'g',
);
const RANGE_LETTER =
  /(?:\s?[-\u2010-\u2015/\\]\s?|\s+(?:to|through|thru|thorough)\s+(?:the\s+)?|)([ctls])[- ]?(\d{1,2})(?![\d%]|\.\d)/y;
/** `L4-5 joints` are joints of one level; `L4 to 5 joints` counts. */
const NOT_MEASURE = NOT_UNIT.replace('|levels?|nerves?|injections?|procedures?|sites?|joints?', '');
const RANGE_FIGURE = new RegExp(
  String.raw`(?:[-\u2010-\u2015/\\](\d{1,2})${NOT_MEASURE}|(?:\s?[-\u2010-\u2015/\\]\s?|\s+(?:to|through|thru)\s+)(\d{1,2})${NOT_UNIT})`,
  'y',
);
const LIST_LETTER =
  /(?:\s*,\s*(?:and\s+|&\s*|plus\s+)?|\s*,?\s*(?:and|plus|as well as)\s+|\s*[&+]\s*|\s+|\s*\/\s*|\s*,?\s*and\/or\s+)(?:(?:also|the|at)\s+)*(attempted\s+)?(?=[ctls][- ]?\d)/y;
const LIST_FIGURE = new RegExp(
  String.raw`(?:\s*,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*|\s*\+\s*)(\d{1,2})(?:\s?[-\u2013/]\s?(\d{1,2}))?(?=\s*(?:$|[,.;:)&+\n]|and\b|bilat|left|right|medial|facet|nerve|transforam|foram|epidural|interlam|joint|levels?\b|on\b|under\b|with\b|w\/|rfa?\b|mbb|tfesi|esi|dorsal|block|radiof))${NOT_UNIT.replace('|levels?', '').replace('|nerves?', '').replace('|joints?', '').replace('|injections?', '').replace('|sites?', '')}`,
  'y',
);
const SIGNAL = /^(?:[-\s]*weight|w\b|[-\s]*(?:signal|hyper|hypo|flair|image|sequence|stir))/;

/** Every list of levels in `lower` between two offsets, in order. `text` is the same text as given (for capital letters). */
export function scanLevels(text: string, lower: string, from = 0, to = lower.length): LevelList[] {
  const lists: LevelList[] = [];
  ANCHOR.lastIndex = from;
  for (let found = ANCHOR.exec(lower); found && found.index < to; found = ANCHOR.exec(lower)) {
    const list = listFrom(text, lower, found, to);
    if (!list) continue;
    lists.push(list);
    ANCHOR.lastIndex = list.end;
  }
  return lists;
}

function listFrom(text: string, lower: string, anchor: RegExpExecArray, to: number): LevelList | undefined {
  const names = namesOf(text, lower, anchor);
  if (!names) return undefined;
  const levels: Level[] = [];
  let at = anchor.index + anchor[0].length;
  if (/^[a-z]/.test(lower.slice(at, at + 1)) && !/^[ctls]\d/.test(lower.slice(at, at + 2))) return undefined;
  at = extend(lower, levels, names, anchor.index, at, before(lower, anchor.index));
  for (;;) {
    const last = levels.at(-1)!;
    LIST_LETTER.lastIndex = at;
    const letter = LIST_LETTER.exec(lower);
    if (letter && at + letter[0].length < to) {
      const start = at + letter[0].length;
      ANCHOR.lastIndex = start;
      const next = ANCHOR.exec(lower);
      const more = next && next.index === start ? namesOf(text, lower, next) : undefined;
      if (!next || !more) break;
      at = extend(lower, levels, more, start, start + next[0].length, Boolean(letter[1]));
      continue;
    }
    LIST_FIGURE.lastIndex = at;
    const figure = LIST_FIGURE.exec(lower);
    if (!figure || at + figure[0].length > to) break;
    const upper =
      figure[2] && Number(figure[1]) === Number(last.lower.slice(1))
        ? last.lower
        : following(last.lower, Number(figure[1]));
    const lowerName = upper && figure[2] ? following(upper, Number(figure[2])) : upper;
    if (!upper || !lowerName || (figure[2] === undefined && last.shape !== 'single')) break;
    const start = at + figure[0].indexOf(figure[1]!);
    levels.push(level(upper, lowerName, start, at + figure[0].length, false));
    at += figure[0].length;
  }
  return { levels, start: anchor.index, end: at };
}

/** Adds what begins with `names` (one, two neighbours, or three and more) and follows its range; returns where it ends. */
function extend(
  lower: string,
  levels: Level[],
  names: readonly string[],
  start: number,
  end: number,
  attempted: boolean,
): number {
  if (names.length > 2) {
    for (const name of names) levels.push(level(name, name, start, end, attempted));
    return end;
  }
  const upper = names[0]!;
  let [last, at] = [names.at(-1)!, end];
  for (;;) {
    RANGE_LETTER.lastIndex = at;
    const letter = RANGE_LETTER.exec(lower);
    RANGE_FIGURE.lastIndex = at;
    const figure = letter ? undefined : RANGE_FIGURE.exec(lower);
    const next = letter
      ? vertebraName(letter[1]!, Number(letter[2]))
      : figure
        ? following(last, Number(figure[1] ?? figure[2]))
        : undefined;
    // `L5-L4` is no range; `L4/L3`, two singles, are left to the list.
    if (!next || nerveOrder(next) <= nerveOrder(last)) break;
    last = next;
    at += (letter ?? figure)![0].length;
  }
  levels.push(level(upper, last, start, at, attempted));
  return at;
}

function level(upper: string, lower: string, start: number, end: number, attempted: boolean): Level {
  const shape = upper === lower ? 'single' : isNext(upper, lower) ? 'pair' : 'range';
  return { upper, lower, shape, start, end, attempted };
}

function namesOf(text: string, lower: string, found: RegExpExecArray): readonly string[] | undefined {
  const end = found.index + found[0].length;
  if (found[1]) {
    // `c 5` or `t 1` in running text are rarely levels: ask for the capital letter.
    if (found[2] === ' ' && text.charAt(found.index) === found[1]) return undefined;
    if (found[2] === ' ' && found[1] === 's') return undefined;
    if (SIGNAL.test(lower.slice(end, end + 14))) return undefined;
    return figures(found[1], found[3]!);
  }
  if (found[4]) {
    const name = vertebraName(found[5]!.charAt(0), ordinal(found[4]) ?? 0);
    return name ? [name] : undefined;
  }
  const name = vertebraName(found[6]!.charAt(0), Number(found[7]));
  return name ? [name] : undefined;
}

function before(lower: string, start: number): boolean {
  return /attempted\s+(?:at\s+)?$/.test(lower.slice(Math.max(0, start - 14), start));
}
