import { describe, expect, it } from 'vitest';
import { describeBuffer } from './describe.ts';
import { bytesOf, FACET_CLAIM, HOSPITAL_CLAIM, REMITTANCE } from './fixtures.ts';

const lines = (text: string): string[] =>
  describeBuffer(bytesOf(text)).segments.map(
    (each) => `${'  '.repeat(each.depth)}${each.id} ${each.words}${each.opens ? ` [${each.opens}]` : ''}`,
  );

describe('a file in words', () => {
  it('shows loops nested, with what opens them', () => {
    const shown = lines(FACET_CLAIM);
    expect(shown).toEqual(
      expect.arrayContaining([
        'ISA interchange header',
        '  ST professional claim',
        '    NM1 submitter name [1000A submitter]',
        '      NM1 billing provider name [2010AA billing provider]',
        '        CLM claim [2300 claim]',
        '          NM1 name [2310B rendering provider]',
        '          LX line number [2400 service line]',
        '          SV1 professional service',
        '  SE transaction trailer',
      ]),
    );
    expect(shown).toHaveLength(36);
  });

  it('names elements and components, what codes mean, and where each stands', () => {
    const service = describeBuffer(bytesOf(FACET_CLAIM)).segments.find((each) => each.id === 'SV1')!;
    expect(service.place).toMatchObject({ loop: '2400', ordinal: 25 });
    expect(service.elements).toMatchObject([
      { position: '1-1', words: 'list', value: 'HC', meaning: 'CPT or HCPCS' },
      { position: '1-2', words: 'code', value: '64493' },
      { position: '1-3', words: 'modifier', value: '50' },
      { position: '1-4', words: 'modifier', value: 'KX' },
      { position: '2', words: 'charge', value: '400' },
      { position: '3', words: 'unit', value: 'UN', meaning: 'units' },
      { position: '4', words: 'quantity', value: '1' },
      { position: '7-1', words: 'first', value: '1' },
      { position: '7-2', words: 'second', value: '2' },
    ]);
    for (const { offset, value } of service.elements)
      expect(FACET_CLAIM.slice(offset, offset + value.length)).toBe(value);
  });

  it('tells adjustments of a remittance apart by group', () => {
    const adjustments = describeBuffer(bytesOf(REMITTANCE)).segments.filter((each) => each.id === 'CAS');
    expect(adjustments.map((each) => [each.place.loop, each.elements[0]!.meaning])).toEqual([
      ['2110', 'contract'],
      ['2110', 'patient responsibility'],
    ]);
  });

  it('says what codes mean inside composites and repetitions, and takes no type of bill for a place', () => {
    const meaning = (text: string, id: string, position: string): string | undefined =>
      describeBuffer(bytesOf(text))
        .segments.find((each) => each.id === id)!
        .elements.find((each) => each.position === position)?.meaning;
    expect(['5-1', '5-2', '5-3'].map((part) => meaning(FACET_CLAIM, 'CLM', part))).toEqual([
      'office',
      'place of service',
      'original',
    ]);
    expect(meaning(HOSPITAL_CLAIM.replace('13:A:1', '11:A:1'), 'CLM', '5-1')).toBeUndefined();
    expect(meaning(FACET_CLAIM, 'ISA', '15')).toBe('test');
    expect(meaning(REMITTANCE.replace('SE*23', 'PLB*1234567893*20261231*WO:X*1~\nSE*24'), 'PLB', '3-1')).toBe(
      'overpayment recovered',
    );
    const benefit = REMITTANCE.replaceAll('005010X221A1', '005010X279A1').replace('ST*835', 'ST*271');
    expect(meaning(benefit.replace('MOA***MA01', 'EB*1*IND*30^98^??'), 'EB', '3')).toBe('plan coverage, office visit');
  });

  it('shows older versions with the nearest map and unknown transactions bare', () => {
    expect(lines(FACET_CLAIM.replaceAll('005010X222A1', '004010X098A1'))).toContain('        CLM claim [2300 claim]');
    const unknown = describeBuffer(bytesOf(FACET_CLAIM.replace('ST*837', 'ST*850'))).segments;
    expect(unknown.find((each) => each.id === 'CLM')).toMatchObject({ words: 'claim', known: true, depth: 1 });
  });
});
