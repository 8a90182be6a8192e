import { mkdtempSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Issue } from '@interspace/core/model/result';
import { issue } from '../issues.ts';

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'no space is left for you on the disk',
  EROFS: 'the disk is read-only',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
};

/** What the operating system says when something cannot be written, in words; undefined for any other error. */
export function writingIssue(error: unknown, at: string): Issue | undefined {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || !['write', 'open', 'mkdir', 'mkdtemp', 'fsync', 'rename'].includes(syscall ?? ''))
    return undefined;
  return issue('cli/output/not-written', `It cannot be written: ${WORDS[code] ?? code}.`, { at });
}

/** A file that is read must not be written over: it would be gone before it was read. */
export function overwritten(output: string | undefined, others: readonly string[]): Issue | undefined {
  if (output === undefined) return undefined;
  const same = others.find((name) => sameFile(name, output));
  return same === undefined
    ? undefined
    : issue('cli/option/invalid', `--output ${output}: this is ${same}, which the run needs itself.`, {
        at: '--output',
        hint: 'Name another file for the output.',
      });
}

function sameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a?.isFile() === true && b?.isFile() === true && a.dev === b.dev && a.ino === b.ino;
}

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
