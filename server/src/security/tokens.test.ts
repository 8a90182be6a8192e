import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPractice } from '../testing/database.fixture.ts';
import { addPractice, wholeServer, type Person, type WholeServer } from '../testing/whole-server.fixture.ts';

const AUDIENCE = 'http://127.0.0.1:8787/oauth/token';
const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
let server: WholeServer;
let practice: TestPractice;
let administrator: Person;
let keys: Record<string, { privateKey: CryptoKey; publicKey: CryptoKey }>;
let clientId: string;
let number = 0;

beforeAll(async () => {
  server = await wholeServer();
  practice = await addPractice(server.database.db);
  administrator = await server.signedIn(practice, 'administrator');
  keys = {
    ES384: await generateKeyPair('ES384'),
    RS384: await generateKeyPair('RS384'),
    other: await generateKeyPair('ES384'),
    RS256: await generateKeyPair('RS256'),
  };
  const publicKeys = await Promise.all(
    ['ES384', 'RS384', 'RS256'].map(async (alg) => ({ ...(await exportJWK(keys[alg]!.publicKey)), kid: alg, alg })),
  );
  const made = await administrator.ask('POST', '/api/clients', { name: 'an EHR', jwks: { keys: publicKeys } });
  ({ clientId } = made.json<{ clientId: string }>());
  expect(made.json()).not.toHaveProperty('secret');
}, 60_000);
afterAll(() => server.close());

interface Wanted {
  alg?: string;
  key?: string;
  kid?: string;
  audience?: string;
  issuer?: string;
  subject?: string;
  jti?: string | undefined;
  seconds?: number;
}

async function assertion(wanted: Wanted = {}): Promise<string> {
  const { alg = 'ES384', key = alg, kid = alg, audience = AUDIENCE, issuer = clientId, seconds = 120 } = wanted;
  const now = Math.floor(server.deps.now().getTime() / 1000);
  const jti = 'jti' in wanted ? wanted.jti : `number ${++number}`;
  return new SignJWT(jti === undefined ? {} : { jti })
    .setProtectedHeader({ alg, kid, typ: 'JWT' })
    .setIssuer(issuer)
    .setSubject(wanted.subject ?? issuer)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + seconds)
    .sign(keys[key]!.privateKey);
}

const ask = async (form: Record<string, string>, headers: Record<string, string> = {}) =>
  server.app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams({ grant_type: 'client_credentials', ...form }).toString(),
  });
const withAssertion = async (jwt: string, more: Record<string, string> = {}) =>
  ask({ client_assertion_type: TYPE, client_assertion: jwt, ...more });
const review = async (token: string) =>
  server.ask('POST', '/api/review', { input: { note: 'A note.' } }, { authorization: `Bearer ${token}` });

