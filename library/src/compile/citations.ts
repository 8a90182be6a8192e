import type { LawCitation } from '@interspace/core/model/law/criterion';
import type { Issue } from '@interspace/core/model/result';
import type { LawIssueCode } from '../issues.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import type { CitationEntry } from '../yaml/words.ts';
import type { Source } from './sources.ts';
import { didYouMean } from '../yaml/nearest.ts';

/** Citations of a file with their sources looked up: link and reading date come from the source unless they are given. */
export function compileCitations(
  entries: Readonly<Record<string, CitationEntry>>,
  file: SourceFile,
  sources: ReadonlyMap<string, Source>,
  issues: Issue[],
): Record<string, LawCitation> {
  const compiled: Record<string, LawCitation> = {};
  for (const [name, { source, ...entry }] of Object.entries(entries)) {
    const keys = source === undefined ? [] : typeof source === 'string' ? [source] : source;
    for (const key of keys) {
      if (sources.has(key)) continue;
      issues.push(dangling('source', key, sources.keys(), file.at(['citations', name, 'source'])));
    }
    const first = keys.map((key) => sources.get(key)).find((found) => found !== undefined);
    const url = entry.url ?? first?.url;
    const read = entry.read ?? first?.read;
    compiled[name] = defined({ ...entry, url, read });
  }
  return compiled;
}

type Dangling = LawIssueCode extends infer C ? (C extends `library/dangling-${infer W}` ? W : never) : never;

/** A reference to something that does not exist. */
export function dangling(what: Dangling, name: string, known: Iterable<string>, at: string): Issue {
  const hint = didYouMean(name, known) ?? `Declare the ${what}, or correct the name.`;
  return { code: `library/dangling-${what}`, message: `There is no ${what} "${name}".`, at, hint };
}

/** The object without its undefined entries. */
export function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as never;
}
