import type { FastifyRequest } from 'fastify';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import type { Caller } from './caller.ts';
import { callerOfSession, cookieName } from './sessions.ts';
import { digestOf } from './secrets.ts';
import { callerOfToken } from './tokens.ts';

/** For so long a caller is remembered in memory; whatever takes something away from one calls `forget`. */
const REMEMBERED_MS = 5000;
const MOST = 5000;

/** Knows who asks, without asking the database at every request of a burst. */
export class Identities {
  readonly deps: Deps;
  readonly #known = new Map<string, { readonly caller: Caller; readonly until: number }>();

  constructor(deps: Deps) {
    this.deps = deps;
  }

  /** A token goes before a cookie. A token that is no good is refused; a cookie that is no good is as none. */
  async identify(request: FastifyRequest): Promise<Caller | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization)?.[1];
      const caller = token === undefined ? undefined : await this.#recall(token, callerOfToken);
      if (!caller) throw refuse('server/identity/token');
      return caller;
    }
    const cookie = request.cookies[cookieName(this.deps)];
    if (cookie === undefined || !/^[A-Za-z0-9_-]{43}$/.test(cookie)) return undefined;
    return this.#recall(cookie, callerOfSession);
  }

  /** After a change of accounts, sessions or clients. */
  forget(): void {
    this.#known.clear();
  }

  async #recall(
    secret: string,
    ask: (deps: Deps, secret: string) => Promise<Caller | undefined>,
  ): Promise<Caller | undefined> {
    const key = digestOf(secret);
    const now = this.deps.now().getTime();
    const known = this.#known.get(key);
    // A clock that was set back must not make it long.
    if (known && known.until > now && known.until <= now + REMEMBERED_MS) return known.caller;
    this.#known.delete(key);
    const caller = await ask(this.deps, secret);
    if (!caller) return undefined;
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(key, { caller, until: now + REMEMBERED_MS });
    return caller;
  }
}
