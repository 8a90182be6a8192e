import type { FilePlace } from '../claims/claim-reader.ts';

/** Bytes of the file that lead to a part, with the place where they stand: ISA, GS, ST and the levels above. */
export interface Replay {
  readonly bytes: Uint8Array;
  readonly place: FilePlace;
}

/**
 * A stretch of a claim file that can be read by itself. `begins`: at a segment that the replay leads to; otherwise it
 * goes on where the part before it stopped, with the same reader. `ends`: nothing in it goes on in the next part.
 */
export interface FilePart {
  readonly bytes: Uint8Array;
  readonly begins: boolean;
  readonly ends: boolean;
  readonly last: boolean;
  readonly place: FilePlace;
  readonly replay: readonly Replay[];
}
