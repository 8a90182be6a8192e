import type { IsoDate } from '@interspace/core/model/date';
import { codesIn, diagnosisCodes, procedureCodes } from './codes.ts';
import type { Shelf, Shelved } from './shelf.ts';
import { sideOf } from './side-from-fhir.ts';

/** A procedure that was done, by its codes. */
export interface ProcedureRead {
  readonly reference: string;
  readonly path: string;
  readonly on: IsoDate | undefined;
  readonly codes: readonly string[];
  readonly reasons: readonly string[];
  readonly side: string | undefined;
  readonly encounter: string | undefined;
}

/** A Procedure that took place or is going on; undefined with the reason named when it did not, or has no code that is read. */
export function readProcedure(shelf: Shelf, shelved: Shelved): ProcedureRead | undefined {
  const { node, id } = shelved;
  const status = node.text('status');
  if (status === 'not-done' || status === 'entered-in-error' || status === 'stopped') {
    node.leave(`the procedure is ${status}`);
    return undefined;
  }
  const codes = procedureCodes(node.child('code'));
  if (codes.length === 0) {
    node.leave('no procedure code of CPT or HCPCS');
    return undefined;
  }
  const period = node.child('performedPeriod');
  const reasons = [
    ...node.list('reasonCode').flatMap(diagnosisCodes),
    ...node.list('reasonReference').flatMap((one) => {
      const found = shelf.resolve(one, shelved);
      return found?.type === 'Condition' ? diagnosisCodes(found.node.child('code')) : [];
    }),
  ];
  return {
    reference: id === undefined ? node.path : `Procedure/${id}`,
    path: node.path,
    on: node.day('performedDateTime') ?? period?.day('start'),
    codes,
    reasons,
    side: node.list('bodySite').map(sideOf).find(Boolean),
    encounter: node.child('encounter')?.text('reference'),
  };
}

/** A medicine given during the encounter, when it carries a code that is billed. */
export function readAdministration(shelf: Shelf, shelved: Shelved): ProcedureRead | undefined {
  const { node, id } = shelved;
  const status = node.text('status');
  if (status === 'not-done' || status === 'entered-in-error' || status === 'stopped') {
    node.leave(`the administration is ${status}`);
    return undefined;
  }
  const drug = node.has('medicationReference') ? shelf.resolve(node.child('medicationReference'), shelved) : undefined;
  const codes = codesIn(node.child('medicationCodeableConcept') ?? drug?.node.child('code'), 'hcpcs');
  if (codes.length === 0) {
    node.leave('no HCPCS code; the dose is read from the note');
    return undefined;
  }
  node.leaveKey('dosage', 'the dose is read from the note');
  const period = node.child('effectivePeriod');
  return {
    reference: id === undefined ? node.path : `MedicationAdministration/${id}`,
    path: node.path,
    on: node.day('effectiveDateTime') ?? period?.day('start'),
    codes: codes.filter((code) => /^[0-9A-Z]{5}$/.test(code)),
    reasons: [],
    side: undefined,
    encounter: node.child('context')?.text('reference'),
  };
}
