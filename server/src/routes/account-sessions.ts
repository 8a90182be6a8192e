import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Id } from '../contract/common.ts';
import { OwnSession } from '../contract/session.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { forgetNotices } from '../identity/notices.ts';

/** Where one is signed in, ending what one does not know, and what was changed at the own authentication. */
export function accountSessionRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'GET',
    url: '/api/account/sessions',
    summary: 'Where you are signed in',
    tag: 'account',
    permission: 'signed-in',
    audit: null,
    answer: z.array(OwnSession),
    handler: async ({ actor, tx }) => {
      const rows = await tx
        .selectFrom('web_sessions')
        .select(['handle', 'agent', 'created_at', 'seen_at', 'expires_at'])
        .where('account_id', '=', actor.id)
        .where('expires_at', '>', deps.now().toISOString())
        .orderBy('seen_at', 'desc')
        .execute();
      return rows.map(({ handle, agent, created_at, seen_at, expires_at }) => ({
        id: handle,
        here: handle === actor.session?.handle,
        opened: created_at,
        seen: seen_at,
        expires: expires_at,
        ...(agent === null ? {} : { agent }),
      }));
    },
  });
  route(app, deps, {
    method: 'DELETE',
    url: '/api/account/sessions/:id',
    summary: 'End one of your sessions',
    tag: 'account',
    permission: 'signed-in',
    audit: { action: 'session.end', subject: ({ actor }) => `account ${actor.id}`, detail: () => 'from the list' },
    params: z.object({ id: Id }),
    transaction: 'own',
    handler: async ({ actor, params, inTx }) => {
      await inTx(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('web_sessions')
          .where('handle', '=', params.id)
          .where('account_id', '=', actor.id)
          .executeTakeFirst();
        if (numDeletedRows !== 1n) throw refuse('server/http/not-found');
      });
      deps.forgetCallers();
    },
  });
  route(app, deps, {
    method: 'DELETE',
    url: '/api/account/sessions',
    summary: 'End all of your sessions but this one',
    tag: 'account',
    permission: 'signed-in',
    audit: { action: 'session.end', subject: ({ actor }) => `account ${actor.id}`, detail: () => 'all others' },
    transaction: 'own',
    handler: async ({ actor, inTx }) => {
      await inTx(async (tx) => {
        await tx
          .deleteFrom('web_sessions')
          .where('account_id', '=', actor.id)
          .where('id', '!=', actor.session?.id ?? '')
          .execute();
      });
      deps.forgetCallers();
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/account/notices/seen',
    summary: 'You have read what was changed at the way you sign in',
    tag: 'account',
    permission: 'signed-in',
    audit: null,
    handler: async ({ actor, tx }) => forgetNotices(tx, actor.id),
  });
}
