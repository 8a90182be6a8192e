import { preparePrograms, type PreparedPrograms } from '../authorization/prepare-programs.ts';
import { prepareCoding, type PreparedCoding } from '../coding/prepare-coding.ts';
import { preparePolicies, type PreparedPolicies } from '../coverage/prepare.ts';
import type { TableFile } from '../edits/agency/layout.ts';
import { prepareEdits, type PreparedEdits } from '../edits/prepare-edits.ts';
import type { Library } from '../model/library.ts';

/** The law that claims are judged by: all that a batch needs, which reads no note. */
export interface ClaimLaw {
  readonly coding: PreparedCoding;
  readonly edits: PreparedEdits;
  readonly policies: PreparedPolicies;
  readonly programs: PreparedPrograms;
}

/** `tables` are imported editions that stand beside the library's own small ones. */
export function prepareClaimLaw(library: Library, tables: readonly TableFile[] = []): ClaimLaw {
  return {
    coding: prepareCoding(library),
    edits: prepareEdits(library, tables),
    policies: preparePolicies(library),
    programs: preparePrograms(library),
  };
}
