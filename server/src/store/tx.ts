import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A transaction in which everything happens; entries of the audit log are written as its last step. */
export type Tx = Transaction<Tables>;
