import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where one batch lies under the data folder: the file as it came, what was judged, the page for a manager. */
export interface BatchFolder {
  readonly path: string;
  readonly claims: string;
  readonly arriving: string;
  readonly rows: string;
  readonly checkpoint: string;
  readonly report: string;
}

/** `home` is the data folder; `id` the batch's. Made when it is not there, readable by its owner only: it holds claims. */
export function batchFolder(home: string, id: string): BatchFolder {
  const path = join(home, 'batches', id);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return {
    path,
    claims: join(path, 'claims.837'),
    arriving: join(path, 'claims.part'),
    rows: join(path, 'rows.jsonl'),
    checkpoint: join(path, 'checkpoint'),
    report: join(path, 'report.html'),
  };
}

export function removeBatchFolder(home: string, id: string): void {
  rmSync(join(home, 'batches', id), { recursive: true, force: true });
}
