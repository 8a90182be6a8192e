import type { Condition } from '@interspace/core/model/law/diagnosis';
import type { Issue } from '@interspace/core/model/result';
import { DiagnosisFile } from '../schema/diagnoses.ts';
import { readShape } from '../yaml/read-shape.ts';
import type { SourceFile } from '../yaml/source-file.ts';

/** Every condition of library/codes/diagnoses; one that `with` or `without` names must exist. */
export function compileDiagnoses(files: readonly SourceFile[], issues: Issue[]): Condition[] {
  const conditions: Condition[] = [];
  for (const file of files) {
    const read = readShape(DiagnosisFile, file);
    issues.push(...read.issues);
    if (read.ok) conditions.push(...read.value);
  }
  const known = new Set(conditions.map((condition) => condition.condition));
  for (const { condition, codes } of conditions)
    for (const name of codes.flatMap((choice) => [...(choice.with ?? []), ...(choice.without ?? [])]))
      if (!known.has(name))
        issues.push({
          code: 'library/dangling-condition',
          message: `The condition "${condition}" names "${name}", which no file declares.`,
          at: 'codes/diagnoses',
          hint: 'Declare it, or correct the spelling.',
        });
  return conditions;
}
