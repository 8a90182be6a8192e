import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, writeDocument } from './document.ts';
import { bytesOf, FACET_CLAIM, HOSPITAL_CLAIM, REMITTANCE } from './fixtures.ts';
import { Tokenizer } from './tokenizer.ts';

/** Everything that comes out, as comparable text. */
function tokens(chunks: readonly Uint8Array[], maxSegmentBytes?: number): string[] {
  const out: string[] = [];
  const tokenizer = new Tokenizer(
    {
      segment: (view) => {
        const elements = Array.from({ length: view.count }, (_, i) => view.text(i));
        out.push(`${view.offset}:${view.base + view.next}:${elements.join('|')}`);
      },
      fault: (code, offset) => out.push(`! ${code} ${offset}`),
    },
    maxSegmentBytes === undefined ? {} : { maxSegmentBytes },
  );
  for (const chunk of chunks) tokenizer.push(chunk);
  tokenizer.end();
  return out;
}

function split(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const at = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, i) => bytes.subarray(from, at[i] ?? bytes.length));
}

const compact = FACET_CLAIM.replaceAll('\n', '');
const variants: Record<string, string> = {
  'one line': compact,
  'line ends': FACET_CLAIM,
  'DOS line ends': FACET_CLAIM.replaceAll('\n', '\r\n'),
  'line end as terminator': FACET_CLAIM.replaceAll('~', ''),
  'DOS line end as terminator': FACET_CLAIM.replaceAll('~', '').replaceAll('\n', '\r\n'),
  'other separators': compact.replaceAll('*', '|').replaceAll('~', '!').replaceAll(':', '>'),
  'byte order mark': `\u00ef\u00bb\u00bf${compact}`,
  'blanks before and after': `\n\n  ${compact}   \r\n\r\n\u001a`,
  'two interchanges with different separators': compact + compact.replaceAll('*', '|').replaceAll('~', '\n'),
  'no trailer and then another interchange': compact.slice(0, compact.indexOf('GE*')) + compact.replaceAll('*', '|'),
  'no terminator at the end': compact.slice(0, -1),
  'data between interchanges': `${compact}what is this I Say${compact}`,
  'line end as element separator': compact.replaceAll('*', '\n'),
  'no interchange': FACET_CLAIM.slice(FACET_CLAIM.indexOf('ST*'), FACET_CLAIM.indexOf('GE*')),
  'binary data with terminators inside': compact.replace('LX*1~', 'BIN*9*a~b*c~d\n~~LX*1~'),
  'a hospital claim and a remittance': HOSPITAL_CLAIM + REMITTANCE,
};

describe('segments', () => {
  it('do not depend on separators and line ends', () => {
    const elements = (text: string) =>
      readDocument(bytesOf(text))
        .segments.slice(1)
        .map((each) => [each.id, ...each.elements]);
    const usual = elements(variants['one line']!);
    expect(usual).toHaveLength(35);
    for (const name of [
      'line ends',
      'DOS line ends',
      'line end as terminator',
      'DOS line end as terminator',
      'byte order mark',
      'blanks before and after',
      'no terminator at the end',
    ]) {
      expect(elements(variants[name]!), name).toEqual(usual);
    }
    const other = elements(variants['other separators']!).map((each) => each.map((text) => text.replaceAll('>', ':')));
    expect(other).toEqual(usual);
  });

  it.each(Object.entries(variants))(
    'of %s do not depend on the chunks, and are written back as they were',
    (_, text) => {
      const bytes = bytesOf(text);
      const whole = tokens([bytes]);
      expect(tokens(Array.from(bytes, (_byte, i) => bytes.subarray(i, i + 1)))).toEqual(whole);
      fc.assert(
        fc.property(fc.array(fc.nat(), { maxLength: 12 }), (cuts) => {
          expect(tokens(split(bytes, cuts))).toEqual(whole);
        }),
        { numRuns: 40 },
      );
      expect(Buffer.from(writeDocument(readDocument(bytes)))).toEqual(Buffer.from(bytes));
    },
  );

  it('survive any damage: no throw, the same in any chunks, written back byte for byte', () => {
    const bases = Object.values(variants).map(bytesOf);
    const damage = fc.array(
      fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.constantFrom('set', 'cut', 'insert')),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.nat({ max: bases.length - 1 }),
        damage,
        fc.array(fc.nat(), { maxLength: 6 }),
        (which, faults, cuts) => {
          let bytes = [...bases[which]!];
          for (const [at, byte, kind] of faults) {
            const place = at % (bytes.length + 1);
            if (kind === 'set') bytes[Math.min(place, bytes.length - 1)] = byte;
            else if (kind === 'cut') bytes = bytes.slice(0, place).concat(bytes.slice(place + (byte % 9)));
            else bytes.splice(place, 0, byte);
          }
          const damaged = Uint8Array.from(bytes);
          expect(tokens(split(damaged, cuts))).toEqual(tokens([damaged]));
          expect(Buffer.from(writeDocument(readDocument(damaged)))).toEqual(Buffer.from(damaged));
        },
      ),
      { numRuns: 1_500 },
    );
  });
});

describe('what is no X12 ends in one clear Issue', () => {
  const codes = (bytes: Uint8Array) => tokens([bytes]).filter((each) => each.startsWith('!'));
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), '! wire/x12/empty 0'],
    ['blanks only', bytesOf('  \r\n '), '! wire/x12/empty 0'],
    ['zeros', new Uint8Array(100_000), '! wire/x12/not-x12 0'],
    ['a note', bytesOf('Procedure: injection. ISA is not at the start.'), '! wire/x12/not-x12 0'],
    ['an archive', bytesOf('PK\u0003\u0004ISA*'), '! wire/x12/not-x12 0'],
    ['half a header', bytesOf(FACET_CLAIM.slice(0, 60)), '! wire/x12/header-malformed 0'],
    [
      'a terminator that is the element separator',
      bytesOf(FACET_CLAIM.replace(':~', ':*')),
      '! wire/x12/separators-clash 0',
    ],
    ['ISA and a word', bytesOf('ISABELLA*00*~'), '! wire/x12/header-malformed 0'],
  ])('%s', (_, bytes, issue) => {
    expect(codes(bytes)).toEqual([issue]);
  });

  it('a bomb of one segment stops at the limit, whatever the chunks, with little memory', () => {
    const head = bytesOf(compact.slice(0, compact.indexOf('GS*')) + 'NTE*');
    const filling = Buffer.alloc(1 << 20, 65);
    let faults: string[] = [];
    const tokenizer = new Tokenizer({ segment: () => {}, fault: (code, offset) => faults.push(`${code} ${offset}`) });
    tokenizer.push(head);
    let pushed = 0;
    for (; pushed < 2048 && !tokenizer.stopped; pushed++) tokenizer.push(filling);
    tokenizer.end();
    expect(faults).toEqual([`wire/x12/segment-too-long ${head.length - 4}`]);
    expect(pushed).toBeLessThan(8);
    faults = tokens([bytesOf(compact)], 40).filter((each) => each.startsWith('!'));
    expect(faults).toEqual([`! wire/x12/segment-too-long ${compact.indexOf('GS*')}`]);
  });
});
