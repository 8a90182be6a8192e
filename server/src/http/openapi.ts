import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Citation } from '@interspace/core/model/citation';
import { ClauseResult } from '@interspace/core/model/determination';
import { Evidence } from '@interspace/core/model/evidence';
import { Finding } from '@interspace/core/model/finding';
import { Review } from '@interspace/core/model/review';
import { ReviewInput } from '@interspace/core/model/review-input';
import { Problem, SESSION_COOKIE } from '../contract/common.ts';
import type { Deps } from './deps.ts';
import { publicRoute } from './route.ts';

const ABOUT = `One Review of a note, form, claim or bundle: codes, claim edits, coverage criterion by criterion with evidence and
citation, questions, prior authorization. What cannot be decided from the record is answered as unknown, never guessed.

Errors are problem+json (RFC 9457) with our Issues; no answer repeats a value that was sent. A POST, PUT, PATCH or DELETE that takes an
\`Idempotency-Key\` may be sent again with the same key: it happens once and is answered twice.`;

/** Schemas with a name of their own: those that clients make types of, and those that hold themselves. */
const NAMED = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  ClauseResult,
  Evidence,
  Citation,
  Finding,
  Review,
  Case: ReviewInput,
  Problem,
}))
  NAMED.add(schema, { id });

/** Scripts, styles and pictures of the page itself; calls go to this server only. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

/** The API described by itself: OpenAPI 3.1 from the schemas that check the requests. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Interspace', version, description: ABOUT },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
          token: {
            type: 'oauth2',
            flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: {} } },
          },
        },
      },
    },
    transform: createJsonSchemaTransform({ schemaRegistry: NAMED }),
    transformObject: createJsonSchemaTransformObject({ schemaRegistry: NAMED }),
    hideUntagged: true,
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: POLICY,
    uiConfig: { docExpansion: 'none', validatorUrl: null, layout: 'BaseLayout' },
    theme: { title: 'Interspace API' },
  });
}

/** `GET /api/openapi.json`. Made once: it does not change while the server runs. */
export function serveDescription(app: FastifyInstance, deps: Deps): void {
  let text: string | undefined;
  publicRoute(app, deps, {
    method: 'GET',
    url: '/api/openapi.json',
    summary: 'This description',
    tag: 'about',
    hidden: true,
    answer: z.unknown(),
    trusted: true,
    handler: async ({ reply }) => {
      text ??= JSON.stringify(app.swagger());
      await reply.type('application/json; charset=utf-8').send(text);
    },
  });
}
