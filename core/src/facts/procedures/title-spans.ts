import type { Span } from '../text/note.ts';
import type { Statement } from './statements.ts';
import type { NoteTools } from './tools.ts';

const TELLS =
  /\b(?:was|were) (?:\w+ ){0,3}?(?:prepp?\w*|inject|insert|advanc|plac|enter|identif|guid|direct|position|used|given|instill|infiltrat|introduc|repeat|mark)/;

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
  if (titles.length > 0 && !others) {
    for (const sentence of tools.titles) {
      // A short note may tell the whole act under the heading of its title: that is narrative, not a name.
      if (TELLS.test(tools.says(sentence))) continue;
      if (!tools.statements.done.some((one) => one.sentence === sentence)) spans.push(sentence);
    }
  }
  return spans;
}
