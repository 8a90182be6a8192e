import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardedFetch, isPrivateAddress, type FetchRules } from './guarded-fetch.ts';

let server: Server;
let origin = '';
let port = 0;
let seen: string | undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    seen = request.headers.authorization;
    const [path] = (request.url ?? '').split('?');
    if (path === '/fhir/Patient/1') response.end('{"resourceType":"Patient"}');
    else if (path === '/fhir/moved') response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    else if (path === '/fhir/large') response.end('x'.repeat(100_000));
    else if (path === '/fhir/text') response.end('not json');
    else if (path === '/fhir/slow') setTimeout(() => response.end('{}'), 3_000).unref();
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
  origin = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const rules = (more: Partial<FetchRules> = {}): FetchRules => ({
  allowed: [`${origin}/fhir`],
  timeoutMs: 400,
  maxBytes: 50_000,
  ...more,
});

describe('an address that a caller names', () => {
  it('is read with its token when it is on the list', async () => {
    expect(await guardedFetch(`${origin}/fhir/Patient/1`, 't1', rules())).toEqual({
      ok: true,
      json: { resourceType: 'Patient' },
    });
    expect(seen).toBe('Bearer t1');
  });
  it.each<[string, () => string, string]>([
    ['not on the list', () => 'https://elsewhere.example/fhir/Patient/1', 'not-allowed'],
    ['another port', () => `http://127.0.0.1:${port + 1}/fhir/x`, 'not-allowed'],
    ['another path of the host', () => `${origin}/admin`, 'not-allowed'],
    ['a path that climbs out', () => `${origin}/fhir/../admin`, 'not-allowed'],
    ['a name that only begins alike', () => `${origin}/fhirx/Patient/1`, 'not-allowed'],
    ['a user in the address', () => origin.replace('http://', 'http://a:b@').concat('/fhir/Patient/1'), 'not-allowed'],
    ['another scheme', () => 'file:///etc/passwd', 'not-allowed'],
    ['no address', () => 'x', 'not-allowed'],
    ['a redirect', () => `${origin}/fhir/moved`, 'redirect'],
    ['too large', () => `${origin}/fhir/large`, 'too-large'],
    ['not JSON', () => `${origin}/fhir/text`, 'not-json'],
    ['too slow', () => `${origin}/fhir/slow`, 'failed'],
    ['not there', () => `${origin}/fhir/none`, 'status'],
  ])('%s', async (_, url, why) => {
    expect(await guardedFetch(url(), undefined, rules())).toEqual({ ok: false, why });
  });
  it.each<[string, readonly string[], string]>([
    ['a listed name that means this machine', ['127.0.0.1'], 'private-address'],
    ['a listed name with one private address', ['93.184.216.34', '169.254.169.254'], 'private-address'],
    ['an IPv4 address inside IPv6', ['::ffff:10.0.0.1'], 'private-address'],
    ['a name without an address', [], 'not-resolved'],
  ])('%s', async (_, addresses, why) => {
    const allowed = [`http://ehr.example:${port}/fhir`];
    const resolve = async () => addresses;
    expect(
      await guardedFetch(`http://ehr.example:${port}/fhir/Patient/1`, undefined, rules({ allowed, resolve })),
    ).toEqual({ ok: false, why });
  });
  it('a private host that the operator lists is asked, at the address that was looked up', async () => {
    const allowed = [`http://ehr.clinic.lan:${port}/fhir`];
    const found = await guardedFetch(
      `http://ehr.clinic.lan:${port}/fhir/Patient/1`,
      undefined,
      rules({ allowed, privateHosts: ['ehr.clinic.lan'], resolve: async () => ['127.0.0.1'] }),
    );
    expect(found.ok).toBe(true);
  });
});

it.each<[string, boolean]>([
  ['8.8.8.8', false],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['169.254.169.254', true],
  ['0.0.0.0', true],
  ['::1', true],
  ['::', true],
  ['fe80::1', true],
  ['fd00::1', true],
  ['2606:4700::1111', false],
  ['::ffff:192.168.0.1', true],
  ['not an address', true],
])('%s is private: %s', (address, expected) => expect(isPrivateAddress(address)).toBe(expected));
