/** Where a segment of this id begins, at or after `from`; -1 when none does. It must follow a terminator. */
export function findSegment(
  bytes: Buffer,
  id: Buffer,
  element: number,
  terminator: number,
  from: number,
  to: number,
  atStart = false,
): number {
  const begin = beginning(id, element);
  for (let at = bytes.indexOf(begin, from); at >= 0 && at < to; at = bytes.indexOf(begin, at + 1))
    if (follows(bytes, at, terminator, atStart)) return at;
  return -1;
}

/** The last one before `before`; -1 when there is none. */
export function findSegmentBack(
  bytes: Buffer,
  id: Buffer,
  element: number,
  terminator: number,
  before: number,
): number {
  const begin = beginning(id, element);
  for (let at = before - 1; at >= 0; at--) {
    at = bytes.lastIndexOf(begin, at);
    if (at < 0) return -1;
    if (follows(bytes, at, terminator, false)) return at;
  }
  return -1;
}

const begins = new Map<string, Buffer>();

/** The id with its element separator: far rarer in names and texts than the id alone. */
function beginning(id: Buffer, element: number): Buffer {
  const key = `${id.toString('latin1')}${element}`;
  let known = begins.get(key);
  if (!known) begins.set(key, (known = Buffer.concat([id, Buffer.from([element])])));
  return known;
}

function follows(bytes: Buffer, at: number, terminator: number, atStart: boolean): boolean {
  let before = at - 1;
  while (before >= 0 && (bytes[before] === 10 || bytes[before] === 13 || bytes[before] === 32)) before--;
  return before < 0 ? atStart || at === 0 : bytes[before] === terminator;
}

/** The kind of level (third element) of an HL segment. */
export function findLevel(bytes: Buffer, at: number, element: number, terminator: number): string {
  let seen = 0;
  let start = at;
  for (let i = at; i < bytes.length && i < at + 64; i++) {
    const byte = bytes[i]!;
    if (byte !== element && byte !== terminator) continue;
    if (seen === 3) return bytes.toString('latin1', start, i);
    if (byte === terminator) return '';
    seen++;
    start = i + 1;
  }
  return '';
}

export function segmentsIn(bytes: Buffer, terminator: number, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (bytes[at] === terminator) count++;
  return count;
}
