import type { Span } from '../text/note.ts';

/** What the amount of one mention is multiplied by to give the whole; `times` undefined when the note leaves it open. */
export interface Factor {
  readonly times: number | undefined;
  readonly says: string | undefined;
  readonly evidence: readonly Span[];
}

/** What the amounts of a note are multiplied by: how many places each kind of `each` means. */
export interface Places {
  /** Levels × sides; undefined when the note leaves levels open. */
  readonly sites: number | undefined;
  readonly levels: number | undefined;
  readonly sides: number;
  readonly nerves: number | undefined;
}

export const ONCE: Factor = { times: 1, says: undefined, evidence: [] };
