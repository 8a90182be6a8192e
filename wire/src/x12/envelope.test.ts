import { describe, expect, it } from 'vitest';
import { bytesOf, FACET_CLAIM } from './fixtures.ts';
import { readClaimsFromBuffer } from './read-claims.ts';

const found = (text: string) =>
  readClaimsFromBuffer(bytesOf(text)).issues.map((each) => [each.code.slice(9), each.place] as const);

describe('counts and control numbers', () => {
  it.each<[string, string, string, string, number]>([
    ['SE*32*', 'SE*33*', 'transaction-count', 'SE', 1],
    ['SE*32*0001', 'SE*32*0002', 'transaction-control', 'SE', 2],
    ['GE*1*', 'GE*2*', 'group-count', 'GE', 1],
    ['GE*1*1', 'GE*1*9', 'group-control', 'GE', 2],
    ['IEA*1*', 'IEA*0*', 'interchange-count', 'IEA', 1],
    ['IEA*1*000000001', 'IEA*1*000000009', 'interchange-control', 'IEA', 2],
    ['IEA*1*', 'IEA**', 'interchange-count', 'IEA', 1],
  ])('%s → %s is %s', (from, to, code, segment, element) => {
    const text = FACET_CLAIM.replace(from, to);
    const issues = found(text);
    expect(issues.map(([each]) => each)).toEqual([code]);
    expect(issues[0]![1]).toMatchObject({ interchange: 1, segment, element });
    expect(text.slice(issues[0]![1]!.offset).startsWith(to.split('*')[element]!)).toBe(true);
  });

  it('every transaction counts anew, every group and interchange too', () => {
    const from = FACET_CLAIM.indexOf('ST*');
    const to = FACET_CLAIM.indexOf('GE*');
    const second = FACET_CLAIM.slice(from, to).replaceAll('0001~', '0002~').replace('*0001*', '*0002*');
    const text = FACET_CLAIM.slice(0, to) + second + FACET_CLAIM.slice(to).replace('GE*1*', 'GE*2*') + FACET_CLAIM;
    const { claims, issues } = readClaimsFromBuffer(bytesOf(text));
    expect(issues).toEqual([]);
    expect(claims.map((each) => each.locate(1, 'code'))).toMatchObject([
      { interchange: 1, group: 1, transaction: 1, ordinal: 25 },
      { interchange: 1, group: 1, transaction: 2, ordinal: 25 },
      { interchange: 2, group: 1, transaction: 1, ordinal: 25 },
    ]);
    for (const each of claims) {
      const place = each.locate(1, 'code');
      expect(text.slice(place.offset, place.offset + place.length!)).toBe('64493');
    }
  });
});

describe('what is not closed is said from the inside out', () => {
  it.each<[string, string, string[]]>([
    ['before SE', 'SE*', ['transaction-not-closed', 'group-not-closed', 'interchange-not-closed']],
    ['before GE', 'GE*', ['group-not-closed', 'interchange-not-closed']],
    ['before IEA', 'IEA*', ['interchange-not-closed']],
  ])('a file that ends %s', (_, cut, codes) => {
    const text = FACET_CLAIM.slice(0, FACET_CLAIM.indexOf(cut));
    const issues = found(text);
    expect(issues.map(([each]) => each)).toEqual(codes);
    for (const [, place] of issues) expect(place!.offset).toBe(text.length);
    expect(readClaimsFromBuffer(bytesOf(text)).claims).toHaveLength(1);
  });

  it.each<[string, string, string[]]>([
    ['SE', 'SE*32*0001~\n', ['transaction-not-closed']],
    ['GE', 'GE*1*1~\n', ['group-not-closed']],
  ])('a missing %s', (_, segment, codes) => {
    expect(found(FACET_CLAIM.replace(segment, '')).map(([each]) => each)).toEqual(codes);
  });
});

describe('segments where none may stand', () => {
  it.each<[string, string]>([
    ['a data segment before ST', FACET_CLAIM.replace('ST*837', 'NTE*ADD*X~\nST*837')],
    ['a data segment after SE', FACET_CLAIM.replace('GE*1', 'NTE*ADD*X~\nGE*1')],
    ['a second SE', FACET_CLAIM.replace('GE*1', 'SE*32*0001~\nGE*1')],
  ])('%s', (_, text) => {
    expect(found(text).map(([each]) => each)).toEqual(['segment-misplaced']);
  });

  it('an acknowledgment of the interchange may stand before the groups', () => {
    expect(found(FACET_CLAIM.replace('GS*HC', 'TA1*000000001*260716*1015*A*000~\nGS*HC'))).toEqual([]);
  });
});
