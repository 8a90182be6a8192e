import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JSONWebKeySet } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { ClientTokens, type TokenRules } from './client-tokens.ts';

const ISS = 'https://ehr.example';
const AUD = 'https://interspace.example/cds-services/interspace-order-sign';
const NOW = new Date('2026-03-02T12:00:00Z');
const at = (seconds: number): number => NOW.getTime() / 1000 + seconds;
let own: { privateKey: CryptoKey; set: JSONWebKeySet };
let other: { privateKey: CryptoKey; set: JSONWebKeySet };
let rsa: { privateKey: CryptoKey; set: JSONWebKeySet };

async function pair(alg: string): Promise<{ privateKey: CryptoKey; set: JSONWebKeySet }> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { privateKey, set: { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg, use: 'sig' }] } };
}
beforeAll(async () => {
  [own, other, rsa] = await Promise.all([pair('ES384'), pair('ES384'), pair('RS384')]);
});

interface Made {
  readonly key?: CryptoKey;
  readonly alg?: string;
  readonly header?: object;
  readonly claims?: Record<string, unknown>;
}
let number = 0;
function token({ key = own.privateKey, alg = 'ES384', header = {}, claims = {} }: Made = {}): Promise<string> {
  const whole = { iss: ISS, aud: AUD, iat: at(-1), exp: at(200), jti: `number-${++number}`, ...claims };
  return new SignJWT(whole).setProtectedHeader({ alg, kid: 'k1', typ: 'JWT', ...header }).sign(key);
}
const unsigned = (header: object, claims: object): string =>
  `${[header, claims].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url')).join('.')}.x`;

function tokens(more: Partial<TokenRules> = {}): ClientTokens {
  return new ClientTokens({
    clients: [{ issuer: ISS, keys: own.set }],
    now: () => NOW,
    fetchKeys: async () => undefined,
    ...more,
  });
}

describe('tokens of CDS clients', () => {
  it('a good one is taken, once', async () => {
    const door = tokens();
    const good = `Bearer ${await token()}`;
    expect(await door.verify(good, [AUD])).toEqual({ ok: true, issuer: ISS });
    expect(await door.verify(good, [AUD])).toEqual({ ok: false, why: 'replayed' });
  });
  it('RS384 too', async () => {
    const door = tokens({ clients: [{ issuer: ISS, keys: rsa.set }] });
    expect(await door.verify(`Bearer ${await token({ key: rsa.privateKey, alg: 'RS384' })}`, [AUD])).toMatchObject({
      ok: true,
    });
  });
  it.each<[string, () => Promise<string | undefined>, string]>([
    ['none at all', async () => undefined, 'missing'],
    ['another scheme', async () => 'Basic abc', 'malformed'],
    ['not a token', async () => 'Bearer abc', 'malformed'],
    [
      'alg none',
      async () =>
        `Bearer ${unsigned({ alg: 'none' }, { iss: ISS, aud: AUD, exp: at(99), iat: at(0), jti: 'number-none' })}`,
      'algorithm',
    ],
    ['HS256 with a public key', async () => `Bearer ${unsigned({ alg: 'HS256' }, { iss: ISS })}`, 'algorithm'],
    [
      'an issuer that is not registered',
      async () => `Bearer ${await token({ claims: { iss: 'https://evil.example' } })}`,
      'issuer',
    ],
    ['the key of somebody else', async () => `Bearer ${await token({ key: other.privateKey })}`, 'signature'],
    [
      'another audience',
      async () => `Bearer ${await token({ claims: { aud: 'https://elsewhere.example' } })}`,
      'claims',
    ],
    ['expired', async () => `Bearer ${await token({ claims: { iat: at(-400), exp: at(-100) } })}`, 'expired'],
    ['without a number', async () => `Bearer ${await token({ claims: { jti: undefined } })}`, 'claims'],
    ['without an end', async () => `Bearer ${await token({ claims: { exp: undefined } })}`, 'claims'],
    ['living too long', async () => `Bearer ${await token({ claims: { exp: at(86_400) } })}`, 'claims'],
    ['issued in the future', async () => `Bearer ${await token({ claims: { iat: at(120), exp: at(250) } })}`, 'claims'],
  ])('%s is refused', async (_, make, why) => {
    expect(await tokens().verify(await make(), [AUD])).toEqual({ ok: false, why });
  });
  it('keys are read from the registered address only', async () => {
    const asked: string[] = [];
    const door = tokens({
      clients: [{ issuer: ISS, jku: 'https://ehr.example/jwks' }],
      fetchKeys: async (jku) => {
        asked.push(jku);
        return own.set;
      },
    });
    const sent = (jku: string) => token({ header: { jku } }).then((text) => door.verify(`Bearer ${text}`, [AUD]));
    expect(await sent('https://evil.example/jwks')).toEqual({ ok: false, why: 'keys' });
    expect(asked).toEqual([]);
    expect(await sent('https://ehr.example/jwks')).toMatchObject({ ok: true });
    expect(await sent('https://ehr.example/jwks')).toMatchObject({ ok: true });
    expect(asked).toEqual(['https://ehr.example/jwks']);
  });
});
