import { prepareDiagnoses, type PreparedDiagnoses } from '../coding/diagnoses/prepare-diagnoses.ts';
import type { TableFile } from '../edits/agency/layout.ts';
import { prepareReader, type PreparedReader } from '../facts/prepare-reader.ts';
import type { DiagnosisSupport } from '../model/law/diagnosis.ts';
import type { FactDeclaration } from '../model/fact.ts';
import type { Library } from '../model/library.ts';
import { plainSha256, type Sha256 } from './digest.ts';
import { prepareClaimLaw, type ClaimLaw } from './prepare-claim-law.ts';

/** A Library made ready once: closures, indexes and typed arrays for every column. */
export interface PreparedLibrary extends ClaimLaw {
  readonly revision: string;
  readonly reader: PreparedReader;
  readonly diagnoses: PreparedDiagnoses;
  readonly supports: readonly DiagnosisSupport[];
  readonly facts: ReadonlyMap<string, FactDeclaration>;
  readonly sha256: Sha256;
}

/**
 * `tables` are imported editions that stand beside the library's own small ones; `sha256` is the platform's own, where it
 * has one. The same Library always makes the same PreparedLibrary; keep it for as many Reviews as you like.
 */
export function prepareLibrary(
  library: Library,
  tables: readonly TableFile[] = [],
  sha256: Sha256 = plainSha256,
): PreparedLibrary {
  return {
    revision: library.revision,
    ...prepareClaimLaw(library, tables),
    reader: prepareReader(library),
    diagnoses: prepareDiagnoses(library.diagnoses),
    supports: library.supports,
    facts: new Map(library.facts.map((fact) => [fact.name, fact])),
    sha256,
  };
}
