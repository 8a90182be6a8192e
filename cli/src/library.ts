import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Library } from '@interspace/core/model/library';
import { failed, ok, type Issue, type Result } from '@interspace/core/model/result';
import { libraryFingerprint } from '@interspace/library/files';
import { issue } from './issues.ts';
import { lawAsText, lawFromText } from './kept-law.ts';
import { projectRoot } from './root.ts';

/**
 * The law, compiled. The compiled form is kept in `dist/library.json` under a key of the law files' names, sizes and
 * times and of the bundle that compiled it: editing a YAML file is enough to be judged by it in the next run.
 */
export async function loadLibrary(): Promise<Result<Library>> {
  const root = projectRoot();
  const cache = join(root, 'dist', 'library.json');
  // The first line of the stamp names the bundle after its content.
  const bundle = textOf(join(root, 'dist', 'cli.stamp')).split('\n', 1)[0] ?? '';
  const key = `${bundle}\n${libraryFingerprint(join(root, 'library'))}\n`;
  const kept = keptLaw(textOf(cache), key);
  if (kept) return ok(kept);
  const { readLibrary } = await import('@interspace/library/read');
  const read = readLibrary(join(root, 'library'));
  if (!read.ok) return failed(...briefly(read.issues.filter(({ level }) => level !== 'warning').map(inProject)));
  keep(cache, key + lawAsText(read.value));
  return ok(read.value);
}

function keptLaw(text: string, key: string): Library | undefined {
  if (!text.startsWith(key)) return undefined;
  try {
    return lawFromText(text.slice(key.length));
  } catch {
    // Cut short by a full disk or a machine that went down: compiled again.
    return undefined;
  }
}

/** The reader counts from the library's folder; people count from the project's. */
export function inProject(found: Issue): Issue {
  return found.at === undefined || found.at.startsWith('library/') ? found : { ...found, at: `library/${found.at}` };
}

/** One broken bracket makes a hundred more mistakes below it: only the first of each file tells something. */
export function firstOfEachFile(issues: readonly Issue[]): Issue[] {
  const files = new Set<string>();
  return issues.filter(({ code, at }) => {
    if (code !== 'library/yaml-syntax') return true;
    const file = at?.replace(/:\d+$/, '') ?? '';
    return !files.has(file) && files.add(file);
  });
}

function briefly(issues: readonly Issue[]): Issue[] {
  const distinct = firstOfEachFile(issues);
  const shown = distinct.slice(0, 5);
  const more = distinct.length - shown.length;
  if (more === 0) return shown;
  return [...shown, issue('cli/library/broken', `The library has ${more} more mistakes and cannot judge anything.`)];
}

/** A folder that cannot be written only costs the time of compiling again. */
function keep(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, text);
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    return;
  }
}

/** What is read here is ASCII. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
