import { expect, it } from 'vitest';
import { CountedFindings, type Counted } from './counted-findings.ts';
import { addCause, emptyTally } from './tally.ts';

const ID = 'edit/invented/rule';
const CHARGES: Readonly<Record<number, number>> = { 1: 100, 2: 40 };
const claim = { chargeOf: (line: number) => CHARGES[line] ?? 0 };

function said(line: number | undefined, severity: Counted['severity'] = 'block', id = ID): Counted {
  return { id, severity, ...(line === undefined ? {} : { line }) };
}

it.each<{
  readonly told: string;
  readonly lines: readonly (number | undefined)[];
  readonly charges: number;
}>([
  { told: 'of one line', lines: [1], charges: 100 },
  { told: 'of both lines', lines: [1, 2], charges: 140 },
  { told: 'twice of one line', lines: [2, 2], charges: 40 },
  { told: 'of the claim', lines: [undefined], charges: 140 },
  { told: 'eight times of the claim', lines: Array.from({ length: 8 }, () => undefined), charges: 140 },
  { told: 'of the claim and then of a line', lines: [undefined, 1], charges: 140 },
  { told: 'of a line, twice, and then of the claim', lines: [1, 1, undefined], charges: 140 },
])('a cause counts what it is said of once: $told', ({ lines, charges }) => {
  const counted = new CountedFindings(lines.map((line) => said(line)));
  const tally = emptyTally();
  counted.add(claim, 140);
  counted.settle(tally);
  expect(tally.causes[ID]).toEqual({ severity: 'block', findings: lines.length, claims: 1, charges });
  expect(tally).toMatchObject({ claimsWithBlock: 1, claimsWithWarning: 0, atRisk: charges });
});

it('many claims of which the same is said count each with its own charges, and are handed over once', () => {
  const counted = new CountedFindings([said(1, 'warn'), said(2, 'block', 'edit/invented/other'), said(2, 'note')]);
  const tally = emptyTally();
  counted.add(claim, 140);
  counted.add({ chargeOf: () => 7 }, 14);
  counted.settle(tally);
  counted.settle(tally);
  expect(tally).toMatchObject({
    claimsWithBlock: 2,
    claimsWithWarning: 0,
    atRisk: 47,
    findings: { block: 2, warn: 2, note: 2 },
    causes: {
      [ID]: { severity: 'warn', findings: 4, claims: 2, charges: 154 },
      'edit/invented/other': { severity: 'block', findings: 2, claims: 2, charges: 47 },
    },
  });
});

it('what is taken back is no longer counted, and changes nothing of the claims at risk', () => {
  const tally = emptyTally();
  const counted = new CountedFindings([said(1)]);
  counted.add(claim, 140);
  counted.settleCauses(tally, 1);
  counted.settleCauses(tally, -1);
  expect(tally).toMatchObject({
    claimsWithBlock: 0,
    atRisk: 0,
    findings: { block: 0 },
    causes: { [ID]: { findings: 0, claims: 0, charges: 0 } },
  });
});

it.each([['warn', 'block'] as const, ['block', 'warn'] as const])(
  'the gravest severity of a cause stands, whatever came first: %s, %s',
  (...severities) => {
    const tally = emptyTally();
    for (const severity of severities) addCause(tally, ID, { severity, findings: 1, claims: 1, charges: 5 });
    expect(tally.causes[ID]).toEqual({ severity: 'block', findings: 2, claims: 2, charges: 10 });
  },
);
