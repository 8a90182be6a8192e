import type { IsoDate } from '@interspace/core/model/date';
import type { TableHeader } from '@interspace/core/edits/agency/layout';
import type { TableKind } from '../tables/directory.ts';
import type { TableWriter } from '../tables/table-writer.ts';
import type { EditionName } from './edition-name.ts';
import { Refusal, type TableIssue } from './refusal.ts';
import type { Member } from './source.ts';

export type Setting = 'practitioner' | 'hospital' | 'dme';

export interface ImportOptions {
  /** Folder of the tables; absent: the user's own. */
  readonly directory?: string;
  /** Name of the edition (2026Q4, FY2027) when the file name does not say it. */
  readonly edition?: string;
  /** First date of service of the edition when it is not the usual one. */
  readonly effective?: IsoDate;
  /** Whose services the pair or unit table is for, when the file name does not say it. */
  readonly setting?: Setting;
  /** Take a table that looks cut off, lacks parts, or is much smaller than an edition beside it. */
  readonly acceptSmaller?: boolean;
  /** Called now and then with the number of rows read so far. */
  readonly onProgress?: (rows: number) => void;
}

/** What every importer is given. */
export interface ImportJob {
  readonly members: readonly Member[];
  /** Names by which edition and setting are recognized: entries first, then the archives they came from. */
  readonly names: readonly string[];
  readonly options: ImportOptions;
  readonly directory: string;
  warn(issue: Omit<TableIssue, 'level'>): void;
}

export interface BuiltTable {
  readonly kind: TableKind;
  readonly name: EditionName;
  readonly counts: TableHeader['counts'];
  readonly attributes: TableHeader['attributes'];
  readonly writer: TableWriter;
}

export type Importer = (job: ImportJob) => Promise<readonly BuiltTable[]>;

/** The setting that a name speaks of. */
export function settingFromName(name: string): Setting | undefined {
  if (/dme|supplier/i.test(name)) return 'dme';
  if (/ccioph|hospital|outpatient|facility/i.test(name)) return 'hospital';
  return /ccipra|practitioner|physician/i.test(name) ? 'practitioner' : undefined;
}

export function settingOf(job: ImportJob, seen?: Setting): Setting {
  const named = job.options.setting ?? seen ?? job.names.map(settingFromName).find((setting) => setting !== undefined);
  if (named) return named;
  throw new Refusal({
    code: 'library/import/setting-unknown',
    message: 'The file does not say whether it is for practitioners or for hospitals, and the two differ.',
    at: job.names[0] ?? '',
    hint: 'Keep the agency’s file name, or say which it is: --setting practitioner, hospital or dme.',
  });
}

/**
 * The members of a release that this importer is about, when an archive holds many: names that match, a CSV before
 * the text with the same name. When nothing matches, everything is kept and judged by content.
 */
export function pick(job: ImportJob, wanted: RegExp, unwanted = /layout|lyout|readme|notes/i): readonly Member[] {
  const matching = job.members.filter(({ name }) => wanted.test(name) && !unwanted.test(name));
  if (matching.length === 0) return job.members;
  const stem = (name: string) => name.replace(/\.[^.]+$/, '').toLowerCase();
  const csv = new Set(matching.filter(({ name }) => /\.csv$/i.test(name)).map(({ name }) => stem(name)));
  return matching.filter(({ name }) => /\.csv$/i.test(name) || !csv.has(stem(name)));
}
