/** A cut of a long list, as every list of the server comes. */
export interface Page<T> {
  readonly total: number;
  readonly offset: number;
  readonly items: readonly T[];
}
