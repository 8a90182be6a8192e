/** Stub: its owner fills it. */
export interface PolicyLaw {
  readonly stub?: never;
}
