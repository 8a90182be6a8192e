import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Issue } from '@interspace/core/model/result';
import { issuesToFhir } from '@interspace/wire/fhir/operation-outcome-to-fhir';
import type { FhirCaller, FhirDeps } from './deps.ts';
import { FHIR_BODY_LIMIT, FHIR_ROUTES, type FhirRoute } from './routes.ts';

/**
 * What the plugin needs from the server that registers it:
 *
 * - `fhir`: what the handlers need (deps.ts): `review`, `law`, clocks, `fetchFhir`, names; `feedback` and `answerTo` may be absent.
 * - `admit`: lets a caller through or throws; runs before the body is read. For `cds` routes it verifies the client's token
 *   (`ClientTokens` in client-tokens.ts, audience `<baseUrl>/cds-services/<id>`); for `known` ones it is the server's own
 *   identity. Rate limits and the audit log belong in it too.
 * - `declare`: what the server wants in `config` of a route, such as the list that its own checks go by.
 * - `bodyLimit`: bytes of a body; 8 MiB unless given. JSON comes as `application/json` or `application/fhir+json`; the server's
 *   JSON parser must take both.
 */
export interface FhirPluginDeps {
  readonly fhir: FhirDeps;
  readonly admit: (request: FastifyRequest, route: FhirRoute) => Promise<FhirCaller>;
  readonly declare?: (route: FhirRoute) => object;
  readonly bodyLimit?: number;
}

const FHIR_JSON = 'application/fhir+json; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** Registers every route of `FHIR_ROUTES`, with errors as FHIR clients expect them. */
export async function fhirPlugin(app: FastifyInstance, deps: FhirPluginDeps): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error, _request, reply) => answerTrouble(error, reply));
    for (const route of FHIR_ROUTES) add(scope, route, deps);
  });
}

function add(scope: FastifyInstance, route: FhirRoute, { fhir, admit, declare, bodyLimit }: FhirPluginDeps): void {
  const callers = new WeakMap<FastifyRequest, FhirCaller>();
  scope.route({
    method: route.method,
    // Fastify reads `$` as it is; a colon begins a parameter.
    url: route.url,
    bodyLimit: bodyLimit ?? FHIR_BODY_LIMIT,
    ...(declare ? { config: declare(route) } : {}),
    schema: { hide: true },
    onRequest: async (request) => void callers.set(request, await admit(request, route)),
    handler: async (request, reply) => {
      const answer = await route.handle(
        {
          params: request.params as Record<string, string>,
          body: request.body,
          caller: callers.get(request) ?? { id: 'anybody' },
        },
        fhir,
      );
      const type = route.url.startsWith('/fhir') ? FHIR_JSON : JSON_TYPE;
      reply.code(answer.status);
      // As text, so that no other serializer of the server looks at it.
      return answer.body === undefined ? reply.send() : reply.type(type).send(JSON.stringify(answer.body));
    },
  });
}

/** A refusal of the server (issues, status) or of Fastify as an OperationOutcome; a fault says nothing of what was sent. */
function answerTrouble(error: unknown, reply: FastifyReply): FastifyReply {
  const { status, statusCode, issues, retryAfter } = error as {
    status?: number;
    statusCode?: number;
    issues?: readonly Issue[];
    retryAfter?: number;
  };
  const code = status ?? statusCode ?? 500;
  const told: readonly Issue[] =
    issues && issues.length > 0
      ? issues
      : [
          {
            code: `http-${code}`,
            message: code >= 500 ? 'The server failed; nothing was changed.' : 'The request cannot be read.',
          },
        ];
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  if (code >= 500) reply.log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'fhir');
  return reply
    .code(code)
    .type(FHIR_JSON)
    .send(JSON.stringify(issuesToFhir(told)));
}
