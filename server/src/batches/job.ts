import type { PoolConfig } from 'pg';
import type { Library } from '@interspace/core/model/library';
import type { Context } from '@interspace/core/model/review-input';
import type { Tally } from '@interspace/batch/tally';
import type { BatchFolder } from './folder.ts';

/** What the process that judges one batch is given. */
export interface BatchJob {
  readonly id: string;
  readonly practice: string;
  readonly folder: BatchFolder;
  readonly library: Library;
  /** Folder of the imported tables. */
  readonly tables: string;
  readonly context: Context;
  readonly connection: PoolConfig;
}

/** What it tells while it works. */
export type JobNews =
  | { readonly at: 'judging'; readonly bytes: number; readonly claims: number; readonly tally?: JobTally }
  | { readonly at: 'keeping'; readonly rows: number }
  | { readonly at: 'done' }
  | { readonly at: 'failed'; readonly why: string };

export type JobTally = Pick<Tally, 'claims' | 'claimsWithBlock' | 'claimsWithWarning' | 'charges' | 'atRisk'>;
