import { describe, expect, it } from 'vitest';
import { date } from '../date.ts';
import { durationIn, durationInWords, parseDuration, shiftDate, type Duration } from '../duration.ts';
import { codeTest, type CodeSet } from './code-set.ts';
import { payerLine, placeByName, placeOfState, type JurisdictionLaw } from './jurisdiction.ts';

const LAW: JurisdictionLaw = {
  payers: [
    { id: 'usual', title: '', assumed: true },
    { id: 'other', title: '' },
  ],
  contractors: { north: 'North', south: 'South' },
  jurisdictions: { JA: 'north', JB: 'north', JC: 'south' },
  states: [
    { state: 'AA', jurisdiction: 'JA', cite: 'c', through: date('2026-04-15') },
    { state: 'AA', jurisdiction: 'JC', cite: 'c', from: date('2026-04-16') },
  ],
  parts: [],
  overlays: [],
  citations: {},
};

describe('who judges where', () => {
  it.each([
    ['AA', '2026-04-15', { contractor: 'north', jurisdiction: 'JA' }],
    ['aa', '2026-04-16', { contractor: 'south', jurisdiction: 'JC' }],
    ['ZZ', '2026-04-16', undefined],
  ])('state %s on %s', (state, on, place) => {
    expect(placeOfState(LAW, state, date(on))).toEqual(place);
  });

  it.each([
    ['north-jb', { contractor: 'north', jurisdiction: 'JB' }],
    ['JA', { contractor: 'north', jurisdiction: 'JA' }],
    ['South', { contractor: 'south', jurisdiction: 'JC' }],
    ['north', { contractor: 'north' }],
    ['nobody', undefined],
  ])('by the name %s', (name, place) => {
    expect(placeByName(LAW, name)).toEqual(place);
  });

  it('assumes the usual payer only when none is named', () => {
    expect(payerLine(LAW, undefined)?.id).toBe('usual');
    expect(payerLine(LAW, 'other')?.id).toBe('other');
    expect(payerLine(LAW, 'nobody')).toBeUndefined();
  });
});

describe('a code set', () => {
  const set: CodeSet = {
    name: 's',
    title: '',
    system: 'icd-10-cm',
    confidence: 'high',
    standing: 'settled',
    citations: {},
    file: '',
    members: [
      { codes: ['M54.16'], under: [], cite: 'c' },
      { codes: [], under: ['G62'], cite: 'c', from: date('2024-10-01'), through: date('2025-09-30') },
      { codes: ['M99.9'], under: [], cite: 'c', documents: ['DOC-A'] },
    ],
  };
  it.each([
    ['M54.16', '2026-01-01', undefined, true],
    ['M5416', '2026-01-01', undefined, true],
    ['M54.1', '2026-01-01', undefined, false],
    ['G62.9', '2024-09-30', undefined, false],
    ['G62.9', '2024-10-01', undefined, true],
    ['G62.9', '2025-10-01', undefined, false],
    ['M99.9', '2026-01-01', 'DOC-A', true],
    ['M99.9', '2026-01-01', 'DOC-B', false],
  ])('%s on %s under %s → %s', (code, on, document, inside) => {
    expect(codeTest(set, date(on), document)(code)).toBe(inside);
  });
});

describe('a length of time', () => {
  it.each(['1 day', '14 days', '4 weeks', '12 months', '2 years'])('%s reads and writes back', (text) => {
    expect(durationInWords(parseDuration(text) as Duration)).toBe(text);
  });
  it.each(['14', 'days', '1.5 weeks', 'a month', '12 month s'])('"%s" is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
  it.each([
    ['3 months', 'days', 90],
    ['4 weeks', 'weeks', 4],
    ['6 months', 'weeks', 180 / 7],
    ['1 year', 'months', 12],
    ['1 year', 'weeks', 52],
  ] as const)('%s in %s', (text, unit, amount) => {
    expect(durationIn(parseDuration(text) as Duration, unit)).toBeCloseTo(amount);
  });
  it('shifts by the calendar', () => {
    expect(shiftDate(date('2025-03-31'), { amount: 1, unit: 'months' }, -1)).toBe('2025-02-28');
    expect(shiftDate(date('2024-02-29'), { amount: 1, unit: 'years' }, 1)).toBe('2025-02-28');
  });
});
