import type { Target } from '../../../model/procedure.ts';

/** A structure by the words with which a needle is led to it. */
export interface Landmark {
  readonly family: string;
  readonly kind: string;
  readonly target: Target['kind'];
  /** Canonical name, as in the library's lists of sites. */
  readonly site: string;
  /** In one sentence of the telling, against lower case. */
  readonly words: RegExp;
  /** A second sign among the sentences of the day, where the landmark alone could mean another structure. */
  readonly and?: RegExp;
  /** What the whole note must be about. */
  readonly about?: RegExp;
  /** The part of the body, by which its side is looked up; the landmark's own words when left out. */
  readonly part?: RegExp;
  /** With this among the sentences of the day the landmark means something else. */
  readonly unless?: RegExp;
  /** The body has several on a side; they are counted by these words. */
  readonly many?: RegExp;
  readonly midline?: boolean;
  /** Kind when a drug that destroys nerves was given. */
  readonly destroyed?: string;
}

type Row = Pick<Landmark, 'words'> & Partial<Omit<Landmark, 'site' | 'words'>> & { readonly site: string };

/** Rows of one kind. */
export function landmarksOf(
  common: Pick<Landmark, 'family' | 'kind' | 'target'> & Partial<Landmark>,
  rows: readonly Row[],
): Landmark[] {
  return rows.map((row) => ({ ...common, ...row }));
}
