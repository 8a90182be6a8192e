import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type IDToken,
} from 'openid-client';
import { asSystem } from '../store/in-practice.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import type { OidcSettings } from '../http/settings.ts';
import { digestOf, newSecret } from './secrets.ts';

const FLOW_MS = 10 * 60_000;

/** Sign-in through a provider: authorization code with PKCE, state and nonce. */
export class Oidc {
  readonly #deps: Deps;
  readonly #settings: OidcSettings;
  #configuration: Promise<Configuration> | undefined;

  constructor(deps: Deps, settings: OidcSettings) {
    this.#deps = deps;
    this.#settings = settings;
  }

  get redirectUri(): string {
    return `${this.#deps.settings.publicUrl}/api/oidc/callback`;
  }

  /** Where to send the browser, and what its cookie must bring back. */
  async begin(next: string): Promise<{ location: URL; cookie: string }> {
    const configuration = await this.#configured();
    const [verifier, state, nonce, cookie] = [randomPKCECodeVerifier(), randomState(), randomNonce(), newSecret()];
    await asSystem(this.#deps.database.db, async (tx) =>
      tx
        .insertInto('oidc_flows')
        .values({
          id: digestOf(`${cookie}.${state}`),
          verifier,
          nonce,
          next,
          expires_at: new Date(this.#deps.now().getTime() + FLOW_MS).toISOString(),
        })
        .execute(),
    );
    const location = buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: 'openid profile email',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { location, cookie };
  }

  /** What the provider says of who came back, and where that one wanted to go. Each flow ends once. */
  async finish(query: string, cookie: string): Promise<{ claims: IDToken; next: string }> {
    const state = new URLSearchParams(query).get('state') ?? '';
    const flow = await asSystem(this.#deps.database.db, async (tx) =>
      tx
        .deleteFrom('oidc_flows')
        .where('id', '=', digestOf(`${cookie}.${state}`))
        .where('expires_at', '>', this.#deps.now().toISOString())
        .returningAll()
        .executeTakeFirst(),
    );
    if (!flow) throw refuse('server/identity/provider');
    const configuration = await this.#configured();
    try {
      const tokens = await authorizationCodeGrant(configuration, new URL(`${this.redirectUri}?${query}`), {
        pkceCodeVerifier: flow.verifier,
        expectedState: state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw refuse('server/identity/provider');
      return { claims, next: flow.next };
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'sign-in provider');
      throw refuse('server/identity/provider');
    }
  }

  /** Asked once; a provider that was away is asked again. */
  async #configured(): Promise<Configuration> {
    const { issuer, clientId, clientSecret, insecure } = this.#settings;
    this.#configuration ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: 10,
      ...(insecure ? { execute: [allowInsecureRequests] } : {}),
    });
    try {
      return await this.#configuration;
    } catch (error) {
      this.#configuration = undefined;
      this.#deps.log.warn({ err: error }, 'sign-in provider');
      throw refuse('server/identity/provider');
    }
  }
}
