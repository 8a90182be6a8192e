import type { Issue } from '@interspace/core/model/result';
import type { TableIssueCode } from '../issues.ts';

/** An Issue whose code is in the table of this package. */
export type TableIssue = Issue & { readonly code: TableIssueCode };

/** Raised inside an importer when a file cannot be used; `importTable` turns it into a failed Result. */
export class Refusal extends Error {
  readonly issues: readonly TableIssue[];

  constructor(...issues: readonly TableIssue[]) {
    super(issues[0]?.message ?? 'refused');
    this.issues = issues;
  }
}

const SHOWN = 20;
const AGAIN = 'Download the file again, and do not save it from a spreadsheet. The edition in use stays as it is.';

/** Collects what is wrong with the rows of a file, so that the user sees many faults at once and not the first only. */
export class RowFaults {
  readonly #issues: TableIssue[] = [];
  #count = 0;

  add(at: string, message: string, hint?: string): void {
    this.#count++;
    if (this.#issues.length < SHOWN)
      this.#issues.push({ code: 'library/import/bad-row', message, at, ...(hint === undefined ? {} : { hint }) });
  }

  /** Refuses the whole file when any row is wrong: half a table would answer wrongly for the other half. */
  throwIfAny(at: string): void {
    if (this.#count === 0) return;
    const first = this.#issues[0]!;
    if (first.hint === undefined) this.#issues[0] = { ...first, hint: AGAIN };
    const more = this.#count - this.#issues.length;
    const tail: TableIssue[] =
      more > 0
        ? [{ code: 'library/import/bad-row', message: `${more} more rows of this import cannot be read.`, at }]
        : [];
    throw new Refusal(...this.#issues, ...tail);
  }
}

const EACH_KIND = 'Which file belongs to which kind: docs/reference/tables.md.';

export function wrongFile(at: string, message: string, hint = EACH_KIND): Refusal {
  return new Refusal({ code: 'library/import/wrong-file', message, at, hint });
}

export function damagedFile(at: string, message: string, hint = 'Download the file again.'): Refusal {
  return new Refusal({ code: 'library/import/damaged-file', message, at, hint });
}

const WHOLE_AGAIN = 'Download the file again. The edition in use stays as it is.';

export function truncatedFile(at: string, message: string, hint = WHOLE_AGAIN): Refusal {
  return new Refusal({ code: 'library/import/truncated-file', message, at, hint });
}
