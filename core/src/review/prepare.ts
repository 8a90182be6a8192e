import { preparePrograms, type PreparedPrograms } from '../authorization/prepare-programs.ts';
import { prepareCoding, type PreparedCoding } from '../coding/prepare-coding.ts';
import { prepareDiagnoses, type PreparedDiagnoses } from '../coding/diagnoses/prepare-diagnoses.ts';
import { preparePolicies, type PreparedPolicies } from '../coverage/prepare.ts';
import type { TableFile } from '../edits/agency/layout.ts';
import { prepareEdits, type PreparedEdits } from '../edits/prepare-edits.ts';
import { prepareReader, type PreparedReader } from '../facts/prepare-reader.ts';
import type { DiagnosisSupport } from '../model/law/diagnosis.ts';
import type { FactDeclaration } from '../model/fact.ts';
import type { Library } from '../model/library.ts';
import { plainSha256, type Sha256 } from './digest.ts';

/** A Library made ready once: closures, indexes and typed arrays for every column. */
export interface PreparedLibrary {
  readonly revision: string;
  readonly reader: PreparedReader;
  readonly coding: PreparedCoding;
  readonly diagnoses: PreparedDiagnoses;
  readonly supports: readonly DiagnosisSupport[];
  readonly edits: PreparedEdits;
  readonly policies: PreparedPolicies;
  readonly programs: PreparedPrograms;
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
    reader: prepareReader(library),
    coding: prepareCoding(library),
    diagnoses: prepareDiagnoses(library.diagnoses),
    supports: library.supports,
    edits: prepareEdits(library, tables),
    policies: preparePolicies(library),
    programs: preparePrograms(library),
    facts: new Map(library.facts.map((fact) => [fact.name, fact])),
    sha256,
  };
}
