import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isOfDiagnoses } from './diagnosis-law.ts';

/** Names of rules in the text of a check. */
function named(file: string, from = ''): readonly string[] {
  const text = readFileSync(new URL(`checks/${file}.ts`, import.meta.url), 'utf8');
  return [...text.slice(text.indexOf(from)).matchAll(/'([a-z]+\/[a-z-]+)'/g)].map(([, name]) => name ?? '');
}

describe('the law of diagnoses', () => {
  test.each([
    ['diagnoses', ''],
    ['diagnosis-tables', ''],
    ['studies', ''],
    ['codes', 'export function checkSacroiliac'],
  ])('holds every rule that %s can report', (file, from) => {
    const names = named(file, from);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !isOfDiagnoses(name))).toEqual([]);
  });

  test('holds no rule of other edits', () => {
    expect(named('units').some(isOfDiagnoses)).toBe(false);
  });
});
