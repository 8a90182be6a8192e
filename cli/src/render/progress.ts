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
  return {
    update: ({ bytes, claims, heaps }) => {
      const now = performance.now();
      if (now - started < PATIENCE_MS || now - last < EVERY_MS) return;
      last = now;
      shown = true;
      const share = total > 0 ? Math.min(1, bytes / total) : 0;
      const filled = Math.round(share * WIDTH);
      const seconds = (now - started) / 1000;
      const left = share > 0.01 ? ` ${Math.ceil((seconds / share) * (1 - share))} s left` : '';
      const what = heaps === undefined ? `${Math.floor(share * 100)} %${left}` : 'history';
      io.stderr.write(`\r\u001b[K[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${what}, ${claims} claims`);
    },
    end: () => {
      if (shown) io.stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}
