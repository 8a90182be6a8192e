import type { StatedClaim } from './stated-claim.ts';
import type { Unfit } from './unfit.ts';

/** Payers come one after the other, and a decision on a line is that of one of them. */
export function* unfittingPayers({ sequence = 'P', otherPayers = [], lines }: StatedClaim): Generator<Unfit> {
  const taken = new Map<string, string>([[sequence, 'the payer of the claim']]);
  for (const [index, { id, sequence: own, paid, adjustments, decidedOn }] of otherPayers.entries()) {
    const before = own === 'U' ? undefined : taken.get(own);
    if (before !== undefined)
      yield [['otherPayers', index, 'sequence'], `The place ${own} is that of ${before}; give each its own`];
    taken.set(own, `otherPayers[${index}]`);
    if (otherPayers.findIndex((each) => each.id === id) !== index)
      yield [['otherPayers', index, 'id'], 'Two other payers have the same id: decisions on lines could be of either'];
    const byLine = lines.some(({ decisions = [] }) => decisions.some(({ payer }) => payer === id));
    if ((paid !== undefined || adjustments.length > 0) && decidedOn === undefined && !byLine)
      yield [['otherPayers', index, 'decidedOn'], 'It decided on the claim; say when'];
    if (paid === undefined && (adjustments.length > 0 || byLine))
      yield [['otherPayers', index, 'paid'], 'It decided on the claim; say what it paid, 0 when nothing'];
  }
  for (const [index, { decisions = [] }] of lines.entries())
    for (const [number, { payer }] of decisions.entries()) {
      if (!otherPayers.some(({ id }) => id === payer))
        yield [['lines', index, 'decisions', number, 'payer'], 'It is none of the other payers of the claim'];
      if (decisions.findIndex((each) => each.payer === payer) !== number)
        yield [['lines', index, 'decisions', number, 'payer'], 'It has decided on the line twice'];
    }
}
