import { numberOf } from './duration-words.ts';
import { allMatches } from '../text/all-matches.ts';

/** When a score was taken, as far as the words around it tell. */
export type Moment = 'before' | 'now' | 'average' | 'worst' | 'least' | 'after' | 'plain';

export interface Score {
  readonly start: number;
  readonly end: number;
  /** The lower end of a range. */
  readonly value: number;
  readonly moment: Moment;
  readonly scale: string;
}

const N = '(\\d{1,2}(?:\\.\\d)?|zero|one|two|three|four|five|six|seven|eight|nine|ten)';
const RANGE = `${N}(?:\\s*(?:-+>?|to|→)\\s*${N})?`;
const SCALE_NAME =
  'nrs|nprs|numeric(?:al)?(?: pain)?(?: rating)?(?: scale)?|vas|visual analog(?:ue)?(?: pain)?(?: scale)?|vrs|verbal(?: pain)?(?: rating)?(?: analog(?:ue)?)?(?: pain)?(?: scale| score)?|dvprs|faces';
const LABEL = `(?:${SCALE_NAME})(?: pain)?(?: scale| score| rating)?|pain (?:score|level|scale|rating|intensity|severity|index)|(?:rates?|rated|rating|reports?|describes?|scores?|scored|grades?) (?:(?:the|his|her|their|this|current|average|low|back|neck|leg|left|right|overall) ){0,4}pain|pain (?:is |was |currently )?(?:rated|scored|graded|reported|described)|pain(?: is| was|:)`;

/** `7/10`, `7 out of 10`, `seven out of ten`, `4-5/10`. */
const RATIO = new RegExp(
  `(?<![\\d/.])\\b${RANGE}\\s*(?:\\/\\s*10|(?:out )?of (?:10|ten)|on (?:a |the )?(?:scale of )?(?:0|1|zero|one)[ -](?:to[ -])?(?:10|ten))(?![\\d%]|\\/\\d|\\.\\d)`,
  'g',
);
/** `NRS 7`, `pain score: 8`, `rates her pain as a 6`. */
const NAMED = new RegExp(
  `\\b(?:${LABEL})\\s*(?:\\([^)]{0,30}\\)\\s*)?(?:(?:is|was|of|at|as|a|an|to be|score|today|currently|now|=|:|-|level|about|approximately|rated|before|after|(?:the )?procedure|pre-?procedure|post-?procedure|pre|post)\\s*){0,6}\\b${RANGE}(?![\\d%]|\\/\\d|\\.\\d|\\s*(?:weeks?|months?|days?|years?|hours?|times|cc|ml|mg|percent|to 10))`,
  'g',
);
const FOREIGN =
  /\b(?:stress|mood|anxiety|depression|recall|fatigue|nausea|strength|satisfaction|apgar|mmse|gcs|reflex|disability|function(?:al|ing)?|sleep|energy)\b[^.;]{0,25}$/;

/** Pain scores from 0 to 10 in a stretch of lower-case text, in order. */
export function scoresIn(text: string): Score[] {
  const found: Score[] = [];
  for (const pattern of [RATIO, NAMED]) {
    pattern.lastIndex = 0;
    for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
      const groups = hit.slice(1).filter((one) => one !== undefined);
      // `VAS 0-10` names the scale and gives no score.
      if (groups.length === 2 && numberOf(groups[0]!) === 0 && numberOf(groups[1]!) === 10) continue;
      const value = Math.min(...groups.map(numberOf));
      const [first, last] = groups.map(numberOf);
      const end = hit.index + hit[0].length;
      const at = end - (/[\d.]+\s*(?:-|to)?\s*[\d.]*\D*$/.exec(hit[0])?.[0].length ?? hit[0].length);
      if (!(value >= 0 && value <= 10) || found.some((one) => one.start < end && one.end > hit.index)) continue;
      if (FOREIGN.test(text.slice(0, hit.index)) || /^\s*(?:strength|recall|mmse)/.test(text.slice(end))) continue;
      // `NRS 7 to 1`: not a range, which is written upwards, but a score before and one after.
      if (last !== undefined && first! > last && /\s*(?:to|->|→)\s*/.test(hit[0].slice(-12))) {
        const scale = scaleOf(text, hit.index, end);
        found.push(
          { start: hit.index, end, value: first!, moment: 'before', scale },
          { start: hit.index, end, value: last, moment: 'after', scale },
        );
        continue;
      }
      found.push({
        start: hit.index,
        end,
        value,
        moment: momentOf(text, at, end),
        scale: scaleOf(text, hit.index, end),
      });
    }
  }
  return [...found, ...fromTo(text, found)].sort((one, other) => one.start - other.start);
}

