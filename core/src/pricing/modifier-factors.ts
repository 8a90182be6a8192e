import type { FeeRow } from '../model/fee.ts';
import type { ModifierLaw } from '../model/law/edits.ts';
import { means, type MeaningOutsideEdits } from '../model/law/modifier-meanings.ts';

export interface Factor {
  readonly over: number;
  readonly under: number;
  readonly step: string;
}

export type Adjustment = { readonly factors: readonly Factor[] } | { readonly notPriced: string };

/** What the payment modifiers of a line (other than those of sides and of rows) make of its fee. */
export function modifierFactors(row: FeeRow, modifiers: readonly string[], law: ModifierLaw): Adjustment {
  const factors: Factor[] = [];
  for (const modifier of modifiers) {
    const withoutRow = means(law, modifier, 'discontinued') && row.modifier !== modifier;
    if (withoutRow || means(law, modifier, 'by-report'))
      return { notPriced: `modifier ${modifier} is priced by report` };
    if (means(law, modifier, 'facility-only')) return { notPriced: `modifier ${modifier} belongs to facility claims` };
    const factor = oneFactor(row, modifier, law);
    if (typeof factor === 'string') return { notPriced: factor };
    if (factor) factors.push(factor);
  }
  return { factors };
}

function oneFactor(row: FeeRow, modifier: string, law: ModifierLaw): Factor | string | undefined {
  const is = (meaning: MeaningOutsideEdits) => means(law, modifier, meaning);
  if (is('surgery-alone')) return share(row, row.preoperative + row.intraoperative, 'surgical care only');
  if (is('care-after')) return share(row, row.postoperative, 'care after the operation only');
  if (is('care-before')) return share(row, row.preoperative, 'care before the operation only');
  if (is('return-to-surgery'))
    return share(row, row.intraoperative, 'return to the operating room: the operation only');
  if (is('two-surgeons'))
    return row.coSurgeon === 1 || row.coSurgeon === 2
      ? { over: 625, under: 1000, step: 'two surgeons 62.5 %' }
      : 'two surgeons are not payable for this code';
  const physician = is('physician-assists');
  if (!physician && !is('other-assists')) return undefined;
  if (row.assistant !== 0 && row.assistant !== 2) return 'an assistant at surgery is not payable for this code';
  return physician
    ? { over: 16, under: 100, step: 'assistant at surgery 16 %' }
    : { over: 136, under: 1000, step: 'assistant at surgery (non-physician) 13.6 %' };
}

function share(row: FeeRow, hundredths: number, step: string): Factor | string {
  const whole = row.preoperative + row.intraoperative + row.postoperative;
  return whole === 100
    ? { over: hundredths, under: 100, step: `${step} ${hundredths} %` }
    : 'the schedule gives no shares of the global package for this code';
}
