import type { FastifyRequest } from 'fastify';
import { CSRF_HEADER } from '../contract/common.ts';
import { may, type Permission } from '../contract/roles.ts';
import type { Caller } from '../identity/caller.ts';
import { recordRefusal } from '../identity/refusals.ts';
import type { Deps } from './deps.ts';
import type { Limiters } from './limiters.ts';
import { sameSecret } from './same-secret.ts';
import type { Settings } from './settings.ts';
import { refuse, Refusal } from './refusal.ts';

declare module 'fastify' {
  interface FastifyInstance {
    limiters: Limiters;
  }
}

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Lets somebody known through, in this order: rate, who, rate of that one, CSRF, permission. Nothing of the body is read yet. */
export async function admit(
  request: FastifyRequest,
  deps: Deps,
  permission: Permission | 'signed-in',
  authenticate?: (request: FastifyRequest) => Promise<Caller>,
): Promise<Caller> {
  const caller = await identified(request, authenticate ?? deps.identify);
  if (!caller) {
    spend(request.server.limiters.anonymous.take(request.ip));
    throw refuse('server/identity/sign-in-needed');
  }
  spend(request.server.limiters.known.take(`${caller.kind} ${caller.id}`));
  if (caller.session && CHANGING.has(request.method)) provesPage(request, caller.session.csrf);
  if (permission !== 'signed-in' && lacksFactor(caller, deps.settings))
    throw refuse('server/identity/second-factor-needed');
  if (permission !== 'signed-in' && !(may(caller.role, permission) && (caller.only?.has(permission) ?? true))) {
    await recordRefusal(deps, caller, `${request.method} ${request.routeOptions.url ?? ''}`);
    throw refuse('server/identity/not-allowed');
  }
  return caller;
}

/** Whether somebody has to set up a second factor before anything else. */
export function lacksFactor(caller: Caller, { administratorsNeedFactor }: Settings): boolean {
  return (
    administratorsNeedFactor &&
    caller.kind === 'account' &&
    caller.role === 'administrator' &&
    caller.totp !== true &&
    caller.session?.byProvider !== true
  );
}

/** Lets anybody through whose address does not ask too often. A bad token is as good as none here. */
export async function admitAnybody(
  request: FastifyRequest,
  deps: Deps,
  fromAnyPage: boolean,
): Promise<Caller | undefined> {
  spend(request.server.limiters.anonymous.take(request.ip));
  if (fromAnyPage) return undefined;
  const caller = await deps.identify(request).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 401) return undefined;
    throw error;
  });
  if (CHANGING.has(request.method)) {
    // Nothing is done here in somebody's name: what counts is that no other page sends it.
    if (comesFromElsewhere(request)) throw refuse('server/identity/csrf');
  }
  return caller;
}

/** Guessing of tokens from one address ends soon. */
async function identified(
  request: FastifyRequest,
  identify: (request: FastifyRequest) => Promise<Caller | undefined>,
): Promise<Caller | undefined> {
  refuseGuesser(request);
  try {
    return await identify(request);
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) request.server.limiters.failures.take(request.ip);
    throw error;
  }
}

/** An address from which too many wrong passwords and tokens came waits, before anything is computed for it. */
export function refuseGuesser(request: FastifyRequest): void {
  const { failures } = request.server.limiters;
  if (failures.isSpent(request.ip)) spend(failures.take(request.ip));
}

function spend(wait: number): void {
  if (wait > 0) throw refuse('server/http/rate', undefined, { retryAfter: wait });
}

function provesPage(request: FastifyRequest, csrf: string): void {
  const sent = request.headers[CSRF_HEADER];
  if (comesFromElsewhere(request) || typeof sent !== 'string' || !sameSecret(sent, csrf))
    throw refuse('server/identity/csrf');
}

/** Browsers say which page asks; programs do not. */
function comesFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
