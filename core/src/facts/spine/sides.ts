import type { Laterality } from '../../model/laterality.ts';
import type { Span } from '../text/note.ts';

export interface SideMention extends Span {
  readonly side: Laterality;
}

const SIDE = new RegExp(
  [
    String.raw`\b(?<both>bilateral(?:ly)?|bilat\.?|bil\b\.?|b\/l|both (?:sides?|the (?:left and right|right and left))|both (?=(?:the )?[ctls]\d{1,2}(?:[-/][ctls]?\d{1,2})? (?:facets?|facet joints|joints|foramina|medial branches|mbs?|nerve roots|roots)\b)|(?:left|lt\.?|l) ?(?:and|&|\+|\/) ?(?:right|rt\.?|r)(?![a-z/])|(?:right|rt\.?|r) ?(?:and|&|\+|\/) ?(?:left|lt\.?|l)(?![a-z\d/])|left(?: side)? (?:and|as well as|then) (?:then )?(?:on |to |at |of )?the right\b(?: side)?|right(?: side)? (?:and|as well as|then) (?:then )?(?:on |to |at |of )?the left\b(?: side)?|(?:each|either) side|(?<=[(\[]x[)\]] ?)both\b)`,
    String.raw`\b(?<left>left(?:[- ]sided?)?|lt\b\.?|lft\b)`,
    String.raw`\b(?<right>right(?:[- ]sided?)?|rt\b\.?|rgt\b)`,
    String.raw`\b(?<midline>midline)\b`,
  ].join('|'),
  'g',
);
/** `R L4/5`, `L L5-S1`, `(R)`, `L4-5, L`: one capital letter before a level, in brackets or behind a level in its line. */
const LETTER =
  /(?:^|[\s,;:(])(?:([RLB])(?=\.?,?\s+(?:[CTLS]\d|[CTLS]-\d|TFESI|SNRB|MBB|facet|medial|cerv(?:ical)?|thor(?:acic)?|lumb(?:ar)?|transforaminal|SIJ?\b|sacro|genicular|stellate))|\(([RLB])\)|\[[xX]\]\s?([RLB])(?![A-Za-z\d])|(?:[CTLS]\d+(?:-[CTLS]?\d+)?|MBB?|DR|[Bb]locks?|[Ii]njections?|RFA?|ESI|joints?|[A-Za-z\d-]+\)),?\s+([RLB])(?=[^\S\n]*(?:$|\n)|\s+\d{2,}\b)|[Dd]one ([RL])\b|\bon ([RL])(?=\s?[=.,;)])|(?<=^\s?)([RL])(?=:| (?:first|side|then|next|same)\b))/g;
/** Words after or before a side that make it something else than the side treated. */
const ELSEWHERE_AFTER =
  /^[- ](?:sided? )?(?:lateral )?(?:decub(?:itus)?\b|arm|leg|hand|foot|thigh|calf|hip pain|buttock|shoulder|lower extremit|upper extremit|wrist|elbow|knee|ankle|neck pain|low back pain|lower back|back pain|side pain|radic|sciatica|sided? (?:pain|radic|sciatica|weakness|numbness|low|neck|leg|arm|back|symptom)|iliac crest|antecubital|forearm|ear\b|eye|breast|kidney|handed|heart|ventric|lung|carotid|away|now\b|at this time|patient|after\b|before\b|(?:was )?done (?:on )?\d{1,2}[/.-]\d|(?:was )?done in \w+ \d{4}|at (?:every|each)\b|behind\b|over\b|lean|duration|length|kind\b|sort\b|moment|amount|dose\b|direction|depth|place\b|position\b|spot\b|plane\b|candidate|choice|decision|diagnosis|alone\b|in place|in situ|untouched|intact|undisturbed|(?:does|did|was|is|has|had) (?:not?\b|fine|well|painless|spared|quiet))/;
