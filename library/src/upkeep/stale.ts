import { isIsoDate, type IsoDate } from '@interspace/core/model/date';
import { durationInWords, shiftDate } from '@interspace/core/model/duration';
import type { Issue } from '@interspace/core/model/result';
import { lawFiles, readText, type TextFile } from '../files.ts';
import { compileLibrary, type OpenLibrary } from '../read.ts';
import { readIntervals, type Interval } from './intervals.ts';
import { rulesRead, type RuleRead } from './rules-read.ts';

/** Something whose review date has passed. */
export interface Overdue {
  /** `file`, or the kind of the rule. */
  readonly kind: string;
  /** The rule's id, or the file again. */
  readonly id: string;
  /** Below the library folder; absent where the compiled law does not say. */
  readonly file?: string | undefined;
  /** The oldest of its reading dates. */
  readonly read?: IsoDate | undefined;
  /** Day on which it was to be read again, or on which its edition ended. */
  readonly due: IsoDate;
  readonly interval: string;
  readonly because: string;
}

export interface Upkeep {
  readonly on: IsoDate;
  readonly files: readonly Overdue[];
  readonly rules: readonly Overdue[];
  /** Rules that cite something without the day on which it was read. */
  readonly undated: readonly { readonly kind: string; readonly id: string }[];
  /** The next thing to fall due after `on`, when nothing else is read again. */
  readonly next?: { readonly due: IsoDate; readonly what: string } | undefined;
  readonly counts: { readonly files: number; readonly rules: number };
  readonly issues: readonly Issue[];
}

/** What of the library in `directory` has passed its review date on a day. */
export function staleLibrary(directory: string, on: IsoDate): Upkeep {
  const texts = lawFiles(directory).map((path) => readText(directory, path));
  return staleOn(texts, compileLibrary(texts), on);
}

export function staleOn(texts: readonly TextFile[], { library }: Pick<OpenLibrary, 'library'>, on: IsoDate): Upkeep {
  const issues: Issue[] = [];
  const intervals = readIntervals(
    texts.filter(({ path }) => path.startsWith('upkeep/')),
    issues,
  );
  const law = texts.filter(({ path }) => /\.ya?ml$/.test(path) && !/\.test\.ya?ml$|^(upkeep|facts)\//.test(path));
  const sources = sourcesRead(law);
  const home = filesOfRules(law);
  const files = law.flatMap((file) => ofFile(file, sources, intervals));
  const rules = rulesRead(library);
  const dated = rules.flatMap((rule) => ofRule(rule, home.get(rule.id), intervals));
  const overdue = ({ due }: Overdue) => due < on;
  const ahead = [...files, ...dated].filter((one) => !overdue(one)).sort(byDue)[0];
  return {
    on,
    files: files.filter(overdue).sort(byDue),
    rules: dated.filter(overdue).sort(byDue),
    undated: rules.filter(({ reads }) => reads.length === 0).map(({ kind, id }) => ({ kind, id })),
    ...(ahead === undefined ? {} : { next: { due: ahead.due, what: ahead.id } }),
    counts: { files: law.length, rules: rules.length },
    issues,
  };
}

/** One warning a file, for `library check`. */
export function staleIssues({ files, rules }: Upkeep): Issue[] {
  return files.map(({ file, read, due, interval, because }) => {
    const own = rules.filter((rule) => rule.file === file).length;
    const what =
      read === undefined ? `its edition ended before ${due}` : `read on ${read}, due on ${due} (${interval})`;
    const message = `To be read again: ${what}${own === 0 ? '' : `; ${own} rules rest on it`}. ${because}`;
    return { code: 'library/stale', message, at: `${file ?? ''}:1`, level: 'warning' };
  });
}

function ofFile(
  { path, text }: TextFile,
  sources: ReadonlyMap<string, string>,
  intervals: readonly Interval[],
): Overdue[] {
  const named = [...text.matchAll(/\bsource: (?:\[([^\]]*)\]|([\w-]+))/g)].flatMap(([, list, one]) =>
    (list ?? one ?? '').split(/,\s*/),
  );
  const reads = [...readDates(text), ...named.flatMap((key) => sources.get(key.trim()) ?? [])].sort();
  const found = intervals.find(({ fits }) => fits(path, 'settled'));
  const [read] = reads;
  const own = { kind: 'file', id: path, file: path };
  const ended = /^in-force: .*\bthrough: (\d{4}-\d\d-\d\d)/m.exec(text)?.[1];
  if (ended !== undefined && isIsoDate(ended))
    return [
      {
        ...own,
        due: shiftDate(ended, { amount: 1, unit: 'days' }, 1),
        interval: found?.name ?? '',
        because: `The edition in this file ended on ${ended}; import a newer one or read it again.`,
      },
    ];
  if (!found || read === undefined || !isIsoDate(read)) return [];
  return [{ ...own, read, due: shiftDate(read, found.every, 1), interval: inWords(found), because: found.because }];
}

function ofRule(
  { kind, id, standing, reads }: RuleRead,
  file: string | undefined,
  intervals: readonly Interval[],
): Overdue[] {
  const found = intervals.find(({ fits }) => fits(file ?? '', standing));
  const [read] = reads;
  if (!found || read === undefined || !isIsoDate(read)) return [];
  return [
    {
      kind,
      id,
      ...(file === undefined ? {} : { file }),
      read,
      due: shiftDate(read, found.every, 1),
      interval: inWords(found),
      because: found.because,
    },
  ];
}

function inWords({ name, every }: Interval): string {
  return `${name}, every ${durationInWords(every)}`;
}

function sourcesRead(law: readonly TextFile[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, text } of law) {
    if (!path.startsWith('sources/')) continue;
    for (const [, key, body] of text.matchAll(/^ {2}([\w-]+):((?:\n {4}.*)+|.*)/gm)) {
      const [read] = readDates(body ?? '');
      if (key !== undefined && read !== undefined) found.set(key, read);
    }
  }
  return found;
}

function readDates(text: string): string[] {
  return [...text.matchAll(/\bread: '?(\d{4}-\d\d-\d\d)/g)].map(([, day]) => day ?? '').sort();
}

/** The file that declares a rule, found by its id. */
function filesOfRules(law: readonly TextFile[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, text } of law)
    for (const [, id] of text.matchAll(
      /(?:^|[\s{])(?:id|recipe|program|set|criterion|code|drug|name|condition): '?"?([\w/.-]+)/gm,
    ))
      if (id !== undefined && !found.has(id)) found.set(id, path);
  return found;
}

function byDue(one: Overdue, other: Overdue): number {
  return one.due < other.due ? -1 : one.due > other.due ? 1 : one.id < other.id ? -1 : 1;
}
