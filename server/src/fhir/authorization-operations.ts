import { isObject } from '@interspace/wire/fhir/fhir-node';
import {
  answerBundle,
  authorizationAnswerToFhir,
  type Addressed,
} from '@interspace/wire/fhir/authorization-answer-to-fhir';
import { readReviewInput, type FhirRead } from '@interspace/wire/fhir/review-input-from-fhir';
import { fhirIssue } from '@interspace/wire/issues';
import type { FhirResource } from 'fhir/r4.js';
import { answered, refused } from './answer.ts';
import type { FhirAnswer, FhirDeps, FhirHandler } from './deps.ts';
import { judgedInput } from './judged-input.ts';

/** At most so many remarks on one request. */
const MOST_NOTES = 50;

/**
 * `Claim/$submit`: checks a PAS request against the published criteria and answers what is open. We are not the payer: nothing is
 * approved, pended or refused, and the answer says so.
 */
export const submitRequest: FhirHandler = async ({ body }, deps) => {
  const read = readReviewInput(body, { today: deps.today() });
  if (!read.ok) return refused(read.issues);
  const { claim } = read.value;
  if (!claim)
    return refused([fhirIssue('wire/fhir/resource-unexpected', 'Bundle.entry[0]', 'A Claim is read here.')], 422);
  if (claim.use !== 'preauthorization')
    return refused([fhirIssue('wire/fhir/resource-unexpected', 'Claim.use', 'It must be `preauthorization`.')], 422);
  const { input } = judgedInput(read.value, deps.law());
  if (!input.planned) return refused([fhirIssue('wire/fhir/nothing-to-review', 'Claim.item')], 422);
  const review = await deps.review(input);
  const notes = [
    ...review.determinations.map(({ because }) => because),
    ...review.authorization.map(({ what }) => what),
    ...review.prompts.map(({ question, because }) => `${question} (${because})`),
  ];
  return respond(read.value, body, notes.slice(0, MOST_NOTES), deps);
};

/** `Claim/$inquire`: what a payer answered to a request of ours, when somebody recorded it. */
export const inquireRequest: FhirHandler = async ({ body, caller }, deps) => {
  const read = readReviewInput(body, { today: deps.today() });
  if (!read.ok) return refused(read.issues);
  const { claim } = read.value;
  if (!claim)
    return refused([fhirIssue('wire/fhir/resource-unexpected', 'Bundle.entry[0]', 'A Claim is read here.')], 422);
  const answer = await deps.answerTo?.(claim.claim.id, caller);
  if (!answer)
    return refused(
      [fhirIssue('wire/fhir/reference-unresolved', 'Claim.identifier', 'No answer to this request is recorded.')].map(
        (one) => ({ ...one, level: 'error' as const }),
      ),
      404,
    );
  return respond(read.value, body, [], deps, answer);
};

function respond(
  read: FhirRead,
  body: unknown,
  notes: readonly string[],
  deps: FhirDeps,
  answer: Parameters<typeof authorizationAnswerToFhir>[0] = { request: read.claim?.claim.id, lines: [], errors: [] },
): FhirAnswer {
  const claim = read.claim?.claim;
  const at = deps.now().toISOString();
  const response = authorizationAnswerToFhir(answer, {
    id: `answer-${claim?.id ?? 'claim'}`,
    at,
    institutional: claim?.type === 'hospital-opd',
    patient: read.patient?.reference,
    insurer: referenceIn(body, 'insurer'),
    requestor: referenceIn(body, 'provider'),
    request: claimAddress(body),
    disposition:
      answer.decision === undefined
        ? 'Compared with published criteria only. No payer has seen it and nothing is decided.'
        : undefined,
    notes,
    sequences: sequencesIn(body),
  });
  return answered(answerBundle(response, othersIn(body), at));
}

const NAMED = ['Patient', 'Organization', 'Practitioner', 'PractitionerRole', 'Coverage'];

/** Whom the request names, each once and under the address it came with, so that the answer's references lead somewhere. */
function othersIn(body: unknown): Addressed[] {
  const seen = new Set<string>();
  return entriesIn(body).filter(({ resource }) => {
    const key = `${resource.resourceType}/${resource.id ?? seen.size}`;
    if (!NAMED.includes(resource.resourceType) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function sequencesIn(body: unknown): number[] {
  const claim = resourcesIn(body).find(({ resourceType }) => resourceType === 'Claim') as
    | { item?: unknown }
    | undefined;
  const items = Array.isArray(claim?.item) ? (claim.item as unknown[]) : [];
  return items.map((item, at) => (isObject(item) && typeof item['sequence'] === 'number' ? item['sequence'] : at + 1));
}

function referenceIn(body: unknown, key: 'insurer' | 'provider'): string | undefined {
  const claim = resourcesIn(body).find(({ resourceType }) => resourceType === 'Claim') as
    | Record<string, unknown>
    | undefined;
  const value = claim?.[key];
  const text = isObject(value) ? value['reference'] : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** The request as the answer points at it: where it came from in its Bundle, else its id. */
function claimAddress(body: unknown): string | undefined {
  const entries = isObject(body) && Array.isArray(body['entry']) ? (body['entry'] as unknown[]) : [];
  const entry = entries.find(
    (one) => isObject(one) && isObject(one['resource']) && one['resource']['resourceType'] === 'Claim',
  );
  const fullUrl = isObject(entry) ? entry['fullUrl'] : undefined;
  if (typeof fullUrl === 'string' && /^(?:https?:|urn:)/.test(fullUrl)) return fullUrl;
  const claim = resourcesIn(body).find(({ resourceType }) => resourceType === 'Claim');
  return claim?.id === undefined ? undefined : `Claim/${claim.id}`;
}

function resourcesIn(body: unknown): FhirResource[] {
  return entriesIn(body).map(({ resource }) => resource);
}

function entriesIn(body: unknown): Addressed[] {
  if (!isObject(body)) return [];
  const entries =
    body['resourceType'] === 'Bundle' && Array.isArray(body['entry'])
      ? (body['entry'] as unknown[])
      : [{ resource: body }];
  return entries.flatMap((entry) =>
    isObject(entry) && isObject(entry['resource']) && typeof entry['resource']['resourceType'] === 'string'
      ? [
          {
            resource: entry['resource'] as unknown as FhirResource,
            ...(typeof entry['fullUrl'] === 'string' ? { fullUrl: entry['fullUrl'] } : {}),
          },
        ]
      : [],
  );
}
