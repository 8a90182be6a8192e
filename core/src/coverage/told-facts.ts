import type { FactSheet } from '../model/fact.ts';
import type { FactCollector } from './procedure-facts.ts';

/**
 * What the chart tells at all. Whether it tells is always known, also where what it tells is not: a history that settles
 * a question then need not wait for words that the chart does not hold.
 */
export function addToldFacts(found: FactCollector, sheet: FactSheet): void {
  const prior = sheet.group?.('prior') ?? sheet;
  found.add('prior.narrative', tells(prior, 'prior.'));
  found.add('prior.ablation-told', tells(prior, 'prior.ablation-'));
  const known = (name: string) => sheet.get(name)?.value !== undefined;
  found.add('acupuncture.visit-told', known('acupuncture.visit-number'));
  found.add('toxin.interval-told', known('toxin.days-since-last'));
  // A registry number that is told says that there is a study.
  if (known('encounter.clinical-trial') && !known('encounter.study-enrolled'))
    found.add('encounter.study-enrolled', true);
  const scores = known('response.pre-score') && known('response.post-score');
  if (scores || known('response.immediate-relief-percent')) found.add('response.recorded-on-the-day', true);
}

function tells(sheet: FactSheet, prefix: string): boolean {
  for (const [name, { value }] of sheet)
    if (name.startsWith(prefix) && value !== undefined && value !== false) return true;
  return false;
}
