import { date } from '@interspace/core/model/date';
import { describe, expect, it } from 'vitest';
import { broken, right } from '../invented-library.fixture.ts';
import { compileLibrary } from '../read.ts';
import { diffLibraries, type Side } from './diff-libraries.ts';
import { lawOfDay } from './law-of-day.ts';
import { readSide } from './read-side.ts';

const DURATION = 'policies/payer/topic/duration.yaml';
const LATER = '- { value: 4 weeks, cite: text }\n    - { value: 6 weeks, from: 2026-07-01, cite: text }';
const POLICY = 'policies/payer/topic/policy.yaml';
const side = (texts = right()): Side => ({ library: compileLibrary(texts).library });
const told = (before: Side, after: Side) =>
  diffLibraries(before, after).map(({ change, kind, id, effective, aspects }) => [
    change,
    `${kind} ${id}`,
    effective.join(' '),
    aspects
      .map(({ aspect, before: gone, after: come }) => `${aspect}: ${gone.join(' / ')} → ${come.join(' / ')}`)
      .join('; '),
  ]);

describe('diffLibraries', () => {
  it('says nothing about a library and itself', () => expect(told(side(), side())).toEqual([]));

  it('tells a new dated value with the date from which it counts', () => {
    const changed = side(broken(DURATION, '- { value: 4 weeks, cite: text }', LATER));
    expect(told(side(), changed)).toEqual([
      [
        'changed',
        'criterion payer/topic/duration',
        '2026-07-01',
        'values: least = 4 weeks → least = 4 weeks [until 2026-06-30] / least = 6 weeks [from 2026-07-01]',
      ],
    ]);
  });

  it('tells between two dates only what came between them', () => {
    const { library } = side(broken(DURATION, '- { value: 4 weeks, cite: text }', LATER));
    const on = (day: string): Side => ({ library, on: date(day) });
    expect(told(on('2026-06-29'), on('2026-06-30'))).toEqual([]);
    expect(told(on('2026-06-30'), on('2026-07-01'))).toEqual([
      ['changed', 'criterion payer/topic/duration', '2026-07-01', 'values: least = 4 weeks → least = 6 weeks'],
    ]);
    expect(told(on('2026-07-01'), on('2026-06-30')).map(([, , , words]) => words)).toEqual([
      'values: least = 6 weeks → least = 4 weeks',
    ]);
  });

  it('tells a document that begins and one that is taken out', () => {
    const { library } = side();
    const [begun] = told({ library, on: date('2020-12-31') }, { library, on: date('2021-01-01') });
    expect(begun?.slice(0, 3)).toEqual(['added', 'document DOC-A', '2021-01-01']);
    const ended = side(broken(POLICY, 'from: 2021-01-01', 'from: 2021-01-01, through: 2026-03-31'));
    expect(told(side(), ended).map(([change, what]) => `${change} ${what}`)).toEqual(['changed document DOC-A']);
  });
});

describe('lawOfDay', () => {
  const law = compileLibrary(broken(DURATION, '- { value: 4 weeks, cite: text }', LATER)).library;
  it.each([
    ['2026-06-30', [true, false]],
    ['2026-07-01', [true, true]],
  ])('what began by %s holds on every day', (day, begun) => {
    const values = lawOfDay(law, date(day)).policies.policies[0]?.criteria[0]?.params['least'] ?? [];
    expect(values.map(({ from }) => (from ?? '0') < '1900')).toEqual(begun);
  });
  it('keeps a day of a leap year on the calendar', () => {
    const leap = compileLibrary(broken(POLICY, 'from: 2021-01-01', 'from: 2024-02-29')).library;
    expect(lawOfDay(leap, date('2026-01-01')).policies.policies[0]?.documents[0]?.from).toBe('0424-02-29');
  });
});

describe('readSide', () => {
  it('refuses what is no date, no folder and no revision', () => {
    const read = readSide('no-such-thing', '/');
    expect(read.ok).toBe(false);
    expect(read.issues.map(({ code }) => code)).toEqual(['library/revision-unknown']);
  });
});
