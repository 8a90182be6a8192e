import type { LawIssueCode } from '../issues.ts';
import type { Issue } from '@interspace/core/model/result';
import type { TextFile } from '../files.ts';
import { parseCsv } from '../csv.ts';
import { didYouMean } from '../yaml/nearest.ts';

/** One rule of a reference and where it went. */
export interface RegisterRow {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly fate: string;
  readonly by: readonly string[];
  readonly reason: string;
}

const HEADER = ['rule', 'fate', 'by', 'reason'];

/** Rows of library/register/*.csv. */
export function readRegister(files: readonly TextFile[], issues: Issue[]): RegisterRow[] {
  const rows: RegisterRow[] = [];
  for (const { path, text } of files) {
    const { header, rows: lines } = parseCsv(text);
    if (header.join() !== HEADER.join()) {
      issues.push({ code: 'library/shape', message: `The header must be ${HEADER.join(',')}.`, at: `${path}:1` });
      continue;
    }
    for (const { line, cells } of lines) {
      const by = (cells['by'] ?? '')
        .split(';')
        .map((word) => word.trim())
        .filter(Boolean);
      rows.push({
        file: path,
        line,
        rule: cells['rule'] ?? '',
        fate: cells['fate'] ?? '',
        by,
        reason: cells['reason'] ?? '',
      });
    }
  }
  return rows;
}

/** Every rule is modelled by something that exists, or excused with a reason; nothing is listed twice. */
export function checkRegister(
  rows: readonly RegisterRow[],
  exists: (reference: string) => boolean,
  known: Iterable<string>,
): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const names = [...known];
  for (const row of rows) {
    const at = `${row.file}:${row.line}`;
    const say = (code: LawIssueCode, message: string, hint?: string) =>
      issues.push({ code, message, at, ...(hint !== undefined && { hint }) });
    if (seen.has(row.rule)) say('library/declared-twice', `The rule ${row.rule} is listed twice.`);
    seen.add(row.rule);
    if (row.fate === 'modelled') {
      if (row.by.length === 0)
        say('library/orphan-rule', `The rule ${row.rule} is called modelled, but nothing is named.`);
      for (const reference of row.by) {
        if (!exists(reference))
          say(
            'library/orphan-rule',
            `The rule ${row.rule} names "${reference}", which does not exist.`,
            didYouMean(reference, names),
          );
      }
    } else if (row.fate !== 'excused')
      say('library/orphan-rule', `The rule ${row.rule} is neither modelled nor excused.`);
    else if (row.reason === '') say('library/orphan-rule', `The rule ${row.rule} is excused without a reason.`);
  }
  return issues;
}
