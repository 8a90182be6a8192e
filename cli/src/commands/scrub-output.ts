import { mkdtempSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issue } from '@interspace/core/model/result';
import { writingIssue } from '../output.ts';

/** Opens a file for writing, or says why it cannot be: before anything is judged. */
export function openForWriting(path: string, flags: 'w' | 'r+'): number | Issue {
  try {
    return openSync(path, flags);
  } catch (error) {
    const found = writingIssue(error, path);
    if (!found) throw error;
    return found;
  }
}

const PREFIX = 'interspace-scrub-';
const A_DAY = 86_400_000;
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** A folder for what is kept of claims during a run; it goes with the run, however that ends. */
export function passingFolder(): { readonly path: string; readonly remove: () => void } {
  sweep();
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const gone = (): void => rmSync(path, { recursive: true, force: true });
  const stop = (signal: keyof typeof SIGNALS): void => {
    gone();
    process.exit(SIGNALS[signal]);
  };
  process.on('exit', gone);
  for (const signal of Object.keys(SIGNALS)) process.on(signal, stop);
  return {
    path,
    remove: () => {
      process.off('exit', gone);
      for (const signal of Object.keys(SIGNALS)) process.off(signal, stop);
      gone();
    },
  };
}

/** Folders of runs that were killed outright. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? 0);
    if (pid === 0 || isAlive(pid)) continue;
    const path = join(tmpdir(), name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    // Somebody else's, or one that another run sweeps at this moment, is left alone.
    if (age > A_DAY)
      try {
        rmSync(path, { recursive: true, force: true });
      } catch {
        continue;
      }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
