import type { Scope, Sentence } from './note.ts';
import { allMatches } from './all-matches.ts';
import type { TextIndex } from './text-index.ts';

/** A stretch brought over from an earlier note, by its own words. */
const COPIED =
  /\b(?:copied|carried|pulled|brought|rolled) (?:forward|over)\b|\blooked up (?:the |his |her )?(?:op(?:erative)?|procedure) (?:note|report)|\bcopied from (?:the )?(?:prior|previous|last|earlier|note of)\b|\bfrom (?:the )?(?:prior|previous|last) (?:procedure )?note\s?:/g;
const END = /\bend of (?:the )?(?:copied|carried|prior|previous)\b/;

/** Words of another paper between quotation marks; the mark of inches opens none. */
const QUOTED = /(?<![\w"])["\u201c](?=[a-z])([^"\u201c\u201d\n]|(?<=\d)"){24,900}["\u201d]/g;
const MARK = /["\u201d]/;
/** What a report tells, and nobody says of himself. */
const REPORTED =
  /\bneedles?\b|\badvanced\b|\bfluoroscop\w+|\bguidance\b|\binjections?,?["\u201d]$|\bblocks? (?:was|were)\b|\b(?:was|were) (?:injected|performed|placed)\b|\btransverse process/;

/** What was copied or quoted from another note happened then: up to the word that it ends, else to the next empty line. */
export function copiedScopes(lower: string, sentences: readonly Sentence[], index: TextIndex): Scope[] {
  const scopes: Scope[] = [];
  for (const found of index.all(COPIED, lower)) {
    const cue = { start: found.index, end: found.index + found[0].length };
    // The words that mark the end of a stretch open none, and what was not brought over was not.
    if (/\b(?:end of (?:the )?|not )$/.test(lower.slice(Math.max(0, cue.start - 12), cue.start))) continue;
    const ends = END.exec(lower.slice(cue.end));
    const gap = /\n[ \t]*\r?\n/.exec(lower.slice(cue.end));
    const stop = cue.end + (ends?.index ?? gap?.index ?? lower.length - cue.end);
    for (const sentence of sentences)
      if (sentence.end > cue.start && sentence.start < stop)
        scopes.push({ kind: 'historical', start: sentence.start, end: sentence.end, cue });
  }
  for (const found of MARK.test(lower) ? allMatches(lower, QUOTED) : []) {
    if (!REPORTED.test(found[0])) continue;
    const [start, end] = [found.index, found.index + found[0].length];
    for (const sentence of sentences)
      if (sentence.end > start && sentence.start < end)
        scopes.push({ kind: 'historical', start: sentence.start, end: sentence.end, cue: { start, end: start + 1 } });
  }
  return scopes;
}
