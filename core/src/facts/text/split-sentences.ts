import type { Section, Sentence } from './note.ts';
import { isSpace } from './tokens.ts';

/** Words whose full stop does not end a sentence when something follows. */
const ABBREVIATION =
  /(?:^|[^a-z])(?:dr|drs|mr|mrs|ms|prof|st|no|nos|vs|fig|approx|inc|e\.g|i\.e|viz|cf|pt|ht|wt|temp|incl|resp|dept|sq|ave|jr|sr|ph|m\.d|d\.o|b\.i\.d|t\.i\.d|q\.d|ant|lat|gen)$/i;
const OPENING =
  /^(?:The|He|She|They|Patient|There|This|That|It|No|An?|We|I|After|Pt|Under|In|At|Her|His|Mr|Ms|Mrs|If|With|On|Then|All)\b/;
const ANSWER = /^[ \t]*(?:yes|no|none|n\/?a|y|n)\b/i;
const ITEM = /^[ \t]*(?:\d{1,2}[.)]|[-*\u2022\u00b7]|[a-zA-Z][.)]|\(\d{1,2}\))[ \t]+/;

/** `Solution: Kenalog 80 mg`: a field of its own, however long the line before it. */
const LABEL = /^[ \t]*[A-Z][A-Za-z/-]*(?: [A-Za-z/-]+){0,2}: +\S/;

/** What may stand between the end of a sentence and the gap behind it. */
const CLOSING = '"\')]\u201d\u2019.';

/** Sentences of every section, without the white space around them. Lists, headings and lines without full stops survive. */
export function splitSentences(text: string, sections: readonly Section[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const section of sections) {
    for (let at = section.bodyStart; at < section.end;) {
      const stop = endOfBlock(text, at, section.end);
      cut(text, at, stop, section, sentences);
      at = stop;
    }
  }
  return sentences;
}

/** A block ends at a line break that is no mere wrap. */
function endOfBlock(text: string, from: number, end: number): number {
  let lineStart = from;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    const next = code === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
    if (next >= end || !wraps(text, lineStart, at, next, end)) return next;
    lineStart = next;
    at = next - 1;
  }
  return end;
}

function wraps(text: string, lineStart: number, lineEnd: number, next: number, end: number): boolean {
  let nextEnd = next;
  while (nextEnd < end && text.charCodeAt(nextEnd) !== 10 && text.charCodeAt(nextEnd) !== 13) nextEnd++;
  const line = text.slice(lineStart, lineEnd).trimEnd();
  const after = text.slice(next, nextEnd);
  const following = after.trimStart();
  if (following === '' || line.trim() === '' || ITEM.test(after)) return false;
  const last = line.charAt(line.length - 1);
  if (last === '.' || last === ':' || last === ';' || last === '!' || last === '?') return false;
  if (last === ',') return true;
  if (LABEL.test(after)) return false;
  const first = following.charAt(0);
  if (/[a-z(,]/.test(first)) return true;
  return line.length >= 58;
}

function cut(text: string, from: number, to: number, section: Section, sentences: Sentence[]): void {
  let start = from;
  for (let at = from; at < to; at++) {
    const sign = text.charAt(at);
    if (sign !== '.' && sign !== '?' && sign !== '!') continue;
    // `With lysis of adhesions? No`: the question speaks with its answer.
    if (sign === '?' && ANSWER.test(text.slice(at + 1, at + 12))) continue;
    let next = at + 1;
    while (next < to && CLOSING.includes(text.charAt(next))) next++;
    if (next < to && !isSpace(text.charCodeAt(next))) {
      // `negative.Then`: a space was lost between a word and a capitalised word.
      const lost =
        sign === '.' &&
        next === at + 1 &&
        /[a-z)]{3}$/.test(text.slice(at - 3, at)) &&
        /^[A-Z][a-z]/.test(text.slice(next, next + 2));
      if (!lost) continue;
    } else if (sign === '.' && !endsSentence(text, start, at, next, to)) continue;
    push(text, start, next, section, sentences);
    start = next;
    at = next - 1;
  }
  push(text, start, to, section, sentences);
}

function endsSentence(text: string, start: number, at: number, next: number, to: number): boolean {
  let ahead = next;
  while (ahead < to && isSpace(text.charCodeAt(ahead))) ahead++;
  if (ahead >= to) return true;
  const before = text.slice(Math.max(start, at - 14), at);
  const following = text.charAt(ahead);
  if (/[a-z]/.test(following) && !/^(?:[a-z]-|mL\b)/.test(text.slice(ahead, ahead + 2)))
    return !/[a-z)]$/.test(before) || !isAbbreviated(before) ? isLongWord(before) : false;
  if (isAbbreviated(before))
    return !/\bNos?$/i.test(before)
      ? /\b(?:m\.d|d\.o|b\.i\.d|t\.i\.d|q\.d|inc|jr|sr)$/i.test(before)
      : !/\d/.test(following);
  // `J. Smith`: an initial, unless a usual first word of a sentence follows (`vitamin D. The patient`).
  if (/(?:^|[\s.])[A-Z]$/.test(before)) return OPENING.test(text.slice(ahead, ahead + 10));
  // `1. Lumbar`: the number of a list item.
  if (/^\s*\d{1,2}$/.test(text.slice(start, at))) return false;
  return true;
}

function isAbbreviated(before: string): boolean {
  return ABBREVIATION.test(before);
}

/** A small letter after a full stop: a careless new sentence if the word before is a real word. */
function isLongWord(before: string): boolean {
  return /(?:[a-z]{4,}|\d|%|\))$/.test(before) && !/(?:approx|temp|incl|resp|dept)$/i.test(before);
}

function push(text: string, from: number, to: number, section: Section, sentences: Sentence[]): void {
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start < end) sentences.push({ index: sentences.length, start, end, section });
}
