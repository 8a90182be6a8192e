import { describe, expect, it } from 'vitest';
import { claimsInMemory } from '../../../../bench/generate-claims.ts';
import { PartReader } from './read-part.ts';
import { PartSplitter } from './part-splitter.ts';
import { readClaimsFromBuffer } from '../read-claims.ts';

/** Claims with places and Issues, read in parts of about `size` bytes. */
function inParts(file: Buffer, size: number) {
  const claims: unknown[] = [];
  const issues: unknown[] = [];
  let parts = 0;
  const splitter = new PartSplitter();
  const reader = new PartReader(
    {
      claim: (read) => claims.push([read.claim, read.locate(1, 'code'), read.locate(undefined, 'billing-npi')]),
      issue: ({ code, at }) => issues.push([code, at]),
    },
    1000,
  );
  for (let from = 0; from < file.length;) {
    const to = Math.min(file.length, from + size);
    const part = splitter.cut(file.subarray(from, to), to === file.length);
    parts++;
    reader.read(part);
    from += part.bytes.length;
  }
  return { claims, issues, parts };
}

function whole(file: Buffer) {
  const { claims, issues } = readClaimsFromBuffer(file);
  return {
    claims: claims.map((read) => [read.claim, read.locate(1, 'code'), read.locate(undefined, 'billing-npi')]),
    issues: issues.map(({ code, at }) => [code, at]),
  };
}

const many = claimsInMemory({ bytes: 120_000, perTransaction: 40 }).file;
const one = claimsInMemory({ bytes: 120_000, perTransaction: Number.POSITIVE_INFINITY }).file;
const wrong = Buffer.from(one.toString('latin1').replace('SE*', 'SE*9').replace('GE*1*1', 'GE*2*1'), 'latin1');
const cases: [string, Buffer][] = [
  ['many transactions', many],
  ['one transaction', one],
  ['counts that are wrong', wrong],
  [
    'two interchanges with other separators',
    Buffer.concat([many, Buffer.from(one.toString('latin1').replaceAll('*', '|'), 'latin1')]),
  ],
  ['no line ends', Buffer.from(many.toString('latin1').replaceAll('~\n', '~'), 'latin1')],
];

describe.each(cases)('%s', (_, file) => {
  it.each([4_000, 9_999, 50_000])('in parts of %i bytes reads as the whole file', (size) => {
    const { claims, issues, parts } = inParts(file, size);
    const expected = whole(file);
    expect(claims).toEqual(expected.claims);
    expect(issues).toEqual(expected.issues);
    expect(parts).toBeGreaterThan(2);
  });
});

it('what is no claim file is one long part, and refused once', () => {
  const { claims, issues } = inParts(Buffer.alloc(100_000), 9_000);
  expect(claims).toEqual([]);
  expect(issues.length).toBe(1);
});
