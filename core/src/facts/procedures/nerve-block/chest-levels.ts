import { ordinal, through } from '../../spine/vertebra-words.ts';
import type { ProcedureNote, Span } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';
import { allMatches } from '../../text/all-matches.ts';

export interface ChestLevel {
  readonly name: string;
  readonly at: Span;
}

const ORDINAL =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d{1,2}(?:st|nd|rd|th))';
const FIGURE = '(?:t-?)?\\d{1,2}';
const RANGE = String.raw`\s*(?:to|through|thru|-|\u2013)\s*(?:the\s+)?`;
const LIST = String.raw`\s*(?:,\s*(?:and\s+)?|and\s+|&\s*)(?:the\s+)?`;
const sequence = (item: string) => String.raw`${item}(?:(?:${RANGE}|${LIST})${item})*`;
const BEHIND = String.raw`\s*(?:left |right |bilateral )?(?:intercostal|ribs?\b|inter-?spaces?|costal)`;
const AHEAD = String.raw`(?:ribs?|intercostal(?: nerves?| spaces?)?(?: blocks?| injections?)?)(?:[\s,:(]+(?:at|of|from|on|over|the|for|under|levels?|numbers?|nos?\.?|left|right|bilateral|nerves?|ribs?|#))*[\s,:(#]+`;
const SEQUENCES: readonly RegExp[] = [
  new RegExp(String.raw`\b(${sequence(ORDINAL)})`, 'g'),
  new RegExp(String.raw`(?<![\w.])(${sequence(FIGURE)})(?=${BEHIND})`, 'g'),
  new RegExp(String.raw`${AHEAD}(${sequence(FIGURE)})(?!\s*(?:ml|cc|mg|%|weeks|months|days|\.\d|\d))`, 'g'),
];

/**
 * Thoracic levels of intercostal and paravertebral blocks, both ends of a range included: `fourth to tenth`, `ribs 4-8`,
 * `T5, T6 and T7`. A nerve bears the number of the rib above it.
 */
export function chestLevels(note: ProcedureNote, tools: NoteTools, span: Span): ChestLevel[] {
  const found = new Map<string, ChestLevel>();
  const add = (names: readonly string[], at: Span) => {
    for (const name of names) if (/^T\d/.test(name) && !found.has(name)) found.set(name, { name, at });
  };
  for (const mention of tools.levels(span)) {
    for (const level of mention.levels) {
      if (level.attempted || !level.upper.startsWith('T') || !level.lower.startsWith('T')) continue;
      add(through(level.upper, level.lower, true), level);
    }
  }
  if (found.size > 0) return [...found.values()];
  const words = note.lower.slice(span.start, span.end);
  if (!/costal|\bribs?\b|paravertebral/.test(words)) return [];
  for (const pattern of SEQUENCES) {
    pattern.lastIndex = 0;
    for (let one = pattern.exec(words); one; one = pattern.exec(words)) {
      const start = span.start + one.index + one[0].indexOf(one[1]!);
      add(expand(one[1]!), { start, end: start + one[1]!.length });
    }
    if (found.size > 0) break;
  }
  return [...found.values()];
}

function expand(words: string): string[] {
  const names: string[] = [];
  let [before, range] = [0, false];
  for (const part of allMatches(words, /[a-z]*\d+(?:st|nd|rd|th)?|[a-z]+|-|\u2013/g)) {
    const word = part[0];
    if (/^(?:to|through|thru|-|\u2013)$/.test(word)) {
      range = true;
      continue;
    }
    const number = ordinal(word) ?? Number(/\d+/.exec(word)?.[0]);
    if (!Number.isInteger(number) || number < 1 || number > 12) continue;
    if (range && before > 0 && number > before) for (let at = before + 1; at < number; at++) names.push(`T${at}`);
    names.push(`T${number}`);
    [before, range] = [number, false];
  }
  return names;
}
