import type { Location } from '@interspace/core/model/claim';
import type { WireIssue } from '../issues.ts';
import type { TransactionHeader } from './envelope.ts';
import { mapFor } from './maps/map-for.ts';
import type { SegmentSpec } from './maps/map-language.ts';
import { ISA, unpacked } from './segment-id.ts';
import type { SegmentView } from './segment-view.ts';
import type { TokenizerOptions } from './tokenizer.ts';
import { TransactionReader } from './transaction-reader.ts';
import { Walker, walkTables } from './walker.ts';
import { codeWords, listWords } from './words/code-words.ts';
import { partsOf } from './words/composites.ts';
import { segmentWords, type ElementWords } from './words/segment-words.ts';
import { statusWords } from './words/status-words.ts';

export interface DescribedElement {
  /** `3`, or `1-2` for a component. */
  readonly position: string;
  readonly words: string;
  readonly value: string;
  /** What the code means, where we know. */
  readonly meaning?: string;
  /** Byte offset in the file. */
  readonly offset: number;
}

export interface DescribedSegment {
  readonly id: string;
  /** What the segment is in this place. */
  readonly words: string;
  readonly place: Location;
  /** How deep its loop lies: 0 for the envelope, 1 for the transaction itself. */
  readonly depth: number;
  /** Set when the segment opens its loop. */
  readonly opens?: string;
  /** False when the map of the transaction has no place for it. */
  readonly known: boolean;
  readonly elements: readonly DescribedElement[];
}

export interface DescriptionSink {
  segment(described: DescribedSegment): void;
  issue(issue: WireIssue): void;
}

/** Any X12 stream as loops, segments and elements in words: push bytes, then end. */
export class Describer extends TransactionReader {
  private readonly sink: DescriptionSink;
  private walker: Walker | undefined;

  constructor(sink: DescriptionSink, options: TokenizerOptions = {}) {
    super(sink, options);
    this.sink = sink;
  }

  outside(view: SegmentView): void {
    this.tell(view, 0);
  }

  begin(header: TransactionHeader, view: SegmentView): void {
    const known = mapFor(header.set, header.version);
    this.walker = known ? new Walker(walkTables(known.map)) : undefined;
    this.tell(view, 1, undefined, known?.map.title);
  }

  segment(view: SegmentView): void {
    const spec = this.walker?.step(view);
    this.tell(view, (this.walker?.loop.depth ?? 0) + 1, spec);
  }

  finish(view?: SegmentView): void {
    if (view) this.tell(view, 1);
    this.walker = undefined;
  }

  private tell(view: SegmentView, depth: number, spec?: SegmentSpec, title?: string): void {
    const id = unpacked(view.id) || view.text(0).slice(0, 3);
    const words = segmentWords(id);
    const opens = spec && this.walker?.entered && spec.loop.parent ? spec.loop : undefined;
    this.sink.segment({
      id,
      words: title ?? spec?.words ?? words?.words ?? 'unknown segment',
      place: this.envelope.locate(view, undefined, spec?.loop.parent ? spec.loop.id : undefined),
      depth,
      ...(opens ? { opens: `${opens.id} ${opens.words}` } : {}),
      known: words !== undefined && (spec !== undefined || this.walker === undefined || depth <= 1),
      elements: describeElements(view, words?.elements ?? []),
    });
  }
}

function describeElements(view: SegmentView, known: readonly ElementWords[]): DescribedElement[] {
  const described: DescribedElement[] = [];
  for (let position = 1; position < view.count; position++) {
    if (!view.has(position)) continue;
    const element = known[position - 1];
    const value = view.fresh(position);
    const composite =
      view.id !== ISA && (element?.type === 'C' || value.includes(String.fromCharCode(view.separators.component)));
    if (composite) described.push(...describeParts(view, position, element));
    else {
      const meaning = element && meaningOf(element, value, view.separators.repetition);
      const offset = view.base + view.starts[position]!;
      described.push({
        position: String(position),
        words: element?.words ?? 'element',
        value,
        ...(meaning ? { meaning } : {}),
        offset,
      });
    }
  }
  return described;
}

/** What a code means; of several in one element, what each of them means that is known. */
function meaningOf({ number, repeats }: ElementWords, value: string, repetition: number): string | undefined {
  if (!repeats || repetition < 0) return codeWords(number, value);
  const known = value.split(String.fromCharCode(repetition)).flatMap((one) => codeWords(number, one) ?? []);
  return known.length === 0 ? undefined : known.join(', ');
}

function describeParts(view: SegmentView, position: number, element: ElementWords | undefined): DescribedElement[] {
  const parts: DescribedElement[] = [];
  const to = view.endOf(position);
  for (let number = 1; ; number++) {
    const from = view.componentStart(view.starts[position]!, to, number);
    if (from < 0) return parts;
    const end = view.componentEnd(from, to);
    if (end === from) continue;
    const value = view.intern(from, end);
    const meaning = element && partMeaning(element, number, value, view.component(position, 2));
    const words = element?.parts[number - 1] ?? element?.words ?? 'component';
    parts.push({
      position: `${position}-${number}`,
      words,
      value,
      ...(meaning ? { meaning } : {}),
      offset: view.base + from,
    });
  }
}

function partMeaning(element: ElementWords, number: number, value: string, second: string): string | undefined {
  if (element.number === 'C043') return number === 3 ? codeWords('98', value) : statusWords(number, value);
  // A type of bill is no place of service.
  if (element.number === 'C023' && number === 1 && second !== 'B') return undefined;
  const part = partsOf(element.number)?.[number - 1];
  const known = part && codeWords(part.number, value);
  return known ?? (number === 1 ? listWords(value) : undefined);
}

/** A whole file in memory in words. */
export function describeBuffer(bytes: Uint8Array): {
  readonly segments: readonly DescribedSegment[];
  readonly issues: readonly WireIssue[];
} {
  const segments: DescribedSegment[] = [];
  const issues: WireIssue[] = [];
  const describer = new Describer({ segment: (each) => segments.push(each), issue: (each) => issues.push(each) });
  describer.push(bytes);
  describer.end();
  return { segments, issues };
}
