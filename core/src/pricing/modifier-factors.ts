import type { FeeRow } from '../model/fee.ts';

export interface Factor {
  readonly over: number;
  readonly under: number;
  readonly step: string;
}

export type Adjustment = { readonly factors: readonly Factor[] } | { readonly notPriced: string };

/** Modifiers that name a component with a row of its own. */
export const COMPONENTS: readonly string[] = ['26', 'TC', '53'];

const BY_REPORT: readonly string[] = ['22', '52', '66'];
const FACILITY_ONLY: readonly string[] = ['73', '74'];
const PHYSICIAN_ASSISTANTS: readonly string[] = ['80', '81', '82'];

/** What the payment modifiers of a line (other than 50 and the components) make of its fee. */
export function modifierFactors(row: FeeRow, modifiers: readonly string[]): Adjustment {
  const factors: Factor[] = [];
  for (const modifier of modifiers) {
    if (BY_REPORT.includes(modifier)) return { notPriced: `modifier ${modifier} is priced by report` };
    if (FACILITY_ONLY.includes(modifier)) return { notPriced: `modifier ${modifier} belongs to facility claims` };
    if (modifier === '53' && row.modifier !== '53') return { notPriced: 'modifier 53 is priced by report' };
    const factor = oneFactor(row, modifier);
    if (typeof factor === 'string') return { notPriced: factor };
    if (factor) factors.push(factor);
  }
  return { factors };
}

function oneFactor(row: FeeRow, modifier: string): Factor | string | undefined {
  if (modifier === '54') return share(row, row.preoperative + row.intraoperative, 'surgical care only');
  if (modifier === '55') return share(row, row.postoperative, 'care after the operation only');
  if (modifier === '56') return share(row, row.preoperative, 'care before the operation only');
  if (modifier === '78') return share(row, row.intraoperative, 'return to the operating room: the operation only');
  if (modifier === '62')
    return row.coSurgeon === 1 || row.coSurgeon === 2
      ? { over: 625, under: 1000, step: 'two surgeons 62.5 %' }
      : 'two surgeons are not payable for this code';
  if (!PHYSICIAN_ASSISTANTS.includes(modifier) && modifier !== 'AS') return undefined;
  if (row.assistant !== 0 && row.assistant !== 2) return 'an assistant at surgery is not payable for this code';
  return modifier === 'AS'
    ? { over: 136, under: 1000, step: 'assistant at surgery (non-physician) 13.6 %' }
    : { over: 16, under: 100, step: 'assistant at surgery 16 %' };
}

function share(row: FeeRow, hundredths: number, step: string): Factor | string {
  const whole = row.preoperative + row.intraoperative + row.postoperative;
  return whole === 100
    ? { over: hundredths, under: 100, step: `${step} ${hundredths} %` }
    : 'the schedule gives no shares of the global package for this code';
}
