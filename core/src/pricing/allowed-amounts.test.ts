import { describe, expect, it } from 'vitest';
import type { FeeRow } from '../model/fee.ts';
import type { ModifierLaw } from '../model/law/edits.ts';
import { type PricedLine, allowedAmounts } from './allowed-amounts.ts';
import { NATIONAL, type Setting } from './base-amount.ts';

/**
 * Relative values of the July 2026 release: code, work, non-facility and facility expense, malpractice, global, multiple,
 * bilateral. Of visits only the totals are known; where every index is 1 they may stand as one value.
 */
const JULY_2026 = `
20553 0.73 0.98 0.41 0.08 000 2 0
20610 0.77 1.16 0.29 0.13 000 2 1
27096 1.44 3.68 0.63 0.14 000 2 1
62321 1.90 6.20 0.78 0.18 000 2 9
62323 1.76 6.25 0.74 0.17 000 2 9
62330 8.00 NA 5.64 0.71 090 2 2
62331 4.25 NA 1.03 0.38 ZZZ 0 2
62369 0.65 2.19 0.17 0.07 XXX 0 0
62370 0.88 1.95 0.22 0.08 XXX 0 0
63650 6.97 63.75 3.48 0.79 010 2 0
63685 5.06 NA 3.43 1.05 010 2 0
64454 1.48 5.42 0.58 0.13 000 2 1
64479 2.23 6.11 1.06 0.20 000 2 1
64480 1.17 3.00 0.31 0.11 ZZZ 0 1
64483 1.85 5.91 0.96 0.17 000 2 1
64490 1.77 4.20 0.88 0.17 000 2 1
64493 1.48 4.08 0.82 0.14 000 2 1
64494 0.98 1.81 0.25 0.08 ZZZ 0 1
64615 1.80 2.28 0.85 0.62 010 2 2
64624 2.44 9.65 1.33 0.22 010 2 1
64625 3.31 11.20 1.65 0.33 010 2 1
64635 3.24 10.39 1.65 0.29 010 2 1
64636 1.13 6.29 0.28 0.11 ZZZ 0 1
99204 0 5.31 3.50 0 XXX 0 0
99213 0 2.85 1.72 0 XXX 0 0
99214 0 4.06 2.53 0 XXX 0 0`;

const ROWS = new Map(
  JULY_2026.trim()
    .split('\n')
    .map((line) => {
      const [code, work, nonFacility, facility, malpractice, global, multiple, bilateral] = line.split(' ') as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      return [
        code,
        row({
          code,
          global,
          work: hundredths(work),
          nonFacilityExpense: nonFacility === 'NA' ? 0 : hundredths(nonFacility),
          facilityExpense: hundredths(facility),
          malpractice: hundredths(malpractice),
          nonFacilityNotApplicable: nonFacility === 'NA',
          multipleProcedure: Number(multiple),
          bilateral: Number(bilateral),
        }),
      ] as const;
    }),
);

function row(part: Partial<FeeRow>): FeeRow {
  return {
    code: '',
    modifier: '',
    status: 'A',
    work: 0,
    nonFacilityExpense: 0,
    facilityExpense: 0,
    malpractice: 0,
    nonFacilityNotApplicable: false,
    facilityNotApplicable: false,
    global: '000',
    components: 0,
    multipleProcedure: 0,
    bilateral: 0,
    assistant: 1,
    coSurgeon: 0,
    team: 0,
    preoperative: 10,
    intraoperative: 80,
    postoperative: 10,
    imagingFamily: 99,
    ...part,
  };
}

function hundredths(text: string): number {
  return Math.round(Number(text) * 100);
}

/** `64493-50 63650*2` */
function lines(text: string): PricedLine[] {
  return text.split(' ').map((item) => {
    const [service, units = '1'] = item.split('*');
    const [code, ...modifiers] = service!.split('-');
    return { code: code!, modifiers, units: Number(units) };
  });
}

const MODIFIERS: ModifierLaw = {
  means: {
    left: ['LT'],
    right: ['RT'],
    both: ['50'],
    'facility-only': ['73', '74'],
    'own-row': ['26', 'TC', '53'],
    discontinued: ['53'],
    'by-report': ['22', '52', '66'],
    'surgery-alone': ['54'],
    'two-surgeons': ['62'],
    'physician-assists': ['80', '81', '82'],
    'other-assists': ['AS'],
  },
  conflicts: [],
};

const NON_QP = 334_009;
const QP = 335_675;

function priced(text: string, setting: Setting, factor = NON_QP, extra?: FeeRow): (number | string)[] {
  const find = (code: string) => (extra?.code === code ? extra : ROWS.get(code));
  const result = allowedAmounts(lines(text), { find, indices: NATIONAL, factor, setting, modifiers: MODIFIERS });
  return result.map((line) => (line.amount === undefined ? line.notPriced! : line.amount / 100));
}

