import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

const TEMPORARY = '.part-';
const AN_HOUR = 3_600_000;
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const OWNER = `${MACHINE}-${process.pid}`;

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Which of the files could not be written, and why. */
export class NotWritten extends Error {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(`${path} was not written`, { cause });
    this.path = path;
  }
}

/**
 * Writes files whole or not at all: each into a temporary file beside it, flushed to the disk; only when all of them lie there
 * are they renamed, and the folders flushed. A reader sees an old file or a new one; a crash leaves at most temporary files.
 */
export function writeAtomically(files: readonly FileToWrite[]): void {
  const waiting: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const { path, bytes } of files) {
      attempt(path, () => {
        const folder = dirname(path);
        mkdirSync(folder, { recursive: true });
        sweep(folder);
        const temporary = join(folder, `.${basename(path)}${TEMPORARY}${OWNER}-${randomBytes(4).toString('hex')}`);
        waiting.push({ temporary, path });
        writeFlushed(temporary, bytes);
      });
    }
    for (const { temporary, path } of waiting) attempt(path, () => renameSync(temporary, path));
  } catch (fault) {
    for (const { temporary } of waiting) removeIfThere(temporary);
    throw fault;
  }
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) flushFolder(folder);
}

function attempt(path: string, step: () => void): void {
  try {
    step();
  } catch (fault) {
    throw new NotWritten(path, fault);
  }
}

function writeFlushed(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** It may never have been created, or somebody else swept it first. */
function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    return;
  }
}

/** Without this a power cut may forget the rename. Some systems do not let a folder be opened: then it is theirs to keep. */
function flushFolder(folder: string): void {
  let handle: number | undefined;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch {
    return;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Leftovers of killed imports: those whose writer is gone from this machine, and what is old whoever wrote it. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('.') || !name.includes(TEMPORARY)) continue;
    const path = join(folder, name);
    if (isAbandoned(name) || ageOf(path) > AN_HOUR) removeIfThere(path);
  }
}

/** A folder may be shared: only of its own machine can a process say that another one has ended. */
function isAbandoned(name: string): boolean {
  const [machine, pid] = name.slice(name.lastIndexOf(TEMPORARY) + TEMPORARY.length).split('-');
  if (machine !== MACHINE || pid === undefined || !/^[1-9]\d*$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'ESRCH';
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
