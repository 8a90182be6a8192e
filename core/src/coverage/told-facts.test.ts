import { describe, expect, it } from 'vitest';
import type { Fact, FactSheet, FactValue } from '../model/fact.ts';
import type { Procedure } from '../model/procedure.ts';
import { FactCollector } from './procedure-facts.ts';
import type { CoverageRequest } from './request.ts';
import { addToldFacts, historyOf } from './told-facts.ts';

const sheetOf = (values: Record<string, FactValue | undefined>): FactSheet =>
  new Map(Object.entries(values).map(([name, value]): [string, Fact] => [name, { name, value, evidence: [] }]));
const toldBy = (values: Record<string, FactValue | undefined>) => {
  const found = new FactCollector();
  addToldFacts(found, sheetOf(values));
  return Object.fromEntries([...found.facts].map(([name, { value }]) => [name, value]));
};

describe('addToldFacts', () => {
  it.each([
    ['a silent chart', {}, { 'prior.narrative': false, 'prior.ablation-told': false }],
    [
      'relief of an earlier procedure',
      { 'prior.relief-percent': 60 },
      { 'prior.narrative': true, 'prior.ablation-told': false },
    ],
    ['no earlier procedure is told, too', { 'prior.count-narrative': 0 }, { 'prior.narrative': true }],
    ['a contradiction is not told', { 'prior.relief-percent': undefined }, { 'prior.narrative': false }],
    ['an earlier ablation', { 'prior.ablation-relief-percent': 65 }, { 'prior.ablation-told': true }],
    [
      'both scores of the day',
      { 'response.pre-score': 7, 'response.post-score': 0 },
      { 'response.recorded-on-the-day': true },
    ],
  ])('%s', (_, given, expected) => expect(toldBy(given)).toMatchObject(expected));
  it('says nothing of the day when only one score is known', () => {
    expect(toldBy({ 'response.pre-score': 7 })).not.toHaveProperty('response.recorded-on-the-day');
  });
});

describe('historyOf', () => {
  const of = (count: number | undefined, families: readonly string[], history?: CoverageRequest['history']) =>
    historyOf({
      history,
      sheet: sheetOf({ 'prior.count-narrative': count }),
      procedures: families.map((family) => ({ family }) as Procedure),
    } as unknown as CoverageRequest);
  it('takes the word of the chart that there was none before', () => {
    expect(of(0, ['epidural', 'epidural'])).toEqual({ complete: true, sessions: [] });
  });
  it.each([
    ['nothing is said', undefined, ['epidural']],
    ['there were earlier ones', 1, ['epidural']],
    ['it is open which family is meant', 0, ['epidural', 'facet']],
  ] as const)('knows no history when %s', (_, count, families) => expect(of(count, families)).toBeUndefined());
  it('never overrules a history that was given', () => {
    expect(of(0, ['epidural'], { sessions: [] })).toEqual({ sessions: [] });
  });
});
