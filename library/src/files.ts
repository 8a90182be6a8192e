import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of the library as text; `path` is below the library folder, with slashes. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Folders of the library that hold law; `src` is code. */
export const LAW_FOLDERS: readonly string[] = [
  'facts',
  'sources',
  'payers',
  'codes',
  'edits',
  'policies',
  'programs',
  'fees',
  'register',
  'upkeep',
];

/** Every YAML and CSV file of the law folders, in order of path. */
export function lawFiles(directory: string): string[] {
  const found: string[] = [];
  for (const folder of LAW_FOLDERS) walk(join(directory, folder), found);
  return found.map((file) => relative(directory, file).split(sep).join('/')).sort();
}

export function readText(directory: string, path: string): TextFile {
  return { path, text: readFileSync(join(directory, path), 'utf8') };
}

/** Name, size and time of change of every file: cheap to compute, different when anything was edited. */
export function libraryFingerprint(directory: string): string {
  const found: string[] = [];
  for (const folder of LAW_FOLDERS) walk(join(directory, folder), found);
  // The same project in another place is the same law: names count from the library's folder.
  let lines = '';
  for (const path of found) {
    const { size, mtimeMs } = statSync(path);
    lines += `${path.slice(directory.length)} ${size} ${Math.round(mtimeMs)}\n`;
  }
  return lines;
}

function walk(folder: string, found: string[]): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = folder + sep + entry.name;
    if (entry.isDirectory()) walk(path, found);
    else if (/\.(ya?ml|csv)$/.test(entry.name)) found.push(path);
  }
}
