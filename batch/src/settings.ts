import type { TableBuffer } from '@interspace/core/edits/agency/layout';
import type { Library } from '@interspace/core/model/library';
import type { Context } from '@interspace/core/model/review-input';

export const BATCH_FORMATS = ['text', 'jsonl', 'csv', 'json', 'html', 'sarif'] as const;
/** `rows` is for programs that keep a batch: a JSON line a claim with everything that a table and a view of it show. */
export type BatchFormat = (typeof BATCH_FORMATS)[number] | 'rows';

/** All that a worker needs to judge: plain data and shared memory, so that it can be posted. */
export interface JudgeSettings {
  readonly library: Library;
  /** Imported table files in shared memory; opening one again costs nothing. */
  readonly tables: readonly TableBuffer[];
  readonly context: Context;
  readonly format: BatchFormat;
  /** Every claim is judged by itself, whatever is known of others like it: for tests and comparisons. */
  readonly singly?: boolean;
  /** Issues told for each part of the file; the others are counted. */
  readonly maxIssues: number;
  /** Plain text names the file of each claim, because there are several. */
  readonly severalFiles?: boolean;
  /** The page may show member numbers and birth dates of the claims on it. */
  readonly identifiers?: boolean;
}
