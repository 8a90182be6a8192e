import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '@interspace/core/model/result';
import type { Bundle, Claim, ClaimItem, DocumentReference, FhirResource } from 'fhir/r4.js';
import {
  lackingForAuthorization,
  openItems,
  shownInWords,
  type AuthorizationRequest,
} from '../authorization/authorization-request.ts';
import { fhirIssue } from '../issues.ts';
import { procedureModifier } from './claim-to-fhir.ts';
import { coverageToFhir, facilityToFhir, partyToFhir, patientToFhir, payerToFhir } from './parties-to-fhir.ts';
import { concept, idOf, inSystem, present, procedureConcept, reference } from './resource.ts';

const PAS = 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition';
const PAS_CODES = 'http://hl7.org/fhir/us/davinci-pas/CodeSystem/PASTempCodes';
const X12 = 'https://codesystem.x12.org/005010';
/** Where the entries of a bundle live until somebody stores them. */
const BASE = 'urn:interspace:pas';

/** The PAS request Bundle: the Claim first, then whom and what it refers to, the documents of the packet among them. */
export function authorizationRequestToBundle(request: AuthorizationRequest): Result<Bundle> {
  const lacking = lackingForAuthorization(request);
  if (lacking.length > 0)
    return failed(fhirIssue('wire/fhir/cannot-be-written', 'Claim', `Missing: ${lacking.join(', ')}.`));
  const documents = request.documents.map((_, at) => documentToFhir(request, at));
  return ok(
    bundle(request, `${PAS}/profile-pas-request-bundle`, [
      requestClaim(request, documents),
      ...parties(request),
      ...documents,
    ]),
    openItems(request),
  );
}

/** The PAS inquiry Bundle: asks what became of a request, by its number, patient and services. */
export function authorizationInquiryToBundle(request: AuthorizationRequest): Result<Bundle> {
  const lacking = lackingForAuthorization(request);
  if (lacking.length > 0)
    return failed(fhirIssue('wire/fhir/cannot-be-written', 'Claim', `Missing: ${lacking.join(', ')}.`));
  const { supportingInfo: _, ...claim } = requestClaim(request, []);
  const inquiry: Claim = { ...claim, meta: { profile: [`${PAS}/profile-claim-inquiry`] } };
  return ok(bundle(request, `${PAS}/profile-pas-inquiry-request-bundle`, [inquiry, ...parties(request)]));
}

function bundle(request: AuthorizationRequest, profile: string, resources: readonly FhirResource[]): Bundle {
  return {
    resourceType: 'Bundle',
    id: idOf(request.id),
    meta: { profile: [profile] },
    identifier: { system: `${BASE}:bundle`, value: request.id },
    type: 'collection',
    timestamp: request.created,
    entry: resources.map((resource) => ({
      fullUrl: addressOf(request, `${resource.resourceType}/${resource.id ?? ''}`),
      resource: pointing(request, resource),
    })),
  };
}

