import { expect } from 'vitest';

/** Asks until the answer is as wanted: a busy machine may take its time. */
export function eventually<T>(ask: () => T | Promise<T>) {
  return expect.poll(ask, { timeout: 20_000, interval: 50 });
}
