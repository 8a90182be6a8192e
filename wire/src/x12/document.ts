import { wireIssue, type WireIssue, type WireIssueCode } from '../issues.ts';
import { plain } from './interner.ts';
import { ISA } from './segment-id.ts';
import type { SegmentView } from './segment-view.ts';
import type { Separators } from './separators.ts';
import { Tokenizer, type SegmentSink, type TokenizerOptions } from './tokenizer.ts';

/** One segment as text, one character a byte. Composites and repetitions stay inside the element as they were sent. */
export interface TextSegment {
  readonly id: string;
  /** Element 1 is `elements[0]`. */
  readonly elements: readonly string[];
  readonly separators: Separators;
  /** Bytes between the segment before and this one: line ends, blanks, a byte order mark, whatever was passed over. */
  readonly before: string;
  /** Terminator, with a line end that stood in front of it; empty when the file ends without one. */
  readonly after: string;
  /** Byte offset of the id in the file; 0 for segments made here. */
  readonly offset: number;
}

/** A whole file as segments, with every byte that is not data kept, so that writing gives the same bytes again. */
export interface X12Document {
  readonly segments: readonly TextSegment[];
  /** Bytes after the last segment. */
  readonly rest: string;
  readonly issues: readonly WireIssue[];
}

/**
 * Reads a file into segments without judging envelope or structure. What cannot be read as segments is kept as bytes
 * in `before` and `rest`, and said in `issues`.
 */
export function readDocument(bytes: Uint8Array, options: TokenizerOptions = {}): X12Document {
  const segments: TextSegment[] = [];
  const issues: WireIssue[] = [];
  let last = 0;
  const sink: SegmentSink = {
    segment(view) {
      segments.push(textSegment(view, bytes.subarray(last, view.base + view.start)));
      last = view.base + view.next;
    },
    fault(code: WireIssueCode, offset: number, detail?: string) {
      issues.push(wireIssue(code, { segment: '', ordinal: 0, offset }, detail));
    },
  };
  const tokenizer = new Tokenizer(sink, options);
  tokenizer.push(bytes);
  tokenizer.end();
  return { segments, rest: plain(bytes, last, bytes.length), issues };
}

function textSegment(view: SegmentView, between: Uint8Array): TextSegment {
  const elements: string[] = [];
  for (let i = 1; i < view.count; i++) elements.push(plain(view.bytes, view.starts[i]!, view.endOf(i)));
  const id = view.id === ISA ? 'ISA' : plain(view.bytes, view.start, view.count > 1 ? view.starts[1]! - 1 : view.end);
  return {
    id,
    elements,
    separators: view.separators,
    before: plain(between, 0, between.length),
    after: plain(view.bytes, view.end, view.next),
    offset: view.offset,
  };
}

/** The bytes of a document. `writeDocument(readDocument(bytes))` is `bytes`, always. */
export function writeDocument(document: Pick<X12Document, 'segments' | 'rest'>): Uint8Array {
  const parts: string[] = [];
  for (const segment of document.segments) {
    parts.push(segment.before, segment.id);
    const separator = String.fromCharCode(segment.separators.element);
    for (const element of segment.elements) parts.push(separator, element);
    parts.push(segment.after);
  }
  parts.push(document.rest);
  return Buffer.from(parts.join(''), 'latin1');
}

/** What a new file is written with. */
export interface WritingStyle {
  readonly separators: Separators;
  /** After every terminator: `\n`, `\r\n` or nothing. */
  readonly lineEnd: string;
}

export const USUAL_STYLE: WritingStyle = {
  separators: { element: 42, component: 58, repetition: 94, terminator: 126 },
  lineEnd: '\n',
};

/** A segment made here: trailing empty elements are left out, as the standard wants. */
export function segment(
  id: string,
  elements: readonly (string | undefined)[],
  style: WritingStyle = USUAL_STYLE,
): TextSegment {
  const filled = elements.map((each) => each ?? '');
  while (filled.length > 0 && filled[filled.length - 1] === '') filled.pop();
  return {
    id,
    elements: filled,
    separators: style.separators,
    before: '',
    after: String.fromCharCode(style.separators.terminator) + style.lineEnd,
    offset: 0,
  };
}

/** What another file says, without the marks that mean something here. */
export function quoted(text: string, { separators }: WritingStyle = USUAL_STYLE): string {
  const { element, component, repetition, terminator } = separators;
  const marks = [element, component, repetition, terminator];
  return Array.from(text, (each) => {
    const code = each.charCodeAt(0);
    return code < 32 || code === 127 || marks.includes(code) ? ' ' : each;
  })
    .join('')
    .trim();
}

/** Stands for a part that would fall into two; no writer sends it. */
const UNSENDABLE = '\uFFFF';

/** A composite from its parts, trailing empty parts left out. */
export function composite(parts: readonly (string | undefined)[], style: WritingStyle = USUAL_STYLE): string {
  const mark = String.fromCharCode(style.separators.component);
  const filled = parts.map((each = '') => (each.includes(mark) ? UNSENDABLE : each));
  while (filled.length > 0 && filled[filled.length - 1] === '') filled.pop();
  return filled.join(mark);
}
