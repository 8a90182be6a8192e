import { quote, type ProcedureNote, type Sentence } from '../text/note.ts';
import type { StatedDiagnosis } from '../gathered.ts';
import { maskUncertain } from './mask-uncertain.ts';
import { placesTold } from './places-told.ts';
import { allMatches } from '../text/all-matches.ts';

/**
 * What the narrative says that the patient has, for a note without a list of diagnoses: a statement a sentence, in which
 * everything is blotted out that is denied, only suspected, past, planned or somebody else's. Which conditions the
 * words name is for the library to say.
 */
export function conditionsTold(note: ProcedureNote): StatedDiagnosis[] {
  const found: StatedDiagnosis[] = [];
  for (const { sentence, place, start, end } of placesTold(note)) {
    const words = maskUncertain(masked(note, sentence, start, end));
    if (!/[a-z]{3}/.test(words)) continue;
    found.push({ words, told: place, evidence: [quote(note, start, end)] });
  }
  return found;
}

/** Plans that put the condition itself in doubt; who is scheduled for a block of a condition has it. */
const DOUBTFUL = /^(?:if|unless|should|may|might|could|would|consider|possible|discuss|options?|alternatives|if )/;
/** `Has had sciatica for two years`, `since 2019`: begun in the past and not over. */
const LASTING =
  /\b(?:since|for (?:the past |the last |over |about |almost |nearly |more than )?(?:\w+ ){1,2}(?:day|week|month|year)s)\b/;

function masked(note: ProcedureNote, sentence: Sentence, start: number, end: number): string {
  let words = note.lower.slice(start, end).replace(/\s/g, ' ');
  for (const scope of note.scopes) {
    if (scope.start >= end) break;
    if (scope.end <= start || scope.start < sentence.start) continue;
    const cue = note.lower.slice(scope.cue.start, scope.cue.end);
    if (scope.kind === 'negated' || scope.kind === 'abandoned') continue;
    if (scope.kind === 'planned' && !DOUBTFUL.test(cue)) continue;
    if (scope.kind !== 'historical') {
      words = blot(words, scope.start - start, scope.end - start);
      continue;
    }
    if (isPresent(cue, note.lower.slice(scope.cue.start, scope.end))) continue;
    // What was had before is told in a phrase; the complaint of today goes on in the same sentence.
    const behind = scope.start === scope.cue.start ? scope.end : scope.cue.end;
    const stop = PHRASE_END.exec(note.lower.slice(scope.cue.end, behind));
    const to = stop ? scope.cue.end + stop.index : behind;
    const before = note.lower.slice(Math.max(scope.start, start), scope.cue.start);
    const from = scope.start === scope.cue.start ? scope.start : Math.max(scope.start, start) + lastPhrase(before);
    words = blot(words, from - start, to - start);
  }
  return words;
}

const PHRASE_END = /[,;:]|\b(?:and|but|who|which|that|for (?:a|an|the|his|her)|now|still|since|with)\b/;
const PHRASE_START = /[,;:]|\b(?:and|but|who|which|after|since|from|when|following|because|with|in|on|by|until)\b/g;

/** Where the last phrase of the words begins. */
function lastPhrase(words: string): number {
  return [...allMatches(words, PHRASE_START)].at(-1)?.index ?? 0;
}

function isPresent(cue: string, scope: string): boolean {
  // `Has failed back surgery syndrome` is no treatment that failed.
  if (/\bfailed$/.test(cue) && /\bfailed (?:back|neck|spin)/.test(scope)) return true;
  // `History of` is judged by its duration elsewhere.
  if (/^(?:history of|hx of|h\/o)$/.test(cue)) return true;
  return /^(?:has|have|who|patient|she|he)\b/.test(cue) && /\bhad\b/.test(cue) && LASTING.test(scope);
}

/** The words with a stretch made unreadable, of the same length. */
export function blot(words: string, from: number, to: number): string {
  const [start, end] = [Math.max(0, from), Math.min(words.length, to)];
  return end <= start ? words : words.slice(0, start) + BLOT.repeat(end - start) + words.slice(end);
}

const BLOT = '\u00b7';
