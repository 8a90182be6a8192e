import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** Bytes of one input, in order. */
export interface Input {
  readonly name: string;
  /** 0 when it is not known beforehand. */
  readonly size: number;
  readonly modified: number;
  /** Fills the target from its start; how many bytes came, 0 at the end. */
  read(target: Uint8Array): number | Promise<number>;
  /** Goes to a place further on; false when the input cannot. */
  skipTo(offset: number): boolean;
  close(): void;
}

/** Opened when its turn comes: a year of claims may be more files than can be open at once. */
export function fileInput(path: string): Input {
  const { size, mtimeMs } = statSync(path);
  let file: number | undefined;
  let at = 0;
  return {
    name: path,
    size,
    modified: mtimeMs,
    read: (target) => {
      file ??= openSync(path, 'r');
      let done = 0;
      while (done < target.length) {
        const read = readSync(file, target, done, target.length - done, at);
        if (read === 0) break;
        done += read;
        at += read;
      }
      return done;
    },
    skipTo: (offset) => {
      at = offset;
      return true;
    },
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/** A stream such as standard input: read once, from its beginning. */
export function streamInput(name: string, chunks: AsyncIterable<Uint8Array>): Input {
  const rest = chunks[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  return {
    name,
    size: 0,
    modified: 0,
    read: async (target) => {
      let done = 0;
      while (done < target.length) {
        if (held.length === 0) {
          const next = await rest.next();
          if (next.done) break;
          held = next.value;
          continue;
        }
        const part = held.subarray(0, target.length - done);
        target.set(part, done);
        done += part.length;
        held = held.subarray(part.length);
      }
      return done;
    },
    skipTo: () => false,
    close: () => void rest.return?.(),
  };
}
