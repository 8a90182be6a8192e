import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { importTable, isImportKind } from '@interspace/library/import/import-table';
import { listEditions, type EditionInfo } from '@interspace/library/tables/editions';
import { openTableFile } from '@interspace/library/tables/open-file';
import type { ImportAsked, ImportTold, TableChange } from './import.ts';
import { rowsOfCodes } from './rows-of-codes.ts';

const asked = workerData as ImportAsked;
parentPort?.postMessage(asked.preview ? await preview(asked) : await take(asked));

/** A trial in a folder of its own beside the editions in use: it refuses what the real one would refuse. */
async function preview(wanted: ImportAsked): Promise<ImportTold> {
  const trial = mkdtempSync(join(tmpdir(), 'interspace-import-'));
  try {
    for (const { path, kind } of listEditions(wanted.tables)) {
      mkdirSync(join(trial, kind), { recursive: true });
      symlinkSync(path, join(trial, kind, basename(path)));
    }
    return await take(wanted, trial);
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

async function take({ kind, files, tables, codes }: ImportAsked, directory = tables): Promise<ImportTold> {
  if (!isImportKind(kind)) return { refused: [] };
  const earlier = listEditions(tables);
  const before = new Map(earlier.map((info) => [info.path, rowsOf(info, codes)]));
  const result = await importTable(kind, files, { directory });
  if (!result.ok) return { refused: result.issues };
  const changes = result.value.flatMap((info) => {
    const neighbour = latestBefore(earlier, info);
    return compare((neighbour && before.get(neighbour.path)) ?? new Map(), rowsOf(info, codes));
  });
  const touched = new Set(changes.flatMap(({ key }) => key.split(' ').filter((word) => codes.includes(word))));
  return { editions: result.value, warnings: result.issues, changes, touches: [...touched].toSorted() };
}

/** The edition that the new one stands beside: of the same name, else the one before it, else any. */
function latestBefore(all: readonly EditionInfo[], { kind, edition, effective }: EditionInfo): EditionInfo | undefined {
  const same = all.filter((one) => one.kind === kind);
  return (
    same.find((one) => one.edition === edition) ??
    same.findLast((one) => one.effective.from < effective.from) ??
    same.at(-1)
  );
}

function rowsOf({ path }: EditionInfo, codes: readonly string[]): Map<string, string> {
  const file = openTableFile(path);
  return file.ok ? rowsOfCodes(file.value, codes) : new Map();
}

function compare(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): TableChange[] {
  const changes: TableChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    if (was !== is)
      changes.push({ key, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) });
  }
  return changes;
}
