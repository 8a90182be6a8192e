import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Issue } from '@interspace/core/model/result';
import { NOT_WRITTEN } from '@interspace/library/not-written';
import { issue } from './issues.ts';

/** What the operating system says when something cannot be written, in words; undefined for any other error. */
export function writingIssue(error: unknown, at: string): Issue | undefined {
  const { code, syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || !WRITING.has(syscall ?? '')) return undefined;
  const full = FULL.has(code);
  return issue('cli/output/not-written', `It cannot be written: ${NOT_WRITTEN[code] ?? code}.`, {
    at: path ?? at,
    ...(full ? {} : { hint: 'Name another file or folder.' }),
  });
}

const WRITING: ReadonlySet<string> = new Set([
  'write',
  'open',
  'mkdir',
  'mkdtemp',
  'fsync',
  'ftruncate',
  'rename',
  'scandir',
]);
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** A file that is read must not be written over: it would be gone before it was read. */
export function overwritten(flag: string, output: string | undefined, others: readonly string[]): Issue | undefined {
  if (output === undefined) return undefined;
  const same = others.find((name) => sameFile(name, output));
  return same === undefined
    ? undefined
    : issue('cli/option/invalid', `This is ${same}, which is needed itself.`, {
        at: flag,
        hint: 'Name another file for the output.',
      });
}

function sameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a?.isFile() === true && b?.isFile() === true && a.dev === b.dev && a.ino === b.ino;
}

/** Writes a whole file; what the operating system has against it comes back in words. */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<Issue | undefined> {
  try {
    await writeFile(path, bytes);
    return undefined;
  } catch (error) {
    const found = writingIssue(error, path);
    if (!found) throw error;
    return found;
  }
}
