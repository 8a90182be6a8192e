import type { SegmentView } from '../segment-view.ts';

const FIELDS = 7;

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

  add(view: SegmentView, role: number, spec: number, ordinal: number, line: number): void {
    const at = this.count++ * FIELDS;
    if (at + FIELDS > this.data.length) {
      const grown = new Int32Array(2 * this.data.length);
      grown.set(this.data);
      this.data = grown;
    }
    const { data } = this;
    data[at] = role;
    data[at + 1] = spec;
    data[at + 2] = ordinal;
    data[at + 3] = line;
    data[at + 4] = view.id;
    data[at + 5] = view.start;
    data[at + 6] = view.end;
  }

  role(index: number): number {
    return this.data[index * FIELDS]!;
  }

  spec(index: number): number {
    return this.data[index * FIELDS + 1]!;
  }

  ordinal(index: number): number {
    return this.data[index * FIELDS + 2]!;
  }

  line(index: number): number {
    return this.data[index * FIELDS + 3]!;
  }

  /** Sets a view on the segment; `bytes`, `base` and the separators of the view are those of the whole claim. */
  show(index: number, view: SegmentView): void {
    const { data } = this;
    const at = index * FIELDS;
    view.id = data[at + 4]!;
    view.start = data[at + 5]!;
    view.end = data[at + 6]!;
    view.split();
  }
}
