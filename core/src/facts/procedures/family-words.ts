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

/** The words of one family of procedures, by which statements about it are found. */
export interface FamilyWords {
  readonly family: string;
  /** Cheap test: a note without these words has nothing for this family. */
  readonly gate: RegExp;
  readonly names: readonly ProcedureName[];
  /** Words by which a sentence of the narrative belongs to this family when a note tells several procedures. */
  readonly narrative: RegExp;
}
