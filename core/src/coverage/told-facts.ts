import { factValue, type FactSheet } from '../model/fact.ts';
import type { History } from '../model/history.ts';
import type { FactCollector } from './procedure-facts.ts';
import type { CoverageRequest } from './request.ts';

/**
 * What the chart tells at all. Whether it tells is always known, also where what it tells is not: a history that settles
 * a question then need not wait for words that the chart does not hold.
 */
export function addToldFacts(found: FactCollector, sheet: FactSheet): void {
  found.add('prior.narrative', tells(sheet, 'prior.'));
  found.add('prior.ablation-told', tells(sheet, 'prior.ablation-'));
  const known = (name: string) => sheet.get(name)?.value !== undefined;
  const scores = known('response.pre-score') && known('response.post-score');
  if (scores || known('response.immediate-relief-percent')) found.add('response.recorded-on-the-day', true);
}

function tells(sheet: FactSheet, prefix: string): boolean {
  for (const [name, { value }] of sheet)
    if (name.startsWith(prefix) && value !== undefined && value !== false) return true;
  return false;
}

/**
 * The history to count in. Where none was given and the chart says that there was no earlier procedure of the one family
 * done that day, that is a history: complete and empty. A history that was given is never overruled by the chart.
 */
export function historyOf({ history, sheet, procedures }: CoverageRequest): History | undefined {
  if (history !== undefined || factValue(sheet, 'prior.count-narrative') !== 0) return history;
  const families = new Set(procedures.map((procedure) => procedure.family));
  return families.size === 1 ? { complete: true, sessions: [] } : undefined;
}
