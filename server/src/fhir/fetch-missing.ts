import { PREFETCH, resolveTemplate } from '@interspace/wire/cds-hooks/prefetch';
import { missingPrefetch, type CdsRequest } from '@interspace/wire/cds-hooks/request-from-cds';
import type { FhirDeps } from './deps.ts';

/** All of the missing prefetch together may take this long: the answer does not wait for a slow server. */
const PATIENCE_MS = 3_000;

/** What the client did not send along, read from its own FHIR server with its token. What cannot be had is left out. */
export async function fetchMissing(request: CdsRequest, deps: FhirDeps): Promise<Record<string, unknown>> {
  const { fhirServer, accessToken, context, hook } = request;
  if (fhirServer === undefined) return {};
  // A whole Bundle under another name is all that such a client sends.
  if ('prefetch' in request.prefetch) return {};
  const base = fhirServer.replace(/\/+$/, '');
  const wanted = missingPrefetch(request).flatMap((key) => {
    const path = resolveTemplate(PREFETCH[hook][key] ?? '', context);
    return path === undefined || path === '' ? [] : [{ key, url: `${base}/${path}` }];
  });
  if (wanted.length === 0) return {};
  const found: Record<string, unknown> = {};
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  const all = Promise.allSettled(
    wanted.map(async ({ key, url }) => {
      const json = await deps.fetchFhir(url, accessToken);
      if (json !== undefined) found[key] = json;
    }),
  );
  await Promise.race([all, patience]);
  clearTimeout(timer);
  return { ...found };
}
