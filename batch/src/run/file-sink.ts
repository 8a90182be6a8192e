import { writeSync } from 'node:fs';
import type { Sink } from './run-batch.ts';

/** Writes whole blocks; `at` is where to go on, absent: where the file stands. */
export function fileSink(file: number, at?: number): Sink {
  let place = at;
  return {
    write: (bytes) => {
      for (let done = 0; done < bytes.length;) {
        const written = writeSync(file, bytes, done, bytes.length - done, place === undefined ? null : place);
        done += written;
        if (place !== undefined) place += written;
      }
    },
  };
}
