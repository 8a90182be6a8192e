import type { IsoDate } from '../../model/date.ts';
import { datesIn } from '../clinic/date-words.ts';
import type { ProcedureNote, Span } from '../text/note.ts';

const LABEL =
  /\b(?:date of (?:service|procedure|operation|surgery|visit|injection|encounter|exam(?:ination)?)|d\.?o\.?s\.?|(?:procedure|service|operation|surgery|visit|encounter) date|date performed|performed on|date of the procedure|procedure performed on)\b[\s:,=-]{0,6}/g;
const PLAIN = /(?:^|[\s,;(|])(?:date)\s{0,2}(?::|\bis\b)\s{0,6}/g;
const OTHER_DATE =
  /\b(?:birth|dob|dictat|transcrib|sign|print|admi|discharg|injury|accident|onset|report|fax|referr|last|previous|prior|mri|ct|x-?ray)\w*[\s:]*(?:dated?|on|of)?[\s:]*$/;

/** The date of service that the note states: beside its label, else `Date:` or a bare date in the first lines. */
export function statedDate(note: ProcedureNote): { readonly date: IsoDate; readonly at: Span } | undefined {
  const labelled = behind(note, LABEL, note.lower.length);
  if (labelled) return labelled;
  const head = Math.min(note.lower.length, 500);
  return behind(note, PLAIN, head) ?? bare(note, Math.min(note.lower.length, 160));
}

function behind(note: ProcedureNote, label: RegExp, to: number): { date: IsoDate; at: Span } | undefined {
  for (const found of note.index.all(label, note.lower)) {
    if (found.index >= to) break;
    const start = found.index + found[0].length;
    if (OTHER_DATE.test(note.lower.slice(Math.max(0, found.index - 24), found.index + (label === PLAIN ? 1 : 0))))
      continue;
    const [written] = datesIn(note.lower.slice(start, start + 48), undefined);
    if (written?.day && written.start <= 4)
      return { date: written.day, at: { start: start + written.start, end: start + written.end } };
  }
  return undefined;
}

function bare(note: ProcedureNote, to: number): { date: IsoDate; at: Span } | undefined {
  for (const written of datesIn(note.lower.slice(0, to), undefined)) {
    const before = note.lower.slice(Math.max(0, written.start - 30), written.start);
    const lineStart = before.lastIndexOf('\n');
    const line = before.slice(lineStart + 1);
    if (
      written.day &&
      !OTHER_DATE.test(line) &&
      !/birth|dob|born|age|\bmrn\b/.test(line) &&
      /note|report|clinic|visit|procedure|^\s*$|date/.test(line)
    ) {
      return { date: written.day, at: written };
    }
  }
  return undefined;
}
