import type { Finding } from '../../model/finding.ts';
import type { Procedure } from '../../model/procedure.ts';
import type { ProcedureNote } from '../text/note.ts';
import type { FamilyWords } from './family-words.ts';
import type { NoteTools } from './tools.ts';

export type ProcedureDraft = Omit<Procedure, 'id'>;

export interface Detected {
  readonly procedures: readonly ProcedureDraft[];
  readonly findings: readonly Finding[];
}

export const NOTHING: Detected = { procedures: [], findings: [] };

/**
 * Recognizes the procedures of one family that a note says were done on its date. One file a family; see
 * docs/reference/recognizers.md for how to add one.
 */
export interface Recognizer extends FamilyWords {
  detect(note: ProcedureNote, tools: NoteTools): Detected;
}
