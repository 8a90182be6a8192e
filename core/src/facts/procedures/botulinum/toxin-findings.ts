import type { Finding } from '../../../model/finding.ts';
import { quote, type ProcedureNote } from '../../text/note.ts';
import type { Dose } from './toxin-dose.ts';

/** Amounts that do not agree with each other. */
export function toxinFindings(note: ProcedureNote, dose: Dose): Finding[] {
  const found: Finding[] = [];
  const evidence = dose.at.map((span) => quote(note, span.start, span.end));
  if (dose.differ) {
    const { stated, sum, at } = dose.differ;
    found.push({
      id: 'note/toxin-units-differ',
      severity: 'warn',
      what: `The note states ${stated} units in all; the muscles add up to ${sum}.`,
      why: 'Units given are what is billed; the two numbers cannot both be right.',
      do: 'Ask the author which is right and have the note corrected by a dated addendum.',
      evidence: [quote(note, at.start, at.end)],
    });
  }
  const { units, wasted, vial } = dose;
  if (units !== undefined && wasted !== undefined && vial !== undefined && Math.abs(units + wasted - vial) > 0.01)
    found.push({
      id: 'note/toxin-vial-sum',
      severity: 'warn',
      what: `${units} units given and ${wasted} discarded are ${units + wasted}; the vials held ${vial}.`,
      why: 'Given and discarded units together are the content of the vials that were opened.',
      do: 'Ask the clinician for the vials opened, the units given and the units discarded.',
      evidence,
    });
  return found;
}