const ELSEWHERE_BEFORE =
  /(?:(?:(?<!re)turn|rotat|tilt|fac|roll|angl|lean|look)(?:ed|ing|e|n)?(?: (?:her|his|the) (?:head|neck|face|beam|tube|camera|image|c-?arm))?(?: slightly| gently| away| a little| somewhat| over| cephalad| caudad| cranially| caudally| cranial| caudal| and| about \d+ degrees)*(?: to| toward| towards| onto)?(?: the| her| his)?|head to(?: the)?|radiat\w+ (?:to|into|down)(?: the| her| his)?|pain (?:in|into|on|down|to)(?: the| her| his)?|more than|greater than|worse (?:over )?(?:on|than)(?: the)?|(?:lying|lies|lay|laid|lie|placed|positioned|put|patient|sleeps?|supported|resting) (?:up)?on(?:to)? (?:the|her|his|their)|oblique to|numbness (?:in|on)(?: the)?|symptoms (?:in|on|to)(?: the)?|all) $/;
/** `placed on the left …` is a place of the needle, `on her left side` one of the patient; attention turns where the needle goes. */
const GOES_THERE =
  /(?:placed|positioned|put) (?:up)?on(?:to)? the $|\battention (?:was |is |being )?(?:\w+ )?turned(?: over)? to(?: the)? $/;

/** Sides that say where something was done, between two offsets. Painful limbs and positions of the patient are left out. */
export function scanSides(text: string, lower: string, from = 0, to = lower.length): SideMention[] {
  const sides: SideMention[] = [];
  const stretch = lower.slice(from, to);
  SIDE.lastIndex = 0;
  for (let found = SIDE.exec(stretch); found; found = SIDE.exec(stretch)) {
    const start = found.index;
    const end = start + found[0].length;
    const before = stretch.slice(Math.max(0, start - 48), start);
    if (ELSEWHERE_AFTER.test(stretch.slice(end, end + 26))) continue;
    if (ELSEWHERE_BEFORE.test(before) && !GOES_THERE.test(before)) continue;
    const { both, left, right } = found.groups ?? {};
    const side: Laterality = both ? 'bilateral' : left ? 'left' : right ? 'right' : 'midline';
    sides.push({ side, start: from + start, end: from + end });
  }
  const given = text.slice(from, to);
  // `Side: R`: the letter is all that stands in the field.
  const field = /^\s*([RLB])\b(?![/&+])/.exec(given);
  if (field && /\bside ?:[ \t]*$/.test(lower.slice(Math.max(0, from - 16), from))) {
    const start = from + field[0].length - 1;
    sides.push({ side: sideOf(field[1]!), start, end: start + 1 });
  }
  LETTER.lastIndex = 0;
  for (let found = LETTER.exec(given); found; found = LETTER.exec(given)) {
    const letter = (found[1] ?? found[2] ?? found[3] ?? found[4] ?? found[5] ?? found[6] ?? found[7])!;
    const start = from + found.index + found[0].lastIndexOf(letter);
    if (sides.some((side) => side.start <= start && start < side.end)) continue;
    if (ELSEWHERE_AFTER.test(lower.slice(start + 1, start + 27))) continue;
    sides.push({ side: sideOf(letter), start, end: start + 1 });
  }
  return sides.sort((one, other) => one.start - other.start);
}

function sideOf(letter: string): Laterality {
  return letter === 'R' ? 'right' : letter === 'L' ? 'left' : 'bilateral';
}

/** The side of several statements: left and right together are bilateral. */
export function joinSides(sides: Iterable<Laterality | undefined>): Laterality | undefined {
  const found = new Set<Laterality>();
  for (const side of sides) if (side) found.add(side);
  if (found.has('bilateral') || (found.has('left') && found.has('right'))) return 'bilateral';
  return found.has('left') ? 'left' : found.has('right') ? 'right' : found.has('midline') ? 'midline' : undefined;
}
