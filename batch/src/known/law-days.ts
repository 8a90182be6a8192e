import { section, type TableFile } from '@interspace/core/edits/agency/layout';
import { editionOf } from '@interspace/core/edits/agency/as-law';
import { addDays, fromDayNumber, isIsoDate, type IsoDate } from '@interspace/core/model/date';
import type { Library } from '@interspace/core/model/library';
import { datesIn } from '../judge/epochs.ts';

/** Columns of a table file whose days begin or end something. */
const COLUMNS = ['from', 'through', 'added', 'terminated'];
const FIRST = -700_000;
const LAST = 2_900_000;

/**
 * Every day on which any law can be another than on the day before: dates of the library and of the tables, each with
 * the day after it, whatever they mean. Between two of them no rule and no table changes its answer.
 */
export function lawDays(library: Library, tables: readonly TableFile[]): readonly string[] {
  const { policies, programs, edits, coding, drugs } = library;
  const days = new Set<string>();
  const add = (day: IsoDate): void => {
    days.add(day);
    days.add(addDays(day, 1));
  };
  for (const day of datesIn(policies, programs, edits, coding, drugs)) if (isIsoDate(day)) add(day);
  for (const file of tables) {
    const { from, through } = editionOf(file);
    add(from);
    add(through);
    for (const { name, type } of file.header.sections) {
      if (type !== 'i32' || !COLUMNS.includes(name)) continue;
      for (const day of new Set(section(file, name, 'i32'))) if (day > FIRST && day < LAST) add(fromDayNumber(day));
    }
  }
  return [...days].toSorted();
}

/** Every day that is written anywhere in the library: when it stands in a text, it is not that of a claim. */
export function writtenDays(library: Library): ReadonlySet<string> {
  const days = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') for (const [day] of value.matchAll(DATE)) days.add(day);
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

const DATE = /\d{4}-\d{2}-\d{2}/g;
