import type { Issue } from '@interspace/core/model/result';

/** The database cannot be opened or used; the Issue says why and what to do. */
export class StoreError extends Error {
  constructor(
    readonly issue: Issue,
    options?: ErrorOptions,
  ) {
    super(issue.message, options);
    this.name = 'StoreError';
  }
}
