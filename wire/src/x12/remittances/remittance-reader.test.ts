import { describe, expect, it } from 'vitest';
import { bytesOf, REMITTANCE } from '../fixtures.ts';
import { readRemittancesFromBuffer } from './remittance-reader.ts';

const read = (text: string) => readRemittancesFromBuffer(bytesOf(text));

describe('a remittance', () => {
  it('carries payment, claim, line, adjustments and remarks', () => {
    const { remittances, issues } = read(REMITTANCE);
    expect(issues).toEqual([]);
    expect(remittances).toEqual([
      {
        method: 'CHK',
        amount: 20_766,
        paidOn: '2026-08-05',
        trace: 'CHK0001',
        payer: { name: 'EXAMPLE PAYER' },
        payee: { name: 'EXAMPLE PAIN CLINIC', npi: '1234567893', taxId: '990000001' },
        providerAdjustments: [],
        claims: [
          {
            id: 'C01',
            status: '1',
            charge: 50_000,
            paid: 20_766,
            patientResponsibility: 5_297,
            filing: 'MB',
            payerClaimNumber: 'ICN2600000001',
            placeOfService: '11',
            frequency: '1',
            patient: '1EG4TE5MK73',
            renderingNpi: '1999999992',
            receivedOn: '2026-07-17',
            adjustments: [],
            remarks: ['MA01'],
            lines: [
              {
                code: '64483',
                modifiers: ['LT'],
                charge: 50_000,
                paid: 20_766,
                units: 1,
                from: '2026-07-15',
                allowed: 26_487,
                controlNumber: 'C01L1',
                remarks: [],
                policies: [],
                adjustments: [
                  { group: 'CO', reason: '45', amount: 23_513 },
                  { group: 'CO', reason: '253', amount: 424 },
                  { group: 'PR', reason: '2', amount: 5_297 },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  it.each<[string, string, string, [string, string][]]>([
    [
      'a cent on a line adjustment',
      'CAS*CO*45*235.13',
      'CAS*CO*45*235.14',
      [
        ['remit-line-balance', '-0.01'],
        ['remit-claim-balance', '-0.01'],
      ],
    ],
    [
      'the claim payment',
      'CLP*C01*1*500*207.66',
      'CLP*C01*1*500*207.00',
      [
        ['remit-claim-balance', '0.66'],
        ['remit-total-balance', '0.66'],
      ],
    ],
    ['the amount paid', 'BPR*I*207.66', 'BPR*I*307.66', [['remit-total-balance', '100.00']]],
    ['the patient share', '207.66*52.97*MB', '207.66*50*MB', [['remit-responsibility', '-2.97']]],
    [
      'an adjustment of the provider that the payment does not show',
      'SE*23',
      'PLB*1234567893*20261231*WO:X*7.66~\nSE*24',
      [['remit-total-balance', '7.66']],
    ],
  ])('%s that is off is said to the cent', (_, from, to, wanted) => {
    const { issues } = read(REMITTANCE.replace(from, to));
    expect(issues.map((each) => [each.code.slice(9), /off by (\S+)\.$/.exec(each.message)?.[1]])).toEqual(wanted);
  });

  it('an adjustment of the provider lowers the payment', () => {
    const { remittances, issues } = read(
      REMITTANCE.replace('BPR*I*207.66', 'BPR*I*200').replace(
        'SE*23',
        'PLB*1234567893*20261231*WO:OLDCLAIM*10*L6*-2.34~\nSE*24',
      ),
    );
    expect(issues).toEqual([]);
    expect(remittances[0]!.providerAdjustments).toEqual([
      { provider: '1234567893', fiscalYearEnd: '2026-12-31', reason: 'WO', reference: 'OLDCLAIM', amount: 1_000 },
      { provider: '1234567893', fiscalYearEnd: '2026-12-31', reason: 'L6', amount: -234 },
    ]);
  });

  it('an amount that cannot be read is said once, without equations that would only repeat it', () => {
    const { issues } = read(REMITTANCE.replace('45*235.13', '45*2E5'));
    expect(issues.map((each) => [each.code, each.place?.segment])).toEqual([['wire/x12/money', 'CAS']]);
  });

  it('an amount that cannot be read leaves the other claims judged', () => {
    const second = 'CLP*C02*1*100*90**MB*ICN2*11*1~\nNM1*QC*1*EXAMPLE*TESTINA~\nCAS*CO*45*20~\nSE*26';
    const { issues } = read(REMITTANCE.replace('45*235.13', '45*2E5').replace('SE*23', second));
    expect(issues.map((each) => [each.code.slice(9), each.place?.ordinal])).toEqual([
      ['money', 19],
      ['remit-claim-balance', 23],
    ]);
  });

  it('an adjustment of an unknown group is said once', () => {
    const { issues } = read(REMITTANCE.replace('CAS*CO*45', 'CAS*XX*45'));
    expect(issues.map((each) => each.code.slice(9))).toEqual(['qualifier-unlisted']);
  });

  it('a share of the patient that the claim does not state is told; a reversal states none', () => {
    const { issues } = read(REMITTANCE.replace('207.66*52.97*MB', '207.66**MB'));
    expect(issues.map((each) => [each.code.slice(9), each.level])).toEqual([['remit-responsibility', 'warning']]);
    const reversal = `CLP*C01*22*-500*-207.66**MB*ICN1*11*1~
NM1*QC*1*SAMPLE*PAT****MI*1EG4TE5MK73~
SVC*HC:64483:LT*-500*-207.66**-1~
DTM*472*20260715~
CAS*CO*45*-239.37~
CAS*PR*2*-52.97~
CLP*C01*1*500*300*0*MB*ICN2*11*1~
NM1*QC*1*SAMPLE*PAT****MI*1EG4TE5MK73~
SVC*HC:64483:LT*500*300**1~
DTM*472*20260715~
CAS*CO*45*200~
SE*23`;
    const corrected = REMITTANCE.replace(/CLP\*C01[^]*SE\*23/, reversal).replace('BPR*I*207.66', 'BPR*I*92.34');
    expect(read(corrected).issues).toEqual([]);
  });

  it('an older version is refused', () => {
    const { remittances, issues } = read(REMITTANCE.replace('005010X221A1', '004010X091A1'));
    expect(remittances).toEqual([]);
    expect(issues.map((each) => each.code)).toEqual(['wire/x12/version-unsupported']);
  });
});
