import type { Bundle, ClaimResponse, ClaimResponseItem, Extension, FhirResource, Reference } from 'fhir/r4.js';
import { actionOf, type AuthorizationAnswer } from '../authorization/authorization-answer.ts';
import { concept, idOf, present, procedureConcept, reference } from './resource.ts';

const PAS = 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition';

export interface AnswerWriting {
  readonly id: string;
  /** When the answer is made, as an instant. */
  readonly at: string;
  readonly institutional?: boolean | undefined;
  /** References; a party that the request does not name is said to be not named. */
  readonly patient: string | undefined;
  readonly insurer: string | undefined;
  readonly requestor?: string | undefined;
  readonly request?: string | undefined;
  /** What is said to the person who reads it. */
  readonly disposition?: string | undefined;
  readonly notes: readonly string[];
  /** Sequence numbers of the items of the request, which the answer repeats. */
  readonly sequences: readonly number[];
}

/**
 * An answer as ClaimResponse. Nothing decided is `queued` without any review action: we never say that a payer approved, pended
 * or refused what no payer has seen.
 */
export function authorizationAnswerToFhir(answer: AuthorizationAnswer, writing: AnswerWriting): ClaimResponse {
  const decided = answer.decision !== undefined && answer.decision !== 'pending';
  const count = Math.max(answer.lines.length, writing.sequences.length);
  const items = Array.from({ length: count }, (_, at) => itemOf(answer, at, writing.sequences[at] ?? at + 1));
  const from = answer.lines[0]?.from;
  const through = answer.lines[0]?.through;
  return present<ClaimResponse>({
    resourceType: 'ClaimResponse',
    id: idOf(writing.id),
    meta: { profile: [`${PAS}/profile-claimresponse`] },
    identifier: answer.request === undefined ? [] : [{ system: 'urn:interspace:pas:request', value: answer.request }],
    status: 'active',
    type: concept(
      'http://terminology.hl7.org/CodeSystem/claim-type',
      writing.institutional === true ? 'institutional' : 'professional',
    ),
    use: 'preauthorization',
    patient: named(writing.patient),
    created: writing.at,
    insurer: named(writing.insurer),
    ...(writing.requestor === undefined ? {} : { requestor: reference(writing.requestor) }),
    ...(writing.request === undefined ? {} : { request: reference(writing.request) }),
    outcome: answer.errors.length > 0 ? 'error' : decided ? 'complete' : 'queued',
    ...(writing.disposition === undefined ? {} : { disposition: writing.disposition }),
    ...(answer.number === undefined ? {} : { preAuthRef: answer.number }),
    ...(from === undefined && through === undefined ? {} : { preAuthPeriod: present({ start: from, end: through }) }),
    item: items,
    processNote: writing.notes.map((text, at) => ({ number: at + 1, type: 'display' as const, text })),
    error: answer.errors.map(({ code }) => ({ code: concept('https://codesystem.x12.org/005010/901', code) })),
  });
}

function named(text: string | undefined): Reference {
  return text === undefined ? { display: 'not named in the request' } : reference(text);
}

function itemOf(answer: AuthorizationAnswer, at: number, sequence: number): ClaimResponseItem {
  const line = answer.lines[at];
  const review: Extension[] = [];
  if (line?.number !== undefined) review.push({ url: 'number', valueString: line.number });
  for (const reason of line?.reasons ?? [])
    review.push({
      url: 'reasonCode',
      valueCodeableConcept: concept('https://codesystem.x12.org/external/886', reason),
    });
  if (line?.decision !== undefined)
    review.push({
      url: `${PAS}/extension-reviewActionCode`,
      valueCodeableConcept: concept('https://codesystem.x12.org/005010/306', actionOf(line.decision)),
    });
  return present<ClaimResponseItem>({
    extension: [
      ...(answer.decidedOn === undefined
        ? []
        : [{ url: `${PAS}/extension-itemPreAuthIssueDate`, valueDate: answer.decidedOn }]),
      ...(line?.from === undefined && line?.through === undefined
        ? []
        : [
            {
              url: `${PAS}/extension-itemPreAuthPeriod`,
              valuePeriod: present({ start: line.from, end: line.through }) as object,
            },
          ]),
      ...(line?.code === undefined
        ? []
        : [
            {
              url: `${PAS}/extension-itemAuthorizedDetail`,
              extension: [{ url: 'productOrServiceCode', valueCodeableConcept: procedureConcept(line.code) }],
            },
          ]),
    ],
    itemSequence: sequence,
    adjudication: [
      {
        ...(review.length > 0 ? { extension: [{ url: `${PAS}/extension-reviewAction`, extension: review }] } : {}),
        category: concept('http://terminology.hl7.org/CodeSystem/adjudication', 'submitted'),
      },
    ],
  });
}

/** A resource with the address that it had in the request. */
export interface Addressed {
  readonly resource: FhirResource;
  readonly fullUrl?: string | undefined;
}

/** The PAS response Bundle: the ClaimResponse first, then whom it refers to, under the addresses of the request. */
export function answerBundle(response: ClaimResponse, others: readonly Addressed[], at: string): Bundle {
  return {
    resourceType: 'Bundle',
    meta: { profile: [`${PAS}/profile-pas-response-bundle`] },
    type: 'collection',
    timestamp: at,
    entry: [{ resource: response }, ...others].map(({ resource, fullUrl }: Addressed) => ({
      fullUrl: fullUrl ?? `http://interspace.invalid/${resource.resourceType}/${resource.id ?? ''}`,
      resource,
    })),
  };
}
