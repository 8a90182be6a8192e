/** Stub: its owner fills it. */
export interface EditLaw {
  readonly stub?: never;
}
