import type { FactDeclaration } from './fact.ts';
import type { CodingLaw } from './law/coding.ts';
import type { EditLaw } from './law/edits.ts';
import type { PolicyLaw } from './law/policy.ts';
import type { ProgramLaw } from './law/program.ts';
import type { Condition, DiagnosisSupport } from './law/diagnosis.ts';
import type { Drug } from './law/drug.ts';

/** The law as plain data: what the library's reader makes of `library/**`, and what `prepare` turns into closures. */
export interface Library {
  /** Digest of everything below: the same revision judges the same. */
  readonly revision: string;
  readonly facts: readonly FactDeclaration[];
  readonly drugs: readonly Drug[];
  readonly diagnoses: readonly Condition[];
  readonly supports: readonly DiagnosisSupport[];
  readonly coding: CodingLaw;
  readonly edits: EditLaw;
  readonly policies: PolicyLaw;
  readonly programs: ProgramLaw;
}
