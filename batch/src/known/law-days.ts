import { section, type TableFile } from '@interspace/core/edits/agency/layout';
import { editionOf } from '@interspace/core/edits/agency/as-law';
import { diagnosisLaw } from '@interspace/core/edits/diagnosis-law';
import { addDays, fromDayNumber } from '@interspace/core/model/date';
import type { Library } from '@interspace/core/model/library';
import { datesIn } from '../judge/epochs.ts';
import { addDaysIn } from './days-in-text.ts';

/** Columns of a table file whose days begin something, and whose days end something. */
const BEGIN = ['from', 'added'];
const END = ['through', 'terminated'];
const FIRST = -700_000;
const LAST = 2_900_000;
const DIAGNOSES = /^icd10cm/;

/**
 * The days on which what the edits of services say can be another than on the day before: dates of the library and of the
 * tables. Between two of them no rule and no table changes its answer.
 */
export function daysOfServices({ edits, coding, drugs }: Library, tables: readonly TableFile[]): readonly string[] {
  return sorted(
    datesIn(edits, coding, drugs),
    tables.filter(({ header }) => !DIAGNOSES.test(header.kind)),
  );
}

/** The same for the programs of authorization, and for places and their contractors. */
export function daysOfPrograms({ programs, policies }: Library): readonly string[] {
  return datesIn(programs, policies.jurisdictions);
}

/** The same for the parties of claims and all that is seen of their place. */
export function daysOfPlaces(library: Library, tables: readonly TableFile[]): readonly string[] {
  return [...new Set([...daysOfPrograms(library), ...daysOfServices(library, tables)])].toSorted();
}

/** The same for the edits of diagnoses. */
export function daysOfDiagnoses({ edits }: Library, tables: readonly TableFile[]): readonly string[] {
  return sorted(
    datesIn(diagnosisLaw(edits)),
    tables.filter(({ header }) => DIAGNOSES.test(header.kind)),
  );
}

function sorted(own: readonly string[], tables: readonly TableFile[]): readonly string[] {
  const days = new Set<string>(own);
  for (const file of tables) {
    const { from, through } = editionOf(file);
    days.add(from).add(addDays(through, 1));
    for (const { name, type } of file.header.sections) {
      if (type !== 'i32' || !(BEGIN.includes(name) || END.includes(name))) continue;
      const after = END.includes(name) ? 1 : 0;
      for (const day of new Set(section(file, name, 'i32')))
        if (day > FIRST && day < LAST) days.add(fromDayNumber(day + after));
    }
  }
  return [...days].toSorted();
}

/** Every day that is written anywhere in the library or a table: in a text it may be that of the law. */
export function writtenDays(library: Library, tables: readonly TableFile[]): ReadonlySet<string> {
  const days = new Set<string>();
  for (const file of tables) {
    const { from, through } = editionOf(file);
    days.add(from).add(through);
    for (const { name, type } of file.header.sections)
      if (type === 'i32' && (BEGIN.includes(name) || END.includes(name)))
        for (const day of new Set(section(file, name, 'i32')))
          if (day > FIRST && day < LAST) days.add(fromDayNumber(day));
  }
  const walk = (value: unknown): void => {
    if (typeof value === 'string') addDaysIn(value, days);
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        walk(key);
        walk(item);
      }
  };
  const { policies, programs, edits, coding, drugs } = library;
  walk([policies, programs, edits, coding, drugs]);
  return days;
}
