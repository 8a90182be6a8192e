import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside } from './clause.ts';
import { Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>(['family-history', 'social-history', 'past-history']);
const AGE =
  /\b(\d{1,3})[ -]?(?:years?|yrs?|y)[ -]?(?:old|o\b)|\b(\d{1,3}) ?y\/?o\b|\bage(?:d)?\s*:?\s*(\d{1,3})(?=\s*(?:years|y\b|,|\.|$|male|female|m\b|f\b))/g;

/** Not the patient, or not now. */
const OTHER =
  /\b(?:sons?|daughters?|husband|wife|mother|father|child(?:ren)?|brother|sister|when (?:he|she) was|fracture|mri|x-?ray|study)\b[^.;]{0,20}$/;
const CUE = /\b(?:\d{1,3}[ -]?(?:years?|yrs?|y|y\/?o)[ -]?(?:old|o)?|aged?)\b/g;

/** `patient.age` in years, as the note states it. */
export function readPatientAge(chart: Chart): Fact[] {
  const tally = new Tally('patient.age');
  for (const statement of statementsWith(chart, CUE, SKIP)) {
    if (isAside(chart.note, statement.start, statement.end, statement.text)) continue;
    for (const hit of matches(statement, AGE)) {
      const age = Number(hit[1] ?? hit[2] ?? hit[3]);
      const before = statement.text.slice(0, hit.index);
      if (
        age > 110 ||
        OTHER.test(before) ||
        (hit[0].startsWith('age') && /\b(?:since|at|at the|from|by|until)\s+$/.test(before))
      )
        continue;
      tally.say(age, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  }
  return tally.facts();
}
