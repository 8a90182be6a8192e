import { describe, expect, it } from 'vitest';
import { filterOf, isFiltered, type ClaimAddress } from './filter.ts';

describe('filterOf', () => {
  const cases: [ClaimAddress, object][] = [
    [{}, {}],
    [{ least: 1000 }, { least: 100_000 }],
    [
      { search: 4711, rule: 'ncci/pair' },
      { search: '4711', rule: 'ncci/pair' },
    ],
    [{ claim: 12, view: 'causes' as const, severity: 'block' as const }, { severity: 'block' }],
  ];
  it.each(cases)('%j asks for %j', (address, filter) => {
    expect(filterOf(address)).toEqual(filter);
  });

  it('an open claim or an order is no filter', () => {
    expect(isFiltered({ claim: 3, sort: 'risk', order: 'desc' })).toBe(false);
    expect(isFiltered({ payer: 'Medicare' })).toBe(true);
  });
});