describe('national amounts of July 2026', () => {
  it.each([
    ['64483', [264.87], [99.53]],
    ['62323', [273.22], [89.18]],
    ['62321', [276.56], [95.53]],
    ['64493-50 64494-50', [285.58, 143.79], [122.25, 65.63]],
    ['64635-50 64636-50', [697.41, 377.26], [259.52, 76.15]],
    ['27096-50', [263.53], [110.72]],
    ['63650*2', [3582.75], [563.14]],
    ['64490 64494', [205.08, 95.86], undefined],
    ['64479 64480', [285.24, 142.96], undefined],
    ['64483 20610 20553', [264.87, 34.4, 29.89], undefined],
    ['20610-50', [103.21], undefined],
    ['64615', [156.98], undefined],
    ['64624', [411.17], undefined],
    ['64625', [495.67], undefined],
    ['64454', [234.81], undefined],
    ['62369', [97.2], undefined],
    ['62370', [97.2], undefined],
    ['99213', [95.19], [57.45]],
    ['99214', [135.61], [84.5]],
    ['99204', [177.36], [116.9]],
  ])('%s', (text, nonFacility, facility) => {
    expect(priced(text, 'non-facility')).toEqual(nonFacility);
    if (facility) expect(priced(text, 'facility')).toEqual(facility);
  });

  it('uses the factor of qualifying participants when it is handed that', () => {
    expect(priced('64483', 'non-facility', QP)).toEqual([266.19]);
    expect(priced('62323', 'non-facility', QP)).toEqual([274.58]);
    expect(priced('64615', 'non-facility', QP)).toEqual([157.77]);
  });

  it('ranks each unit: two leads and the generator in a facility', () => {
    const [leads, generator] = priced('63650*2 63685', 'facility') as number[];
    expect(leads! + generator!).toBeCloseTo(722.46, 2);
  });

  it('keeps add-ons out of the ranking', () => {
    expect(priced('62330 62331', 'facility')).toEqual([479.3, 189.05]);
  });
});

describe('what it does not say', () => {
  it.each([
    ['no price in the setting', '63685', 'no price in this setting'],
    ['a code without a row', '99999', 'not in the fee schedule'],
    ['priced by report', '64483-52', 'by report'],
    ['discontinued, without a row for it', '64483-53', 'modifier 53 is priced by report'],
    ['facility modifiers', '64483-73', 'facility claims'],
    ['an assistant where none is payable', '64483-80', 'not payable'],
  ])('%s', (_, text, words) => {
    expect(priced(text, 'non-facility')[0]).toContain(words);
  });

  it('has no price outside a facility for a procedure and its add-on', () => {
    for (const answer of priced('62330 62331', 'non-facility')) expect(answer).toContain('no price in this setting');
  });

  it('does not price a contractor-priced or bundled code', () => {
    expect(priced('64596', 'facility', NON_QP, row({ code: '64596', status: 'C' }))[0]).toContain('contractor');
    expect(priced('99070', 'facility', NON_QP, row({ code: '99070', status: 'B' }))[0]).toContain('bundled');
  });

  it('leaves the sixth procedure of the day to the contractor', () => {
    const answers = priced('64483 64479 64493 64635 64625 20553', 'non-facility');
    expect(answers.filter((answer) => typeof answer === 'string')).toHaveLength(1);
    expect(answers[5]).toContain('by report');
  });

  it('does not guess reductions of other kinds', () => {
    const imaging = row({ code: '76881', work: 90, multipleProcedure: 4 });
    expect(priced('76881', 'non-facility', NON_QP, imaging)[0]).toBeTypeOf('number');
    expect(priced('76881 76881', 'non-facility', NON_QP, imaging)).toEqual(
      expect.arrayContaining([expect.stringContaining('not evaluated')]),
    );
  });
});

describe('both sides', () => {
  // The schedule has no sides for it; here it is one whose second side is not paid.
  const epidural = row({
    code: '62323',
    work: 176,
    nonFacilityExpense: 625,
    facilityExpense: 74,
    malpractice: 17,
    multipleProcedure: 2,
    bilateral: 0,
  });

  it('pays two lines LT and RT like one line with 50', () => {
    const [right, left] = priced('27096-RT 27096-LT', 'non-facility') as number[];
    expect(right! + left!).toBeCloseTo(263.53, 1);
  });

  it('pays both sides named on one line like one line with 50', () => {
    for (const line of ['64483-LT-RT', '64483-RT-LT*2', '64483*2'])
      expect(priced(line, 'non-facility'), line).toEqual(priced('64483-50', 'non-facility'));
    expect(priced('62323-LT-RT*2', 'non-facility', NON_QP, epidural)).toEqual(priced('62323', 'non-facility'));
    // A code without sides has as many of them as it has units.
    expect(priced('62323-LT-RT*2', 'non-facility')).toEqual(priced('62323*2', 'non-facility'));
  });

  it('takes shares of the package and other operators from what the modifiers mean', () => {
    const operation = row({ code: '22867', work: 1000, multipleProcedure: 2, assistant: 2, coSurgeon: 2 });
    const of = (modifier: string) => priced(`22867-${modifier}`, 'facility', NON_QP, operation)[0];
    const whole = Number(priced('22867', 'facility', NON_QP, operation)[0]);
    expect([of('54'), of('62'), of('80'), of('AS')]).toEqual(
      [0.9, 0.625, 0.16, 0.136].map((share) => expect.closeTo(whole * share, 2)),
    );
  });

  it('ranks both sides as one procedure', () => {
    // 27096 on both sides weighs 263.53 and so stands behind 64483 with 264.87: both sides are halved.
    const [first, right, left] = priced('64483 27096-RT 27096-LT', 'non-facility') as number[];
    expect(first).toBe(264.87);
    expect(right! + left!).toBeCloseTo(263.53 / 2, 1);
  });

  it('never takes a second side that adds nothing for a procedure of its own', () => {
    const five = '64483 64479 64493 64635 62323';
    const answers = priced(`${five} 64615-RT 64615-LT`, 'non-facility');
    expect(answers.filter((answer) => typeof answer === 'string')).toHaveLength(2);
    expect(priced('64483 64479 64493 64635 62323-RT 62323-LT', 'non-facility', NON_QP, epidural)[5]).toBe(0);
  });

  it('adds nothing where the values are already for both sides', () => {
    expect(priced('64615-50', 'non-facility')).toEqual(priced('64615', 'non-facility'));
  });
});
