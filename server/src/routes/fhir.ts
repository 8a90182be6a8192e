import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { IsoDate } from '@interspace/core/model/date';
import { issuesToFhir } from '@interspace/wire/fhir/operation-outcome-to-fhir';
import { CdsClients } from '../fhir/cds-clients.ts';
import type { FhirCaller, FhirDeps } from '../fhir/deps.ts';
import { guardedFetch } from '../fhir/guarded-fetch.ts';
import { fhirLaw, type FhirLaw } from '../fhir/law.ts';
import { FHIR_BODY_LIMIT, FHIR_ROUTES, type FhirRoute } from '../fhir/routes.ts';
import type { Deps } from '../http/deps.ts';
import { refusalOf } from '../http/errors.ts';
import { publicRoute, route } from '../http/route.ts';
import { latestAnswer } from '../authorizations/take-answer.ts';
import { inPractice } from '../store/in-practice.ts';

const FHIR_JSON = 'application/fhir+json; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
/** A route names its service or nothing. */
const PARAMS = z.object({ id: z.string().max(100).optional() });

/** CDS Hooks, and the operations of FHIR and Da Vinci. Errors are OperationOutcomes, as such clients expect them. */
export async function fhirRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const clients = new CdsClients(deps);
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => answerOutcome(error, request, reply));
    for (const one of FHIR_ROUTES) add(scope, deps, one, clients);
  });
}

function add(scope: FastifyInstance, deps: Deps, one: FhirRoute, clients: CdsClients): void {
  const common = {
    method: one.method,
    url: one.url,
    summary: one.summary,
    tag: one.url.startsWith('/fhir') ? 'FHIR' : 'CDS Hooks',
    produces: [one.url.startsWith('/fhir') ? 'application/fhir+json' : 'application/json'],
    params: PARAMS,
    bodyLimit: FHIR_BODY_LIMIT,
    ...(one.method === 'POST' ? { consumes: 'json' as const } : {}),
  };
  if (one.security === 'public') {
    const handlers = fhirDeps(deps, undefined);
    publicRoute(scope, deps, {
      ...common,
      fromAnyPage: true,
      handler: async ({ params, request, reply }) =>
        answer(
          one,
          reply,
          await one.handle({ params: texts(params), body: request.body, caller: { id: 'anybody' } }, handlers),
        ),
    });
    return;
  }
  route(scope, deps, {
    ...common,
    permission: 'review',
    ...(one.security === 'cds' ? { authenticate: (request) => clients.identify(request) } : {}),
    transaction: 'own',
    audit: { action: `fhir ${one.url.replace(/^\/(?:fhir\/)?/, '')}`, subject: ({ params }) => params.id },
    handler: async ({ actor, params, request, reply, inTx }) => {
      const told = await one.handle(
        { params: texts(params), body: request.body, caller: { id: actor.id } },
        fhirDeps(deps, actor),
      );
      // What was asked and answered is accounted for before it is told.
      await inTx(async () => undefined);
      return answer(one, reply, told);
    },
  });
}

/** The law made ready for FHIR, once for each revision. */
let ready: FhirLaw | undefined;

function fhirDeps(deps: Deps, actor: Parameters<typeof inPractice>[1] | undefined): FhirDeps {
  const { engine, settings } = deps;
  return {
    review: (input) => engine.ask('review', input),
    reviewInShort: (input) => engine.ask('reviewWithoutClauses', input),
    law: () => {
      const { library } = engine.settings;
      return (ready = ready?.revision === library.revision ? ready : fhirLaw(library));
    },
    now: deps.now,
    today: () => deps.now().toISOString().slice(0, 10) as IsoDate,
    fetchFhir: async (url, token) => {
      const { fhirServers, privateFhirHosts } = settings;
      const fetched = await guardedFetch(url, token, { allowed: fhirServers, privateHosts: privateFhirHosts });
      return fetched.ok ? fetched.json : undefined;
    },
    label: 'Interspace: published criteria',
    baseUrl: settings.publicUrl,
    version: deps.law.engine,
    ...(actor === undefined
      ? {}
      : {
          feedback: (service, cards, caller) => keepFeedback(deps, actor, service, cards, caller),
          answerTo: (request) => inPractice(deps.database.db, actor, (tx) => latestAnswer(tx, request)),
        }),
  };
}

async function keepFeedback(
  deps: Deps,
  actor: Parameters<typeof inPractice>[1],
  service: string,
  cards: Parameters<NonNullable<FhirDeps['feedback']>>[1],
  caller: FhirCaller,
): Promise<void> {
  await inPractice(deps.database.db, actor, (tx) =>
    tx
      .insertInto('cds_feedback')
      .values(
        cards.map(({ card, outcome, at, suggestions, reason }) => ({
          practice_id: actor.practice,
          client_id: caller.id,
          service,
          card,
          outcome,
          at,
          suggestions: [...suggestions],
          reason: reason ?? null,
        })),
      )
      .execute(),
  );
}

function texts(params: z.output<typeof PARAMS>): Record<string, string> {
  return params.id === undefined ? {} : { id: params.id };
}

/** As text, so that no other serializer looks at it. */
function answer(one: FhirRoute, reply: FastifyReply, told: { status: number; body: unknown }): void {
  reply.code(told.status);
  if (told.body === undefined) void reply.send();
  else void reply.type(one.url.startsWith('/fhir') ? FHIR_JSON : JSON_TYPE).send(JSON.stringify(told.body));
}

function answerOutcome(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error);
  if (refusal.status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, refusal.message);
  if (refusal.retryAfter !== undefined) void reply.header('retry-after', refusal.retryAfter);
  if (refusal.status === 401) void reply.header('www-authenticate', 'Bearer realm="interspace"');
  void reply
    .code(refusal.status)
    .type(FHIR_JSON)
    .send(JSON.stringify(issuesToFhir(refusal.issues)));
}
