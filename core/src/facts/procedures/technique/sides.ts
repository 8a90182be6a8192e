import type { Laterality } from '../../../model/laterality.ts';
import { assertionOf } from '../../text/assertion.ts';
import { joinSides } from '../../spine/sides.ts';
import type { ProcedureNote, SectionRole, Sentence, Span } from '../../text/note.ts';
import { limbSides } from '../named-sites/limb-sides.ts';
import type { NoteTools } from '../tools.ts';
import { gives } from './deeds.ts';
import type { Landmark } from './landmark.ts';
import type { Passage } from './passages.ts';

const BOTH =
  /\b(?:each|both|either) (?:side|knee|hip|shoulder|wrist|hand|elbow|ankle|foot|groin|flank|leg|arm|thigh|ear|temple|heel)s?\b|\bone (?:in|on|for|to) each\b|\bon (?:the )?(?:other|opposite|contralateral) side\b[^.]{0,40}\bsame\b|\b(?:other|opposite|contralateral) (?:knee|hip|shoulder|wrist|elbow|ankle|thumb|foot|heel)\b[^.]{0,60}\b(?:same|similar\w*|identical\w*|likewise|repeat\w*)\b|\b(?:same|identical\w*|similar\w*|repeat\w*)\b[^.]{0,60}\b(?:other|opposite|contralateral) (?:knee|hip|shoulder|wrist|elbow|ankle|thumb|foot|heel)\b|\bsame\b[^.]{0,40}\b(?:on|for) the (?:other|opposite|contralateral) side/;
/** A vein, a cuff, a pad or the way the patient lies say nothing of the side treated. */
const NOT_TREATED =
  /\b(?:intravenous|i\.?v\.?|vein|cuff|monitor\w*|pad|grounding|drip|oximeter|lying|laid|turned|rolled|decubitus|baseline|handed|lay)\b[^.,;]{0,30}$/;
/** Two structures of one side. */
const BOTH_OF_ONE =
  /^both (?:of |the )?(?:\w+ )?(?:nerves|branches|layers|needles|tips|sheaths|tendons|muscles|views)\b/;
const DENIED = /\b(?:no|not|without|never|spar\w+)\b[^.,;\n]{0,25}$/;
/** `L 2 mL`: a line of a list. */
const LINE_LETTER = /^\W*([RL])(?=\s+\d)/;
const DIAGNOSED: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'postop-diagnosis',
  'preop-diagnosis',
  'diagnosis',
  'assessment',
  'indications',
]);

/** The side of a passage, from the telling outwards: the act, where the structure is named, the rest of the day, the diagnosis. */
export function sideOf(
  note: ProcedureNote,
  tools: NoteTools,
  passage: Passage,
  today: readonly Sentence[],
): { readonly side: Laterality; readonly at: Span } | undefined {
  const [landmark] = passage.landmarks;
  if (!landmark || landmark.midline) return undefined;
  // The act begins where the structure is named last before something was given.
  const first = passage.sentences.findIndex((one) => gives(note, tools, one));
  const start = passage.sentences.findLastIndex((one, index) => index <= first && passage.naming.includes(one));
  const acting = passage.sentences.slice(Math.max(0, start));
  const opening = today.filter((one) => one.start < passage.sentences[0]!.start);
  const tiers: readonly (readonly [readonly Sentence[], boolean])[] = [
    [acting.filter((one) => !tools.tells(one, RESULT)), true],
    [passage.naming, true],
    [today.filter((one) => partOf(landmark).test(tools.says(one))), false],
    [opening, false],
    [note.sentences.filter((one) => DIAGNOSED.has(one.section.role)), false],
    [note.sentences.filter((one) => partOf(landmark).test(tools.says(one)) && DIAGNOSED.has(one.section.role)), false],
  ];
  for (const [sentences, mayJoin] of tiers) {
    const told = sentences.flatMap((one) => sidesIn(note, tools, one));
    const sides = new Set(told.map((one) => one.side));
    if (sides.size === 0 || (sides.size > 1 && !mayJoin)) continue;
    const side = joinSides(sides);
    if (side) return { side, at: told[0]! };
  }
  return undefined;
}

/** What came of it is told of both sides: `the right toe 33, the left 30`. */
const RESULT = /\b(?:temperature|baseline|minutes? later|at \d+ min|after (?:\w+ )?minutes|result)\b/;

function partOf(landmark: Landmark): RegExp {
  return landmark.part ?? landmark.words;
}

function sidesIn(
  note: ProcedureNote,
  tools: NoteTools,
  sentence: Sentence,
): { side: Laterality; start: number; end: number }[] {
  const words = tools.says(sentence);
  const found = limbSides(note, sentence)
    .filter((one) => assertionOf(note, one.start, one.end, ['negated']) === 'asserted')
    .filter((one) => !DENIED.test(words.slice(0, one.start - sentence.start)))
    .filter((one) => !NOT_TREATED.test(words.slice(0, one.start - sentence.start)))
    .filter((one) => !BOTH_OF_ONE.test(words.slice(one.start - sentence.start)))
    .map((one) => ({ side: one.side, start: one.start, end: one.end }));
  const listed = LINE_LETTER.exec(note.text.slice(sentence.start, sentence.end));
  if (listed) {
    const start = sentence.start + listed[0].length - 1;
    found.push({ side: listed[1] === 'R' ? 'right' : 'left', start, end: start + 1 });
  }
  const both = BOTH.exec(words);
  if (both) {
    const start = sentence.start + both.index;
    found.push({ side: 'bilateral', start, end: start + both[0].length });
  }
  return found;
}
