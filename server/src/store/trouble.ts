import type { Issue } from '@interspace/core/model/result';
import { issue } from '../issues.ts';
import { StoreError } from './store-error.ts';

/** Codes of the operating system and of SQLSTATE that mean: not reachable now, perhaps soon. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);
const FULL = new Set(['53100', '53200', 'ENOSPC']);
/** Words of the driver where it gives no code. */
const BROKEN =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Called end on pool|Query read timeout/;

/**
 * The Issue behind an error of the database when it is no fault of ours: away, full. The request may be repeated later
 * (HTTP 503). Undefined for everything else.
 */
export function storeTrouble(error: unknown): Issue | undefined {
  if (error instanceof StoreError) return error.issue;
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') {
    if (FULL.has(code)) return issue('server/store/full', 'The database has no room left; nothing was changed.');
    if (AWAY.has(code) || code.startsWith('08'))
      return issue('server/store/away', 'The database does not answer at the moment.');
  }
  if (BROKEN.test(error.message)) return issue('server/store/away', 'The database does not answer at the moment.');
  return error instanceof AggregateError ? storeTrouble(error.errors[0]) : undefined;
}
