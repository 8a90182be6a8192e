import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ChangePassword, TotpOffer } from '../contract/session.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { refuseGuesser } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { notice } from '../identity/notices.ts';
import { factorOf } from '../identity/stored-secrets.ts';
import { checkStrength, hashPassword, passwordFits } from '../identity/passwords.ts';
import { offerTotp, stepOfCode } from '../identity/totp.ts';
import { inPractice } from '../store/in-practice.ts';

const Code = z.object({ code: z.string().min(6).max(12) }).strict();

/** What people change at their own account: password and second factor. */
export function accountRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'POST',
    url: '/api/account/password',
    summary: 'Change the own password; other sessions of the account end',
    tag: 'account',
    permission: 'signed-in',
    audit: { action: 'account.password', subject: ({ actor }) => `account ${actor.id}` },
    body: ChangePassword,
    transaction: 'own',
    handler: async ({ actor, body, inTx, request }) => {
      const kept = await inPractice(deps.database.db, actor, async (tx) =>
        tx.selectFrom('accounts').select('password_hash').where('id', '=', actor.id).executeTakeFirst(),
      );
      if (!(await passwordFits(body.current, kept?.password_hash, deps.keys))) {
        app.limiters.failures.take(request.ip);
        throw refuse('server/identity/sign-in-failed');
      }
      checkStrength(body.next, actor.login);
      const password_hash = await hashPassword(body.next, deps.keys);
      await inTx(async (tx) => {
        await tx.updateTable('accounts').set({ password_hash }).where('id', '=', actor.id).execute();
        await tx
          .deleteFrom('web_sessions')
          .where('account_id', '=', actor.id)
          .where('id', '!=', actor.session?.id ?? '')
          .execute();
        await notice(tx, actor, ['password'], actor.name, deps.now());
      });
      deps.forgetCallers();
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/account/totp',
    summary: 'Offer a second factor; it is on when a code of it was confirmed',
    tag: 'account',
    permission: 'signed-in',
    audit: null,
    answer: TotpOffer,
    handler: async ({ actor, tx }) => {
      const offer = await offerTotp(actor.login);
      // Whoever sits at an open screen must not put an authenticator of their own in place of yours.
      const { numUpdatedRows } = await tx
        .updateTable('accounts')
        .set({ totp_pending: deps.keys.seal(offer.secret, factorOf(actor.id)) })
        .where('id', '=', actor.id)
        .where('totp_secret', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw refuse('server/identity/second-factor-on');
      return offer;
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/account/totp/confirm',
    summary: 'Switch the second factor on with a code that it shows',
    tag: 'account',
    permission: 'signed-in',
    audit: { action: 'account.totp-on', subject: ({ actor }) => `account ${actor.id}` },
    body: Code,
    transaction: 'own',
    handler: async ({ actor, body, inTx }) => {
      await inTx(async (tx) => {
        const account = await tx
          .selectFrom('accounts')
          .select('totp_pending')
          .where('id', '=', actor.id)
          .forUpdate()
          .executeTakeFirst();
        const kept = account?.totp_pending ?? undefined;
        const secret = kept === undefined ? undefined : deps.keys.open(kept, factorOf(actor.id));
        const step = secret === undefined ? undefined : stepOfCode(secret, body.code, deps.now(), null);
        if (kept === undefined || step === undefined)
          throw refuse('server/identity/second-factor', undefined, { at: 'body/code' });
        await tx
          .updateTable('accounts')
          .set({ totp_secret: kept, totp_pending: null, totp_step: step })
          .where('id', '=', actor.id)
          .where('totp_secret', 'is', null)
          .execute();
        await notice(tx, actor, ['second-factor-on'], actor.name, deps.now());
      });
      deps.forgetCallers();
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/account/totp/off',
    summary: 'Switch the second factor off, with a code that it shows',
    tag: 'account',
    permission: 'signed-in',
    audit: { action: 'account.totp-off', subject: ({ actor }) => `account ${actor.id}` },
    body: Code,
    transaction: 'own',
    handler: async ({ actor, body, inTx, request }) => {
      refuseGuesser(request);
      await inTx(async (tx) => {
        const account = await tx
          .selectFrom('accounts')
          .select(['totp_secret', 'totp_step'])
          .where('id', '=', actor.id)
          .forUpdate()
          .executeTakeFirst();
        const kept = account?.totp_secret ?? undefined;
        const secret = kept === undefined ? undefined : deps.keys.open(kept, factorOf(actor.id));
        const used = account?.totp_step ?? null;
        const step = secret === undefined ? undefined : stepOfCode(secret, body.code, deps.now(), used);
        if (kept !== undefined && step === undefined) {
          app.limiters.failures.take(request.ip);
          throw refuse('server/identity/second-factor', undefined, { at: 'body/code' });
        }
        await tx
          .updateTable('accounts')
          .set({ totp_secret: null, totp_pending: null, totp_step: null })
          .where('id', '=', actor.id)
          .execute();
        if (kept !== undefined) await notice(tx, actor, ['second-factor-off'], actor.name, deps.now());
      });
      deps.forgetCallers();
    },
  });
}
