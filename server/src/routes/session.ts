import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { PERMISSIONS } from '../contract/roles.ts';
import { Session, Setup, SignIn } from '../contract/session.ts';
import type { Deps } from '../http/deps.ts';
import { lacksFactor, refuseGuesser } from '../http/gate.ts';
import { publicRoute, route } from '../http/route.ts';
import type { Caller } from '../identity/caller.ts';
import { noticesOf } from '../identity/notices.ts';
import { cookieName, cookieOf, endSession, openSession } from '../identity/sessions.ts';
import { isEmpty, setUp } from '../identity/setup.ts';
import { signIn } from '../identity/sign-in.ts';
import { inPractice } from '../store/in-practice.ts';

/** Who is asking; signing in and out; the first administrator. */
export function sessionRoutes(app: FastifyInstance, deps: Deps): void {
  let empty = true;
  const view = async (caller: Caller | undefined): Promise<z.infer<typeof Session>> => {
    // Accounts are never deleted: once there is one, there always is.
    empty &&= await isEmpty(deps.database.db);
    const { oidc, demoAccounts } = deps.settings;
    const notices =
      caller?.kind === 'account' ? await inPractice(deps.database.db, caller, (tx) => noticesOf(tx, caller.id)) : [];
    return {
      signedIn: caller !== undefined,
      ...(caller?.kind === 'account' ? { user: userOf(caller, lacksFactor(caller, deps.settings)) } : {}),
      ...(notices.length > 0 ? { notices } : {}),
      ...(caller?.session ? { expires: caller.session.expires, csrf: caller.session.csrf } : {}),
      setup: empty,
      ...(oidc ? { oidc: { name: oidc.name } } : {}),
      ...(demoAccounts ? { demo: [...demoAccounts] } : {}),
    };
  };

  publicRoute(app, deps, {
    method: 'GET',
    url: '/api/session',
    summary: 'Who is asking, and how one may sign in',
    tag: 'session',
    answer: Session,
    handler: async ({ actor }) => view(actor),
  });
  publicRoute(app, deps, {
    method: 'POST',
    url: '/api/sign-in',
    summary: 'Sign in with login and password',
    tag: 'session',
    body: SignIn,
    answer: Session,
    handler: async ({ body, request, reply }) => {
      const { failures } = app.limiters;
      refuseGuesser(request);
      try {
        const account = await signIn(deps, body);
        return await view(await openSession(deps, request, reply, account));
      } catch (error) {
        failures.take(request.ip);
        throw error;
      } finally {
        deps.forgetCallers();
      }
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/sign-out',
    summary: 'End the session',
    tag: 'session',
    permission: 'signed-in',
    audit: { action: 'session.end' },
    transaction: 'own',
    handler: async ({ actor, inTx, reply }) => {
      if (actor.session) await endSession(deps, actor.session.id);
      deps.forgetCallers();
      reply.clearCookie(cookieName(deps), cookieOf(deps));
      await inTx(async () => undefined);
    },
  });
  publicRoute(app, deps, {
    method: 'POST',
    url: '/api/setup',
    summary: 'Make the first administrator, with the token of the link that the server printed',
    tag: 'session',
    body: Setup,
    handler: async ({ body, request }) => {
      refuseGuesser(request);
      try {
        await setUp(deps, body);
      } catch (error) {
        app.limiters.failures.take(request.ip);
        throw error;
      }
    },
  });
}

function userOf(caller: Caller, factorNeeded: boolean): NonNullable<z.infer<typeof Session>['user']> {
  return {
    id: caller.id,
    name: caller.name,
    login: caller.login,
    role: caller.role,
    permissions: [...PERMISSIONS[caller.role]],
    practice: { id: caller.practice, name: caller.practiceName },
    totp: caller.totp === true,
    ...(factorNeeded ? { factorNeeded } : {}),
  };
}
