import { createHash } from 'node:crypto';
import {
  createLocalJWKSet,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWTHeaderParameters,
  type JWTVerifyGetKey,
} from 'jose';

/** A CDS client whose tokens are taken: its keys are registered here, or stand at an address that is registered here. */
export interface CdsClient {
  readonly issuer: string;
  readonly keys?: JSONWebKeySet | undefined;
  /** The only address from which its keys are read; the `jku` of a token must be exactly this. */
  readonly jku?: string | undefined;
}

export interface TokenRules {
  readonly clients: readonly CdsClient[];
  readonly now: () => Date;
  /** Reads a key set; undefined when it cannot be had. Give `guardedFetch` with the registered addresses as its list. */
  readonly fetchKeys: (jku: string) => Promise<unknown>;
}

/** Why a token was refused; for logs and tests. The caller is only told that it was. */
export type TokenRefusal =
  | 'missing'
  | 'malformed'
  | 'algorithm'
  | 'issuer'
  | 'keys'
  | 'signature'
  | 'expired'
  | 'claims'
  | 'replayed';
export type TokenVerdict =
  | { readonly ok: true; readonly issuer: string }
  | { readonly ok: false; readonly why: TokenRefusal };

const ALGORITHMS = ['ES384', 'RS384'];
/** A token may live this long; a client that asks for more would make its number worth stealing. */
const LONGEST_S = 300;
const LEEWAY_S = 30;
const KEYS_LIVE_MS = 600_000;
const MOST_NUMBERS = 200_000;

/** Verifies the token of each call: once each, because its number (`jti`) is remembered until it has expired. */
export class ClientTokens {
  readonly #rules: TokenRules;
  readonly #numbers = new Map<string, number>();
  readonly #keys = new Map<string, { readonly keys: JWTVerifyGetKey; readonly until: number }>();

  constructor(rules: TokenRules) {
    this.#rules = rules;
  }

  /** `audience` is the address that was called, as the discovery document names it. */
  async verify(authorization: string | undefined, audience: readonly string[]): Promise<TokenVerdict> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (authorization === undefined) return no('missing');
    if (token === undefined || token.length > 8_192) return no('malformed');
    let header: { alg?: string | undefined; jku?: string | undefined };
    let issuer: unknown;
    try {
      header = decodeProtectedHeader(token);
      issuer = (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { iss?: unknown })
        .iss;
    } catch {
      return no('malformed');
    }
    if (!ALGORITHMS.includes(header.alg ?? '')) return no('algorithm');
    const client = this.#rules.clients.find((one) => one.issuer === issuer);
    if (!client) return no('issuer');
    // Registered keys are never overruled by what a token points at.
    if (!client.keys && header.jku !== undefined && header.jku !== client.jku) return no('keys');
    const keys = await this.#keysOf(client);
    if (!keys) return no('keys');
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ALGORITHMS,
        issuer: client.issuer,
        audience: [...audience],
        requiredClaims: ['exp', 'iat', 'jti'],
        clockTolerance: LEEWAY_S,
        currentDate: this.#rules.now(),
      });
      const { exp = 0, iat = 0, jti } = payload;
      if (typeof jti !== 'string' || jti.length < 8 || jti.length > 200) return no('claims');
      if (exp - iat > LONGEST_S || iat - LEEWAY_S > this.#rules.now().getTime() / 1000) return no('claims');
      return this.#once(client.issuer, jti, exp) ? { ok: true, issuer: client.issuer } : no('replayed');
    } catch (error) {
      if (error instanceof errors.JWTExpired) return no('expired');
      if (error instanceof errors.JWTClaimValidationFailed) return no('claims');
      return no('signature');
    }
  }

  /** True the first time; numbers are kept as digests, until their token has expired. */
  #once(issuer: string, jti: string, exp: number): boolean {
    const now = this.#rules.now().getTime() / 1000;
    const key = createHash('sha256').update(`${issuer}\n${jti}`).digest('base64url');
    if ((this.#numbers.get(key) ?? 0) + LEEWAY_S >= now) return false;
    if (this.#numbers.size >= MOST_NUMBERS)
      for (const [kept, until] of this.#numbers) if (until + LEEWAY_S < now) this.#numbers.delete(kept);
    // Full of tokens that still live: rather refuse than forget one.
    if (this.#numbers.size >= MOST_NUMBERS) return false;
    this.#numbers.set(key, exp);
    return true;
  }

  async #keysOf({ keys, jku, issuer }: CdsClient): Promise<JWTVerifyGetKey | undefined> {
    const now = this.#rules.now().getTime();
    // Keys that were registered anew are other keys.
    const name = `${issuer}\n${keys === undefined ? (jku ?? '') : JSON.stringify(keys)}`;
    const kept = this.#keys.get(name);
    if (kept && kept.until > now) return kept.keys;
    const set = keys ?? (jku === undefined ? undefined : await this.#rules.fetchKeys(jku));
    if (!isKeySet(set)) return undefined;
    const found = readySet(set);
    if (this.#keys.size > 500) this.#keys.clear();
    this.#keys.set(name, { keys: found, until: now + KEYS_LIVE_MS });
    return found;
  }
}

function readySet(set: JSONWebKeySet): JWTVerifyGetKey {
  const local = createLocalJWKSet(set);
  return (header: JWTHeaderParameters, token: FlattenedJWSInput) => local(header, token);
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  return typeof value === 'object' && value !== null && Array.isArray((value as { keys?: unknown }).keys);
}

function no(why: TokenRefusal): TokenVerdict {
  return { ok: false, why };
}
