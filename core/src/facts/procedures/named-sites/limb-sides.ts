import type { SideMention } from '../../spine/sides.ts';
import type { ProcedureNote, Span } from '../../text/note.ts';
import { sidesOfForm } from './side-field.ts';
import { isWatched } from './watched.ts';

const SIDE =
  /\b(?:(?<both>bilateral(?:ly)?|bilat\.?|b\/l|both(?= (?:sides?|knees?|feet|legs?|arms?|shoulders?|greater|lesser|occipital|the|nerves?|hips?|groins?))|(?:left|lt|l) ?(?:and|&|\+|\/) ?(?:right|rt|r)(?![a-z/])|(?:right|rt|r) ?(?:and|&|\+|\/) ?(?:left|lt|l)(?![a-z/])|(?:each|either) side)|(?<left>left(?:[- ]sided?)?|lt\.?(?= )|lft)|(?<right>right(?:[- ]sided?)?|rt\.?(?= )|rgt))(?![a-z])/g;
/** One capital letter for the side: `R GON block`, `(L)`. */
const LETTER = /(?:^|[\s,;:(])(?:([RL])(?=\.? +[A-Za-z]{3})|\(([RLB])\))/g;
const ELSEWHERE_AFTER =
  /^[- ](?:lateral )?(?:decubitus|handed|side (?:down|up)|upper quadrant|lower quadrant|bundle|ventric|heart|atri|carotid|antecubital|forearm|eye|lung|away|after|before)/;
const ELSEWHERE_BEFORE =
  /(?:turned|rotated|tilted|facing|rolled|looking|head|lying on|lay on|positioned|radiat\w+|oblique|table|monitor)(?: slightly| away)?(?: to| toward| towards| on| from| into| down)?(?: the| her| his)? $/;

/**
 * Sides in words about limbs, head and trunk. Unlike sides beside levels of the spine, `left knee` and `right shoulder`
 * say here where the needle went.
 */
export function limbSides(note: ProcedureNote, span: Span): SideMention[] {
  const sides: SideMention[] = [];
  const words = note.lower.slice(span.start, span.end);
  SIDE.lastIndex = 0;
  for (let found = SIDE.exec(words); found; found = SIDE.exec(words)) {
    const [start, end] = [found.index, found.index + found[0].length];
    if (
      ELSEWHERE_AFTER.test(words.slice(end, end + 24)) ||
      ELSEWHERE_BEFORE.test(words.slice(Math.max(0, start - 36), start))
    )
      continue;
    const { both, left } = found.groups ?? {};
    if (isWatched(words, start, end)) continue;
    sides.push({
      side: both ? 'bilateral' : left ? 'left' : 'right',
      start: span.start + start,
      end: span.start + end,
    });
  }
  const given = note.text.slice(span.start, span.end);
  LETTER.lastIndex = 0;
  for (let found = LETTER.exec(given); found; found = LETTER.exec(given)) {
    const letter = found[1] ?? found[2]!;
    const start = span.start + found.index + found[0].indexOf(letter);
    if (sides.some((side) => side.start <= start && start < side.end)) continue;
    if (ELSEWHERE_BEFORE.test(words.slice(Math.max(0, start - span.start - 36), start - span.start))) continue;
    sides.push({ side: letter === 'R' ? 'right' : letter === 'L' ? 'left' : 'bilateral', start, end: start + 1 });
  }
  for (const one of sidesOfForm(note, span)) if (!sides.some((side) => side.start === one.start)) sides.push(one);
  return sides.sort((one, other) => one.start - other.start);
}
