import type { FhirNode } from './fhir-node.ts';
import type { FhirReadOptions } from './read-options.ts';
import type { Shelf, Shelved } from './shelf.ts';

/** Whose resources are read. */
export interface Ownership {
  readonly patient: Shelved | undefined;
  readonly id: string | undefined;
}

/** The patient that is meant; `many` when several came and nothing says which. */
export function patientOf(shelf: Shelf, { patient: wanted, encounter }: FhirReadOptions): Ownership | 'many' {
  const patients = shelf.of('Patient').filter(({ inside }) => inside === undefined);
  const id = wanted?.split('/').at(-1);
  if (id !== undefined) {
    const patient = patients.find((one) => one.id === id);
    for (const other of patients) if (other !== patient) other.node.leave('another patient');
    return { patient, id };
  }
  if (patients.length <= 1) return { patient: patients[0] ?? shelf.of('Patient')[0], id: patients[0]?.id };
  const focal = focusOf(shelf, encounter);
  const found = focal === undefined ? undefined : shelf.find(focal);
  if (found?.type !== 'Patient') return 'many';
  for (const other of patients) if (other !== found) other.node.leave('another patient');
  return { patient: found, id: found.id };
}

/** The patient of what the input is about: the claim, else the encounter, else the order, if they agree. */
function focusOf(shelf: Shelf, encounter: string | undefined): string | undefined {
  const id = encounter?.split('/').at(-1);
  const named = shelf.of('Encounter').find((one) => id !== undefined && one.id === id);
  const about = named
    ? [named]
    : (['Claim', 'Encounter', 'ServiceRequest'] as const).map((type) => shelf.of(type)).find((all) => all.length > 0);
  const subjects = new Set((about ?? []).flatMap(({ node }) => subjectOf(node) ?? []));
  return subjects.size === 1 ? [...subjects][0] : undefined;
}

/** True when a resource is the patient's, or does not say whose it is. */
export function ownerOf(shelf: Shelf, { node, inside }: Shelved, { id, patient }: Ownership): boolean {
  if (id === undefined || inside !== undefined) return true;
  const subject = subjectOf(node);
  if (subject === undefined) return true;
  const found = shelf.find(subject);
  const same = found ? found === patient || found.id === id : subject.split('/').at(-1) === id;
  if (!same && !shelf.reading.isLeft(node)) node.leave('belongs to another patient');
  return same;
}

function subjectOf(node: FhirNode): string | undefined {
  for (const key of ['subject', 'patient', 'beneficiary'])
    if (node.has(key)) return node.child(key)?.text('reference') || undefined;
  return undefined;
}
