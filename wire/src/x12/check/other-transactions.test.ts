import { describe, expect, it } from 'vitest';
import { bytesOf } from '../fixtures.ts';
import { checkBuffer } from './check.ts';

const PARTS: Readonly<Record<string, readonly [kind: string, version: string]>> = {
  '271': ['HB', '005010X279A1'],
  '278': ['HI', '005010X217'],
};

function found(set: string, body: string): readonly string[] {
  const [kind, version] = PARTS[set]!;
  const segments = body
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const text = [
    'ISA*00*          *00*          *ZZ*SUBMITTERID    *ZZ*RECEIVERID     *260716*1015*^*00501*000000001*0*T*:',
    `GS*${kind}*SUBMITTERID*RECEIVERID*20260716*1015*1*X*${version}`,
    `ST*${set}*0001*${version}`,
    ...segments,
    `SE*${segments.length + 2}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
  ].join('~\n');
  return checkBuffer(bytesOf(`${text}~\n`)).issues.map(({ level, issue: { code, place } }) => {
    const { ordinal, segment, element } = place!;
    return `${level} ${code.slice(9)} ${ordinal} ${segment}${element ?? ''}`;
  });
}

const REVIEW = `
  BHT*0007*11*A12347*20260801*1405*18
  HL*1**20*1
  NM1*X3*2*PLAN*****PI*789312
  HL*2*1*21*1
  NM1*1P*1*SAMPLE*JO****XX*1234567893`;
const PATIENT = `
  HL*3*2*22*1
  NM1*IL*1*SAMPLE*PAT****MI*MEMBER01
  HL*4*3*EV*1
  TRN*2*1*9012345678
  UM*HS*I*2*11:B
  HCR*A1*AUTH1
  DTP*AAH*D8*20260810
  HI*ABK:M5416
  HSD*VS*4
  HL*5*4*SS*0
  UM*HS*I
  DTP*472*D8*20260815
  SV1*HC:64483:LT*500*UN*1`;

describe('an answer that refuses', () => {
  it('the requester, the subscriber or the source goes no deeper', () => {
    expect(found('278', `${REVIEW}\nAAA*N**50*N`)).toEqual([]);
    expect(found('278', `${REVIEW}\nHL*3*2*22*0\nNM1*IL*1*SAMPLE*PAT****MI*MEMBER01\nAAA*N**75*C`)).toEqual([]);
    expect(found('278', REVIEW)).toEqual(['2 loop-missing 5 HL']);
  });
});

describe('a level of no known kind', () => {
  it('is one Issue, whatever stands below it', () => {
    expect(found('278', REVIEW + PATIENT)).toEqual([]);
    expect(found('278', REVIEW + PATIENT.replace('*EV*', '*ZZ*'))).toEqual(['2 element-code 9 HL3']);
    const after = PATIENT.replace('*EV*', '*ZZ*').replace('UM*HS*I\n', 'UM*QQ*I\n');
    expect(found('278', REVIEW + after)).toEqual(['2 element-code 9 HL3', '2 element-code 17 UM1']);
  });
});

describe('a bounded loop', () => {
  const benefits = `
    BHT*0022*11*1*20260701*1319
    HL*1**20*1
    NM1*PR*2*PLAN*****PI*789312
    HL*2*1*21*1
    NM1*1P*2*CLINIC*****XX*1234567893
    HL*3*2*22*0
    TRN*2*1*9877281234
    NM1*IL*1*SAMPLE*PAT****MI*MEMBER01
    EB*L
    LS*2120
    NM1*P3*1*DOE*JO****XX*1999999992
    LE*2120
    EB*1**30`;
  it('that begins has an end', () => {
    expect(found('271', benefits)).toEqual([]);
    expect(found('271', benefits.replace(/ +LE\*2120\n/, ''))).toEqual(['2 segment-missing 10 EB']);
  });
});
