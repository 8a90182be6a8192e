import { createHash } from 'node:crypto';

/** The same thing has the same id in every demo, so that addresses can be kept. */
export function demoId(what: string): string {
  const hex = createHash('sha256').update(`interspace demo ${what}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
