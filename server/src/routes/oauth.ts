import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { appendAudit } from '../audit-log/append.ts';
import { PERMISSIONS, type Permission } from '../contract/roles.ts';
import type { Deps } from '../http/deps.ts';
import { publicRoute } from '../http/route.ts';
import { ASSERTION_TYPE, clientOfAssertion, clientOfSecret } from '../identity/client-credentials.ts';
import { issueToken, TOKEN_SECONDS } from '../identity/tokens.ts';
import { systemActor } from '../store/actor.ts';
import { asSystem } from '../store/in-practice.ts';

const Asked = z.record(z.string(), z.string());
const Told = z.object({
  access_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.int(),
  scope: z.string(),
});

/** Tokens for programs: OAuth 2.0 client credentials, as SMART Backend Services has them. */
export function oauthRoutes(app: FastifyInstance, deps: Deps): void {
  const endpoint = `${deps.settings.publicUrl}/oauth/token`;
  publicRoute(app, deps, {
    method: 'POST',
    url: '/oauth/token',
    summary: 'A token for five minutes (grant_type=client_credentials, with a signed assertion or a secret)',
    tag: 'session',
    consumes: 'form',
    body: Asked,
    answer: Told,
    fromAnyPage: true,
    handler: async ({ body, request, reply }) => {
      if (app.limiters.failures.isSpent(request.ip)) return oauthError(reply, 429, 'slow_down');
      if (body['grant_type'] !== 'client_credentials') return oauthError(reply, 400, 'unsupported_grant_type');
      const client = await proven(deps, body, request.headers.authorization, endpoint);
      if (!client) {
        app.limiters.failures.take(request.ip);
        await asSystem(deps.database.db, async (tx) => appendAudit(tx, systemActor(), 'token.refused'));
        return oauthError(reply, 401, 'invalid_client');
      }
      const granted = grantedOf(body['scope']);
      if (granted.length === 0) return oauthError(reply, 400, 'invalid_scope');
      const token = await issueToken(deps, { id: client.id, practice: client.practice_id }, granted);
      return {
        access_token: token,
        token_type: 'bearer' as const,
        expires_in: TOKEN_SECONDS,
        scope: body['scope'] ?? granted.join(' '),
      };
    },
  });
  publicRoute(app, deps, {
    method: 'GET',
    url: '/.well-known/smart-configuration',
    summary: 'Where and how programs get tokens (SMART App Launch)',
    tag: 'session',
    answer: z.unknown(),
    fromAnyPage: true,
    handler: async () => ({
      token_endpoint: endpoint,
      token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_basic', 'client_secret_post'],
      token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
      grant_types_supported: ['client_credentials'],
      scopes_supported: ['system/*.rs', ...PERMISSIONS.service],
      capabilities: ['client-confidential-asymmetric', 'client-confidential-symmetric', 'permission-v2'],
    }),
  });
}

async function proven(deps: Deps, body: z.infer<typeof Asked>, authorization: string | undefined, endpoint: string) {
  const { client_assertion_type: type, client_assertion: assertion, client_id: id, client_secret: secret } = body;
  if (assertion !== undefined)
    return type === ASSERTION_TYPE ? clientOfAssertion(deps, assertion, endpoint) : undefined;
  if (id !== undefined && secret !== undefined) return clientOfSecret(deps, id, secret);
  const basic = /^Basic ([A-Za-z0-9+/=]{1,600})$/.exec(authorization ?? '')?.[1];
  if (basic === undefined) return undefined;
  const [name = '', ...rest] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return clientOfSecret(deps, decoded(name), decoded(rest.join(':')));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What is granted of what was asked: our own words, or SMART system scopes; all that programs may do when nothing was asked. */
function grantedOf(scope: string | undefined): Permission[] {
  const all = [...PERMISSIONS.service];
  const asked = (scope ?? '').split(' ').filter((word) => word !== '');
  if (asked.length === 0) return all;
  const system = asked.map((word) => /^system\/[A-Za-z*]+\.(?:\*|read|write|[cruds]+)$/.exec(word)?.[0]);
  const writes = system.some((word) => word !== undefined && /\.(?:\*|write|[rs]*[cud][cruds]*)$/.test(word));
  const reads = system.some((word) => word !== undefined);
  return all.filter(
    (permission) =>
      asked.includes(permission) || writes || (reads && (permission === 'review' || permission.endsWith(':read'))),
  );
}

/** RFC 6749 has errors of its own. */
function oauthError(reply: FastifyReply, status: number, error: string): void {
  void reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify({ error }));
}
