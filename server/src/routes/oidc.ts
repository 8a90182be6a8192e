import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '../http/deps.ts';
import { refuse, Refusal } from '../http/refusal.ts';
import { publicRoute } from '../http/route.ts';
import { accountOfClaims } from '../identity/account-of-claims.ts';
import { Oidc } from '../identity/oidc.ts';
import { openSession } from '../identity/sessions.ts';

const COOKIE = 'interspace_oidc';

/** Signing in through the practice's own provider; nothing here when none is set up. */
export function oidcRoutes(app: FastifyInstance, deps: Deps): void {
  const { oidc: settings, publicUrl } = deps.settings;
  if (!settings) return;
  const oidc = new Oidc(deps, settings);
  // Lax: the browser comes back from another site, and must bring it.
  const cookie = {
    path: '/api/oidc',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  } as const;

  publicRoute(app, deps, {
    method: 'GET',
    url: '/api/oidc/start',
    summary: 'Go to the sign-in provider',
    tag: 'session',
    query: z.object({ next: z.string().max(500).default('/') }),
    status: 302,
    fromAnyPage: true,
    handler: async ({ query, reply }) => {
      const { location, cookie: secret } = await oidc.begin(ownPath(query.next));
      await reply.setCookie(COOKIE, secret, { ...cookie, maxAge: 600 }).redirect(location.href, 302);
    },
  });
  publicRoute(app, deps, {
    method: 'GET',
    url: '/api/oidc/callback',
    summary: 'Come back from the sign-in provider',
    tag: 'session',
    status: 302,
    fromAnyPage: true,
    handler: async ({ request, reply }) => {
      const secret = request.cookies[COOKIE];
      reply.clearCookie(COOKIE, cookie);
      try {
        if (secret === undefined) throw refuse('server/identity/provider');
        const { claims, next } = await oidc.finish(request.url.split('?')[1] ?? '', secret);
        await openSession(deps, request, reply, await accountOfClaims(deps, settings, claims), true);
        deps.forgetCallers();
        await reply.redirect(next, 302);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        app.limiters.failures.take(request.ip);
        // A person at a browser: the page says it in words.
        await reply.redirect(`/sign-in?problem=${encodeURIComponent(error.message)}`, 302);
      }
    },
  });
}

/** Only addresses of our own page; never `//elsewhere`. */
function ownPath(next: string): string {
  return /^\/(?![/\\])[\x20-\x7e]*$/.test(next) && !next.startsWith('/api/') ? next : '/';
}
