import type { Claim, LineAdjudication, OtherPayer } from '@interspace/core/model/claim';
import { decimalFromCents, type Cents } from '@interspace/core/model/money';

/** An equation of another payer that fails: of a line, or of the whole claim. */
export interface OffByPayer {
  readonly line: number | undefined;
  readonly detail: string;
}

const sum = (amounts: readonly { readonly amount: number }[]): number =>
  amounts.reduce((all, each) => all + each.amount, 0);

/**
 * What an earlier payer decided, to the cent: line charge = its payment + its adjustments of the line; claim charge = its
 * payment + all its adjustments; its payment = those of the lines − its adjustments of the whole claim. A payer that
 * adjusted nothing and decided no line told too little to be judged, and where lines were decided by nobody known
 * their sums are not judged.
 */
export function* otherPayersOff(claim: Claim): Generator<OffByPayer> {
  const payers = claim.otherPayers ?? [];
  const known = new Set(payers.map(({ id }) => id));
  const all = claim.lines.flatMap(({ adjudications = [] }) => adjudications);
  // Where the lines do not make up the claim, its own sums are off for that.
  const whole = claim.lines.reduce((total, { charge = 0 }) => total + charge, 0) === claim.chargeTotal;
  // Twice the same id, and nobody can say whose decision it is.
  const clear = known.size === payers.length && all.every(({ payerId }) => known.has(payerId));
  for (const payer of payers) {
    const off = (line: number | undefined, by: number, words: string): OffByPayer => {
      const who = payer.sequence === undefined ? 'The other payer' : `Payer ${payer.sequence}`;
      return { line, detail: `${who}: ${words} is off by ${decimalFromCents(by as Cents)}.` };
    };
    const decided: LineAdjudication[] = [];
    let told = 0;
    for (const { number, charge, adjudications = [] } of claim.lines) {
      const own = adjudications.filter(({ payerId }) => payerId === payer.id);
      decided.push(...own);
      const [one] = own;
      if (own.length !== 1 || charge === undefined || one?.paid === undefined) continue;
      const by = charge - one.paid - sum(one.adjustments);
      told += by;
      if (by !== 0) yield off(number, by, 'the line charge less payment and adjustments');
    }
    if (clear && whole) yield* ofClaim(claim, payer, decided, told, off);
  }
}

function* ofClaim(
  { chargeTotal }: Claim,
  { paid, adjustments }: OtherPayer,
  decided: readonly LineAdjudication[],
  told: number,
  off: (line: undefined, by: number, words: string) => OffByPayer,
): Generator<OffByPayer> {
  const adjusted = sum(adjustments);
  if (paid === undefined || chargeTotal === undefined || (adjustments.length === 0 && decided.length === 0)) return;
  const ofLines = decided.reduce((total, line) => total + sum(line.adjustments), 0);
  // What is off in the lines is told with them.
  const by = chargeTotal - paid - adjusted - ofLines;
  if (by !== 0 && by !== told) return yield off(undefined, by, 'the claim charge less payment and adjustments');
  if (decided.length === 0 || decided.some((line) => line.paid === undefined)) return;
  const fromLines = decided.reduce((total, line) => total + (line.paid ?? 0), 0) - adjusted;
  if (fromLines !== paid) yield off(undefined, paid - fromLines, 'the payment less those of the lines');
}
