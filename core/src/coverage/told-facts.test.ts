import { describe, expect, it } from 'vitest';
import type { Fact, FactSheet, FactValue } from '../model/fact.ts';
import { TOLD, toldFact } from './told-facts.ts';

const sheetOf = (values: Record<string, FactValue | undefined>): FactSheet =>
  new Map(Object.entries(values).map(([name, value]): [string, Fact] => [name, { name, value, evidence: [] }]));
const toldBy = (values: Record<string, FactValue | undefined>) => {
  const told = [...TOLD.keys()].flatMap((name) => toldFact(name, sheetOf(values)) ?? []);
  return Object.fromEntries(told.map(({ name, value }) => [name, value]));
};

describe('toldFact', () => {
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
