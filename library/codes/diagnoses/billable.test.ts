import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { date } from '@interspace/core/model/date';
import { isInForce } from '@interspace/core/model/period';
import { onShelf, shelfLines } from '../../src/import/testing/shelf.ts';
import { openLibrary } from '../../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('../..', import.meta.url)));
const YEARS = [
  ['codesets/icd10cm-order-2025.txt.gz', date('2025-06-02')],
  ['codesets/icd10cm-order-2026.txt.gz', date('2026-06-01')],
] as const;

describe('codes of conditions', () => {
  it.each(YEARS)('are billable where they are in force: %s', (file, on) => {
    if (!onShelf(file)) return;
    const billable = new Set(
      shelfLines(file)
        .filter((line) => line[14] === '1')
        .map((line) => line.slice(6, 13).trim()),
    );
    const choices = library.diagnoses.flatMap(({ codes }) => codes).filter((choice) => isInForce(choice, on));
    expect(choices.length).toBeGreaterThan(300);
    expect(choices.map(({ code }) => code).filter((code) => !billable.has(code.replace('.', '')))).toEqual([]);
  });
});
