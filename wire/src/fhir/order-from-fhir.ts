import type { IsoDate } from '@interspace/core/model/date';
import { codesIn, diagnosisCodes, procedureCodes } from './codes.ts';
import type { FhirNode } from './fhir-node.ts';
import { readPlace, type PlaceRead } from './parties-from-fhir.ts';
import type { Shelf, Shelved } from './shelf.ts';
import { sideOf } from './side-from-fhir.ts';

export const ORDER_TYPES = [
  'ServiceRequest',
  'DeviceRequest',
  'MedicationRequest',
  'Appointment',
  'NutritionOrder',
  'CommunicationRequest',
  'VisionPrescription',
] as const;

/** Something that is ordered or booked: not done yet. */
export interface OrderRead {
  /** `ServiceRequest/1`; the path of the resource when it has no id. */
  readonly reference: string;
  readonly type: string;
  readonly path: string;
  readonly resource: object;
  /** What the sender calls the service, for people. */
  readonly label?: string | undefined;
  readonly codes: readonly string[];
  readonly reasons: readonly string[];
  readonly on?: IsoDate | undefined;
  readonly place: PlaceRead;
  readonly side?: string | undefined;
  readonly units?: number | undefined;
  /** References of the coverages that the order names. */
  readonly coverages: readonly string[];
  readonly performer?: string | undefined;
}

const NOT_ORDERED = [
  'revoked',
  'entered-in-error',
  'cancelled',
  'noshow',
  'stopped',
  'ended',
  'completed',
  'fulfilled',
];

/** One order; undefined when it says that nothing is ordered. Drafts and active orders count alike. */
export function readOrder(shelf: Shelf, shelved: Shelved): OrderRead | undefined {
  const { node, type, id } = shelved;
  const status = node.text('status');
  if (status !== undefined && NOT_ORDERED.includes(status)) {
    node.leave(`the order is ${status}`);
    return undefined;
  }
  if (node.boolean('doNotPerform') === true) {
    node.leave('it asks that something not be done');
    return undefined;
  }
  node.text('intent');
  node.child('subject')?.text('reference');
  const concept = conceptOf(shelf, shelved);
  const label = concept.map(labelOf).find(Boolean);
  const based = type === 'Appointment' ? node.list('basedOn').flatMap((one) => shelf.resolve(one, shelved) ?? []) : [];
  const ofOrders = based.flatMap((one) => procedureCodes(one.node.child('code')));
  const codes = [...new Set([...concept.flatMap(procedureCodes), ...ofOrders])];
  const reasons = [
    ...node.list('reasonCode').flatMap(diagnosisCodes),
    ...node.list('reasonReference').flatMap((one) => {
      const found = shelf.resolve(one, shelved);
      return found?.type === 'Condition' ? diagnosisCodes(found.node.child('code')) : [];
    }),
  ];
  return {
    reference: id === undefined ? node.path : `${type}/${id}`,
    type,
    path: node.path,
    resource: node.json,
    label,
    codes,
    reasons: [...new Set(reasons)],
    on: dayOf(node),
    place: placeOf(shelf, shelved),
    side: node.list('bodySite').map(sideOf).find(Boolean),
    units: node.child('quantityQuantity')?.number('value'),
    coverages: node.list('insurance').flatMap((one) => one.text('reference') ?? []),
    performer: performerOf(node)?.text('reference'),
  };
}

function conceptOf(shelf: Shelf, shelved: Shelved): FhirNode[] {
  const { node, type } = shelved;
  switch (type) {
    case 'ServiceRequest':
      return one(node.child('code'));
    case 'DeviceRequest': {
      const device = node.has('codeReference') ? shelf.resolve(node.child('codeReference'), shelved) : undefined;
      return one(node.child('codeCodeableConcept') ?? device?.node.child('type'));
    }
    case 'MedicationRequest': {
      const drug = node.has('medicationReference')
        ? shelf.resolve(node.child('medicationReference'), shelved)
        : undefined;
      return one(node.child('medicationCodeableConcept') ?? drug?.node.child('code'));
    }
    case 'Appointment':
      return node.list('serviceType');
    default:
      return [];
  }
}

function labelOf(concept: FhirNode): string | undefined {
  const text = concept.text('text')?.trim() || concept.list('coding').flatMap((each) => each.text('display') ?? [])[0];
  return text === undefined || text === '' ? undefined : text.slice(0, 120);
}

function one(node: FhirNode | undefined): FhirNode[] {
  return node ? [node] : [];
}

/** A list for a service, one reference for a device. */
function performerOf(node: FhirNode): FhirNode | undefined {
  return Array.isArray((node.json as { performer?: unknown }).performer)
    ? node.list('performer')[0]
    : node.child('performer');
}

function dayOf(node: FhirNode): IsoDate | undefined {
  const period = node.child('occurrencePeriod');
  return node.day('occurrenceDateTime') ?? period?.day('start') ?? node.day('start');
}

function placeOf(shelf: Shelf, shelved: Shelved): PlaceRead {
  const { node, type } = shelved;
  const places = node.list('locationReference').map((each) => readPlace(shelf, shelf.resolve(each, shelved)));
  if (type === 'Appointment')
    for (const participant of node.list('participant')) {
      const actor = shelf.resolve(participant.child('actor'), shelved);
      if (actor?.type === 'Location') places.push(readPlace(shelf, actor));
    }
  const code = node.list('locationCode').flatMap((each) => codesIn(each, 'place'))[0];
  const place = places.find(({ state }) => state !== undefined) ?? places[0] ?? {};
  return code === undefined ? place : { ...place, placeOfService: code };
}
