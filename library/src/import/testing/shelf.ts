import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';

/** The agencies' files lie beside the project, never in it. */
const SHELF = resolve(import.meta.dirname, '../../../../../shared/data');

export function shelfFile(name: string): string {
  return join(SHELF, name);
}

/** False, with a printed reason, when a fresh clone has no shelf beside it. */
export function onShelf(...names: readonly string[]): boolean {
  const missing = names.filter((name) => !existsSync(shelfFile(name)));
  // oxlint-disable-next-line no-console -- a skipped test must say why
  if (missing.length > 0) console.warn(`skipped: ${missing.join(', ')} not found in ${SHELF}`);
  return missing.length === 0;
}

/** The plain text of a shelf file, read without any of the code under test. */
export function shelfText(name: string): string {
  const bytes = readFileSync(shelfFile(name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
}

export function shelfLines(name: string): string[] {
  return shelfText(name)
    .split(/\r?\n/)
    .filter((line) => line !== '');
}

/** A folder of its own for the running test, gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'interspace-tables-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
