/** Stub: its owner fills it. */
export interface ProgramLaw {
  readonly stub?: never;
}
