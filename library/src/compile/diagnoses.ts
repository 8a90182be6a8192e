import type { Condition, DiagnosisSupport } from '@interspace/core/model/law/diagnosis';
import type { Issue } from '@interspace/core/model/result';
import { DiagnosisFile, SupportFile } from '../schema/diagnoses.ts';
import { readShape } from '../yaml/read-shape.ts';
import type { SourceFile } from '../yaml/source-file.ts';

export interface CompiledDiagnoses {
  readonly diagnoses: readonly Condition[];
  readonly supports: readonly DiagnosisSupport[];
}

/** Everything of library/codes/diagnoses; a condition that `with` or `without` names must exist. */
export function compileDiagnoses(files: readonly SourceFile[], issues: Issue[]): CompiledDiagnoses {
  const diagnoses: Condition[] = [];
  const supports: DiagnosisSupport[] = [];
  for (const file of files) {
    if (typeof file.data === 'object' && file.data !== null && 'supports' in file.data) {
      const read = readShape(SupportFile, file);
      issues.push(...read.issues);
      if (read.ok) supports.push(...read.value);
      continue;
    }
    const read = readShape(DiagnosisFile, file);
    issues.push(...read.issues);
    if (read.ok) diagnoses.push(...read.value);
  }
  const known = new Set(diagnoses.map((condition) => condition.condition));
  for (const { condition, codes } of diagnoses)
    for (const name of codes.flatMap((choice) => [...(choice.with ?? []), ...(choice.without ?? [])]))
      if (!known.has(name))
        issues.push({
          code: 'library/dangling-condition',
          message: `The condition "${condition}" names "${name}", which no file declares.`,
          at: 'codes/diagnoses',
          hint: 'Declare it, or correct the spelling.',
        });
  return { diagnoses, supports };
}
