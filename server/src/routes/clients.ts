import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { Id } from '../contract/common.ts';
import { Client, NewClient } from '../contract/session.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { digestOf, newSecret } from '../identity/secrets.ts';

/** Other programs that may ask on behalf of the practice; for administrators. */
export function clientRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'GET',
    url: '/api/clients',
    summary: 'Programs that may use the API',
    tag: 'accounts',
    permission: 'accounts:write',
    audit: null,
    answer: z.array(Client),
    handler: async ({ tx }) => {
      const rows = await tx.selectFrom('clients').selectAll().where('disabled', '=', false).orderBy('name').execute();
      return rows.map(({ id, name, client_id, created_at, jwks_uri, issuer }) => ({
        id,
        name,
        clientId: client_id,
        created: created_at,
        ...(jwks_uri === null ? {} : { jwksUri: jwks_uri }),
        ...(issuer === null ? {} : { issuer }),
      }));
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/clients',
    summary: 'Let a program in: with its public keys (SMART Backend Services), or with a secret that is told once',
    tag: 'accounts',
    permission: 'accounts:write',
    audit: { action: 'client.create', subject: (_, { id }) => `client ${id}` },
    status: 201,
    body: NewClient,
    answer: Client,
    handler: async ({ actor, body, tx }) => {
      const jwks = body.jwks === undefined ? undefined : publicKeys(body.jwks);
      const secret = jwks === undefined && body.jwksUri === undefined ? newSecret() : undefined;
      const made = await tx
        .insertInto('clients')
        .values({
          practice_id: actor.practice,
          client_id: `client-${randomUUID()}`,
          name: body.name,
          ...(secret === undefined ? {} : { secret_hash: digestOf(secret) }),
          ...(jwks === undefined ? {} : { jwks: JSON.stringify(jwks) }),
          ...(body.jwksUri === undefined ? {} : { jwks_uri: body.jwksUri }),
          ...(body.issuer === undefined ? {} : { issuer: body.issuer }),
        })
        .returning(['id', 'client_id', 'created_at'])
        .executeTakeFirstOrThrow();
      const { id, client_id: clientId, created_at: created } = made;
      return { id, name: body.name, clientId, created, ...(secret === undefined ? {} : { secret }) };
    },
  });
  route(app, deps, {
    method: 'DELETE',
    url: '/api/clients/:id',
    summary: 'Shut a program out; its tokens end at once',
    tag: 'accounts',
    permission: 'accounts:write',
    audit: { action: 'client.disable', subject: ({ params }) => `client ${params.id}` },
    params: z.object({ id: Id }),
    transaction: 'own',
    handler: async ({ params, inTx }) => {
      await inTx(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('clients')
          .set({ disabled: true })
          .where('id', '=', params.id)
          .where('disabled', '=', false)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) throw refuse('server/http/not-found');
      });
      deps.forgetCallers();
    },
  });
}

const Jwks = z.object({
  keys: z
    .array(z.object({ kty: z.enum(['RSA', 'EC']) }).loose())
    .min(1)
    .max(20),
});

/** A set of public keys that can be read; private parts are refused, not kept. */
function publicKeys(given: unknown): JSONWebKeySet {
  const read = Jwks.safeParse(given);
  if (!read.success || read.data.keys.some((key) => 'd' in key || 'k' in key))
    throw refuse('server/http/invalid', 'A JSON Web Key Set with public RSA or EC keys is needed here.', {
      at: 'body/jwks',
    });
  const set = read.data as unknown as JSONWebKeySet;
  createLocalJWKSet(set);
  return set;
}
