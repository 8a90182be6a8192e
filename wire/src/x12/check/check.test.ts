import { describe, expect, it } from 'vitest';
import { bytesOf, FACET_CLAIM, HOSPITAL_CLAIM, recounted, REMITTANCE } from '../fixtures.ts';
import { checkBuffer } from './check.ts';

const found = (text: string) =>
  checkBuffer(bytesOf(text)).issues.map(({ level, issue }) => {
    const { loop, segment, element, ordinal } = issue.place!;
    return `${level} ${issue.code.slice(9)} ${loop ?? '-'} ${ordinal} ${segment}${element ?? ''}`;
  });

describe('clean files', () => {
  it.each([
    ['837P', FACET_CLAIM],
    ['837I', HOSPITAL_CLAIM],
    ['835', REMITTANCE],
  ])('%s has nothing to say about', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('one fault is one Issue at its place', () => {
  it.each<[string, string, string, string[]]>([
    ['required segment left out', 'SBR*P*18*******MB~\n', '', ['2 segment-missing 2000B 12 HL']],
    ['required loop left out', 'NM1*PR*2*EXAMPLE PAYER*****PI*12345~\n', '', ['2 loop-missing 2000B 12 HL']],
    ['line without its date', 'DTP*472*D8*20260715~\nREF*6R*C04L2', 'REF*6R*C04L2', ['2 segment-missing 2400 28 LX']],
    [
      'segment twice',
      'HL*2*1*22*0~\nSBR*P*18*******MB',
      'HL*2*1*22*0~\nSBR*P*18*******MB~\nSBR*P*18*******MB',
      ['2 segment-repeat 2000B 14 SBR'],
    ],
    ['claim balance', 'C04*700', 'C04*701', ['3 claim-balance 2300 19 CLM2']],
    ['no such segment', 'REF*6R*C04L1', 'ZZZ*1', ['2 segment-unknown 2400 27 ZZZ']],
    [
      'not used by the guide',
      'REF*6R*C04L1',
      'SV2*0361**400*UN*1',
      ['2 segment-not-used 2400 27 SV2', '2 segment-order 2400 27 SV2', '3 claim-balance 2300 19 CLM2'],
    ],
    [
      'out of order',
      'REF*G1*AUTH0001~\nHI*ABK:M47816*ABF:M5416',
      'HI*ABK:M47816*ABF:M5416~\nREF*G1*AUTH0001',
      ['2 segment-order 2300 21 REF'],
    ],
    ['unknown qualifier', 'REF*G1*AUTH0001', 'REF*QQ*AUTH0001', ['2 element-code 2300 20 REF1']],
    [
      'required element',
      'SV1*HC:64494:50:KX*300*UN*1***1',
      'SV1*HC:64494:50:KX*300*UN*1',
      ['2 element-required 2400 29 SV17'],
    ],
    ['too long', 'N4*HOUSTON*TX*770010001', 'N4*HOUSTON*TEX*770010001', ['1 element-length 2010AA 10 N42']],
    ['wrong characters', 'HL*2*1*22*0', 'HL*2*x*22*0', ['2 hierarchy 2000B 12 HL2']],
    ['too many elements', 'N3*100 SAMPLE ST', 'N3*100 SAMPLE ST**X', ['1 element-many 2010AA 9 N33']],
    ['no such date', 'DMG*D8*19500101', 'DMG*D8*19500231', ['1 element-date 2010BA 17 DMG2']],
    ['no such time', '20260716*1015*CH', '20260716*2515*CH', ['1 element-date - 2 BHT5']],
    ['level without parent', 'HL*2*1*22*0', 'HL*2*7*22*0', ['2 hierarchy 2000B 12 HL2']],
    ['level number', 'HL*2*1*22*0', 'HL*3*1*22*0', ['2 hierarchy 2000B 12 HL1']],
    [
      'line without LX',
      'LX*2~\n',
      '',
      [
        '2 segment-repeat 2400 28 SV1',
        '2 segment-order 2400 28 SV1',
        '2 segment-repeat 2400 29 DTP',
        '2 segment-repeat 2400 30 REF',
      ],
    ],
  ])('%s', (_, from, to, wanted) => {
    expect(found(recounted(FACET_CLAIM.replace(from, to)))).toEqual(wanted);
  });

  it('providers may be named in any order, and a remittance is balanced', () => {
    const parties =
      'NM1*77*2*EXAMPLE SITE*****XX*1234567893~\nN3*1 SITE ST~\nN4*HOUSTON*TX*770010001~\nNM1*82*1*DOE*JO****XX*1999999992';
    expect(found(recounted(FACET_CLAIM.replace('NM1*82*1*DOE*JO****XX*1999999992', parties)))).toEqual([]);
    expect(found(REMITTANCE.replace('BPR*I*207.66', 'BPR*I*207.67'))).toEqual(['3 remit-total-balance - 2 BPR2']);
  });

  it('a version whose guide is not known is not judged by another one', () => {
    expect(found(FACET_CLAIM.replaceAll('005010X222A1', '004010X098A1'))).toEqual(['2 version-unsupported - 1 ST3']);
  });
});
