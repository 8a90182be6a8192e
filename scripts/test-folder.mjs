// Everything that a test run puts into the folder for passing files lies in one folder of its own and goes with the run.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'is-'));
  // A database started by root belongs to another account, which has to find its way through.
  chmodSync(folder, 0o755);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    } catch (error) {
      // A database may still be closing; what is left is the system's to clear.
      process.stderr.write(`${folder} is left behind: ${error.message}\n`);
    }
  };
}
