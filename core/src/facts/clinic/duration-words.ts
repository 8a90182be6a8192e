import { ONE_TO_TEN } from '../text/number-words.ts';

/** How long something lasted, in the words of the note. */
export interface Duration {
  readonly start: number;
  readonly end: number;
  /** Whole weeks; undefined when no number can be taken from the words (`several months`). */
  readonly weeks: number | undefined;
  readonly days: number | undefined;
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  ...ONE_TO_TEN,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  'twenty-four': 24,
  thirty: 30,
};
const NUMBER =
  '\\d{1,3}(?:\\.\\d{1,2})?|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty-four|twenty|thirty';
const UNIT = 'hours?|hrs?|days?|weeks?|wks?|months?|mos?|mths?|years?|yrs?|decades?';

/** `6 weeks`, `six-month`, `4 to 6 wks`, `1 1/2 years`, `several months`, `x3mo`, `years`. */
const DURATION = new RegExp(
  `(?<![\\w./])(?:(${NUMBER})(?:\\s*(?:-|to|or)\\s*(${NUMBER}))?(\\s+(?:and a half|1/2|½)|½)?\\+?(?:\\s*plus)?[\\s-]*(${UNIT})(?:\\s+and a half)?` +
    `|(?:(several|many|multiple|a few|few|a couple of|a couple|couple of|numerous|a number of|some|multiple|long)\\s+)?(weeks|months|years|decades|a decade)|(?<=\\bthe (?:past|last) )(week|month|year))(?![a-z])(?:\\s*\\+)?`,
  'g',
);

/** The durations of a stretch of lower-case text. Ages, frequencies (`twice a week`) and visits are left out. */
export function durationsIn(text: string): Duration[] {
  const found: Duration[] = [];
  DURATION.lastIndex = 0;
  for (let hit = DURATION.exec(text); hit; hit = DURATION.exec(text)) {
    const [start, end] = [hit.index, hit.index + hit[0].length];
    if (isNoDuration(text, start, end, hit[1])) continue;
    const [, low, high, half, unit, vague, plural, single] = hit;
    let days: number | undefined;
    if (unit !== undefined && low !== undefined) {
      const [one, other] = [numberOf(low), high === undefined ? undefined : numberOf(high)];
      const count = Math.min(one, other ?? one) + (half || hit[0].includes('and a half') ? 0.5 : 0);
      days = count * daysOf(unit);
    } else if (single !== undefined) {
      days = daysOf(single);
    } else if (plural !== undefined && /^(?:years|decades|a decade)$/.test(plural)) {
      // At least two years; nobody says `years` of less.
      days = plural === 'years' ? 730 : 3650;
    } else if (vague === undefined) continue;
    if (days !== undefined && isUpperBound(text, start)) days = undefined;
    found.push({ start, end, days, weeks: days === undefined ? undefined : weeksOf(days) });
  }
  return found;
}

/** Days as whole weeks: three months are 13, six 26, a year 52; 30 days are 4, 90 days 13. */
export function weeksOf(days: number): number {
  return Math.floor(days / 7 + 0.15);
}

export function numberOf(word: string): number {
  return NUMBERS[word] ?? Number(word);
}

function daysOf(unit: string): number {
  if (unit.startsWith('h')) return 1 / 24;
  if (unit.startsWith('da')) return 1;
  if (unit.startsWith('w')) return 7;
  if (unit.startsWith('m')) return 365 / 12;
  if (unit.startsWith('y')) return 365;
  return 3650;
}

function isNoDuration(text: string, start: number, end: number, low: string | undefined): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 24);
  if (/^[\s-]*(?:old|of age|y\/o)\b/.test(after)) return true;
  if (/^[\s-]*(?:follow|f\/u|visit|check|recheck|supply|return|interval|post-?op|appointment)/.test(after)) return true;
  if (
    (low === 'a' || low === 'an') &&
    /(?:times?|twice|once|thrice|visits?|days?|sessions?|per|\dx|x|nights?|pack|packs|hours|minutes)\s$/.test(before)
  )
    return true;
  return /(?:\bper|\/|\bevery|\beach|\bin|\bq|\bage|\bwithin)\s?$/.test(before);
}

function isUpperBound(text: string, start: number): boolean {
  return /(?:less than|under|fewer than|up to|within|<|at most|not more than)\s*(?:the (?:past|last)\s*)?$/.test(
    text.slice(Math.max(0, start - 28), start),
  );
}
