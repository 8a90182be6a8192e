import type { ConversionFactor, FeeRow, GeographicIndices } from '../model/fee.ts';
import type { Exact } from './fraction.ts';

export type Setting = 'facility' | 'non-facility';

/** Where every index is 1: the national amount. */
export const NATIONAL: GeographicIndices = { work: 1000, expense: 1000, malpractice: 1000 };

/**
 * The fee of one unit: each relative value times its geographic index, summed, times the conversion factor. Hundredths
 * times thousandths times ten-thousandths of a dollar make 10^-9 dollars, that is 10^-7 cents.
 */
export function baseAmount(row: FeeRow, setting: Setting, indices: GeographicIndices, factor: ConversionFactor): Exact {
  const expense = setting === 'facility' ? row.facilityExpense : row.nonFacilityExpense;
  const units = row.work * indices.work + expense * indices.expense + row.malpractice * indices.malpractice;
  return { over: BigInt(units) * BigInt(factor), under: 10_000_000n };
}

/** Why the schedule gives no amount for the row in this setting; `undefined` when it does. */
export function whyNotPriced(row: FeeRow, setting: Setting): string | undefined {
  const reason = STATUS[row.status];
  if (reason !== undefined) return reason;
  if (setting === 'facility' ? row.facilityNotApplicable : row.nonFacilityNotApplicable)
    return 'the schedule has no price in this setting: the service is rarely or never performed there, or belongs to the facility';
  return undefined;
}

/** Status letters whose relative values set no payment. A, R and T do. */
const STATUS: Readonly<Record<string, string>> = {
  B: 'bundled: never paid separately',
  C: 'priced by the contractor',
  D: 'deleted',
  E: 'excluded by regulation from this schedule',
  F: 'deleted or discontinued',
  G: 'not valid here: another code is used',
  H: 'deleted modifier',
  I: 'not valid here: another code is used',
  J: 'anesthesia: paid by time and base units, not evaluated',
  M: 'measurement only',
  N: 'not covered',
  P: 'bundled or excluded',
  Q: 'reported for information only',
  X: 'excluded by statute from this schedule',
};
