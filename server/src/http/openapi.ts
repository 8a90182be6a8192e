import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { SESSION_COOKIE } from '../contract/common.ts';
import type { Deps } from './deps.ts';
import { publicRoute } from './route.ts';

const ABOUT = `One Review of a note, form, claim or bundle: codes, claim edits, coverage criterion by criterion with evidence and
citation, questions, prior authorization. What cannot be decided from the record is answered as unknown, never guessed.

Errors are problem+json (RFC 9457) with our Issues; no answer repeats a value that was sent. A POST, PUT, PATCH or DELETE that takes an
\`Idempotency-Key\` may be sent again with the same key: it happens once and is answered twice.`;

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
    transform: createJsonSchemaTransform({}),
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
