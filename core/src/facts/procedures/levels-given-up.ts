import type { Level } from '../spine/scan-levels.ts';
import type { ProcedureNote, Sentence } from '../text/note.ts';
import type { NoteTools } from './tools.ts';

const REACHED =
  /\b(?:then|eventually|ultimately|finally|subsequently|second attempt|after (?:repositioning|redirect\w+)|re-?positioned|redirected)\b[^.]{0,60}\b(?:reached|entered|placed|advanced|obtained|achieved|success\w*|inject\w*)/;

/** Levels of the narrative that were tried and given up, and nowhere told as treated. */
export function levelsGivenUp(note: ProcedureNote, tools: NoteTools, body: readonly Sentence[]): readonly Level[] {
  const scopes = note.scopes.filter((scope) => scope.kind === 'abandoned');
  if (scopes.length === 0) return [];
  const given: Level[] = [];
  const kept = new Set<string>();
  for (const sentence of body) {
    if (sentence.section.role === 'title') continue;
    const words = tools.says(sentence);
    const scope = scopes.find((one) => sentence.start <= one.cue.start && one.cue.end <= sentence.end);
    for (const { levels } of tools.levels(sentence)) {
      for (const level of levels) {
        // In a sentence that tells of both, what stands behind the giving up is not what was given up.
        const tried =
          scope && (level.start < scope.end || /\b(?:this|that|the) level\b/.test(words)) && !REACHED.test(words);
        if (tried) given.push(level);
        else kept.add(nameOf(level));
      }
    }
  }
  return given.filter((level) => !kept.has(nameOf(level)));
}

export function nameOf(level: Level): string {
  return level.upper === level.lower ? level.upper : `${level.upper}-${level.lower}`;
}
