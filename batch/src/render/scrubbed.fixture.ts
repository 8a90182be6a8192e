import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLibrary } from '@interspace/library/read';
import { streamInput } from '../run/input.ts';
import { ownJudge } from '../run/judges.ts';
import { runBatch } from '../run/run-batch.ts';
import type { BatchFormat } from '../settings.ts';
import type { BatchSummary } from '../summary.ts';

const { library } = openLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));

/** A whole scrub in memory, by the library's own tables: what it writes and its summary. */
export async function scrubbed(
  file: string | Buffer,
  format: BatchFormat,
  { identifiers = false, name = 'claims.837', partBytes = 1 << 20 } = {},
): Promise<{ text: string; summary: BatchSummary }> {
  const pieces: Buffer[] = [];
  const settings = { library, tables: [], context: {}, format, maxIssues: 100, identifiers };
  const summary = await runBatch({
    inputs: [
      streamInput(
        name,
        (async function* () {
          yield Buffer.from(file as string, 'latin1');
        })(),
      ),
    ],
    judges: ownJudge(settings),
    sink: { write: (bytes) => void pieces.push(Buffer.from(bytes)) },
    format,
    historyFolder: join(mkdtempSync(join(tmpdir(), 'interspace-scrubbed-')), 'history'),
    library: library.revision,
    partBytes,
  });
  return { text: Buffer.concat(pieces).toString('utf8'), summary };
}
