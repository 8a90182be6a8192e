import type { Finding } from '../../model/finding.ts';
import type { Procedure } from '../../model/procedure.ts';
import type { ProcedureNote } from '../text/note.ts';
import type { NoteTools } from './tools.ts';

/** A way in which notes name a procedure. */
export interface ProcedureName {
  /** Kind of Procedure, or the family's own word for "one of them" that `detect` resolves. */
  readonly kind: string;
  /** Global, against lower case. */
  readonly words: RegExp;
  /** Must be found near the words as well. */
  readonly needs?: RegExp;
  /** Must not be found near the words. */
  readonly unless?: RegExp;
}

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
export interface Recognizer {
  readonly family: string;
  /** Cheap test: a note without these words has nothing for this family. */
  readonly gate: RegExp;
  readonly names: readonly ProcedureName[];
  /** Words by which a sentence of the narrative belongs to this family when a note tells several procedures. */
  readonly narrative: RegExp;
  detect(note: ProcedureNote, tools: NoteTools): Detected;
}
