import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLibrary } from '@interspace/library/read';
import { expect, it } from 'vitest';
import { claimsInMemory } from '../../../bench/generate-claims.ts';
import { readCheckpoint, writeCheckpoint } from '../run/checkpoint.ts';
import { fileInput } from '../run/input.ts';
import { ownJudge } from '../run/judges.ts';
import { runBatch } from '../run/run-batch.ts';

const { library } = openLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'interspace-resume-'));
const file = join(folder, 'claims.837');
writeFileSync(file, claimsInMemory({ bytes: 90_000, faults: 0.4, practices: 2, perTransaction: 40 }).file);
const judges = ownJudge({ library, tables: [], context: {}, format: 'html', maxIssues: 100 });

/** One run into `pieces`, broken off at its nth checkpoint when told so. */
async function run(name: string, dieAt?: number): Promise<string> {
  const path = join(folder, `${name}.checkpoint`);
  const known = readCheckpoint(path);
  if (known === 'broken') throw new Error('the checkpoint is broken');
  const pieces: Buffer[] = [];
  let seen = 0;
  await runBatch({
    inputs: [fileInput(file)],
    judges,
    sink: { write: (bytes) => void pieces.push(Buffer.from(bytes)) },
    format: 'html',
    historyFolder: join(folder, `${name}.history`),
    library: library.revision,
    partBytes: 12_000,
    ...(known ? { from: known } : {}),
    checkpoint: (where) => {
      writeCheckpoint(path, { ...where, version: 3, settings: '', inputs: [] });
      if (++seen === dieAt) throw new Error('killed');
    },
  });
  return Buffer.concat(pieces).toString('utf8');
}

it('a page whose run was broken off, while reading and while seeing histories, is the page of an unbroken run', async () => {
  const whole = await run('whole');
  expect(whole).toContain('<h2 id="claims">');
  await expect(run('broken', 2)).rejects.toThrow('killed');
  await expect(run('broken', 30)).rejects.toThrow('killed');
  expect(await run('broken')).toBe(whole);
}, 120_000);
