import { randomBytes } from 'node:crypto';
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
import { basename, dirname, join } from 'node:path';

const TEMPORARY = '.part-';
const AN_HOUR = 3_600_000;

/**
 * Writes a file whole or not at all: a temporary file beside it, flushed to the disk, then renamed over it, then the
 * folder flushed. A reader sees the old file or the new one; a crash leaves at most a temporary file.
 */
export function writeAtomically(path: string, bytes: Uint8Array): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  sweep(folder);
  const temporary = join(folder, `.${basename(path)}${TEMPORARY}${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    const file = openSync(temporary, 'wx');
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (fault) {
    try {
      unlinkSync(temporary);
    } catch {
      // It may never have been created; the first fault is the one to report.
    }
    throw fault;
  }
  flushFolder(folder);
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

/** Leftovers of killed imports, unless they are so young that another import may still be writing them. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('.') || !name.includes(TEMPORARY)) continue;
    const path = join(folder, name);
    try {
      if (Date.now() - statSync(path).mtimeMs > AN_HOUR) unlinkSync(path);
    } catch {
      // Somebody else swept it first.
    }
  }
}
