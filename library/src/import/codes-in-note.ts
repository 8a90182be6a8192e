import { endOfDiagnosis, packDiagnosis } from '@interspace/core/edits/agency/packed-code';

/** Codes from `from` up to but not including `end`, packed. */
export interface CodeRange {
  readonly from: number;
  readonly end: number;
}

const CODE = String.raw`[A-Z](?:\d[0-9A-Z]|[A-Z]\d)(?:\.[0-9A-Z]{1,4})?`;
const ITEM = new RegExp(String.raw`^(${CODE})(?:\.?-)?(?:\s*(?:-|to)\s*(${CODE})(?:\.?-)?)?$`);
const STARTS_WITH_CODE = new RegExp(String.raw`^\s*${CODE}`);
const LOOSE = new RegExp(String.raw`\b(?:${CODE}\.?-(?:${CODE})?|[A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4})(?![\w.])`, 'g');
const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/**
 * The codes that a note of the tabular list names. In brackets only a plain list, or one of the three usual ways to
 * say "with this character", counts: anything else says something that ranges cannot hold, half of it would be
 * wrong, and so it gives nothing. Outside brackets a code must show a point or a dash: `B12` in running text is a
 * vitamin.
 */
export function codesInNote(note: string): readonly CodeRange[] {
  const groups = [...note.matchAll(/[([]([^()[\]]*)[)\]]/g)].map((found) => found[1]!);
  const bracketed = groups.flatMap((group) => {
    const list = listOf(group);
    return list.length > 0 ? list : qualified(group);
  });
  if (bracketed.length > 0) return bracketed;
  if (groups.some((group) => STARTS_WITH_CODE.test(group)) || /\bcharacter|\bwith \./.test(note)) return [];
  return (note.replace(/[([][^()[\]]*[)\]]/g, ' ').match(LOOSE) ?? []).flatMap(listOf);
}

/** Every item of a comma list, or nothing when one of them is not a code or a range. */
function listOf(text: string): readonly CodeRange[] {
  const items = text
    .split(/,|;|\band\b|\bor\b/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const ranges = items.map(rangeOf);
  return ranges.every((range) => range !== undefined) ? ranges : [];
}

function rangeOf(item: string): CodeRange | undefined {
  const found = ITEM.exec(item);
  return found ? between(found[1]!, found[2] ?? found[1]!) : undefined;
}

function between(first: string, last: string): CodeRange | undefined {
  const [from, end] = [packDiagnosis(first), endOfDiagnosis(last)];
  return from >= 0 && end > from ? { from, end } : undefined;
}

const PLACES: Readonly<Record<string, number>> = { fourth: 4, '4th': 4, fifth: 5, '5th': 5, sixth: 6, '6th': 6 };

/** `E08-E13 with .42`, `M51.- with fifth character 6`, `I69. with final characters -23`. */
function qualified(text: string): readonly CodeRange[] {
  const ending = /^([A-Z])(\d\d)(?:-\1(\d\d))? with \.([0-9A-Z]{1,3})-?$/.exec(text);
  if (ending)
    return categories(ending[1]!, ending[2]!, ending[3] ?? ending[2]!).flatMap((category) =>
      prefix(`${category}${ending[4]}`),
    );
  const character = /^([A-Z]\d[0-9A-Z])\.?([0-9A-Z]*)-? with (\w+)[ -]character ([0-9A-Z])$/.exec(text);
  if (character) return atPlace(`${character[1]}${character[2]}`, PLACES[character[3]!] ?? 0, character[4]!);
  const final = /^([A-Z]\d[0-9A-Z])\.-? with final characters -([0-9A-Z]{2})$/.exec(text);
  return final ? CHARACTERS.flatMap((any) => prefix(`${final[1]}${any}${final[2]}`)) : [];
}

function categories(letter: string, first: string, last: string): readonly string[] {
  const count = Math.max(0, Number(last) - Number(first) + 1);
  return Array.from({ length: count }, (_, index) => `${letter}${String(Number(first) + index).padStart(2, '0')}`);
}

/** The character at a place: directly behind the stem, or one further on with anything between. */
function atPlace(stem: string, place: number, character: string): readonly CodeRange[] {
  if (place === stem.length + 1) return prefix(`${stem}${character}`);
  return place === stem.length + 2 ? CHARACTERS.flatMap((any) => prefix(`${stem}${any}${character}`)) : [];
}

function prefix(code: string): readonly CodeRange[] {
  const range = between(code, code);
  return range ? [range] : [];
}
