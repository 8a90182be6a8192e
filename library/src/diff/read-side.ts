import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isIsoDate } from '@interspace/core/model/date';
import { failed, ok, type Issue, type Result } from '@interspace/core/model/result';
import { LAW_FOLDERS, type TextFile } from '../files.ts';
import { compileLibrary, readLibrary } from '../read.ts';
import type { Side } from './diff-libraries.ts';

/** A side of a comparison as a user names it. */
export interface NamedSide extends Side {
  readonly name: string;
}

/**
 * A date (of the library in `directory`), a folder that holds a library, or a revision of the repository around
 * `directory`. Without a name: the library as it lies in the folder.
 */
export function readSide(name: string | undefined, directory: string): Result<NamedSide> {
  if (name === undefined) return named('the library as it is', readLibrary(directory));
  if (isIsoDate(name)) {
    const read = readLibrary(directory);
    return read.ok ? ok({ name, library: read.value, on: name }) : read;
  }
  if (existsSync(name) && statSync(name).isDirectory()) {
    const folder = [name, join(name, 'library')].find((path) => existsSync(join(path, 'policies')));
    return folder === undefined
      ? failed(unknownSide(name, 'The folder holds no library.'))
      : named(name, readLibrary(folder));
  }
  return atRevision(name, directory);
}

function named(name: string, read: ReturnType<typeof readLibrary>): Result<NamedSide> {
  return read.ok ? ok({ name, library: read.value }) : read;
}

/** The law files of a commit, read from the repository without touching the working folder. */
function atRevision(name: string, directory: string): Result<NamedSide> {
  const commit = git(directory, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if (commit === undefined)
    return failed(
      unknownSide(name, 'It is no date, no folder, and no revision of the repository that holds the library.'),
    );
  const id = commit.toString('utf8').trim();
  const listed = git(directory, ['ls-tree', '-r', '-z', id, '--', ...LAW_FOLDERS])?.toString('utf8') ?? '';
  const files = listed
    .split('\0')
    .map((line) => /^\d+ blob ([0-9a-f]+)\t(.*\.ya?ml)$/s.exec(line))
    .flatMap((found) =>
      found?.[1] && found[2] && !/\.test\.ya?ml$/.test(found[2]) ? [{ id: found[1], path: found[2] }] : [],
    );
  const texts = blobs(directory, files);
  if (!texts || texts.length === 0) return failed(unknownSide(name, 'The revision holds no law files.'));
  const { library, issues } = compileLibrary(texts);
  const errors = issues.filter(({ level }) => level !== 'warning');
  return errors.length > 0 ? failed(otherForm(name, errors)) : ok({ name, library });
}

function blobs(directory: string, files: readonly { id: string; path: string }[]): TextFile[] | undefined {
  const out = git(directory, ['cat-file', '--batch'], files.map(({ id }) => `${id}\n`).join(''));
  if (!out) return undefined;
  let at = 0;
  return files.map(({ path }) => {
    const end = out.indexOf(10, at);
    const size = Number(out.toString('utf8', at, end).split(' ')[2]);
    const text = out.toString('utf8', end + 1, end + 1 + size);
    at = end + 1 + size + 1;
    return { path, text };
  });
}

function git(directory: string, args: readonly string[], input = ''): Buffer | undefined {
  const done = spawnSync('git', ['-C', directory, ...args], { input, maxBuffer: 256 << 20, timeout: 60_000 });
  return done.status === 0 ? done.stdout : undefined;
}

function unknownSide(name: string, why: string): Issue {
  return {
    code: 'library/revision-unknown',
    message: `There is nothing to compare called "${name}". ${why}`,
    hint: 'Name a date (YYYY-MM-DD), a folder with a library, or a git revision such as HEAD~1.',
  };
}

/** A revision is read by today's reader: files written in another form are named, not half read. */
function otherForm(revision: string, issues: readonly Issue[]): Issue {
  const files = [...new Set(issues.map(({ at }) => at?.replace(/:\d+$/, '') ?? ''))];
  const shown = files.slice(0, 4).join(', ');
  const more = files.length > 4 ? ` and ${files.length - 4} more` : '';
  return {
    code: 'library/revision-unknown',
    message: `The law of "${revision}" is written in another form than this version reads: ${shown}${more} (${issues[0]?.message ?? ''})`,
    hint: 'Compare with a later revision, or run the version of the program that belongs to it.',
  };
}
