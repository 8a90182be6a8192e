import { describe, expect, it } from 'vitest';
import type { Claim, LineAdjudication, OtherPayer } from '@interspace/core/model/claim';
import { cents } from '@interspace/core/model/money';
import { bytesOf, FACET_CLAIM } from '../fixtures.ts';
import { readClaimsFromBuffer } from '../read-claims.ts';
import { otherPayersOff } from './other-payer-balance.ts';

const facet = readClaimsFromBuffer(bytesOf(FACET_CLAIM)).claims[0]!.claim;
const by = (amount: number, group = 'CO') => ({ group, reason: '45', amount: cents(amount) });
const decided = (paid: number, adjusted: number, payerId = '777'): LineAdjudication => ({
  payerId,
  paid: cents(paid),
  adjustments: [by(adjusted)],
});

/** Lines of 400.00 and 300.00. */
function off(payers: readonly OtherPayer[], first: readonly LineAdjudication[], second: readonly LineAdjudication[]) {
  const claim: Claim = {
    ...facet,
    otherPayers: payers,
    lines: facet.lines.map((line, index) => ({ ...line, adjudications: index === 0 ? first : second })),
  };
  return [...otherPayersOff(claim)].map(({ line, detail }) => `${line ?? '-'} ${detail}`);
}

const payer = (paid: number | undefined, adjustments: OtherPayer['adjustments'] = []): OtherPayer => ({
  id: '777',
  sequence: 'P',
  adjustments,
  ...(paid === undefined ? {} : { paid: cents(paid) }),
});
const LINE = 'Payer P: the line charge less payment and adjustments';
const CLAIM = 'Payer P: the claim charge less payment and adjustments';

describe('what another payer decided', () => {
  it.each<[string, readonly OtherPayer[], readonly LineAdjudication[], readonly LineAdjudication[], string[]]>([
    ['adds up line by line', [payer(50_000)], [decided(30_000, 10_000)], [decided(20_000, 10_000)], []],
    ['adds up on the whole claim', [payer(50_000, [by(20_000)])], [], [], []],
    [
      'takes from the claim what the lines were paid',
      [payer(49_000, [by(1_000)])],
      [decided(30_000, 10_000)],
      [decided(20_000, 10_000)],
      [],
    ],
    ['told nothing but a payment', [payer(50_000)], [], [], []],
    ['told no payment', [payer(undefined, [by(1)])], [], [], []],
    [
      'is off in a line, which is told once',
      [payer(50_000)],
      [decided(30_000, 9_999)],
      [decided(20_000, 10_000)],
      [`1 ${LINE} is off by 0.01.`],
    ],
    ['is off on the claim', [payer(50_000, [by(19_000)])], [], [], [`- ${CLAIM} is off by 10.00.`]],
    [
      'paid another amount than for the lines',
      [payer(49_000)],
      [decided(30_000, 10_000)],
      [decided(20_000, 10_000)],
      [`- ${CLAIM} is off by 10.00.`],
    ],
    [
      'is nobody that the claim names: lines are, sums are not judged',
      [payer(50_000)],
      [decided(30_000, 10_000)],
      [decided(20_000, 10_000, '778')],
      [],
    ],
    [
      'is one of two',
      [payer(50_000), { ...payer(15_000), id: '778', sequence: 'S' }],
      [decided(30_000, 10_000), decided(10_000, 30_000, '778')],
      [decided(20_000, 10_000), decided(5_000, 24_000, '778')],
      ['2 Payer S: the line charge less payment and adjustments is off by 10.00.'],
    ],
  ])('%s', (_, payers, first, second, wanted) => {
    expect(off(payers, first, second)).toEqual(wanted);
  });
});
