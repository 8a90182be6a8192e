import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDaVinci, testOf } from './da-vinci.ts';

const root = resolve(import.meta.dirname, '../..');
const data = readDaVinci(root);

describe.each(data.guides.map(({ guide, rows }) => [guide, rows] as const))('the fates of %s', (_, rows) => {
  it('each demand stands once, with a fate and what belongs to it', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const row of rows) {
      const tested = row.fate === 'tested' || row.fate === 'partly';
      expect([row.id, row.by !== undefined], row.id).toEqual([row.id, tested]);
      if (row.fate !== 'tested') expect(row.because, row.id).toBeTruthy();
    }
  });
  it('every test that is named exists', () => {
    for (const { id, by } of rows) {
      if (by === undefined) continue;
      const { file, name } = testOf(data, by);
      expect(file, id).toBeDefined();
      const text = readFileSync(join(root, file ?? ''), 'utf8');
      // Names of tests stand in quotes, as an argument or at the head of a row of a table.
      const named = [`'${name}`, `"${name}`].some((quoted) => text.includes(quoted));
      expect(named, `${id}: ${file} has no test called “${name}”`).toBe(true);
    }
  });
});
