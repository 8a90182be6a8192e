import { describe, expect, it } from 'vitest';
import { ProcedureCodeTable } from '@interspace/core/edits/agency/procedure-code-table';
import { RecordTable } from '@interspace/core/edits/agency/record-table';
import { date } from '@interspace/core/model/date';
import type { TableKind } from '../tables/directory.ts';
import { openTables } from '../tables/open-tables.ts';
import { type ImportKind, importTable } from './import-table.ts';
import { sheetRows } from './sheet.ts';
import { openSource } from './source.ts';
import { onShelf, shelfFile, shelfLines, temporaryFolder } from './testing/shelf.ts';

async function imported(kind: ImportKind, file: string) {
  const directory = temporaryFolder();
  const result = await importTable(kind, [shelfFile(file)], { directory });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const opened = openTables(directory).on(kind as TableKind, date('2026-01-15'));
  return (opened.ok ? opened.value : undefined)!;
}

describe('Level II codes', () => {
  const CSV = 'codesets/hcpcs_level2_2024-07.csv.gz';
  const FIXED = 'codesets/HCPC2019_CONTR_ANWEB.txt.gz';

  it.skipIf(!onShelf(CSV))('have the dates of the CSV', async () => {
    const { file, fit } = await imported('hcpcs', CSV);
    expect(fit).toBe('older-than-service');
    const table = new ProcedureCodeTable(file);
    const rows = shelfLines(CSV)
      .slice(1)
      .filter((line) => /^[A-Z]\d{4},/.test(line))
      .map((line) => line.replace(/"[^"]*"/g, 'text').split(','));
    expect(table.size).toBe(rows.length);
    for (const row of rows) {
      const got = table.row(row[0]!);
      if ((got?.added ?? '') !== row[16] || (got?.terminated ?? '') !== row[15]) throw new Error(row.join());
    }
  });

  it.skipIf(!onShelf(FIXED))(
    'have the dates of the fixed-width file, modifiers and continuation lines left out',
    async () => {
      const table = new ProcedureCodeTable((await imported('hcpcs', FIXED)).file);
      const records = shelfLines(FIXED).filter((line) => /^[0-9A-Z]{5}\d{5}3/.test(line));
      expect(table.size).toBe(records.length);
      const iso = (text: string) =>
        text.trim() === '' ? '' : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
      for (const record of records) {
        const got = table.row(record.slice(0, 5));
        if (
          (got?.added ?? '') !== iso(record.slice(268, 276)) ||
          (got?.terminated ?? '') !== iso(record.slice(284, 292))
        )
          throw new Error(record);
      }
    },
  );
});

describe('small lists', () => {
  it.skipIf(!onShelf('codesets/carc_rarc_groups_2024-06.csv'))('hold every reason, remark and group code', async () => {
    const { info, file } = await imported('carc-rarc', 'codesets/carc_rarc_groups_2024-06.csv');
    expect(info.counts['rows']).toBe(405 + 1171 + 5);
    expect(new RecordTable(file).find('125')[0]).toMatchObject({ list: 'CARC', stop: '2013-11-01' });
    expect(new RecordTable(file).has('CO')).toBe(true);
  });

  it.skipIf(!onShelf('codesets/place_of_service.csv'))('say which places are facilities', async () => {
    const table = new RecordTable((await imported('pos', 'codesets/place_of_service.csv')).file);
    const setting = (code: string) => table.find(code)[0]?.['setting'];
    expect(['11', '22', '24', '10', '02'].map(setting)).toEqual([
      'Non-Facility',
      'Facility',
      'Facility',
      'Non-Facility',
      'Facility',
    ]);
    expect(table.has('77')).toBe(false);
  });

  it.skipIf(
    !onShelf(
      'codesets/modifiers_2024-06.csv',
      'codesets/nucc_taxonomy_251.csv.gz',
      'codesets/cms_specialty_taxonomy_crosswalk_2023-12-31.csv',
    ),
  )('know modifiers, taxonomy and specialties', async () => {
    const modifiers = new RecordTable((await imported('modifiers', 'codesets/modifiers_2024-06.csv')).file);
    expect(['59', 'XS', 'KX', 'LT'].every((code) => modifiers.has(code))).toBe(true);
    expect(modifiers.has('ZZ')).toBe(false);
    const taxonomy = await imported('taxonomy', 'codesets/nucc_taxonomy_251.csv.gz');
    expect([taxonomy.info.edition, taxonomy.info.counts['rows']]).toEqual(['25.1', 883]);
    expect(new RecordTable(taxonomy.file).find('208VP0014X')[0]?.['specialization']).toBe(
      'Interventional Pain Medicine',
    );
    const specialty = new RecordTable(
      (await imported('specialty', 'codesets/cms_specialty_taxonomy_crosswalk_2023-12-31.csv')).file,
    );
    expect(specialty.find('208VP0014X').map((row) => row['specialty'])).toContain('9');
  });
});

describe('a workbook as an agency publishes it', () => {
  const BOOK = 'codesets/icd10cm-conversion-table-FY2025.xlsx';

  it.skipIf(!onShelf(BOOK))(
    'gives its rows (one number is skipped in it) with shared texts in their columns',
    async () => {
      const { members } = await openSource(shelfFile(BOOK));
      const rows = [];
      for await (const batch of sheetRows(members[0]!)) rows.push(...batch);
      expect([members[0]?.form, rows.length, rows.at(-1)?.line]).toEqual(['workbook', 5409, 5410]);
      expect(rows[1]?.cells[0]).toBe('Current code assignment');
      expect(rows.slice(2).filter(({ cells }) => /^[A-Z][0-9A-Z]{2}/.test(cells[0] ?? '')).length).toBeGreaterThan(
        5300,
      );
    },
  );
});
