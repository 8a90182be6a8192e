import { expect, it } from 'vitest';
import { addFindings, emptyTally } from './tally.ts';

const ID = 'edit/invented/rule';
const CHARGES: Readonly<Record<number, number>> = { 1: 100, 2: 40 };
const claim = { chargeOf: (line: number) => CHARGES[line] ?? 0 };

it.each<{ readonly said: string; readonly lines: readonly (number | undefined)[]; readonly charges: number }>([
  { said: 'of one line', lines: [1], charges: 100 },
  { said: 'of both lines', lines: [1, 2], charges: 140 },
  { said: 'twice of one line', lines: [2, 2], charges: 40 },
  { said: 'of the claim', lines: [undefined], charges: 140 },
  { said: 'eight times of the claim', lines: Array.from({ length: 8 }, () => undefined), charges: 140 },
  { said: 'of the claim and then of a line', lines: [undefined, 1], charges: 140 },
  { said: 'of a line, twice, and then of the claim', lines: [1, 1, undefined], charges: 140 },
])('a cause counts what it is said of once: $said', ({ lines, charges }) => {
  const tally = emptyTally();
  addFindings(
    tally,
    lines.map((line) => ({ id: ID, severity: 'block' as const, line })),
    claim,
    140,
  );
  expect(tally.causes[ID]).toEqual({ severity: 'block', findings: lines.length, claims: 1, charges });
});
