import type { Scope, Sentence } from './note.ts';

/** `02/11  Right L5 …`, `Stage 1 - right - 6/12`: a line that belongs to a day. */
const ENTRY =
  /^[ \t]*(?:[^\n]{0,40}[-\u2013] ?)?(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?(?:[ \t]*[:-]?[ \t]+\S[^\n]*|[ \t]*)$/gm;
/** `- 2019: left L5 …`: a year of the history. */
const YEAR = /^[ \t]*[-*\u2022]?[ \t]*(?:19|20)\d\d ?[:\u2013-][ \t]+\S[^\n]*$/gm;
/** The day that the note is of, where it says so. */
const OWN_DAY =
  /\b(?:date of (?:service|procedure)|dos|today)\b[^\n\d]{0,30}(\d{1,2})\/(\d{1,2})|(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?[ \t]*\(?today/i;

interface Entry {
  readonly start: number;
  readonly end: number;
  readonly day: number;
}

/**
 * Entries of other days in a log that keeps a line or a paragraph for each: what they tell was done then. Where the note
 * does not say which day is its own, that is the latest.
 */
export function entriesOfOtherDays(text: string, sentences: readonly Sentence[]): Scope[] {
  const others = [...entriesBeforeToday(text), ...yearsOf(text)];
  if (others.length === 0) return [];
  return sentences.flatMap((sentence): Scope[] => {
    const entry = others.find((one) => sentence.start >= one.start && sentence.start < one.end);
    // The day stands for the whole entry: no part of it is the cue, which would leave that part uncoloured.
    const cue = { start: (entry?.start ?? 0) - 1, end: (entry?.start ?? 0) - 1 };
    return entry ? [{ kind: 'historical', start: sentence.start, end: sentence.end, cue }] : [];
  });
}

function entriesBeforeToday(text: string): Entry[] {
  const entries = entriesOf(text);
  if (new Set(entries.map((one) => one.day)).size < 2) return [];
  const own = OWN_DAY.exec(text);
  const today = own ? dayOf(own[1] ?? own[3], own[2] ?? own[4]) : Math.max(...entries.map((one) => one.day));
  return entries.filter((one) => one.day !== today);
}

/** A list of years; one alone may be the date of what was done. */
function yearsOf(text: string): Entry[] {
  const found = [...text.matchAll(YEAR)];
  return found.length < 2 ? [] : found.map((one) => ({ start: one.index, end: one.index + one[0].length, day: 0 }));
}

function entriesOf(text: string): Entry[] {
  if (!text.includes('/')) return [];
  const found = [...text.matchAll(ENTRY)];
  return found.map((one, index) => {
    const stop = text.slice(one.index).search(/\n[ \t]*\r?\n/);
    const end = Math.min(stop < 0 ? text.length : one.index + stop, found[index + 1]?.index ?? text.length);
    return { start: one.index, end, day: dayOf(one[1], one[2]) };
  });
}

function dayOf(month: string | undefined, day: string | undefined): number {
  return Number(month) * 31 + Number(day);
}
