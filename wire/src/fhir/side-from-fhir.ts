import { codings } from './codes.ts';
import type { FhirNode } from './fhir-node.ts';
import { isSystem } from './systems.ts';

/** SNOMED CT qualifiers of side. */
const SIDES: Readonly<Record<string, string>> = {
  '7771000': 'left',
  '24028007': 'right',
  '51440002': 'bilateral',
};

/** The side that a body site says by a qualifier code; a site that only implies one says nothing. */
export function sideOf(concept: FhirNode | undefined): string | undefined {
  for (const { system, code, node } of codings(concept)) {
    const side = isSystem('snomed', system) ? SIDES[code] : undefined;
    if (side !== undefined) return side;
    node.leave('a body site; only codes of side are read');
  }
  return undefined;
}
