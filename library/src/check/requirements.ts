import type { Policy } from '@interspace/core/model/law/policy';
import type { Issue } from '@interspace/core/model/result';
import type { TextFile } from '../files.ts';
import { parseCsv } from '../csv.ts';
import { didYouMean } from '../yaml/nearest.ts';

const HEADER = ['requirement', 'source', 'gist', 'modelled-by', 'not-modelled-because'];

export interface RequirementCount {
  readonly policy: string;
  readonly rows: number;
  readonly modelled: number;
  readonly excused: number;
}

/** Every sentence of a policy is modelled by a criterion that names it back, or excused; every `satisfies` names a row. */
export function checkRequirements(
  policy: Policy,
  file: TextFile | undefined,
  exists: (reference: string) => boolean,
  issues: Issue[],
): RequirementCount {
  const folder = policy.file.replace(/policy\.ya?ml$/, '');
  const empty = { policy: policy.id, rows: 0, modelled: 0, excused: 0 };
  if (!file) {
    issues.push({
      code: 'library/orphan-requirement',
      message: `${policy.id} has no requirements.csv.`,
      at: `${folder}requirements.csv:1`,
    });
    return empty;
  }
  const { header, rows } = parseCsv(file.text);
  if (header.join() !== HEADER.join()) {
    issues.push({ code: 'library/shape', message: `The header must be ${HEADER.join(',')}.`, at: `${file.path}:1` });
    return empty;
  }
  const claimed = new Map<string, Set<string>>();
  let [modelled, excused] = [0, 0];
  for (const { line, cells } of rows) {
    const at = `${file.path}:${line}`;
    const id = cells['requirement'] ?? '';
    const by = (cells['modelled-by'] ?? '')
      .split(';')
      .map((word) => word.trim())
      .filter(Boolean);
    const reason = cells['not-modelled-because'] ?? '';
    const say = (message: string, hint?: string) =>
      issues.push({ code: 'library/orphan-requirement', message, at, ...(hint !== undefined && { hint }) });
    if (claimed.has(id))
      issues.push({ code: 'library/declared-twice', message: `The requirement ${id} is listed twice.`, at });
    claimed.set(id, new Set(by));
    if (by.length > 0 && reason !== '') say(`${id} is both modelled and excused.`);
    if (by.length === 0 && reason === '') say(`${id} is neither modelled nor excused.`);
    if (by.length > 0) modelled += 1;
    else excused += 1;
    for (const reference of by) {
      const criterion = policy.criteria.find((entry) => entry.id === reference);
      if (criterion && !criterion.satisfies.includes(id))
        say(`${id} names ${reference}, which does not say that it satisfies ${id}.`);
      if (!criterion && !exists(reference)) {
        say(
          `${id} names "${reference}", which does not exist.`,
          didYouMean(
            reference,
            policy.criteria.map((entry) => entry.id),
          ),
        );
      }
    }
  }
  for (const criterion of policy.criteria) {
    for (const id of criterion.satisfies) {
      if (claimed.get(id)?.has(criterion.id)) continue;
      const message = claimed.has(id)
        ? `${criterion.id} says that it satisfies ${id}, but the row does not name it.`
        : `${criterion.id} satisfies "${id}", which is no row of requirements.csv.`;
      issues.push({ code: 'library/orphan-requirement', message, at: `${criterion.file}:1` });
    }
  }
  return { policy: policy.id, rows: rows.length, modelled, excused };
}
