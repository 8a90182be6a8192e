import type { FactName } from '../model/fact-name.ts';
import type { Fact, FactSheet } from '../model/fact.ts';

type Telling = (sheet: FactSheet) => boolean | undefined;

/**
 * What the chart tells at all. Whether it tells is always known, also where what it tells is not: a history that settles
 * a question then need not wait for words that the chart does not hold.
 */
export const TOLD: ReadonlyMap<string, Telling> = tellings({
  'prior.narrative': (sheet) => tells(sheet, 'prior.'),
  'prior.ablation-told': (sheet) => tells(sheet, 'prior.ablation-'),
  'acupuncture.visit-told': (sheet) => knows(sheet, 'acupuncture.visit-number'),
  'toxin.interval-told': (sheet) => knows(sheet, 'toxin.days-since-last'),
  // A registry number that is told says that there is a study.
  'encounter.study-enrolled': (sheet) =>
    (knows(sheet, 'encounter.clinical-trial') && !knows(sheet, 'encounter.study-enrolled')) || undefined,
  'response.recorded-on-the-day': (sheet) =>
    (knows(sheet, 'response.pre-score') && knows(sheet, 'response.post-score')) ||
    knows(sheet, 'response.immediate-relief-percent') ||
    undefined,
});

/** One of these facts, for which the chart is read as far as it needs and no further. */
export function toldFact(name: string, sheet: FactSheet): Fact | undefined {
  const value = TOLD.get(name)?.(sheet);
  return value === undefined ? undefined : { name, value, evidence: [] };
}

function tellings(of: Partial<Record<FactName, Telling>>): Map<string, Telling> {
  return new Map(Object.entries(of));
}

function knows(sheet: FactSheet, name: FactName): boolean {
  return sheet.get(name)?.value !== undefined;
}

function tells(sheet: FactSheet, prefix: string): boolean {
  for (const [name, { value }] of sheet.group?.('prior') ?? sheet)
    if (name.startsWith(prefix) && value !== undefined && value !== false) return true;
  return false;
}
