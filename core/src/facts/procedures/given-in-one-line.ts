import { holds, type ProcedureNote, type Sentence } from '../text/note.ts';
import { TELLS } from './telegram.ts';
import { toldToday } from './technique/told-today.ts';
import type { NoteTools } from './tools.ts';

/** Longest note in which a place and a dose stand for the act. */
const ONE_LINE = 240;
const NOT_GIVEN =
  /\b(?:plan\w*|will|would|should|schedul\w*|order\w*|request\w*|consider\w*|recommend\w*|offer\w*|refus\w*|declin\w*|defer\w*|cancel\w*|next|prior|previous\w*|last|ago|history|hx|s\/p|status post|since|helped|lasted|relief (?:from|after)|refill\w*|rx|prescri\w*|daily|bid|tid|prn|po|patch|allerg\w*|auth\w*|pending|if|not|unable|block|nerve)\b/;

/** `R knee 40 mg kenalog`: the sentences of a line of a note that give a depot steroid in an amount and name no procedure. */
export function givenInOneLine(note: ProcedureNote, tools: NoteTools): readonly Sentence[] {
  if (note.text.length > ONE_LINE || tools.statements.done.length > 0 || holds(note, NOT_GIVEN)) return [];
  return toldToday(note).filter((sentence) => {
    if (!TELLS.has(sentence.section.role) || !tools.asserted(sentence)) return false;
    return tools
      .drugs([sentence])
      .some(
        (drug) =>
          drug.name.drug.role === 'steroid' &&
          (drug.quantities.length > 0 ||
            /\b\d{1,3} ?$/.test(note.lower.slice(Math.max(0, drug.start - 5), drug.start))),
      );
  });
}
