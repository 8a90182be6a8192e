import type { ProcedureNote } from '../../text/note.ts';

/** A line or a sentence that opens with a day of its own and tells of a procedure there. */
const DATED_ACT =
  /(?:^|\n|[.;] )[^\w\n]*(?:on |date:? ?)?(\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2} [a-z]{3,9}\.? \d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4})\b[^\n]{0,100}?\b(?:inject|block|ablat|epidural|rhizotomy|lesion|destruction|mbb|esi|tfesi|rfa)/g;
/** A record of the day says which day it is of, or that it is this one. */
const OF_THE_DAY = /\btoday|\bdate of (?:service|procedure|operation)|\bdos\b|\bprocedure (?:date|performed)/;
const DAYS = 3;

/** True when acts stand under several days, none of which is the day of the paper: a history, a claim, a summary. */
export function tellsManyDays({ lower }: ProcedureNote): boolean {
  if (!SOME_YEAR.test(lower)) return false;
  const days = new Set<string>();
  for (const [, day] of lower.matchAll(DATED_ACT)) days.add(day!);
  return days.size >= DAYS && !OF_THE_DAY.test(lower);
}

const SOME_YEAR = /\d{4}|\d[/.-]\d\d\b/;
