import type { Party } from '@interspace/core/model/claim';
import { codesIn, codings } from './codes.ts';
import type { FhirNode } from './fhir-node.ts';
import { addressOf, currentOf, nameOf } from './patient-from-fhir.ts';
import type { Shelf, Shelved } from './shelf.ts';
import { isSystem } from './systems.ts';

/** A Practitioner, PractitionerRole, Organization or Location as a party of a claim. */
export function readParty(shelf: Shelf, shelved: Shelved | undefined, depth = 0): Party | undefined {
  if (!shelved || depth > 2) return undefined;
  const { node, type } = shelved;
  switch (type) {
    case 'Practitioner':
      return {
        ...npiOf(node),
        ...nameOf(currentOf(node.list('name'), 'another name')),
        ...addressOf(currentOf(node.list('address'), 'another address')),
        ...taxonomyOf(node.list('qualification').map((one) => one.child('code'))),
      };
    case 'Organization': {
      const name = node.text('name');
      return {
        organization: true,
        ...npiOf(node),
        ...(name === undefined ? {} : { lastName: name }),
        ...addressOf(currentOf(node.list('address'), 'another address')),
      };
    }
    case 'Location': {
      const name = node.text('name');
      const address = node.child('address');
      return {
        organization: true,
        ...npiOf(node),
        ...(name === undefined ? {} : { lastName: name }),
        ...addressOf(address),
      };
    }
    case 'PractitionerRole': {
      const person = readParty(shelf, shelf.resolve(node.child('practitioner'), shelved), depth + 1);
      const practice = readParty(shelf, shelf.resolve(node.child('organization'), shelved), depth + 1);
      const taxonomy = taxonomyOf(node.list('specialty'));
      return person || practice ? { ...(person ?? practice), ...npiOf(node), ...taxonomy } : undefined;
    }
    default:
      return undefined;
  }
}

/** Where a service is furnished: state, ZIP code and the place-of-service code when the location has one. */
export interface PlaceRead {
  readonly state?: string | undefined;
  readonly zip?: string | undefined;
  readonly placeOfService?: string | undefined;
}

export function readPlace(shelf: Shelf, shelved: Shelved | undefined): PlaceRead {
  if (!shelved) return {};
  const party = readParty(shelf, shelved);
  const types = shelved.type === 'Location' ? shelved.node.list('type') : [];
  const placeOfService = types.flatMap((type) => codesIn(type, 'place')).find((code) => /^[0-9]{2}$/.test(code));
  return { state: party?.state, zip: party?.zip, ...(placeOfService === undefined ? {} : { placeOfService }) };
}

function npiOf(node: FhirNode): { npi?: string } {
  for (const identifier of node.list('identifier')) {
    const system = identifier.text('system');
    const value = identifier.text('value');
    if (isSystem('npi', system) && value !== undefined && /^\d{10}$/.test(value)) return { npi: value };
  }
  return {};
}

function taxonomyOf(concepts: readonly (FhirNode | undefined)[]): { taxonomy?: string } {
  const found = concepts.flatMap((concept) => codings(concept)).find(({ system }) => isSystem('taxonomy', system));
  return found ? { taxonomy: found.code } : {};
}
