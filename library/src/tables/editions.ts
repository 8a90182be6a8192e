import { closeSync, fstatSync, openSync, readSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type TableHeader, PREFIX_BYTES, crc32 } from '@interspace/core/edits/agency/layout';
import type { IsoDate } from '@interspace/core/model/date';
import type { Issue } from '@interspace/core/model/result';
import { damagedTable, whyNot } from './damaged-table.ts';
import { TABLE_KINDS, type TableKind } from './directory.ts';

export interface EditionInfo {
  readonly kind: TableKind;
  readonly edition: string;
  readonly effective: TableHeader['effective'];
  readonly counts: TableHeader['counts'];
  readonly sources: TableHeader['sources'];
  readonly derivedFrom?: string;
  /** Size and digest of the table file. */
  readonly bytes: number;
  readonly sha256: string;
  readonly path: string;
}

/** How an edition fits a date of service. Anything but `in-force` must be said wherever the edition is used. */
export type Fit = 'in-force' | 'older-than-service' | 'newer-than-service';

/** Who is told of a file or folder that cannot be read. */
type Tell = (issue: Issue) => void;

/** Every whole edition in the folder, by kind and first date. What cannot be read is passed over, and `tell` hears of it. */
export function listEditions(directory: string, tell?: Tell): readonly EditionInfo[] {
  return TABLE_KINDS.flatMap((kind) => editionsOf(directory, kind, tell));
}

export function editionsOf(directory: string, kind: TableKind, tell?: Tell): readonly EditionInfo[] {
  const found: EditionInfo[] = [];
  for (const path of tableFiles(directory, kind, tell)) {
    const info = readInfo(path, kind);
    if (typeof info === 'string') tell?.(damagedTable(path, info));
    else found.push(info);
  }
  return found.toSorted((a, b) =>
    a.effective.from < b.effective.from ? -1 : a.effective.from > b.effective.from ? 1 : 0,
  );
}

export function tableFiles(directory: string, kind: TableKind, tell?: Tell): readonly string[] {
  const folder = join(directory, kind);
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.name.endsWith('.ist') && !entry.name.startsWith('.') && !entry.isDirectory())
      .map(({ name }) => name)
      .toSorted()
      .map((name) => join(folder, name));
  } catch (error) {
    // No folder: nothing of this kind was ever imported.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') tell?.(damagedTable(folder, whyNot(error)));
    return [];
  }
}

/** What the header says; in words why it cannot be used. */
function readInfo(path: string, kind: TableKind): EditionInfo | string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    return whyNot(error);
  }
  try {
    const prefix = Buffer.alloc(PREFIX_BYTES);
    if (readSync(file, prefix, 0, PREFIX_BYTES, 0) < PREFIX_BYTES) return 'it ends within its header';
    const bytes = fstatSync(file).size;
    const length = prefix.readUInt32LE(12);
    if (prefix.readDoubleLE(16) !== bytes || PREFIX_BYTES + length > bytes)
      return 'it is not as long as its header says';
    const text = Buffer.alloc(length);
    readSync(file, text, 0, length, PREFIX_BYTES);
    if (crc32(text) !== prefix.readUInt32LE(24)) return 'its header is damaged';
    const header = JSON.parse(text.toString('utf8')) as TableHeader;
    const derived = header.attributes['derivedFrom'];
    return {
      kind,
      edition: header.edition,
      effective: header.effective,
      counts: header.counts,
      sources: header.sources,
      ...(typeof derived === 'string' ? { derivedFrom: derived } : {}),
      bytes,
      sha256: prefix.subarray(32, 64).toString('hex'),
      path,
    };
  } finally {
    closeSync(file);
  }
}

/**
 * The edition for a date of service: the one published for that date, else the last one before it, else the first
 * one after it. The second and third are answers with a reservation, and `fit` says which.
 */
export function chooseEdition<E extends { readonly effective: { readonly from: IsoDate; readonly through?: IsoDate } }>(
  editions: readonly E[],
  on: IsoDate,
): { readonly edition: E; readonly fit: Fit } | undefined {
  const sorted = editions.toSorted((a, b) => (a.effective.from < b.effective.from ? -1 : 1));
  const before = sorted.findLast(({ effective }) => effective.from <= on);
  if (before)
    return {
      edition: before,
      fit: before.effective.through === undefined || on <= before.effective.through ? 'in-force' : 'older-than-service',
    };
  const [next] = sorted;
  return next && { edition: next, fit: 'newer-than-service' };
}