const FROM_TO = new RegExp(
  `\\b(?:pain|score|vas|nrs|nprs|it)\\b[^.;]{0,60}?\\bfrom (?:a |an )?${N}(?:\\/10)?[^.;]{0,24}? (?:down )?to (?:a |an )?${N}\\b(?!\\s*(?:%|percent|weeks|months|hours|days))(?:\\/10)?`,
  'g',
);

/** `pain went from 8 to 2`: a score before and one after. Replaces nothing that was found with its own sign. */
function fromTo(text: string, found: Score[]): Score[] {
  if (!text.includes('from ')) return [];
  FROM_TO.lastIndex = 0;
  const hit = FROM_TO.exec(text);
  if (!hit) return [];
  const [pre, post] = [numberOf(hit[1]!), numberOf(hit[2]!)];
  if (!(pre <= 10 && post <= 10)) return [];
  const [start, end] = [hit.index, hit.index + hit[0].length];
  for (let index = found.length - 1; index >= 0; index--)
    if (found[index]!.start < end && found[index]!.end > start) found.splice(index, 1);
  const scale = scaleOf(text, start, end);
  return [
    { start, end, value: pre, moment: 'before', scale },
    { start, end, value: post, moment: 'after', scale },
  ];
}

const MOMENTS: readonly (readonly [Moment, RegExp])[] = [
  [
    'after',
    /\b(?:post-?\s?(?:procedure|injection|procedural|block|op\w*)?|after(?:wards?)?|following|reduced to|decreased to|improved to|down to|dropped to|went to|now down|at discharge|upon discharge|in recovery|at the end)\b/g,
  ],
  ['before', /\b(?:pre-?\s?(?:procedure|injection|procedural|block|op\w*)?|before|prior to|baseline|at the start)\b/g],
  ['least', /\b(?:least|best|lowest|minimum|at rest|at best|on a good day|with (?:the )?medications?)\b/g],
  ['worst', /\b(?:worst|maximum|highest|peak|at its worst|up to|as high as|on a bad day|increas\w+ to|flares?)\b/g],
  ['average', /\b(?:average|usual|typical(?:ly)?|generally|mean)\b/g],
  ['now', /\b(?:current(?:ly)?|today|now|present(?:ly)?|this (?:morning|visit)|at this time)\b/g],
];

/** The nearest word of time, before the score in its part of the sentence or just behind it. */
function momentOf(text: string, start: number, end: number): Moment {
  const stop = Math.max(
    text.lastIndexOf(',', start - 1),
    text.lastIndexOf(';', start - 1),
    text.lastIndexOf(' and ', start - 1),
    start - 60,
    -1,
  );
  const before = text.slice(stop + 1, start);
  const after = /^[^,;.\d]{0,44}/.exec(text.slice(end))?.[0].split(/\band\b|\bto\b/)[0] ?? '';
  let best: Moment = 'plain';
  let distance = Infinity;
  for (const [moment, words] of MOMENTS) {
    for (const hit of allMatches(before, words)) {
      const far = before.length - hit.index - hit[0].length;
      if (far < distance) [best, distance] = [moment, far];
    }
    for (const hit of allMatches(after, words))
      if (hit.index + 4 < distance) [best, distance] = [moment, hit.index + 4];
  }
  return best;
}

function scaleOf(text: string, start: number, end: number): string {
  const near = text.slice(Math.max(0, start - 60), Math.min(text.length, end + 30));
  if (/\bn(?:p)?rs\b|numeric/.test(near)) return 'nrs';
  if (/\bvas\b|visual analog/.test(near)) return 'vas';
  if (/\bvrs\b|verbal (?:pain|rating|analog|scale|score|numeric)/.test(near)) return 'verbal';
  if (/\bdvprs\b/.test(near)) return 'dvprs';
  if (/\bfaces\b/.test(near)) return 'faces';
  return 'unnamed-0-10';
}
