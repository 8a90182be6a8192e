/** Stub: its owner fills it. */
export interface CodingLaw {
  readonly stub?: never;
}
