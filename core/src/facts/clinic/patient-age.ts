import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside } from './clause.ts';
import { Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>(['family-history', 'social-history', 'past-history']);
const AGE =
  /\b(\d{1,3})[ -]?(?:years?|yrs?|y)[ -]?(?:old|o\b)|\b(\d{1,3}) ?y\/?o\b|\bage(?:d)?\s*:?\s*(\d{1,3})(?=\s*(?:years|y\b|,|\.|$|male|female|m\b|f\b))/g;

/** `patient.age` in years, as the note states it. */
export function readPatientAge(chart: Chart): Fact[] {
  const tally = new Tally('patient.age');
  for (const statement of statementsWith(
    chart,
    /\b(?:\d{1,3}[ -]?(?:years?|yrs?|y|y\/?o)[ -]?(?:old|o)?|aged?)\b/g,
    SKIP,
  )) {
    if (isAside(chart.note, statement.start, statement.end, statement.text)) continue;
    for (const hit of matches(statement, AGE)) {
      const age = Number(hit[1] ?? hit[2] ?? hit[3]);
      if (
        age > 110 ||
        (/\b(?:son|daughter|husband|wife|mother|father|child|when (?:he|she) was|at (?:the )?age(?: of)?|since age|a|an)\s+(?:is\s+|was\s+)?$/.test(
          statement.text.slice(0, hit.index),
        ) &&
          !/\b(?:is a|is an|a|an)\s+$/.test(statement.text.slice(0, hit.index)))
      )
        continue;
      if (
        /\b(?:son|daughter|husband|wife|mother|father|child|when (?:he|she) was|at age|fracture|mri|x-?ray|study)\b[^.;]{0,20}$/.test(
          statement.text.slice(0, hit.index),
        )
      )
        continue;
      tally.say(age, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  }
  return tally.facts();
}
