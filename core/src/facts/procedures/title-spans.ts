import type { Laterality } from '../../model/laterality.ts';
import type { Sentence, Span } from '../text/note.ts';
import { isField } from '../text/section-roles.ts';
import type { Statement } from './statements.ts';
import type { NoteTools } from './tools.ts';

const TELLS =
  /\b(?:was|were) (?:\w+ ){0,3}?(?:prepp?\w*|inject|insert|advanc|plac|enter|identif|guid|direct|position|used|given|instill|infiltrat|introduc|repeat|mark)/;

/** `- Right L5 root (L5-S1 foramen)`. */
const PLACE = /^\W*(?:right|left|bilateral|rt|lt|r|l)\b[^.]{0,20}\b[ctls]\d/;

/**
 * The stretches that name a procedure with its levels and sides: its statements of the title (else of the narrative), and
 * title lines that name no other procedure (`Levels: L4-5`, `Side: left`).
 */
export function titleSpans(tools: NoteTools, statements: readonly Statement[], family: string): readonly Span[] {
  const titles = statements.filter((one) => one.place === 'title');
  const chosen = titles.length > 0 ? titles : statements;
  const spans: Span[] = [];
  for (const one of chosen) {
    if (!spans.some((span) => span.start === one.segment.start && span.end === one.segment.end))
      spans.push(one.segment);
  }
  const others = tools.statements.done.some((one) => one.family !== family);
  if (!others) {
    for (const sentence of tools.titles) {
      // A short note may tell the whole act under the heading of its title: that is narrative, not a name.
      if (tools.tells(sentence, TELLS)) continue;
      // Where the name stands elsewhere, the title is a list of places, each with its side.
      if (titles.length === 0 && !isPlaced(sentence) && !(tools.tells(sentence, PLACE) && tools.asserted(sentence)))
        continue;
      if (!tools.statements.done.some((one) => one.sentence === sentence)) spans.push(sentence);
    }
  }
  return spans;
}

/** `Joints: L3-4 and L4-5`: a field for the place says where, whatever names the act. */
function isPlaced({ section }: Sentence): boolean {
  return isField(section.heading);
}

/** The sides that stretches of a title name and do not deny. */
export function sidesOf(tools: NoteTools, spans: readonly Span[]): Laterality[] {
  return spans.flatMap((span) => tools.sides(span).filter((side) => tools.asserted(side))).map(({ side }) => side);
}
