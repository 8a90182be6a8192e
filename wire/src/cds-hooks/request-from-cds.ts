import { failed, ok, type Issue, type Result } from '@interspace/core/model/result';
import type { IsoDate } from '@interspace/core/model/date';
import { isObject } from '../fhir/fhir-node.ts';
import { Reading } from '../fhir/reading.ts';
import { readShelf, type FhirRead } from '../fhir/review-input-from-fhir.ts';
import { Shelf } from '../fhir/shelf.ts';
import { fhirIssue } from '../issues.ts';
import { isHook, SHAPES, type Hook } from './hooks.ts';
import { PREFETCH, textsOf } from './prefetch.ts';

/** A hook request as it came, before its resources are read. */
export interface CdsRequest {
  readonly hook: Hook;
  readonly hookInstance: string;
  readonly fhirServer?: string | undefined;
  readonly accessToken?: string | undefined;
  readonly context: Readonly<Record<string, unknown>>;
  readonly prefetch: Readonly<Record<string, unknown>>;
  /** What the client switched, by code. */
  readonly configuration: Readonly<Record<string, boolean | number>>;
  readonly issues: readonly Issue[];
}

/**
 * A hook request. Real clients leave out prefetch, send it as null, send one resource where a Bundle belongs, or put it at the
 * root under other names: all of that is taken. Without hook, hookInstance or context there is nothing to answer.
 */
export function readCdsRequest(json: unknown, service: Hook): Result<CdsRequest> {
  if (!isObject(json)) return failed(fhirIssue('wire/cds-hooks/malformed'));
  const { hook, hookInstance, context } = json;
  if (typeof hook !== 'string' || typeof hookInstance !== 'string' || !isObject(context)) {
    const missing = [
      typeof hook === 'string' ? '' : 'hook',
      typeof hookInstance === 'string' ? '' : 'hookInstance',
      isObject(context) ? '' : 'context',
    ].filter(Boolean);
    return failed(fhirIssue('wire/cds-hooks/malformed', missing[0], `Missing: ${missing.join(', ')}.`));
  }
  if (!isHook(hook) || hook !== service) return failed(fhirIssue('wire/cds-hooks/hook', 'hook'));
  const issues = SHAPES[hook].needs
    .filter((name) => context[name] === undefined || context[name] === null)
    .map((name) => fhirIssue('wire/cds-hooks/context', `context.${name}`));
  const authorization = json['fhirAuthorization'];
  const token = isObject(authorization) ? authorization['access_token'] : undefined;
  return ok(
    {
      hook,
      hookInstance,
      context,
      ...(typeof json['fhirServer'] === 'string' ? { fhirServer: json['fhirServer'] } : {}),
      ...(typeof token === 'string' ? { accessToken: token } : {}),
      prefetch: prefetchOf(json),
      configuration: configurationOf(json['extension']),
      issues,
    },
    issues,
  );
}

/** The prefetch, and what clients put beside it at the root: a member that is a resource or a Bundle. */
function prefetchOf(json: Record<string, unknown>): Record<string, unknown> {
  const given = isObject(json['prefetch']) ? json['prefetch'] : {};
  // Some clients make the prefetch one Bundle instead of an object of them.
  if (typeof given['resourceType'] === 'string') return { prefetch: given };
  const atRoot = Object.entries(json).filter(
    ([key, value]) =>
      key !== 'prefetch' && key !== 'context' && isObject(value) && typeof value['resourceType'] === 'string',
  );
  return { ...Object.fromEntries(atRoot), ...given };
}

function configurationOf(extension: unknown): Record<string, boolean | number> {
  const given = isObject(extension) ? extension['davinci-crd.configuration'] : undefined;
  if (!isObject(given)) return {};
  const entries = Object.entries(given).filter(
    (entry): entry is [string, boolean | number] => typeof entry[1] === 'boolean' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(entries);
}

/** Keys of the prefetch that the client did not answer. A null says that it looked and found nothing. */
export function missingPrefetch({ hook, prefetch }: CdsRequest): string[] {
  return Object.keys(PREFETCH[hook]).filter((key) => prefetch[key] === undefined);
}

export interface CdsRead extends FhirRead {
  /** References of the orders that the user selected; empty when the hook has no selection. */
  readonly selections: readonly string[];
}

/** The resources of a request, with what a door fetched beside them, as what the engine takes. */
export function readCdsResources(
  request: CdsRequest,
  fetched: Readonly<Record<string, unknown>>,
  today: IsoDate,
): Result<CdsRead> {
  const reading = new Reading();
  const shelf = new Shelf(reading);
  const { context, hook } = request;
  const roots: [object, string][] = [];
  const add = (json: unknown, path: string): void => {
    if (typeof json === 'object' && json !== null) roots.push([json, path]);
    shelf.add(json, path);
  };
  // Orders first: a prefetched copy of the same order is older than the draft.
  for (const name of SHAPES[hook].bundles) add(context[name], `context.${name}`);
  add(context['fulfillmentTasks'], 'context.fulfillmentTasks');
  for (const [key, json] of Object.entries(request.prefetch)) add(json, `prefetch.${key}`);
  for (const [key, json] of Object.entries(fetched)) add(json, `fetched.${key}`);
  const text = (name: string): string | undefined => {
    const value = context[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const read = readShelf(shelf, { patient: text('patientId'), encounter: text('encounterId'), today }, (found) => ({
    ...found,
    unused: roots.flatMap(([json, path]) => (Array.isArray(json) ? [] : reading.unused(json, path))),
  }));
  if (!read.ok) return read;
  return ok({ ...read.value, selections: textsOf(context['selections']) }, read.issues);
}
