import type { AllowedLine, ConversionFactor, FeeRow, GeographicIndices } from '../model/fee.ts';
import type { ModifierLaw } from '../model/law/edits.ts';
import { means, sideOfModifiers } from '../model/law/modifier-meanings.ts';
import { inDollars } from '../model/money.ts';
import { type Setting, baseAmount, whyNotPriced } from './base-amount.ts';
import { type Exact, ZERO, isMore, plus, rounded, times } from './fraction.ts';
import { modifierFactors } from './modifier-factors.ts';
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
  readonly modifiers: ModifierLaw;
}

/** One thing that takes part in the ranking of multiple procedures: a unit, or both sides as one. */
interface Item {
  readonly line: number;
  readonly amount: Exact;
  /** What it is ranked by: its own amount, and that of the second side when that stands on another line. */
  readonly weight: Exact;
}

interface Working {
  readonly row: FeeRow;
  readonly items: readonly Exact[];
  readonly steps: string[];
  /** The line with the first side, when this line is the second side of one procedure. */
  readonly follows?: number;
  notPriced?: string;
}

/** Shares of the first to fifth ranked procedure, in percent; from the sixth on the contractor decides by report. */
const RANKED = [100, 50, 50, 50, 50] as const;
const STANDARD_REDUCTION = 2;
const NO_SIDES = 9;

/**
 * Expected allowed amounts of the lines that one clinician (or group and specialty) bills for one patient and day under
 * the physician fee schedule: fee, then both sides, then payment modifiers, then multiple procedures; rounded once, at the
 * end. It does not know ASC and OPPS payment, caps, coinsurance, sequestration, or what a contract says.
 */
export function allowedAmounts(lines: readonly PricedLine[], context: PricingContext): readonly AllowedLine[] {
  const workings = lines.map((line, index) => price(lines, line, index, context));
  const rows = workings.map((working) =>
    typeof working === 'string' || working.notPriced !== undefined ? undefined : working.row,
  );
  for (const [index, working] of workings.entries()) {
    if (typeof working === 'string' || working.notPriced !== undefined) continue;
    const conflict = reductionConflict(rows, index, lines[index]!.units);
    if (conflict !== undefined) working.notPriced = conflict;
  }
  const shares = rankedShares(workings);
  return workings.map((working, index) => finish(working, shares[index]!));
}

function price(
  lines: readonly PricedLine[],
  line: PricedLine,
  index: number,
  context: PricingContext,
): Working | string {
  const law = context.modifiers;
  const component = line.modifiers.find((modifier) => means(law, modifier, 'own-row')) ?? '';
  const isDiscontinued = means(law, component, 'discontinued');
  const row = context.find(line.code, component) ?? (isDiscontinued ? context.find(line.code, '') : undefined);
  if (!row)
    return component === ''
      ? 'the code is not in the fee schedule'
      : `the fee schedule has no row for modifier ${component}`;
  const reason = whyNotPriced(row, context.setting);
  if (reason !== undefined) return reason;
  const adjustment = modifierFactors(row, line.modifiers, law);
  if ('notPriced' in adjustment) return adjustment.notPriced;
  const base = baseAmount(row, context.setting, context.indices, context.factor);
  const steps = [`fee of one unit ${inDollars(rounded(base))} (${context.setting})`];
  const first = row.bilateral <= 2 ? firstSide(lines, line, index, law) : -1;
  let items = itemsOf(line, first >= 0, row, base, steps, law);
  for (const { over, under, step } of adjustment.factors) {
    items = items.map((item) => times(item, over, under));
    steps.push(step);
  }
  return { row, items, steps, ...(first < 0 ? {} : { follows: first }) };
}

