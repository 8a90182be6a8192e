/** The four separators of an interchange, as bytes. `repetition` is -1 where the version knows none. */
export interface Separators {
  readonly element: number;
  readonly component: number;
  readonly repetition: number;
  readonly terminator: number;
}

export interface Header {
  readonly separators: Separators;
  /** Index of the byte of the terminator (relative to the buffer given). */
  readonly end: number;
  /** True when the header is the fixed 106 bytes. */
  readonly fixed: boolean;
}

/** Bytes that must be there (or the end of the input) before a header is judged, so that chunking cannot matter. */
export const HEADER_WINDOW = 512;

const isAlphanumeric = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

/**
 * Separators from an ISA that starts at `from`. The header is 106 bytes by rule; real files pad badly, so the
 * sixteen element separators are counted instead. Undefined when there are not sixteen within reach.
 */
export function readHeader(bytes: Uint8Array, from: number, to: number): Header | undefined {
  const limit = Math.min(to, from + HEADER_WINDOW);
  const element = bytes[from + 3];
  if (element === undefined || from + 3 >= limit || isAlphanumeric(element) || element === 32) return undefined;
  let at = from + 3;
  let repetitionAt = 0;
  let versionAt = 0;
  for (let found = 1; found < 16; found++) {
    at++;
    while (at < limit && bytes[at] !== element) at++;
    if (at >= limit) return undefined;
    if (found === 10) repetitionAt = at + 1;
    if (found === 11) versionAt = at + 1;
  }
  if (at + 2 >= limit) return undefined;
  const component = bytes[at + 1]!;
  const end = findTerminator(bytes, at + 2, limit);
  const repetition = versionKnowsRepetition(bytes, versionAt) ? bytes[repetitionAt]! : -1;
  return {
    separators: {
      element,
      component,
      repetition: repetition !== -1 && (isAlphanumeric(repetition) || repetition === 32) ? -1 : repetition,
      terminator: bytes[end]!,
    },
    end,
    fixed: end - from === 105,
  };
}

/** Right after ISA16; but a line end there may be decoration before the true terminator, when that begins the next line. */
function findTerminator(bytes: Uint8Array, at: number, limit: number): number {
  if (bytes[at] !== 13 && bytes[at] !== 10) return at;
  let next = at;
  while (next < limit && (bytes[next] === 13 || bytes[next] === 10)) next++;
  const follows = bytes[next];
  return next < limit && follows !== undefined && follows > 32 && !isAlphanumeric(follows) ? next : at;
}

/** ISA11 became a repetition separator with 00402; before that it named a standards body. */
function versionKnowsRepetition(bytes: Uint8Array, at: number): boolean {
  let version = 0;
  for (let i = 0; i < 5; i++) {
    const digit = (bytes[at + i] ?? 0) - 48;
    if (digit < 0 || digit > 9) return false;
    version = version * 10 + digit;
  }
  return version >= 402;
}

/**
 * Separators for data that begins at GS or ST without an interchange: the byte after the id, and the first other
 * mark after which a line break or an id of a second segment stands. Undefined when nothing fits.
 */
export function guessSeparators(bytes: Uint8Array, from: number, to: number): Separators | undefined {
  const element = bytes[from + 2];
  if (element === undefined || isAlphanumeric(element) || element <= 32) return undefined;
  const limit = Math.min(to, from + HEADER_WINDOW);
  for (let i = from + 3; i < limit; i++) {
    const mark = bytes[i]!;
    if (isAlphanumeric(mark) || mark === element || mark === 32) continue;
    let next = i + 1;
    while (next < limit && bytes[next]! <= 32) next++;
    let end = next;
    while (end < limit && isAlphanumeric(bytes[end]!)) end++;
    if (end - next >= 2 && end - next <= 3 && bytes[end] === element) {
      return { element, component: 58, repetition: 94, terminator: mark };
    }
  }
  return undefined;
}

export function separatorsClash(of: Separators): boolean {
  const used = [of.element, of.component, of.terminator, ...(of.repetition === -1 ? [] : [of.repetition])];
  return new Set(used).size !== used.length || isAlphanumeric(of.component) || isAlphanumeric(of.terminator);
}
