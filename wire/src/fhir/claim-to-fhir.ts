import type { Claim, ClaimLine } from '@interspace/core/model/claim';
import type { Claim as FhirClaim, ClaimItem, FhirResource } from 'fhir/r4.js';
import type { PersonToWrite } from '../x12/write/claim-to-write.ts';
import { coverageToFhir, facilityToFhir, partyToFhir, patientToFhir, payerToFhir } from './parties-to-fhir.ts';
import { concept, idOf, inSystem, present, procedureConcept, reference } from './resource.ts';

export interface ClaimWriting {
  /** The day on which the claim is written. */
  readonly created: string;
  /** The person; a Claim holds no names. */
  readonly patient: PersonToWrite;
}

/** Our Claim as a FHIR Claim that holds its parties itself. */
export function claimToFhir(claim: Claim, { created, patient }: ClaimWriting): FhirClaim {
  const provider = claim.billing ?? claim.rendering ?? {};
  const contained: FhirResource[] = [
    patientToFhir('patient', patient, claim.subscriber?.memberId),
    payerToFhir('payer', claim.payer ?? {}),
    coverageToFhir('coverage', { ...claim.subscriber, patient: '#patient', payor: '#payer' }),
    partyToFhir('provider', provider),
    ...(claim.rendering ? [partyToFhir('rendering', claim.rendering)] : []),
    ...(claim.facility ? [facilityToFhir('facility', claim.facility)] : []),
  ];
  return present<FhirClaim>({
    resourceType: 'Claim',
    id: idOf(claim.id),
    contained,
    identifier: [{ system: 'urn:interspace:claim', value: claim.id }],
    status: 'active',
    type: concept(
      'http://terminology.hl7.org/CodeSystem/claim-type',
      claim.type === 'hospital-opd' ? 'institutional' : 'professional',
    ),
    use: 'claim',
    patient: reference('#patient'),
    created,
    insurer: reference('#payer'),
    provider: reference('#provider'),
    priority: concept('http://terminology.hl7.org/CodeSystem/processpriority', 'normal'),
    ...(claim.facility ? { facility: reference('#facility') } : {}),
    careTeam: claim.rendering
      ? [
          {
            sequence: 1,
            provider: reference('#rendering'),
            role: concept('http://terminology.hl7.org/CodeSystem/claimcareteamrole', 'primary'),
          },
        ]
      : [],
    diagnosis: claim.diagnoses.map((code, at) => ({
      sequence: at + 1,
      diagnosisCodeableConcept: inSystem('icd10cm', code),
    })),
    insurance: [
      present({
        sequence: 1,
        focal: true,
        coverage: reference('#coverage'),
        preAuthRef: claim.authorization ? [claim.authorization] : [],
      }),
    ],
    item: claim.lines.map((line, at) => lineToItem(line, at + 1, claim)),
    ...(claim.chargeTotal === undefined ? {} : { total: { value: claim.chargeTotal / 100, currency: 'USD' } }),
  });
}

function lineToItem(line: ClaimLine, sequence: number, claim: Claim): ClaimItem {
  const place = line.placeOfService ?? claim.placeOfService;
  const through = line.through !== undefined && line.through !== line.from ? line.through : undefined;
  return present<ClaimItem>({
    sequence,
    ...(claim.rendering ? { careTeamSequence: [1] } : {}),
    diagnosisSequence: [...line.pointers],
    ...(line.revenueCode ? { revenue: inSystem('revenue', line.revenueCode) } : {}),
    productOrService: procedureConcept(line.code),
    modifier: line.modifiers.map((modifier) => procedureModifier(modifier)),
    ...(line.from === undefined
      ? {}
      : through === undefined
        ? { servicedDate: line.from }
        : { servicedPeriod: { start: line.from, end: through } }),
    ...(place ? { locationCodeableConcept: inSystem('place', place) } : {}),
    quantity: { value: line.units, ...(line.unitKind === 'minutes' ? { unit: 'min' } : {}) },
    ...(line.charge === undefined ? {} : { net: { value: line.charge / 100, currency: 'USD' } }),
  });
}

/** Numbers are modifiers of CPT; those that begin with a letter are of HCPCS. */
export function procedureModifier(modifier: string): ReturnType<typeof concept> {
  return inSystem(/^[0-9]/.test(modifier) ? 'cpt' : 'hcpcs', modifier);
}
