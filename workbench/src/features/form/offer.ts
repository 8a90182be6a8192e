import type { StatedProcedure } from '@interspace/core/model/review-input';

/** How places are told: on the spine, on the body, or from a list of names. */
export type Picker = 'interspace' | 'joint' | 'nerve' | 'root' | 'vertebra' | 'body' | 'list' | 'none';

/** One more statement that a recipe reads: an attribute of the procedure. */
export interface Ask {
  readonly name: string;
  readonly label: string;
  readonly type: 'number' | 'yes-no' | 'word';
  readonly most?: number;
  /** Word of the library → ours, of a `word`. */
  readonly words?: Readonly<Record<string, string>>;
}

/** One procedure as the form offers it. `kind` and `family` are words of the library. */
export interface Offer {
  readonly kind: string;
  readonly family: string;
  readonly title: string;
  readonly group: string;
  /** Ways to say where; the first is the usual one. */
  readonly pickers: readonly Picker[];
  readonly sided: boolean;
  readonly intent?: 'diagnostic' | 'therapeutic';
  /** Kind of the targets that come from the body or a list. */
  readonly targetKind?: StatedProcedure['targets'][number]['kind'];
  /** The only place there is. */
  readonly place?: string;
  /** The places of a list; without them the library's own. */
  readonly names?: readonly string[];
  /** What stands in the list. */
  readonly listed?: string;
  /** Counts also when nobody says where. */
  readonly placeMayLack?: boolean;
  /** Part of the spine that is shown first. */
  readonly part?: 'cervical' | 'thoracic' | 'lumbar';
  /** Said above the places. */
  readonly aim?: string;
  /** Said where there is nothing to point at. */
  readonly instead?: string;
  /** Done without imaging and without an agent of its own. */
  readonly unguided?: boolean;
  /** Units are told by site and added up. */
  readonly toxin?: boolean;
  /** What else decides the code. */
  readonly asks?: readonly Ask[];
}
