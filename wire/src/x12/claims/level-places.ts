import type { TransactionMap } from '../maps/map-language.ts';
import { SegmentView } from '../segment-view.ts';
import { PlaceRecorder, type Places } from './place-recorder.ts';
import { Level, Recorded, recordingOf } from './roles.ts';
import { SegmentNotes } from './segment-notes.ts';

/**
 * Where the segments of the levels above the claims lie (`Level`). They are only noted, and
 * recorded when somebody asks or before their bytes go: most claims have nothing to point at there.
 */
export class LevelPlaces {
  private map: TransactionMap | undefined;
  private recording: Uint8Array = new Uint8Array(0);
  private readonly notes = new SegmentNotes();
  private readonly view = new SegmentView();
  private readonly recorder = new PlaceRecorder();
  /** Levels that are recorded. */
  private readonly recorded: (Places | undefined)[] = [undefined, undefined, undefined];
  /** Those that are only noted, by level: their first note and after their last one. */
  private readonly from = new Int32Array(3);
  private readonly to = new Int32Array(3);
  /** Levels begun, the present one counted. */
  private count = 0;
  /** The present level is still being read. */
  private open = false;
  /** The beginning of the present level is recorded already, as its bytes are gone; the rest is recorded as it comes. */
  private broken = false;

  /** Nothing is above the claims yet but what comes first. */
  reset(map: TransactionMap): void {
    this.map = map;
    this.recording = recordingOf(map);
    this.recorder.next();
    this.count = 0;
    this.open = this.broken = false;
    this.start(Level.Billing);
  }

  /** A level begins; the one before it and all below it are over. */
  start(level: number): void {
    this.finish();
    while (this.count < level) this.empty(this.count++);
    this.count = level;
    this.notes.count = level === Level.Billing ? 0 : this.to[level - 1]!;
    this.empty(this.count++);
    this.open = true;
  }

  /** A segment of the present level. */
  add(view: SegmentView, spec: number, ordinal: number, line: number): void {
    if (this.recording[spec] === Recorded.Nothing) return;
    const { notes } = this;
    if (this.broken) {
      // What was known by its bytes has not been looked at for elements.
      view.split();
      return this.record(view, spec, ordinal, line);
    }
    if (notes.count === 0) {
      this.view.bytes = view.bytes;
      this.view.words = view.words;
      this.view.base = view.base;
      this.view.separators = view.separators;
    }
    notes.add(spec, ordinal, line, view.start, view.end);
  }

  /** The present level is over; what comes is of the claim. */
  finish(): void {
    if (!this.open) return;
    this.open = false;
    const level = this.count - 1;
    this.to[level] = this.notes.count;
    if (this.broken) this.recorded[level] = this.recorder.next();
    this.broken = false;
  }

  /** The places of a level that is over; nothing when there is none. */
  of(level: number): Places | undefined {
    if (level >= this.count) return undefined;
    return (this.recorded[level] ??= this.recordNoted(level, this.to[level]!));
  }

  /** The bytes are about to go. */
  released(): void {
    if (this.count === 0) return;
    const last = this.count - 1;
    for (let level = 0; level < last; level++) this.of(level);
    if (!this.open) this.of(last);
    else if (!this.broken) {
      this.recordSome(last, this.notes.count);
      this.broken = true;
    }
    this.notes.count = 0;
    this.from.fill(0);
    this.to.fill(0);
  }

  private empty(level: number): void {
    this.recorded[level] = undefined;
    this.from[level] = this.to[level] = this.notes.count;
  }

  private recordNoted(level: number, to: number): Places {
    this.recordSome(level, to);
    return this.recorder.next();
  }

  private recordSome(level: number, to: number): void {
    const { notes, view, map } = this;
    for (let index = this.from[level]!; map && index < to; index++) {
      notes.show(index, map, view);
      this.record(view, notes.spec(index), notes.ordinal(index), notes.line(index));
    }
  }

  private record(view: SegmentView, spec: number, ordinal: number, line: number): void {
    this.recorder.record(view, this.map!.segments[spec]!, line, ordinal, this.recording[spec] === Recorded.Components);
  }
}
