import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SESSION_COOKIE } from '../contract/common.ts';
import { inPractice } from '../store/in-practice.ts';
import type { TestPractice } from '../testing/database.fixture.ts';
import { addPractice, wholeServer, type WholeServer } from '../testing/whole-server.fixture.ts';

const PUBLIC = 'http://127.0.0.1:8787';
/** Who the provider knows, and what it says of them now. */
const people = new Map<string, object>();
let provider: Server;
let issuer: string;
let server: WholeServer;
let practice: TestPractice;

beforeAll(async () => {
  provider = createServer();
  await new Promise<void>((go) => provider.listen(0, '127.0.0.1', go));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [
      { client_id: 'interspace', client_secret: 'an invented secret', redirect_uris: [`${PUBLIC}/api/oidc/callback`] },
    ],
    cookies: { keys: ['invented'] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username', 'groups'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...people.get(id), sub: id }) }),
    features: { devInteractions: { enabled: true } },
  });
  const handle = oidc.callback();
  provider.on('request', (request, response) => void handle(request, response));
  const settings = { issuer, clientId: 'interspace', clientSecret: 'an invented secret', name: 'Example Sign-in' };
  const roles = { 'pain-billing': 'biller' } as const;
  server = await wholeServer({ publicUrl: PUBLIC, oidc: { ...settings, insecure: true, roleClaim: 'groups', roles } });
  practice = await addPractice(server.database.db);
}, 60_000);
afterAll(async () => {
  await server.close();
  provider.closeAllConnections();
  provider.close();
});

/** Cookies as a browser keeps them. */
class Jar {
  readonly #cookies = new Map<string, string>();
  take(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
  }
  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** Walks through the provider's pages as somebody with these claims; answers the address it sends the browser back to. */
async function walk(start: string, claims: { sub: string } & Record<string, unknown>, jar: Jar): Promise<string> {
  const login = claims.sub;
  people.set(login, claims);
  let at = start;
  let form: string | undefined;
  for (let step = 0; step < 12; step++) {
    if (at.startsWith(PUBLIC)) return at;
    const answer = await fetch(at, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        cookie: jar.header,
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form === undefined ? {} : { body: form }),
      signal: AbortSignal.timeout(10_000),
    });
    jar.take(answer.headers.getSetCookie());
    const location = answer.headers.get('location');
    const page = await answer.text();
    if (location !== null) {
      form = undefined;
      at = new URL(location, at).href;
    } else {
      const prompt = /name="prompt" value="([a-z]+)"/.exec(page)?.[1];
      if (prompt === undefined) throw new Error(`the provider stopped: ${answer.status} ${page.slice(0, 300)}`);
      form = new URLSearchParams({ prompt, login, password: 'x' }).toString();
      at = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', at).href;
    }
  }
  throw new Error('the provider does not end');
}

async function begin(next = '/work') {
  const started = await server.ask('GET', `/api/oidc/start?next=${encodeURIComponent(next)}`);
  const cookie = started.cookies.find(({ name }) => name === 'interspace_oidc');
  return { location: String(started.headers.location), cookie: `interspace_oidc=${cookie?.value}`, set: cookie };
}

async function through(claims: { sub: string } & Record<string, unknown>, next?: string) {
  const { location, cookie } = await begin(next);
  const back = await walk(location, claims, new Jar());
  return server.ask('GET', back.slice(PUBLIC.length), undefined, { cookie });
}

const sessionOf = async (answer: Awaited<ReturnType<typeof through>>) => {
  const cookie = answer.cookies.find(({ name, value }) => name === SESSION_COOKIE && value !== '');
  if (!cookie) return undefined;
  const told = await server.ask('GET', '/api/session', undefined, { cookie: `${SESSION_COOKIE}=${cookie.value}` });
  return told.json<{ user?: { login: string; role: string } }>().user;
};

