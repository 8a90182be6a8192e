/** Bytes that mean something to a reader of X12. */
const MARKS = Buffer.from('*~:^\n\r |>ISASTHLCLM0\u0000\u00ff', 'latin1');

/** Values that numbers, dates and codes do not expect. */
const VALUES = [
  '',
  '0',
  '-1',
  '99999999999999999999',
  '0.000000000001',
  '1e308',
  'NaN',
  '00000000',
  '20260230',
  '99991231',
  '20240701-20240701',
  '99999',
  '64483',
  'J0585',
  '0275T',
  '59',
  'KX',
  '50',
  '1:2:3:4:5:6:7:8',
  'M54.5',
  'ZZZZZZZZZZ',
  '__proto__',
  'constructor',
  '\u0000',
  '\u00e4\u00f6',
  'A'.repeat(5_000),
];

/**
 * One to six faults: bytes changed, cut out, put in, pieces doubled or moved, values put in place of others. Half of the
 * files only get values, so that they are read to the end and the rules see them.
 */
export function damage(base: Buffer, next: (below: number) => number): Buffer {
  let bytes: Buffer = Buffer.from(base);
  if (next(2) === 0) {
    for (let fault = next(4) + 1; fault > 0; fault--)
      bytes = otherValue(bytes, 170 + next(bytes.length), VALUES[next(VALUES.length)]!);
    return bytes;
  }
  for (let fault = next(6) + 1; fault > 0; fault--) {
    const at = next(bytes.length + 1);
    const to = Math.min(bytes.length, at + next(40));
    switch (next(6)) {
      case 0:
        if (at < bytes.length) bytes[at] = next(3) === 0 ? next(256) : MARKS[next(MARKS.length)]!;
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), MARKS.subarray(next(MARKS.length)), bytes.subarray(at)]);
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
        break;
      case 4:
        bytes = otherValue(bytes, at, VALUES[next(VALUES.length)]!);
        break;
      default: {
        const elsewhere = next(bytes.length + 1);
        bytes = Buffer.concat([bytes.subarray(0, elsewhere), bytes.subarray(at, to), bytes.subarray(elsewhere)]);
      }
    }
  }
  return bytes;
}

/** The element that begins after `at` becomes another: the damage that passes the reader and reaches the rules. */
function otherValue(bytes: Buffer, at: number, value: string): Buffer {
  const start = bytes.indexOf(42, at);
  if (start < 0) return bytes;
  let end = start + 1;
  while (end < bytes.length && bytes[end] !== 42 && bytes[end] !== 126) end++;
  return Buffer.concat([bytes.subarray(0, start + 1), Buffer.from(value, 'latin1'), bytes.subarray(end)]);
}
