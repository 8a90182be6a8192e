import { statSync } from 'node:fs';
import { heapsIntact } from '../history/heaps.ts';
import { readCheckpoint, writeCheckpoint, type Checkpoint, type InputMark } from './checkpoint.ts';
import type { Input } from './input.ts';

/** What has to be the same for a run to go on where another one was stopped. */
export interface Resumable {
  /** Where the checkpoint is kept; what is kept of claims lies beside it. */
  readonly path: string;
  /** Digest of law, tables and options. */
  readonly digest: string;
  readonly inputs: readonly Input[];
  /** Nothing when it is not known by a name. */
  readonly output: string | undefined;
}

/** A checkpoint that is none; of another run; whose heaps are gone; whose output is shorter than it says. */
export type Unusable = 'broken' | 'other' | 'gone' | 'short';

/** Folder for what is kept of claims until the end. */
export function historyBeside(path: string): string {
  return `${path}.history`;
}

/** The checkpoint to go on from, nothing when there is none yet, or what is wrong with it. */
export function checkpointFor({ path, digest, inputs, output }: Resumable): Checkpoint | Unusable | undefined {
  const found = readCheckpoint(path);
  if (found === undefined || found === 'broken') return found;
  if (found.settings !== digest || JSON.stringify(found.inputs) !== JSON.stringify(inputs.map(markOf))) return 'other';
  if (!heapsIntact(historyBeside(path), found.heaps)) return 'gone';
  if (output !== undefined && (statSync(output, { throwIfNoEntry: false })?.size ?? -1) < found.output) return 'short';
  return found;
}

/** Keeps where a run stands, not more often than every so many milliseconds; true when it was kept. */
export function checkpointKeeper(
  { path, digest, inputs }: Resumable,
  everyMs: number,
): (where: Omit<Checkpoint, 'version' | 'settings' | 'inputs'>) => boolean {
  const marks = inputs.map(markOf);
  let last = 0;
  return (where) => {
    const now = performance.now();
    if (now - last < everyMs) return false;
    last = now;
    writeCheckpoint(path, { ...where, version: 3, settings: digest, inputs: marks });
    return true;
  };
}

function markOf({ name, size, modified }: Input): InputMark {
  return { name, size, modified };
}