describe('sign-in through a provider', () => {
  it('asks with PKCE, state and nonce, and is offered on the page', async () => {
    expect((await server.ask('GET', '/api/session')).json()).toMatchObject({ oidc: { name: 'Example Sign-in' } });
    const { location, set } = await begin();
    const asked = new URL(location).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)?.length).toBeGreaterThan(20);
    expect(set).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  });

  it('somebody with one of our roles gets an account, and the role follows the claim', async () => {
    const claims = {
      sub: 'b1',
      preferred_username: 'billing.example',
      name: 'Testina Billing',
      groups: ['all', 'pain-billing'],
    };
    const answer = await through(claims, '/work?kind=hold');
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/work?kind=hold']);
    expect(await sessionOf(answer)).toMatchObject({ login: 'billing.example', role: 'biller' });
    expect(await sessionOf(await through({ ...claims, groups: ['coder'] }))).toMatchObject({ role: 'coder' });
    const all = await inPractice(server.database.db, practice.actors.administrator, (tx) =>
      tx.selectFrom('accounts').select('id').where('login', '=', 'billing.example').execute(),
    );
    expect(all).toHaveLength(1);
  });

  it('somebody without a role of ours stays outside, also after having had one', async () => {
    const stranger = await through({ sub: 's1', preferred_username: 'stranger', groups: ['all'] });
    expect(stranger.headers.location).toBe('/sign-in?problem=server%2Fidentity%2Fprovider-stranger');
    expect(await sessionOf(stranger)).toBeUndefined();
    const claims = { sub: 'f1', preferred_username: 'former', groups: ['compliance'] };
    expect(await sessionOf(await through(claims))).toMatchObject({ role: 'compliance' });
    expect(await sessionOf(await through({ ...claims, groups: [] }))).toBeUndefined();
    expect(await sessionOf(await through({ ...claims, sub: 'f2' })), 'the same name, another person').toBeUndefined();
    expect(await sessionOf(await through({ sub: 'x', preferred_username: 'x', groups: ['service'] }))).toBeUndefined();
  });

  it('an address that is not verified is not believed', async () => {
    const answer = await through({
      sub: 'e1',
      email: 'billing.example',
      email_verified: false,
      groups: ['administrator'],
    });
    expect(await sessionOf(answer)).toBeUndefined();
  });

  it('an account that is switched off stays off', async () => {
    const claims = { sub: 'd1', preferred_username: 'gone', groups: ['coder'] };
    expect(await sessionOf(await through(claims))).toBeDefined();
    await inPractice(server.database.db, practice.actors.administrator, (tx) =>
      tx.updateTable('accounts').set({ disabled: true }).where('login', '=', 'gone').execute(),
    );
    expect(await sessionOf(await through(claims))).toBeUndefined();
  });

  it('comes back once, in the browser that went, within ten minutes, with what the provider said', async () => {
    const claims = { sub: 'o1', preferred_username: 'once', groups: ['coder'] };
    const refused = async (url: string, cookie: string | undefined) => {
      const answer = await server.ask('GET', url, undefined, cookie === undefined ? {} : { cookie });
      expect(answer.headers.location).toBe('/sign-in?problem=server%2Fidentity%2Fprovider');
      expect(await sessionOf(answer)).toBeUndefined();
    };
    const first = await begin();
    const back = (await walk(first.location, claims, new Jar())).slice(PUBLIC.length);
    await refused(back, undefined);
    await refused(back, (await begin()).cookie);
    await refused(back.replace(/state=[^&]+/, 'state=invented'), first.cookie);
    await refused(back.replace(/code=[^&]+/, 'code=invented'), first.cookie);
    await refused(back, first.cookie);
    const late = await begin();
    const there = (await walk(late.location, claims, new Jar())).slice(PUBLIC.length);
    server.later(11 * 60_000);
    await refused(there, late.cookie);
    server.later(-11 * 60_000);
  });

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/api/setup',
    'javascript:alert(1)',
    '/a\r\nb',
  ])('sends nobody elsewhere: %j', async (next) => {
    const answer = await through({ sub: 'n1', preferred_username: 'next', groups: ['coder'] }, next);
    expect(answer.headers.location).toBe('/');
  });
});
