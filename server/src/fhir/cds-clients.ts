import type { FastifyRequest } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import type { Caller } from '../identity/caller.ts';
import { asSystem } from '../store/in-practice.ts';
import { ClientTokens, type CdsClient } from './client-tokens.ts';
import { guardedFetch } from './guarded-fetch.ts';

/** For so long the list of clients is believed: one that is shut out is out after it at the latest. */
const BELIEVED_MS = 5000;

interface Known extends CdsClient {
  readonly caller: Caller;
}

/** The EHRs that call CDS services: each call is signed with keys that were registered for the client, or by a token of ours. */
export class CdsClients {
  readonly #deps: Deps;
  readonly #tokens: ClientTokens;
  #clients: readonly Known[] = [];
  #until = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
    const known = (): readonly Known[] => this.#clients;
    this.#tokens = new ClientTokens({
      get clients() {
        return known();
      },
      now: deps.now,
      fetchKeys: async (jku) => {
        const { privateFhirHosts } = deps.settings;
        const fetched = await guardedFetch(jku, undefined, { allowed: [jku], privateHosts: privateFhirHosts });
        return fetched.ok ? fetched.json : undefined;
      },
    });
  }

  /** Who calls; throws a Refusal when it is nobody whom we know. */
  async identify(request: FastifyRequest): Promise<Caller> {
    const { authorization } = request.headers;
    const isSigned = authorization !== undefined && authorization.split('.').length === 3;
    const caller = isSigned ? await this.#signed(request, authorization) : await this.#deps.identify(request);
    if (!caller) throw refuse('server/identity/sign-in-needed');
    return caller;
  }

  async #signed(request: FastifyRequest, authorization: string): Promise<Caller> {
    await this.#refresh();
    const path = request.url.split('?')[0] ?? '';
    const verdict = await this.#tokens.verify(authorization, [`${this.#deps.settings.publicUrl}${path}`]);
    const caller = verdict.ok ? this.#clients.find(({ issuer }) => issuer === verdict.issuer)?.caller : undefined;
    if (!caller) throw refuse('server/identity/token');
    return caller;
  }

  async #refresh(): Promise<void> {
    const now = this.#deps.now().getTime();
    if (now < this.#until) return;
    const rows = await asSystem(this.#deps.database.db, (tx) =>
      tx
        .selectFrom('clients as client')
        .innerJoin('practices as practice', 'practice.id', 'client.practice_id')
        .select(['client.id', 'client.name', 'client.client_id as login', 'client.jwks', 'client.jwks_uri as jku'])
        .select(['client.issuer', 'practice.id as practice', 'practice.name as practiceName'])
        .where('client.disabled', '=', false)
        .where('client.issuer', 'is not', null)
        .execute(),
    );
    this.#clients = rows.flatMap(({ issuer, jwks, jku, ...client }) =>
      issuer === null
        ? []
        : [
            {
              issuer,
              ...(jwks ? { keys: jwks as JSONWebKeySet } : {}),
              ...(jku === null ? {} : { jku }),
              caller: { kind: 'client' as const, role: 'service' as const, ...client },
            },
          ],
    );
    this.#until = now + BELIEVED_MS;
  }
}
