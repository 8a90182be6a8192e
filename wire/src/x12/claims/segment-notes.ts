import type { TransactionMap } from '../maps/map-language.ts';
import type { SegmentView } from '../segment-view.ts';

const FIELDS = 5;

/**
 * Where the segments of the claim in hand lie, so that they can be read once more while their bytes are there: most
 * claims of a batch are never made into a Claim, because what is to be said of them is known from others like them.
 */
export class SegmentNotes {
  count = 0;
  private data = new Int32Array(64 * FIELDS);

  clear(): void {
    this.count = 0;
  }

  /** `spec` is its number in the map; it lies in [start, end). */
  add(spec: number, ordinal: number, line: number, start: number, end: number): void {
    const at = this.count++ * FIELDS;
    if (at + FIELDS > this.data.length) {
      const grown = new Int32Array(2 * this.data.length);
      grown.set(this.data);
      this.data = grown;
    }
    const { data } = this;
    data[at] = spec;
    data[at + 1] = ordinal;
    data[at + 2] = line;
    data[at + 3] = start;
    data[at + 4] = end;
  }

  spec(index: number): number {
    return this.data[index * FIELDS]!;
  }

  ordinal(index: number): number {
    return this.data[index * FIELDS + 1]!;
  }

  line(index: number): number {
    return this.data[index * FIELDS + 2]!;
  }

  /** Sets a view on the segment; all but its id and place are those of the whole claim. */
  show(index: number, map: TransactionMap, view: SegmentView): void {
    const { data } = this;
    const at = index * FIELDS;
    view.id = map.segments[data[at]!]!.packedId;
    view.start = data[at + 3]!;
    view.end = data[at + 4]!;
    view.split();
  }
}
