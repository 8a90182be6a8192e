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

/** Folders of runs, with the process that each belongs to. */
const FOLDER = /^interspace-scrub-(\d+)-/;
const A_DAY = 86_400_000;
const ELSEWHERE = 'Name a folder for passing files in the variable TMPDIR.';
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** A folder for what is kept of claims during a run. */
export interface PassingFolder {
  readonly path: string;
  /**
   * Everything in it is open: where a file can be read after its name is gone, the folder goes now, and the run can be
   * stopped at any moment and leaves nothing.
   */
  readonly opened: () => void;
  readonly remove: () => void;
}

/** It goes with the run, however that ends; or why there can be none. */
export function passingFolder(): PassingFolder | Issue {
  let path: string;
  try {
    sweep();
    path = mkdtempSync(join(tmpdir(), `interspace-scrub-${process.pid}-`));
  } catch (error) {
    const found = writingIssue(error, tmpdir());
    if (!found) throw error;
    return { ...found, hint: ELSEWHERE };
  }
  const gone = (): void => rmSync(path, { recursive: true, force: true });
  const stop = (signal: keyof typeof SIGNALS): void => {
    gone();
    process.exit(SIGNALS[signal]);
  };
  process.on('exit', gone);
  for (const signal of Object.keys(SIGNALS)) process.on(signal, stop);
  const letGo = (): void => {
    process.off('exit', gone);
    for (const signal of Object.keys(SIGNALS)) process.off(signal, stop);
  };
  return {
    path,
    opened: () => {
      // A handler waits until the part under way is judged; without one the process ends at once.
      if (removed(path)) letGo();
    },
    remove: () => {
      letGo();
      gone();
    },
  };
}

/** Another name for the output is no help when the folder for passing files is full. */
export function ofPassing(found: Issue, { path }: Pick<PassingFolder, 'path'>): Issue {
  return found.at?.startsWith(path) === true ? { ...found, at: path, hint: `Make room there. ${ELSEWHERE}` } : found;
}

function removed(path: string): boolean {
  // Elsewhere a file that is open keeps its name, and half of the folder would be gone.
  if (process.platform === 'win32') return false;
  try {
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** Folders of runs that were killed outright. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(FOLDER.exec(name)?.[1] ?? 0);
    if (pid === 0 || isAlive(pid)) continue;
    const path = join(tmpdir(), name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    // Somebody else's, or one that another run sweeps at this moment, is left alone.
    if (age > A_DAY) removed(path);
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
