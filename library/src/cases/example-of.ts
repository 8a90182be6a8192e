import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { preparePolicies } from '@interspace/core/coverage/prepare';
import { judgeOne } from '@interspace/core/coverage/judge-one';
import type { Status } from '@interspace/core/model/determination';
import type { Library } from '@interspace/core/model/library';
import { readText } from '../files.ts';
import { readShape } from '../yaml/read-shape.ts';
import { parseSource } from '../yaml/source-file.ts';
import { CaseFile, type CriterionCase } from './case-file.ts';
import { situationOf } from './run-case.ts';

/** A case from beside a criterion, judged as it stands now. */
export interface WorkedExample {
  readonly stated: CriterionCase;
  readonly status: Status;
  /** What staff would read. */
  readonly finding?: string | undefined;
  readonly next?: string | undefined;
}

/** One case that is not met and one that is met, of the case file beside a criterion. */
export function examplesOf(directory: string, library: Library, id: string): WorkedExample[] {
  const policy = library.policies.policies.find(({ criteria }) => criteria.some((one) => one.id === id));
  const criterion = policy?.criteria.find((one) => one.id === id);
  if (!policy || !criterion) return [];
  const path = criterion.file.replace(/\.ya?ml$/, '.test.yaml');
  if (!existsSync(join(directory, path))) return [];
  const read = readShape(CaseFile, parseSource(path, readText(directory, path).text));
  if (!read.ok) return [];
  const law = preparePolicies(library);
  return (['not-met', 'met'] as const).flatMap((wanted): WorkedExample[] => {
    const stated = read.value.cases
      .filter(({ expect }) => expect === wanted)
      .sort((a, b) => telling(b) - telling(a))[0];
    const judged = stated && judgeOne(situationOf(stated, criterion, policy), law);
    if (!stated || !judged) return [];
    const { result, finding, next } = judged;
    return [
      {
        stated,
        status: result.status,
        ...(finding === undefined ? {} : { finding: `${finding.what} ${finding.do}` }),
        ...(next === undefined ? {} : { next }),
      },
    ];
  });
}

/** A case at a boundary, with a history or a line, tells most. */
function telling({ boundary, history, line, facts }: CriterionCase): number {
  return (
    (boundary ? 2 : 0) +
    (history === undefined || history === 'none' ? 0 : 2) +
    (line ? 1 : 0) +
    Math.min(1, Object.keys(facts).length / 4)
  );
}
