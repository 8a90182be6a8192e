import { describe, expect, it } from 'vitest';
import { bytesOf, FACET_CLAIM, REMITTANCE } from '../fixtures.ts';
import type { AdjustmentCode } from './adjustment-codes.ts';
import { checkBuffer } from './check.ts';

function seen(text: string): string[] {
  const codes: AdjustmentCode[] = [];
  checkBuffer(bytesOf(text), { adjustment: (code) => codes.push(code) });
  return codes.map(({ code, on = '?', repeated, place: { loop, segment, element, offset, length } }) => {
    // The place is that of the code itself.
    expect(text.slice(offset, offset + (length ?? 0))).toBe(code);
    return `${code} ${on} ${loop} ${segment}${element}${repeated ? ' repeated' : ''}`;
  });
}

describe('codes of adjustments', () => {
  it('of a remittance are of the day of its payment, or of its production where it says that', () => {
    const codes = ['CO', '45', '253', 'PR', '2'];
    const places = ['CAS1', 'CAS2', 'CAS5', 'CAS1', 'CAS2'];
    const of = (day: string) => codes.map((code, at) => `${code} ${day} 2110 ${places[at]}`);
    expect(seen(REMITTANCE)).toEqual(of('2026-08-05'));
    expect(seen(REMITTANCE.replace('405*20260805', '405*20260804'))).toEqual(of('2026-08-04'));
    expect(seen(REMITTANCE.replace('DTM*405*20260805~\n', ''))).toEqual(of('2026-08-05'));
  });

  const insurance = 'SBR*S*18*******CI~\nCAS*CO*45*100**253*4~\nCAS*PR*1*5~\n';
  const payer = 'OI***Y*P**Y~\nNM1*IL*1*FICTIVA*TESTA****MI*M1~\nNM1*PR*2*FIRST PLAN*****PI*777~\n';

  it('of a claim are of the day that stands behind them', () => {
    const decided = 'REF*6R*C04L1~\nSVD*777*0*HC:64493**1~\nCAS*CO*45*300~\nCAS*CO*45*100~\nDTP*573*D8*20260721';
    const text = FACET_CLAIM.replace('LX*1~', `${insurance}${payer}DTP*573*D8*20260720~\nLX*1~`);
    expect(seen(text.replace('REF*6R*C04L1', decided))).toEqual([
      'CO 2026-07-20 2320 CAS1',
      '45 2026-07-20 2320 CAS2',
      '253 2026-07-20 2320 CAS5',
      'PR 2026-07-20 2320 CAS1',
      '1 2026-07-20 2320 CAS2',
      'CO 2026-07-21 2430 CAS1',
      '45 2026-07-21 2430 CAS2',
    ]);
  });

  it('of a claim whose payer tells no day are of none', () => {
    const text = FACET_CLAIM.replace('LX*1~', `${insurance}${payer}LX*1~`);
    expect(seen(text)).toContain('253 ? 2320 CAS5');
  });

  it('of a payment that is taken back repeat what was right before', () => {
    expect(seen(REMITTANCE.replace('CLP*C01*1*', 'CLP*C01*22*')).every((each) => each.endsWith('repeated'))).toBe(true);
  });

  it('with a group of no kind leave that to the place, and are themselves looked at', () => {
    const text = FACET_CLAIM.replace('LX*1~', `${insurance}${payer}LX*1~`).replace('CAS*CO', 'CAS*ZZ');
    expect(seen(text).filter((each) => each.startsWith('ZZ') || each.startsWith('45'))).toEqual(['45 ? 2320 CAS2']);
  });
});
