import type { Laterality } from '../../model/laterality.ts';
import { may, type ProcedureNote, type Span } from '../text/note.ts';
import { nounOf, type LevelNoun } from './level-noun.ts';
import { scanLevels, type Level } from './scan-levels.ts';
import { scanSides, type SideMention } from './sides.ts';

/** A list of levels with the noun that they modify and the side that is said of them. */
export interface LevelMention extends Span {
  readonly levels: readonly Level[];
  readonly noun: LevelNoun | undefined;
  readonly side: Laterality | undefined;
  /** Where the side is written. */
  readonly sideAt: Span | undefined;
}

/** Third occipital nerve: it has no level's name but feeds C2-C3. */
const TON = /\bthird occipital(?: nerve)?s?\b|\bton\b/g;
const JOINT =
  /^[\s,]*(?:and|&|\+|\/|,|plus|as well as|then|followed by|with)?[\s,]*(?:the\s+|at\s+)*(?:left|right|rt\.?|lt\.?|bilateral(?:ly)?|on the (?:left|right)(?: side)?)?[\s,]*(?:and|&)?\s*(?:the\s+)?$/;
const HINT = /[ctls][- ]?\d|lumbar|cervical|thoracic|sacral|occipital|\bton\b/;

/** Level mentions of one stretch (a sentence, or a part of one), in order, with sides shared out among them. */
export function levelMentions(note: ProcedureNote, from: number, to: number): LevelMention[] {
  const { text, lower } = note;
  if (!HINT.test(lower.slice(from, to))) return [];
  const found: { levels: readonly Level[]; noun: LevelNoun | undefined; start: number; end: number }[] = scanLevels(
    text,
    lower,
    from,
    to,
  )
    .filter(
      (list) =>
        !/(?:(?:counting|counted|starting|count)(?: \w+){0,4}|\bcount(?:ed|ing)\b[^.;]*\b(?:again|also|then|and)) from(?: the)? $/.test(
          lower.slice(Math.max(from, list.start - 60), list.start),
        ),
    )
    .map((list) => ({ ...list, noun: nounFor(lower, list, from, to) }));
  TON.lastIndex = from;
  for (let ton = may(note, TON) ? TON.exec(lower) : null; ton && ton.index < to; ton = TON.exec(lower)) {
    const span = { start: ton.index, end: ton.index + ton[0].length };
    found.push({
      levels: [{ upper: 'TON', lower: 'TON', shape: 'single', attempted: false, ...span }],
      noun: 'medial-branch',
      ...span,
    });
  }
  found.sort((one, other) => one.start - other.start);
  // `left L4-5 and right L5-S1 facet joints`: the noun of the last list serves those joined to it.
  for (let index = found.length - 2; index >= 0; index--) {
    const [one, next] = [found[index]!, found[index + 1]!];
    // `Third occipital nerve, right C3 and right C4 medial branches`: the nerve before the comma is another one.
    const open = one.noun === undefined || (one.noun === 'root' && next.noun === 'medial-branch');
    if (open && next.noun !== undefined && JOINT.test(lower.slice(one.end, next.start))) one.noun = next.noun;
  }
  const sides = scanSides(text, lower, from, to);
  const assigned = shareSides(lower, found, sides);
  return found.map((list, index) => ({ ...list, side: assigned[index]?.side, sideAt: assigned[index] }));
}

/** `the lamina and the pedicle were seen at T8-9`: a pair of vertebrae behind a landmark is where it was seen, no landmark. */
function nounFor(
  lower: string,
  list: { readonly levels: readonly Level[] } & Span,
  from: number,
  to: number,
): LevelNoun | undefined {
  const found = nounOf(lower, list.start, list.end, from, to);
  const ahead = found?.noun === 'landmark' && found.end <= list.start;
  return ahead && list.levels.every((level) => level.shape === 'pair') ? undefined : found?.noun;
}

/**
 * A side before a list holds for it and for later lists until another side comes; a side right behind a list
 * (`L4-5 on the left and L5-S1 on the right`) holds for that list, and for all when it stands at the end.
 */
export function shareSides(
  lower: string,
  lists: readonly Span[],
  sides: readonly SideMention[],
): (SideMention | undefined)[] {
  const assigned: (SideMention | undefined)[] = lists.map(() => undefined);
  if (sides.length === 0) return assigned;
  const trailing = new Set<SideMention>();
  for (const [index, list] of lists.entries()) {
    const next = lists[index + 1]?.start ?? Infinity;
    const behind = sides.find((side) => side.start >= list.end && side.start < next);
    if (!behind) continue;
    const gap = lower.slice(list.end, behind.start);
    const afterwards = next === Infinity ? '' : lower.slice(behind.end, next);
    const leadsOn = next !== Infinity && /^(?:\s*|[\s-]*(?:sided?)?\s*(?:the\s+)?)$/.test(afterwards);
    if (!leadsOn && (/(?:on|of|to) (?:the|her|his|patient's) $|[,(\s-]\s*$/.test(gap) || next === Infinity)) {
      trailing.add(behind);
      assigned[index] = behind;
    }
  }
  let current: SideMention | undefined;
  for (const [index, list] of lists.entries()) {
    const ahead = sides.filter((side) => side.end <= list.start && !trailing.has(side)).at(-1);
    if (ahead) current = ahead;
    const own = ahead && ahead.start >= (lists[index - 1]?.end ?? 0) ? ahead : undefined;
    if (own) assigned[index] = own;
    else assigned[index] ??= current;
  }
  // A side at the end serves the lists before it that have none.
  for (let index = lists.length - 2; index >= 0; index--) {
    const next = assigned[index + 1];
    if (!assigned[index] && next && next.start >= lists[index + 1]!.end) assigned[index] = next;
  }
  return assigned;
}