/** The units of a line, with both sides as one item where the schedule pays them so. */
function itemsOf(
  line: PricedLine,
  isSecondSide: boolean,
  row: FeeRow,
  base: Exact,
  steps: string[],
  law: ModifierLaw,
): Exact[] {
  const single = Array.from({ length: line.units }, () => base);
  const side = sideOfModifiers(line.modifiers, law);
  const eachIsBoth = line.modifiers.some((modifier) => means(law, modifier, 'both'));
  // Two units are the two sides, unless a modifier says that each of them is both or the code has no sides.
  const twoSides = line.units === 2 && !eachIsBoth && row.bilateral !== NO_SIDES;
  if (side === 'bilateral' || (row.bilateral === 1 && twoSides && side === undefined)) {
    const items = twoSides ? [base] : single;
    if (row.bilateral === 1) steps.push('both sides 150 %');
    else if (row.bilateral === 3) steps.push('both sides 200 %');
    else steps.push(`the second side adds nothing (bilateral indicator ${row.bilateral})`);
    return items.map((item) => times(item, row.bilateral === 1 ? 3 : row.bilateral === 3 ? 4 : 2, 2));
  }
  if (!isSecondSide) return single;
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

/** The earlier line with the same code on the other side, or -1. */
function firstSide(lines: readonly PricedLine[], line: PricedLine, index: number, law: ModifierLaw): number {
  const side = sideOfModifiers(line.modifiers, law);
  if (side !== 'left' && side !== 'right') return -1;
  const other = side === 'left' ? 'right' : 'left';
  return lines
    .slice(0, index)
    .findIndex((earlier) => earlier.code === line.code && sideOfModifiers(earlier.modifiers, law) === other);
}

interface Share {
  readonly amount: Exact;
  readonly percents: readonly number[];
  readonly byReport: boolean;
}

/** Ranks every item with the standard reduction over all lines and sums what each line keeps. */
function rankedShares(workings: readonly (Working | string)[]): readonly Share[] {
  const shares = workings.map((): { amount: Exact; percents: number[]; byReport: boolean } => ({
    amount: ZERO,
    percents: [],
    byReport: false,
  }));
  const ranked = workings.flatMap((working, line) =>
    isRanked(working) && working.follows === undefined ? rankedItems(workings, working, line) : [],
  );
  ranked.sort((a, b) => (isMore(a.weight, b.weight) ? -1 : isMore(b.weight, a.weight) ? 1 : a.line - b.line));
  for (const [rank, { line, amount }] of ranked.entries()) keep(shares[line]!, amount, RANKED[rank]);
  for (const [line, working] of workings.entries()) {
    if (typeof working === 'string' || working.notPriced !== undefined) continue;
    const whole = working.items.reduce(plus, ZERO);
    if (!isRanked(working)) shares[line]!.amount = whole;
    // The second side is reduced as its first side is.
    else if (working.follows !== undefined) keep(shares[line]!, whole, shares[working.follows]!.percents[0]);
  }
  return shares;
}

function isRanked(working: Working | string): working is Working {
  return (
    typeof working !== 'string' &&
    working.notPriced === undefined &&
    working.row.multipleProcedure === STANDARD_REDUCTION
  );
}

function rankedItems(workings: readonly (Working | string)[], working: Working, line: number): Item[] {
  const second = workings.find((other): other is Working => isRanked(other) && other.follows === line);
  return working.items.map((amount, index) => ({
    line,
    amount,
    weight: second && index === 0 ? second.items.reduce(plus, amount) : amount,
  }));
}

function keep(
  share: { amount: Exact; percents: number[]; byReport: boolean },
  amount: Exact,
  percent: number | undefined,
): void {
  if (percent === undefined) share.byReport = true;
  else {
    share.amount = plus(share.amount, times(amount, percent, 100));
    share.percents.push(percent);
  }
}

function finish(working: Working | string, share: Share): AllowedLine {
  if (typeof working === 'string') return { steps: [], notPriced: working };
  if (working.notPriced !== undefined) return { steps: working.steps, notPriced: working.notPriced };
  if (share.byReport)
    return { steps: working.steps, notPriced: 'sixth or later procedure of the day: priced by report' };
  const reduced = share.percents.some((percent) => percent < 100)
    ? [`multiple procedures ${share.percents.map((percent) => `${percent} %`).join(', ')}`]
    : [];
  return { amount: rounded(share.amount), steps: [...working.steps, ...reduced] };
}
