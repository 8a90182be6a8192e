import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, date, dayNumber } from '../../model/date.ts';
import type { PairRow } from '../../model/law/edits.ts';
import { codeKey, codeOfKey } from '../code-key.ts';
import { pairTable } from './pair-table.ts';

const citation = { document: 'x', gist: 'x', confidence: 'high' } as const;
const edition = { edition: 'x', from: date('2024-07-01'), through: date('2024-09-30'), complete: false, citation };
const code = fc.stringMatching(/^[0-9A-F][0-9]{4}$/);
const row = fc.record({
  column1: code,
  column2: code,
  indicator: fc.constantFrom<PairRow['indicator'][]>(0, 1, 9),
  days: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
});

describe('pairTable', () => {
  it('answers as a walk over the rows would', () => {
    const start = date('2024-01-01');
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.integer({ min: 0, max: 500 }), (made, offset) => {
        const seen = new Set<string>();
        const rows: PairRow[] = made
          .filter((one) => !seen.has(one.column1 + one.column2) && seen.add(one.column1 + one.column2))
          .map(({ days, ...one }) => (days === undefined ? one : { ...one, through: addDays(start, days) }));
        const table = pairTable({ ...edition, rows });
        const on = addDays(start, offset);
        for (const one of rows) {
          const expected = one.through === undefined || on <= one.through ? one.indicator : -1;
          expect(table.find(codeKey(one.column1), codeKey(one.column2), dayNumber(on))).toBe(expected);
        }
        expect(table.find(codeKey('ZZZZZ'), codeKey('ZZZZY'), dayNumber(on))).toBe(-1);
      }),
    );
  });

  it('keeps both periods of one pair', () => {
    const rows: PairRow[] = [
      { column1: '10000', column2: '20000', indicator: 0, through: date('2019-12-31') },
      { column1: '10000', column2: '20000', indicator: 1, from: date('2020-01-01') },
    ];
    const table = pairTable({ ...edition, rows });
    const at = (text: string) => table.find(codeKey('10000'), codeKey('20000'), dayNumber(date(text)));
    expect([at('2019-12-31'), at('2020-01-01')]).toEqual([0, 1]);
  });
});

describe('codeKey', () => {
  it('is one number for one code, and the way back', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9A-Z]{5}$/), (text) => codeOfKey(codeKey(text)) === text));
  });
  it.each(['', '1234', '123456', '1234a', '12 45', 'ÄÖÜ12'])('refuses %j', (text) => {
    expect(codeKey(text)).toBe(-1);
  });
});
