import type { Party } from '@interspace/core/model/claim';
import type { Address, Coverage, Location, Organization, Patient, Practitioner } from 'fhir/r4.js';
import type { PersonToWrite } from '../x12/write/claim-to-write.ts';
import { concept, npi, present, reference } from './resource.ts';

/** `M`, `F`, `U` as FHIR says them. */
function genderOf(sex: string | undefined): Patient['gender'] {
  return sex === 'M' ? 'male' : sex === 'F' ? 'female' : 'unknown';
}

function addressOf(of: {
  street?: string | undefined;
  city?: string | undefined;
  state?: string | undefined;
  zip?: string | undefined;
}): Address[] {
  const address = present<Address>({
    ...(of.street ? { line: [of.street] } : {}),
    ...(of.city ? { city: of.city } : {}),
    ...(of.state ? { state: of.state } : {}),
    ...(of.zip ? { postalCode: of.zip } : {}),
  });
  return Object.keys(address).length > 0 ? [address] : [];
}

export function patientToFhir(id: string, person: PersonToWrite, memberId?: string): Patient {
  return present<Patient>({
    resourceType: 'Patient',
    id,
    identifier: memberId
      ? [
          {
            type: concept('http://terminology.hl7.org/CodeSystem/v2-0203', 'MB'),
            system: 'urn:interspace:member',
            value: memberId,
          },
        ]
      : [],
    name: [{ family: person.lastName, ...(person.firstName ? { given: [person.firstName] } : {}) }],
    gender: genderOf(person.sex),
    ...(person.birthDate ? { birthDate: person.birthDate } : {}),
    address: addressOf(person),
  });
}

/** A party as Organization or Practitioner, by what it is. */
export function partyToFhir(id: string, party: Party): Organization | Practitioner {
  const identifier = party.npi ? [npi(party.npi)] : [];
  if (party.organization || party.firstName === undefined)
    return present<Organization>({
      resourceType: 'Organization',
      id,
      identifier,
      active: true,
      name: party.lastName ?? 'not named',
      address: addressOf(party),
    });
  return present<Practitioner>({
    resourceType: 'Practitioner',
    id,
    identifier,
    active: true,
    name: [{ family: party.lastName ?? 'not named', given: [party.firstName] }],
    address: addressOf(party),
    qualification: party.taxonomy ? [{ code: concept('http://nucc.org/provider-taxonomy', party.taxonomy) }] : [],
  });
}

export function facilityToFhir(id: string, party: Party): Location {
  return present<Location>({
    resourceType: 'Location',
    id,
    identifier: party.npi ? [npi(party.npi)] : [],
    status: 'active',
    name: party.lastName ?? 'not named',
    ...(addressOf(party)[0] ? { address: addressOf(party)[0] } : {}),
  });
}

export function payerToFhir(id: string, payer: { name?: string | undefined; id?: string | undefined }): Organization {
  return present<Organization>({
    resourceType: 'Organization',
    id,
    identifier: payer.id ? [{ system: 'urn:interspace:payer-id', value: payer.id }] : [],
    active: true,
    name: payer.name ?? 'payer not named',
  });
}

export function coverageToFhir(
  id: string,
  of: { memberId?: string | undefined; group?: string | undefined; patient: string; payor: string },
): Coverage {
  return present<Coverage>({
    resourceType: 'Coverage',
    id,
    status: 'active',
    ...(of.memberId
      ? {
          identifier: [{ type: concept('http://terminology.hl7.org/CodeSystem/v2-0203', 'MB'), value: of.memberId }],
          subscriberId: of.memberId,
        }
      : {}),
    beneficiary: reference(of.patient),
    relationship: concept('http://terminology.hl7.org/CodeSystem/subscriber-relationship', 'self'),
    payor: [reference(of.payor)],
    class: of.group
      ? [{ type: concept('http://terminology.hl7.org/CodeSystem/coverage-class', 'group'), value: of.group }]
      : [],
  });
}
