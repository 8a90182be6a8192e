import { date } from '@interspace/core/model/date';
import type { Issue } from '@interspace/core/model/result';
import { describe, expect, it } from 'vitest';
import { right } from '../invented-library.fixture.ts';
import { compileLibrary } from '../read.ts';
import { readIntervals } from './intervals.ts';
import { staleIssues, staleOn } from './stale.ts';

const INTERVALS = {
  path: 'upkeep/intervals.yaml',
  text: `
intervals:
  - { name: open values, standing: [provisional], every: 1 month, because: They may be settled. }
  - { name: documents, files: ['policies/**', 'sources/*'], every: 12 months, because: Once a year. }
`,
};
const upkeep = (on: string, more: { path: string; text: string }[] = []) => {
  const texts = [...right(), INTERVALS, ...more];
  return staleOn(texts, compileLibrary(texts), date(on));
};

describe('stale', () => {
  it.each([
    ['2027-01-02', [], []],
    ['2027-01-03', ['policies/payer/topic/duration.yaml', 'sources/read.yaml'], ['payer/topic/duration']],
  ])('what was read on 2026-01-02 is, on %s, due or not', (on, files, rules) => {
    const found = upkeep(on);
    expect(found.files.map(({ id }) => id)).toEqual(files);
    expect(found.rules.map(({ id }) => id)).toEqual(rules);
  });

  it('names what comes next and what has no reading date', () => {
    const found = upkeep('2026-06-01');
    expect(found.next?.due).toBe('2027-01-02');
    expect(found.undated.map(({ id }) => id)).toEqual(['good']);
  });

  it('calls a table due whose edition has ended, and warns with its file', () => {
    const table = { path: 'edits/pairs-x.yaml', text: 'in-force: { from: 2024-07-01, through: 2024-09-30 }\n' };
    const found = upkeep('2024-10-01', [table]);
    expect(found.files).toEqual([]);
    const later = staleIssues(upkeep('2024-10-02', [table]));
    expect(later.map(({ code, at, level }) => [code, at, level])).toEqual([
      ['library/stale', 'edits/pairs-x.yaml:1', 'warning'],
    ]);
  });

  it('refuses an interval that is no length of time', () => {
    const issues: Issue[] = [];
    readIntervals([{ path: 'upkeep/x.yaml', text: 'intervals:\n  - { name: a, every: soon, because: b }\n' }], issues);
    expect(issues.map(({ code }) => code)).toEqual(['library/shape']);
  });
});
