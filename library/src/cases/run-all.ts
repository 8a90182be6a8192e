import { preparePolicies } from '@interspace/core/coverage/prepare';
import { visitAll } from '@interspace/core/coverage/in-force';
import type { Status } from '@interspace/core/model/determination';
import type { Criterion } from '@interspace/core/model/law/criterion';
import type { Policy } from '@interspace/core/model/law/policy';
import type { Issue } from '@interspace/core/model/result';
import type { OpenLibrary } from '../read.ts';
import { didYouMean } from '../yaml/nearest.ts';
import { readShape } from '../yaml/read-shape.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { CaseFile } from './case-file.ts';
import { runCase } from './run-case.ts';

/** How the cases of one criterion spread over the four answers and the boundaries. */
export interface CriterionCases {
  readonly criterion: string;
  readonly file: string;
  readonly cases: number;
  readonly failed: number;
  readonly counts: Readonly<Record<Status, number>>;
  readonly boundary: number;
  /** Clauses that no case ever saw both met and not met, such as `require.all-of.2 (met only)`. */
  readonly unreached: readonly string[];
  readonly clauses: number;
}

export interface CaseReport {
  readonly criteria: readonly CriterionCases[];
  readonly issues: readonly Issue[];
}

/** Runs every case of the library. A case that fails, or names a fact that nobody declared, is an Issue. */
export function runCases({ library, cases }: OpenLibrary): CaseReport {
  const law = preparePolicies(library);
  const issues: Issue[] = [];
  const report: CriterionCases[] = [];
  const byFile = new Map(cases.map((file) => [file.path.replace(/\.test\.ya?ml$/, ''), file]));
  const names = new Set(library.facts.map((fact) => fact.name));
  for (const policy of library.policies.policies) {
    for (const criterion of policy.criteria) {
      const key = criterion.file.replace(/\.ya?ml$/, '');
      const file = byFile.get(key);
      byFile.delete(key);
      report.push(runFile(file, criterion, policy, law, names, issues));
    }
  }
  for (const [path, file] of byFile) {
    if (!path.endsWith('/policy'))
      issues.push({
        code: 'library/orphan-cases',
        message: `${file.path} stands beside no criterion.`,
        at: `${file.path}:1`,
      });
  }
  return { criteria: report, issues };
}

function runFile(
  file: SourceFile | undefined,
  criterion: Criterion,
  policy: Policy,
  law: ReturnType<typeof preparePolicies>,
  names: ReadonlySet<string>,
  issues: Issue[],
): CriterionCases {
  const counts: Record<Status, number> = { met: 0, 'not-met': 0, unknown: 0, 'not-applicable': 0 };
  const seen = new Map<string, Set<Status>>();
  visitAll(criterion, (clause) => seen.set(clause.path, new Set()));
  const read = file && readShape(CaseFile, file);
  issues.push(...(read?.issues ?? []));
  let [failed, boundary] = [0, 0];
  const stated = read?.ok ? read.value.cases : [];
  for (const [index, one] of stated.entries()) {
    const at = file?.at(['cases', index]) ?? criterion.file;
    for (const name of Object.keys(one.facts)) {
      if (names.has(name) || [...names].some((entry) => entry.endsWith('.*') && name.startsWith(entry.slice(0, -1))))
        continue;
      const hint = didYouMean(name, names);
      issues.push({
        code: 'library/dangling-fact',
        message: `There is no fact "${name}".`,
        at,
        ...(hint !== undefined && { hint }),
      });
    }
    if (one.document !== undefined && !policy.documents.some((document) => document.id === one.document)) {
      issues.push({
        code: 'library/dangling-document',
        message: `${policy.id} has no document "${one.document}".`,
        at,
      });
    }
    const outcome = runCase(one, criterion, policy, law, (clause, status) => seen.get(clause.path)?.add(status));
    counts[outcome.status] += 1;
    if (one.boundary) boundary += 1;
    if (outcome.wrong.length === 0) continue;
    failed += 1;
    issues.push({
      code: 'library/case-failed',
      message: `${criterion.id}, "${one.name}": ${outcome.wrong.join('; ')}.`,
      at,
    });
  }
  return {
    criterion: criterion.id,
    file: criterion.file,
    cases: stated.length,
    failed,
    counts,
    boundary,
    unreached: [...seen].map(([path, statuses]) => gap(path, statuses)).filter((entry) => entry !== undefined),
    clauses: seen.size,
  };
}

function gap(path: string, statuses: ReadonlySet<Status>): string | undefined {
  if (statuses.has('met') && statuses.has('not-met')) return undefined;
  if (!statuses.has('met') && !statuses.has('not-met')) return `${path} (never settled)`;
  return `${path} (${statuses.has('met') ? 'met' : 'not met'} only)`;
}
