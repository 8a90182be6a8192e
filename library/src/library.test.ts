import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkLibrary } from './check.ts';

const directory = fileURLToPath(new URL('..', import.meta.url));

describe('the library of this repository', () => {
  const health = checkLibrary(directory);

  it('has nothing wrong with it', () => {
    const errors = health.issues.filter((issue) => issue.level !== 'warning');
    expect(errors.map((issue) => `${issue.at}: ${issue.message}`)).toEqual([]);
  });

  it('passes the cases beside every criterion, and every criterion has some', () => {
    expect(
      health.criteria.filter((entry) => entry.failed > 0 || entry.cases === 0).map((entry) => entry.criterion),
    ).toEqual([]);
  });

  it('shows every criterion met, not met and unknown', () => {
    const blind = health.criteria.filter(
      (entry) => entry.counts.met === 0 || entry.counts['not-met'] === 0 || entry.counts.unknown === 0,
    );
    expect(blind.map((entry) => entry.criterion)).toEqual([]);
  });
}, 60_000);