describe('a program with keys', () => {
  it.each(['ES384', 'RS384'])('gets a token for five minutes with %s', async (alg) => {
    const answer = await withAssertion(await assertion({ alg }));
    expect(answer.statusCode).toBe(200);
    const { access_token: token, expires_in: seconds } = answer.json<{ access_token: string; expires_in: number }>();
    expect(seconds).toBe(300);
    expect((await review(token)).statusCode).toBe(200);
    server.later(301_000);
    expect((await review(token)).statusCode).toBe(401);
  });

  const FORGED: [string, () => Promise<string>][] = [
    ['signed with a key of somebody else', () => assertion({ key: 'other' })],
    ['signed with another algorithm, though with a key we know', () => assertion({ alg: 'RS256' })],
    ['for another audience', () => assertion({ audience: 'https://elsewhere.example/token' })],
    ['expired', () => assertion({ seconds: -60 })],
    ['good for an hour', () => assertion({ seconds: 3600 })],
    ['without a number', () => assertion({ jti: undefined })],
    ['of a client that nobody knows', () => assertion({ issuer: 'client-nobody' })],
    ['with another subject than issuer', () => assertion({ subject: 'client-other' })],
    [
      'not signed at all (alg none)',
      async () =>
        new UnsecuredJWT({ jti: 'n' })
          .setIssuer(clientId)
          .setSubject(clientId)
          .setAudience(AUDIENCE)
          .setExpirationTime('2m')
          .encode(),
    ],
    [
      'changed after it was signed',
      async () => {
        const [head = '', , sign = ''] = (await assertion()).split('.');
        const claims = {
          iss: clientId,
          sub: clientId,
          aud: AUDIENCE,
          jti: 'z',
          exp: Math.floor(Date.now() / 1000) + 60,
        };
        return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), sign].join('.');
      },
    ],
    [
      'signed with the public key as a shared secret',
      async () => {
        const pem = new TextEncoder().encode(JSON.stringify(await exportJWK(keys['RS384']!.publicKey)));
        return new SignJWT({ jti: 'hs' })
          .setProtectedHeader({ alg: 'HS384' })
          .setIssuer(clientId)
          .setSubject(clientId)
          .setAudience(AUDIENCE)
          .setExpirationTime('2m')
          .sign(pem);
      },
    ],
    ['no JWT', async () => 'a.b'],
    ['empty', async () => ''],
  ];
  it.each(FORGED)('an assertion %s gets none', async (_, make) => {
    const answer = await withAssertion(await make());
    expect([answer.statusCode, answer.json()]).toEqual([401, { error: 'invalid_client' }]);
  });

  it('an assertion is good once, also when it comes twice at once', async () => {
    const jwt = await assertion();
    const answers = await Promise.all([withAssertion(jwt), withAssertion(jwt), withAssertion(jwt)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([200, 401, 401]);
  });

  it('gets no more than it asks for', async () => {
    const scopes = async (scope: string) => {
      const answer = await withAssertion(await assertion(), { scope });
      return answer.statusCode === 200 ? answer.json<{ access_token: string }>().access_token : answer.json();
    };
    const reading = (await scopes('rulebook:read')) as string;
    expect((await review(reading)).statusCode).toBe(403);
    const bearer = { authorization: `Bearer ${reading}` };
    expect((await server.ask('GET', '/api/policies', undefined, bearer)).statusCode).toBe(200);
    expect((await review((await scopes('system/*.rs')) as string)).statusCode).toBe(200);
    expect(await scopes('accounts:write')).toEqual({ error: 'invalid_scope' });
  });

  it('is shut out at once, with its tokens', async () => {
    const made = await administrator.ask('POST', '/api/clients', { name: 'a second one' });
    const { id, clientId: own, secret } = made.json<{ id: string; clientId: string; secret: string }>();
    const token = (await ask({ client_id: own, client_secret: secret })).json<{ access_token: string }>().access_token;
    expect((await review(token)).statusCode).toBe(200);
    expect((await administrator.ask('DELETE', `/api/clients/${id}`)).statusCode).toBe(204);
    expect((await review(token)).statusCode).toBe(401);
    expect((await ask({ client_id: own, client_secret: secret })).statusCode).toBe(401);
  });

  it('is not taken on with its private keys, or with none that we can use', async () => {
    const pair = await generateKeyPair('ES384', { extractable: true });
    for (const jwks of [
      { keys: [await exportJWK(pair.privateKey)] },
      { keys: [] },
      { keys: [{ kty: 'oct', k: 'eA' }] },
      7,
    ])
      expect((await administrator.ask('POST', '/api/clients', { name: 'x', jwks })).statusCode).toBe(400);
  });
});

describe('a program with a secret', () => {
  it('proves itself in the header or in the form; a wrong secret gets nothing', async () => {
    const made = await administrator.ask('POST', '/api/clients', { name: 'a script' });
    const { clientId: own, secret } = made.json<{ clientId: string; secret: string }>();
    const basic = (word: string) => ({ authorization: `Basic ${Buffer.from(`${own}:${word}`).toString('base64')}` });
    expect((await ask({}, basic(secret))).statusCode).toBe(200);
    expect((await ask({ client_id: own, client_secret: secret })).statusCode).toBe(200);
    expect((await ask({}, basic('wrong'))).statusCode).toBe(401);
    expect((await ask({ client_id: own, client_secret: '' })).statusCode).toBe(401);
    expect((await ask({ client_id: "' or 1=1 --", client_secret: secret })).statusCode).toBe(401);
    expect((await ask({ grant_type: 'password', client_id: own, client_secret: secret })).json()).toEqual({
      error: 'unsupported_grant_type',
    });
    const list = (await administrator.ask('GET', '/api/clients')).body;
    expect(list).toContain(own);
    expect(list).not.toContain(secret);
  });
});

describe('a token', () => {
  it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(10_000), `eyJhbGciOiJub25lIn0.${'A'.repeat(40)}.`, "' or '1'='1"])(
    'that is not ours opens nothing: %.20s',
    async (token) => {
      const answer = await server.ask('GET', '/api/policies', undefined, { authorization: `Bearer ${token}` });
      expect(answer.statusCode).toBe(401);
    },
  );
});
