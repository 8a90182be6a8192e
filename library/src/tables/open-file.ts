import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { TableFile } from '@interspace/core/edits/agency/layout';
import { readTable } from '@interspace/core/edits/agency/layout';
import { type Result, failed, ok } from '@interspace/core/model/result';
import { damagedTable, whyNot } from './damaged-table.ts';

/** Reads a table file into memory that worker threads can share; nothing of it is parsed but its header. */
export function openTableFile(path: string): Result<TableFile> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return failed(damagedTable(path, whyNot(error)));
    return failed({
      code: 'library/tables/not-found',
      message: 'This table is not imported.',
      at: path,
      hint: 'Run the import of its kind.',
    });
  }
  try {
    const { size } = fstatSync(file);
    const buffer = new SharedArrayBuffer(size);
    const bytes = new Uint8Array(buffer);
    for (let done = 0; done < size;) {
      const read = readSync(file, bytes, done, size - done, done);
      if (read === 0) break;
      done += read;
    }
    const table = readTable(buffer);
    return typeof table === 'string' ? failed(damagedTable(path, table)) : ok(table);
  } finally {
    closeSync(file);
  }
}
