import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTable } from '@interspace/library/import/import-table';
import { openLibrary } from '@interspace/library/read';
import { openTables } from '@interspace/library/tables/open-tables';
import { expect, it, onTestFinished } from 'vitest';
import { claimsInMemory } from '../../../bench/generate-claims.ts';
import { PartJudge } from '../part-judge.ts';

const { library } = openLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));
const PLACE = { offset: 0, interchange: 0, group: 0, transaction: 0, ordinal: 0 };
const POINTERS = ['A', '1:A', 'M54.16', '', '9', '0', '2:1', '1:1', '1:2:3:4', '-1'];

/** An order file with all diagnoses of the claims, some of them headings; its titles are invented. */
async function diagnosisTable(codes: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'interspace-known-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const rows = codes.toSorted().map((code, at) => {
    const title = `Invented disorder ${at}`;
    return `${String(at + 1).padStart(5, '0')} ${code.padEnd(7)} ${at % 7 === 0 ? 0 : 1} ${title.padEnd(60)} ${title}`;
  });
  const path = join(folder, 'icd10cm_order_2026.txt');
  writeFileSync(path, `${rows.join('\r\n')}\r\n`);
  const directory = join(folder, 'tables');
  const imported = await importTable('icd10cm-order', [path], { directory });
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  const opened = openTables(directory).all('icd10cm-order');
  return opened.ok ? opened.value.map(({ file }) => file.buffer) : [];
}

it('says the same with a table of diagnoses, whatever a pointer says', async () => {
  const { file } = claimsInMemory({ bytes: 80_000, faults: 0.3, seed: 21 });
  const segments = file.toString('latin1').split('~\n');
  const codes = new Set([...file.toString('latin1').matchAll(/:([A-Z]\d\w+)/g)].map(([, code]) => code!));
  const tables = await diagnosisTable([...codes]);
  expect(tables.length).toBe(1);
  const changed = segments.map((segment, at) =>
    segment.startsWith('SV1*') && at % 3 === 0
      ? segment.replace(/\*[\d:]*$/, `*${POINTERS[(at / 3) % POINTERS.length]}`)
      : segment,
  );
  const bytes = Buffer.from(changed.join('~\n'), 'latin1');
  const [known, singly] = [false, true].map((each) => {
    const judge = new PartJudge({ library, tables, context: {}, format: 'jsonl', maxIssues: 1000, singly: each });
    const { output } = judge.read({ bytes, begins: true, ends: true, last: true, place: PLACE, replay: [] }, 'c', 0);
    return Buffer.from(output).toString();
  });
  expect(known === singly).toBe(true);
  expect(known!.includes('is a heading on')).toBe(true);
});
