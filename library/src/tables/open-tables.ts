import type { TableFile } from '@interspace/core/edits/agency/layout';
import type { IsoDate } from '@interspace/core/model/date';
import { type Issue, type Result, ok } from '@interspace/core/model/result';
import { type TableKind, defaultTablesDirectory } from './directory.ts';
import { type EditionInfo, type Fit, chooseEdition, listEditions } from './editions.ts';
import { openTableFile } from './open-file.ts';

export interface OpenEdition {
  readonly info: EditionInfo;
  readonly file: TableFile;
  /** How it fits the date asked for; `in-force` when no date was asked for. */
  readonly fit: Fit;
}

/** The imported tables of a folder. Files are read when first asked for and then kept; buffers can be posted to workers. */
export class TableShelf {
  readonly editions: readonly EditionInfo[];
  /** Files and folders that could not be read: their editions are not among these. */
  readonly unread: readonly Issue[];
  readonly #open = new Map<string, Result<TableFile>>();

  constructor(editions: readonly EditionInfo[], unread: readonly Issue[] = []) {
    this.editions = editions;
    this.unread = unread;
  }

  /** The edition of a kind for a date of service; `undefined` when none is imported. */
  on(kind: TableKind, date: IsoDate): Result<OpenEdition | undefined> {
    const chosen = chooseEdition(this.of(kind), date);
    if (!chosen) return ok(undefined);
    const file = this.#file(chosen.edition.path);
    return file.ok ? ok({ info: chosen.edition, file: file.value, fit: chosen.fit }) : file;
  }

  /** Every edition of a kind, oldest first; damaged ones are left out and named in the issues. */
  all(kind: TableKind): Result<readonly OpenEdition[]> {
    const issues: Issue[] = [];
    const found: OpenEdition[] = [];
    for (const info of this.of(kind)) {
      const file = this.#file(info.path);
      if (file.ok) found.push({ info, file: file.value, fit: 'in-force' });
      else issues.push(...file.issues.map((issue) => ({ ...issue, level: 'warning' as const })));
    }
    return ok(found, issues);
  }

  of(kind: TableKind): readonly EditionInfo[] {
    return this.editions.filter((info) => info.kind === kind);
  }

  #file(path: string): Result<TableFile> {
    let file = this.#open.get(path);
    if (!file) {
      file = openTableFile(path);
      this.#open.set(path, file);
    }
    return file;
  }
}

/** The shelf of a folder: one look at the headers now, the tables themselves when they are asked for. */
export function openTables(directory: string = defaultTablesDirectory()): TableShelf {
  const unread: Issue[] = [];
  return new TableShelf(
    listEditions(directory, (issue) => unread.push({ ...issue, level: 'warning' })),
    unread,
  );
}
