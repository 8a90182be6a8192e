import type { SegmentSpec } from '../maps/map-language.ts';
import type { SegmentView } from '../segment-view.ts';

/** Where the segments of one claim, or of one level above it, lie: integers only, decoded when somebody asks. */
export interface Places {
  readonly data: Int32Array;
  readonly from: number;
  readonly to: number;
  /** File offset that the numbers in `data` are relative to. */
  readonly base: number;
}

/** One recorded segment, decoded. */
export interface RecordedSegment {
  readonly spec: number;
  readonly line: number;
  readonly ordinal: number;
  readonly start: number;
  readonly length: number;
  /** Where the marks of the segment begin in `data`, and after the last one. */
  readonly marks: number;
  readonly end: number;
}

const HEAD = 6;
/**
 * The first slab is small and the next ones grow: of most claims few places are asked for, and memory taken for nothing
 * makes the engine look for garbage again and again.
 */
const FIRST = 1 << 10;
const SLAB = 1 << 16;

/**
 * Notes the places of segments: spec, line, ordinal, start, length, number of marks, then a mark for every element
 * (its distance from the segment's start) and, for segments with composites, for every further component (negative).
 * Many claims share a slab of integers, because a typed array of its own for every claim costs more than reading it.
 */
export class PlaceRecorder {
  private data = new Int32Array(FIRST);
  private from = 0;
  private used = 0;
  private base = 0;

  /** Begins a new region; hands over the one before it. */
  next(): Places {
    const places = { data: this.data, from: this.from, to: this.used, base: this.base };
    this.from = this.used;
    return places;
  }

  record(view: SegmentView, spec: SegmentSpec, line: number, ordinal: number, composites: boolean): void {
    if (this.used === this.from) this.base = view.offset;
    const need = this.used + HEAD + (composites ? view.end - view.start : view.count);
    if (need > this.data.length) this.renew(need - this.used);
    const data = this.data;
    const start = view.start;
    let at = this.used;
    data[at] = spec.index;
    data[at + 1] = line;
    data[at + 2] = ordinal;
    data[at + 3] = view.offset - this.base;
    data[at + 4] = view.end - start;
    const marks = at + 5;
    at = marks + 1;
    if (composites) {
      const { element, component } = view.separators;
      const bytes = view.bytes;
      for (let i = start; i < view.end; i++) {
        const byte = bytes[i];
        if (byte === element) data[at++] = i + 1 - start;
        else if (byte === component) data[at++] = start - i - 1;
      }
    } else {
      const { starts, count } = view;
      for (let i = 1; i < count; i++) data[at++] = starts[i]! - start;
    }
    data[marks] = at - marks - 1;
    this.used = at;
  }

  /** A fresh slab; only the region being written moves over. */
  private renew(more: number): void {
    const kept = this.used - this.from;
    const fresh = new Int32Array(Math.max(Math.min(SLAB, 2 * this.data.length), 2 * (kept + more)));
    fresh.set(this.data.subarray(this.from, this.used));
    this.data = fresh;
    this.from = 0;
    this.used = kept;
  }
}

/** The segment that is recorded at a place of `data`. */
export function segmentAt(data: Int32Array, at: number): RecordedSegment {
  return {
    spec: data[at]!,
    line: data[at + 1]!,
    ordinal: data[at + 2]!,
    start: data[at + 3]!,
    length: data[at + 4]!,
    marks: at + HEAD,
    end: afterSegment(data, at),
  };
}

/** Where the next one is recorded. */
export function afterSegment(data: Int32Array, at: number): number {
  return at + HEAD + data[at + 5]!;
}

export function lineOfSegment(data: Int32Array, at: number): number {
  return data[at + 1]!;
}

/** [start, end) of an element, or of one of its components, from the start of the segment; undefined when it is not there. */
export function spanOf(
  places: Places,
  segment: RecordedSegment,
  element: number,
  component?: number,
): readonly [number, number] | undefined {
  const { data } = places;
  let seen = 0;
  let part = 1;
  for (let at = segment.marks; at < segment.end; at++) {
    const mark = data[at]!;
    if (mark > 0) {
      seen++;
      part = 1;
    } else part++;
    if (seen !== element || (component !== undefined && part !== component)) continue;
    let next = at + 1;
    if (component === undefined) while (next < segment.end && data[next]! < 0) next++;
    const end = next < segment.end ? Math.abs(data[next]!) - 1 : segment.length;
    return [Math.abs(mark), end];
  }
  return undefined;
}
