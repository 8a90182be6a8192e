import { packed } from '../segment-id.ts';
import type { SegmentView } from '../segment-view.ts';
import { emptyLevel, newClaim, newLine } from './claim-draft.ts';
import { addInformation, addPointers, addProcedure, decimal } from './claim-fields.ts';

const HOSPITAL = 'A'.charCodeAt(0);
const MINUTES = packed('MJ');

/** The service of a line without its amounts: what SV101 says. */
export interface SketchedProcedure {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly description: string | undefined;
}

/** What an NM1 says of a party of the claim. */
export interface SketchedParty {
  /** Its qualifier, packed. */
  readonly kind: number;
  readonly npi: string | undefined;
}

/** SV103 to SV107. */
export interface SketchedQuantity {
  readonly units: number;
  readonly unitKind: 'minutes' | undefined;
  readonly placeOfService: string | undefined;
  readonly pointers: readonly number[];
}

/** The place of service is told as a hospital tells it. */
export function isHospital(view: SegmentView): boolean {
  const to = view.endOf(5);
  const from = view.componentStart(view.starts[5]!, to, 2);
  return from >= 0 && view.componentEnd(from, to) - from === 1 && view.bytes[from] === HOSPITAL;
}

export function procedureAt(view: SegmentView): SketchedProcedure {
  const line = newLine(0);
  addProcedure(line, view, 1);
  const { code, modifiers, description } = line;
  return { code, modifiers, description };
}

/** Null when the number of units is none. */
export function quantityAt(view: SegmentView): SketchedQuantity | null {
  const line = newLine(0);
  addPointers(line, view, 7);
  const units = decimal(view, 4);
  if (Number.isNaN(units)) return null;
  return {
    units,
    unitKind: view.code(3) === MINUTES ? 'minutes' : undefined,
    placeOfService: view.has(5) ? view.text(5) : undefined,
    pointers: line.pointers,
  };
}

/** The diagnoses of an HI segment; null when there are other codes than diagnoses. */
export function listAt(view: SegmentView): readonly string[] | null {
  const claim = newClaim('', emptyLevel());
  addInformation(claim, view);
  return claim.conditionCodes === undefined && claim.valueCodes === undefined ? claim.diagnoses : null;
}
