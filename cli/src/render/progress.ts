import type { Io } from '../io.ts';

/** A bar on a terminal; silence in a pipe. */
export interface ProgressBar {
  readonly update: (done: { readonly bytes: number; readonly claims: number; readonly heaps?: number }) => void;
  readonly end: () => void;
}

const WIDTH = 30;
const EVERY_MS = 100;
/** Runs shorter than this show nothing. */
const PATIENCE_MS = 700;

export function progressBar(io: Io, total: number, quiet: boolean): ProgressBar {
  if (io.stderr.isTTY !== true || quiet) return { update: () => {}, end: () => {} };
  const started = performance.now();
  let last = 0;
  let shown = false;
  /** What an earlier run had done already. */
  let before: number | undefined;
  return {
    update: ({ bytes, claims, heaps }) => {
      const now = performance.now();
      const share = total > 0 ? Math.min(1, bytes / total) : 0;
      before ??= share;
      if (now - started < PATIENCE_MS || now - last < EVERY_MS) return;
      last = now;
      shown = true;
      const seconds = (now - started) / 1000;
      const done = share - before;
      const left = done > 0.01 ? `, ${inWords(Math.ceil((seconds / done) * (1 - share)))} left` : '';
      const what = heaps === undefined ? `${Math.floor(share * 100)} %${left}` : 'history';
      const words = ` ${what}, ${claims.toLocaleString('en-US')} claims`;
      // A line that is longer than the screen cannot be taken back.
      const room = (io.stderr.columns ?? 80) - 1 - words.length - 2;
      const width = Math.min(WIDTH, room);
      const filled = Math.round(share * width);
      const bar = width < 5 ? '' : `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}]`;
      io.stderr.write(`\r\u001b[K${bar}${words.slice(0, (io.stderr.columns ?? 80) - 1)}`);
    },
    end: () => {
      if (shown) io.stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}

/** `40 s`, `3 min`: nobody needs the seconds of an hour. */
function inWords(seconds: number): string {
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