/** Its own address for each resource of each request; the same request written twice has the same ones. */
function addressOf({ id, created }: AuthorizationRequest, name: string): string {
  const hex = createHash('sha256').update(`${id} ${created} ${name}`).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The resource with its references as addresses of the Bundle. */
function pointing<T extends FhirResource>(request: AuthorizationRequest, resource: T): T {
  return JSON.parse(
    JSON.stringify(resource, (key, value: unknown) =>
      key === 'reference' && typeof value === 'string' && /^[A-Z][A-Za-z]+\/[a-z0-9-]+$/.test(value)
        ? addressOf(request, value)
        : value,
    ),
  ) as T;
}

function parties(request: AuthorizationRequest): FhirResource[] {
  const { patient, payer, requester, rendering, facility } = request;
  return [
    payerToFhir('insurer', payer),
    partyToFhir('requester', { ...requester, organization: true }),
    coverageToFhir('coverage', { ...patient, patient: 'Patient/patient', payor: 'Organization/insurer' }),
    patientToFhir('patient', patient, patient.memberId),
    ...(rendering ? [partyToFhir('rendering', rendering)] : []),
    ...(facility ? [facilityToFhir('facility', facility)] : []),
  ];
}

function requestClaim(request: AuthorizationRequest, documents: readonly DocumentReference[]): Claim {
  const rendering = request.rendering && partyToFhir('rendering', request.rendering);
  const shown = shownInWords(request);
  return present<Claim>({
    resourceType: 'Claim',
    id: idOf(request.id),
    meta: { profile: [`${PAS}/profile-claim`] },
    identifier: [{ system: `${BASE}:request`, value: request.id }],
    status: 'active',
    type: concept(
      'http://terminology.hl7.org/CodeSystem/claim-type',
      request.institutional === true ? 'institutional' : 'professional',
    ),
    use: 'preauthorization',
    patient: reference('Patient/patient'),
    created: request.created,
    insurer: reference('Organization/insurer'),
    provider: reference('Organization/requester'),
    priority: concept(
      'http://terminology.hl7.org/CodeSystem/processpriority',
      request.urgency === 'expedited' ? 'stat' : 'normal',
    ),
    ...(request.facility ? { facility: reference('Location/facility') } : {}),
    careTeam: rendering
      ? [
          {
            extension: [{ url: `${PAS}/extension-careTeamClaimScope`, valueBoolean: true }],
            sequence: 1,
            provider: reference(`${rendering.resourceType}/rendering`),
            role: concept(`${X12}/98`, 'SJ'),
          },
        ]
      : [],
    supportingInfo: [
      ...documents.map((document, at) => ({
        sequence: at + 1,
        category: concept(PAS_CODES, 'additionalInformation'),
        valueReference: reference(`DocumentReference/${document.id ?? ''}`),
      })),
      ...(shown === undefined
        ? []
        : [
            {
              sequence: documents.length + 1,
              category: concept(PAS_CODES, 'freeFormMessage'),
              valueString: shown,
            },
          ]),
    ],
    diagnosis: request.diagnoses.map((code, at) => ({
      sequence: at + 1,
      diagnosisCodeableConcept: inSystem('icd10cm', code),
    })),
    insurance: [{ sequence: 1, focal: true, coverage: reference('Coverage/coverage') }],
    item: request.lines.map((_, at) => requestItem(request, at, rendering !== undefined)),
  });
}

function requestItem(request: AuthorizationRequest, at: number, team: boolean): ClaimItem {
  const line = request.lines[at]!;
  const { from, through } = line;
  return present<ClaimItem>({
    extension: [
      {
        url: `${PAS}/extension-itemTraceNumber`,
        valueIdentifier: { system: `${BASE}:line`, value: `${request.id}-${at + 1}` },
      },
      // Health services review; initial, or a revision when an earlier request is named.
      { url: `${PAS}/extension-serviceItemRequestType`, valueCodeableConcept: concept(`${X12}/1525`, 'HS') },
      {
        url: `${PAS}/extension-certificationType`,
        valueCodeableConcept: concept(`${X12}/1322`, request.earlier === undefined ? 'I' : 'S'),
      },
      ...(request.earlier === undefined
        ? []
        : [{ url: `${PAS}/extension-authorizationNumber`, valueString: request.earlier }]),
    ],
    sequence: at + 1,
    ...(team ? { careTeamSequence: [1] } : {}),
    diagnosisSequence: request.diagnoses.map((_, index) => index + 1),
    category: concept(`${X12}/1365`, '2'),
    productOrService: procedureConcept(line.code),
    modifier: line.modifiers.map(procedureModifier),
    ...(from === undefined
      ? {}
      : through === undefined || through === from
        ? { servicedDate: from }
        : { servicedPeriod: { start: from, end: through } }),
    ...(request.placeOfService ? { locationCodeableConcept: inSystem('place', request.placeOfService) } : {}),
    quantity: { value: line.units },
  });
}

const LOINC: Readonly<Record<string, string>> = { 'procedure-note': '28570-0', 'clinic-note': '11506-3' };

function documentToFhir(request: AuthorizationRequest, at: number): DocumentReference {
  const document = request.documents[at]!;
  return {
    resourceType: 'DocumentReference',
    id: `document-${at + 1}`,
    status: 'current',
    type: concept('http://loinc.org', LOINC[document.kind ?? ''] ?? '34109-9'),
    category: [concept('http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category', 'clinical-note')],
    subject: reference('Patient/patient'),
    date: request.created,
    content: [
      {
        attachment: {
          contentType: 'text/plain; charset=utf-8',
          data: Buffer.from(document.text, 'utf8').toString('base64'),
        },
      },
    ],
  };
}
