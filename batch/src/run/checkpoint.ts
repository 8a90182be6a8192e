import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { SplitterState } from '@interspace/wire/x12/parts/part-splitter';
import type { Replay } from '@interspace/wire/x12/parts/file-part';
import type { HistoryTally } from '../history/history-pass.ts';
import type { Tally } from '../tally.ts';
import { naming } from './naming.ts';

/** One input as a checkpoint knows it again. */
export interface InputMark {
  readonly name: string;
  readonly size: number;
  readonly modified: number;
}

/** Everything that a killed run needs to go on and end with the same bytes. */
export interface Checkpoint {
  readonly version: 3;
  /** Digest of library, tables, context and format: another law must not finish what this one began. */
  readonly settings: string;
  readonly inputs: readonly InputMark[];
  /** The file being read, and where the next part begins. */
  readonly file: number;
  readonly splitter: SplitterState | undefined;
  /** Heaps of history that are done; absent while files are being read. */
  readonly heapsDone: number | undefined;
  readonly output: number;
  readonly heaps: readonly number[];
  readonly tally: Tally;
  readonly history: HistoryTally;
}

/** Whole or not at all: a kill leaves the checkpoint before. */
export function writeCheckpoint(path: string, checkpoint: Checkpoint): void {
  const temporary = `${path}.part`;
  const file = openSync(temporary, 'w');
  try {
    naming(temporary, () => {
      writeSync(file, JSON.stringify(checkpoint, replaced));
      fsyncSync(file);
    });
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/** `undefined` when there is none yet; `broken` when the file is something else. */
export function readCheckpoint(path: string): Checkpoint | 'broken' | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const read = JSON.parse(text, revived) as Checkpoint;
    return read.version === 3 && Array.isArray(read.heaps) ? read : 'broken';
  } catch {
    return 'broken';
  }
}

function replaced(key: string, value: unknown): unknown {
  return key === 'bytes' && value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

function revived(key: string, value: unknown): unknown {
  return key === 'bytes' && typeof value === 'string'
    ? (Uint8Array.from(Buffer.from(value, 'base64')) satisfies Replay['bytes'])
    : value;
}
