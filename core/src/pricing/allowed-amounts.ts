import type { AllowedLine, ConversionFactor, FeeRow, GeographicIndices } from '../model/fee.ts';
import { type Cents, decimalFromCents } from '../model/money.ts';
import { type Setting, baseAmount, whyNotPriced } from './base-amount.ts';
import { type Exact, ZERO, isMore, plus, rounded, times } from './fraction.ts';
import { COMPONENTS, modifierFactors } from './modifier-factors.ts';
import { reductionConflict } from './reduction-conflict.ts';

export interface PricedLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
}

export interface PricingContext {
  /** The row of a code and component modifier in the fee schedule in force on the date of service. */
  readonly find: (code: string, component: string) => FeeRow | undefined;
  readonly indices: GeographicIndices;
  readonly factor: ConversionFactor;
  readonly setting: Setting;
}

/** One thing that takes part in the ranking of multiple procedures: a unit, or both sides as one. */
interface Item {
  readonly line: number;
  readonly amount: Exact;
}

interface Working {
  readonly row: FeeRow;
  readonly items: readonly Exact[];
  readonly steps: string[];
  notPriced?: string;
}

/** Shares of the first to fifth ranked procedure, in percent; from the sixth on the contractor decides by report. */
const RANKED = [100, 50, 50, 50, 50] as const;
const STANDARD_REDUCTION = 2;

/**
 * Expected allowed amounts of the lines that one clinician (or group and specialty) bills for one patient and day under
 * the physician fee schedule: fee, then both sides, then payment modifiers, then multiple procedures; rounded once, at the
 * end. It does not know ASC and OPPS payment, caps, coinsurance, sequestration, or what a contract says.
 */
export function allowedAmounts(lines: readonly PricedLine[], context: PricingContext): readonly AllowedLine[] {
  const workings = lines.map((line, index) => price(lines, line, index, context));
  const rows = workings.map((working) => (typeof working === 'string' || working.notPriced !== undefined ? undefined : working.row));
  for (const [index, working] of workings.entries()) {
    if (typeof working === 'string' || working.notPriced !== undefined) continue;
    const conflict = reductionConflict(rows, index, lines[index]!.units);
    if (conflict !== undefined) working.notPriced = conflict;
  }
  const shares = rankedShares(workings);
  return workings.map((working, index) => finish(working, shares[index]!));
}

function price(lines: readonly PricedLine[], line: PricedLine, index: number, context: PricingContext): Working | string {
  const component = line.modifiers.find((modifier) => COMPONENTS.includes(modifier)) ?? '';
  const row = context.find(line.code, component) ?? (component === '53' ? context.find(line.code, '') : undefined);
  if (!row) return component === '' ? 'the code is not in the fee schedule' : `the fee schedule has no row for modifier ${component}`;
  const reason = whyNotPriced(row, context.setting);
  if (reason !== undefined) return reason;
  const adjustment = modifierFactors(row, line.modifiers);
  if ('notPriced' in adjustment) return adjustment.notPriced;
  const base = baseAmount(row, context.setting, context.indices, context.factor);
  const steps = [`fee of one unit ${dollars(rounded(base))} (${context.setting})`];
  let items = itemsOf(lines, line, index, row, base, steps);
  for (const { over, under, step } of adjustment.factors) {
    items = items.map((item) => times(item, over, under));
    steps.push(step);
  }
  return { row, items, steps };
}

/** The units of a line, with both sides as one item where the schedule pays them so. */
function itemsOf(lines: readonly PricedLine[], line: PricedLine, index: number, row: FeeRow, base: Exact, steps: string[]): Exact[] {
  const single = Array.from({ length: line.units }, () => base);
  const bothOnOneLine = line.modifiers.includes('50') || (row.bilateral === 1 && line.units === 2 && sideOf(line) === undefined);
  if (bothOnOneLine) {
    const sides = line.modifiers.includes('50') ? single : [base];
    if (row.bilateral === 1) steps.push('both sides 150 %');
    else if (row.bilateral === 3) steps.push('both sides 200 %');
    else steps.push(`modifier 50 adds nothing (bilateral indicator ${row.bilateral})`);
    return sides.map((side) => times(side, row.bilateral === 1 ? 3 : row.bilateral === 3 ? 4 : 2, 2));
  }
  const other = lines.findIndex((candidate) => candidate.code === line.code && sideOf(candidate) !== undefined && sideOf(candidate) !== sideOf(line));
  if (sideOf(line) === undefined || other < 0 || other > index) return single;
  if (row.bilateral === 1) {
    steps.push('second side 50 %');
    return single.map((side) => times(side, 1, 2));
  }
  if (row.bilateral === 0 || row.bilateral === 2) {
    steps.push(`second side adds nothing (bilateral indicator ${row.bilateral})`);
    return [ZERO];
  }
  return single;
}

function sideOf(line: PricedLine): string | undefined {
  return line.modifiers.find((modifier) => modifier === 'LT' || modifier === 'RT');
}

interface Share {
  readonly amount: Exact;
  readonly percents: readonly number[];
  readonly byReport: boolean;
}

/** Ranks every item with the standard reduction over all lines and sums what each line keeps. */
function rankedShares(workings: readonly (Working | string)[]): readonly Share[] {
  const ranked: Item[] = [];
  const shares = workings.map((working, line): { amount: Exact; percents: number[]; byReport: boolean } => {
    const share = { amount: ZERO, percents: [], byReport: false };
    if (typeof working === 'string' || working.notPriced !== undefined) return share;
    if (working.row.multipleProcedure === STANDARD_REDUCTION) ranked.push(...working.items.map((amount) => ({ line, amount })));
    else share.amount = working.items.reduce(plus, ZERO);
    return share;
  });
  ranked.sort((a, b) => (isMore(a.amount, b.amount) ? -1 : isMore(b.amount, a.amount) ? 1 : a.line - b.line));
  for (const [rank, { line, amount }] of ranked.entries()) {
    const share = shares[line]!;
    const percent = RANKED[rank];
    if (percent === undefined) share.byReport = true;
    else {
      share.amount = plus(share.amount, times(amount, percent, 100));
      share.percents.push(percent);
    }
  }
  return shares;
}

function finish(working: Working | string, share: Share): AllowedLine {
  if (typeof working === 'string') return { steps: [], notPriced: working };
  if (working.notPriced !== undefined) return { steps: working.steps, notPriced: working.notPriced };
  if (share.byReport) return { steps: working.steps, notPriced: 'sixth or later procedure of the day: priced by report' };
  const reduced = share.percents.some((percent) => percent < 100) ? [`multiple procedures ${share.percents.map((percent) => `${percent} %`).join(', ')}`] : [];
  return { amount: rounded(share.amount), steps: [...working.steps, ...reduced] };
}

function dollars(amount: Cents): string {
  return `$${decimalFromCents(amount)}`;
}
