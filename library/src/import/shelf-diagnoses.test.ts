import { describe, expect, it } from 'vitest';
import { DiagnosisNotes } from '@interspace/core/edits/agency/diagnosis-notes';
import { type DiagnosisStatus, DiagnosisTable, DiagnosisValidity } from '@interspace/core/edits/agency/diagnosis-table';
import { date } from '@interspace/core/model/date';
import { openTables } from '../tables/open-tables.ts';
import { importTable } from './import-table.ts';
import { onShelf, shelfFile, shelfLines, temporaryFolder } from './testing/shelf.ts';

const FILES = ['2025', '2026'].flatMap((year) => [
  `codesets/icd10cm-order-${year}.txt.gz`,
  `codesets/icd10cm-order-addenda-${year}.txt`,
]);
const [ORDER_2025, ADDENDA_2025, ORDER_2026, ADDENDA_2026] = FILES as [string, string, string, string];

/** An independent reading of an order file. */
function statuses(name: string): Map<string, DiagnosisStatus> {
  return new Map(shelfLines(name).map((line) => [line.slice(6, 13).trim(), line[14] === '1' ? 'billable' : 'header']));
}

function changes(name: string): { verb: string; status: DiagnosisStatus; code: string }[] {
  return shelfLines(name)
    .filter((line) => /^(Add|Delete):/.test(line))
    .map((line) => ({
      verb: line.slice(0, line.indexOf(':')),
      status: line[13] === '1' ? 'billable' : 'header',
      code: line.slice(15, 22).trim(),
    }));
}

describe('diagnosis codes by date', () => {
  it.skipIf(!onShelf(...FILES))(
    'billable, header or absent as both order files and their addenda say',
    { timeout: 60_000 },
    async () => {
      const directory = temporaryFolder();
      for (const pair of [
        [ORDER_2025, ADDENDA_2025],
        [ORDER_2026, ADDENDA_2026],
      ]) {
        const result = await importTable('icd10cm-order', pair.map(shelfFile), { directory });
        expect(result.ok).toBe(true);
      }
      const editions = openTables(directory).all('icd10cm-order');
      const validity = new DiagnosisValidity(
        (editions.ok ? editions.value : []).map(({ file }) => new DiagnosisTable(file)),
      );
      const [before, first, last, next] = ['2024-09-30', '2024-10-01', '2025-09-30', '2025-10-01'].map(date) as [
        never,
        never,
        never,
        never,
      ];

      const [year2025, year2026] = [statuses(ORDER_2025), statuses(ORDER_2026)];
      const every = new Set([
        ...year2025.keys(),
        ...year2026.keys(),
        ...changes(ADDENDA_2025).map(({ code }) => code),
        ...changes(ADDENDA_2026).map(({ code }) => code),
      ]);
      expect(every.size).toBeGreaterThan(98_000);
      const wrong: string[] = [];
      for (const code of every) {
        const [a, b] = [year2025.get(code) ?? 'absent', year2026.get(code) ?? 'absent'];
        if (
          validity.status(code, first) !== a ||
          validity.status(code, last) !== a ||
          validity.status(code, next) !== b
        )
          wrong.push(code);
      }
      expect(wrong).toEqual([]);

      // Until the day before, what the addenda delete was valid as they say and what they only add was not there.
      const deleted = new Map(
        changes(ADDENDA_2025)
          .filter(({ verb }) => verb === 'Delete')
          .map(({ code, status }) => [code, status]),
      );
      for (const { code } of changes(ADDENDA_2025))
        expect([code, validity.status(code, before)]).toEqual([code, deleted.get(code) ?? 'absent']);
      for (const { verb, code, status } of changes(ADDENDA_2026))
        expect([code, validity.status(code, verb === 'Add' ? next : last)]).toEqual([code, status]);

      // Both ways to write a code, and dates that no edition covers.
      expect(validity.status('M51.360', next)).toBe('billable');
      expect(validity.status('M5136', next)).toBe('header');
      expect(validity.status('M51.36', before)).toBe('billable');
      expect(validity.status('M54.16', date('2020-01-01'))).toBeUndefined();
      expect(validity.status('M54.16', date('2026-10-01'))).toBeUndefined();
      expect(validity.editionOn(next)?.title('M54.16')).toBe('Radiculopathy, lumbar region');
    },
  );

  it.skipIf(!onShelf(ORDER_2025, ADDENDA_2026, ORDER_2026))(
    'a year made from the year before and its addenda is the year',
    { timeout: 60_000 },
    async () => {
      const directory = temporaryFolder();
      await importTable('icd10cm-order', [shelfFile(ORDER_2025)], { directory });
      const result = await importTable('icd10cm-order', [shelfFile(ADDENDA_2026)], { directory });
      expect(result.ok && result.value[0]).toMatchObject({
        edition: 'FY2026',
        counts: { rows: 98_186, billable: 74_719, headers: 23_467 },
      });
      const opened = openTables(directory).on('icd10cm-order', date('2025-10-01'));
      const table = new DiagnosisTable((opened.ok ? opened.value : undefined)!.file);
      for (const [code, status] of statuses(ORDER_2026)) if (table.status(code) !== status) throw new Error(code);
    },
  );

  it.skipIf(!onShelf(ORDER_2026, ADDENDA_2025))('refuses addenda of another year', async () => {
    const result = await importTable('icd10cm-order', [shelfFile(ORDER_2026), shelfFile(ADDENDA_2025)], {
      directory: temporaryFolder(),
    });
    expect(result.ok).toBe(false);
    expect(result.issues[0]?.message).toContain('different years');
  });
});

describe('tabular list', () => {
  const file = 'codesets/icd10cm_tabular_2021.xml.gz';

  it.skipIf(!onShelf(file))(
    'knows what excludes what, in both directions and from headings above',
    { timeout: 60_000 },
    async () => {
      const directory = temporaryFolder();
      const result = await importTable('icd10cm-tabular', [shelfFile(file)], { directory });
      expect(result.ok && result.value[0]?.edition).toBe('FY2021');
      const opened = openTables(directory).on('icd10cm-tabular', date('2021-01-01'));
      const notes = new DiagnosisNotes((opened.ok ? opened.value : undefined)!.file);

      for (const [one, other] of [
        ['M54.16', 'M51.16'], // radiculopathy beside a disc disorder with radiculopathy
        ['M54.12', 'M50.121'],
        ['M54.5', 'S39.012A'],
        ['M54.5', 'M54.41'],
        ['M54.5', 'F45.41'], // from the category above
        ['E11.9', 'E10.9'],
      ] as const) {
        expect([one, other, notes.excludes1(one, other)?.kind]).toEqual([one, other, 'excludes1']);
        expect(notes.excludes1(other, one)).toBeDefined();
      }
      for (const [one, other] of [
        ['M54.16', 'G89.29'],
        ['M47.816', 'M54.5'],
        ['M54.5', 'M54.5'],
        ['M48.061', 'M54.16'],
        ['I10', 'E11.9'],
      ] as const)
        expect([one, other, notes.excludes1(one, other)]).toEqual([one, other, undefined]);
      expect(notes.notes('G63', 'code-first').length).toBeGreaterThan(0);
    },
  );
});
