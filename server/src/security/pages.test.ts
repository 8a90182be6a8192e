import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeServer, type WholeServer } from '../testing/whole-server.fixture.ts';

let server: WholeServer;
const folder = mkdtempSync(join(tmpdir(), 'interspace-page-'));

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<style nonce="__INTERSPACE_NONCE__"></style><div id="root"></div>');
  writeFileSync(join(folder, 'assets', 'main-abc.js'), 'export {};');
  server = await wholeServer({ workbench: folder, hosts: new Set(['localhost', '127.0.0.1']) });
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'GET', url, headers: { host: 'localhost', accept: 'text/html', ...headers } });

describe('the page', () => {
  it('runs scripts of this server only: no inline code, no eval, nothing from elsewhere', async () => {
    const answer = await get('/patients');
    const policy = String(answer.headers['content-security-policy']);
    expect(answer.statusCode).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'(?:;|$)/);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(answer.body).toContain(`<style nonce="${nonce}">`);
    expect((await get('/patients')).body).not.toContain(String(nonce));
  });

  it('is given for its own addresses, not for those of the API', async () => {
    expect((await get('/work?kind=hold')).body).toContain('<div id="root">');
    for (const url of ['/api/nothing', '/api', '/oauth/nothing', '/fhir/nothing', '/assets/nothing.js'])
      expect((await get(url)).statusCode, url).toBe(404);
  });

  it('keeps files with a digest in their name for a year, and nothing of the API at all', async () => {
    expect((await get('/assets/main-abc.js')).headers['cache-control']).toContain('immutable');
    for (const url of ['/api/session', '/patients']) expect((await get(url)).headers['cache-control']).toBe('no-store');
  });

  it('that is built anew while the server runs is given from then on, with its new files', async () => {
    const [page, old] = [join(folder, 'index.html'), readFileSync(join(folder, 'index.html'), 'utf8')];
    writeFileSync(page, `${old}<p>half of a new pa`);
    utimesSync(page, new Date(), new Date(Date.now() + 5000));
    expect((await get('/')).body, 'while it is written').not.toContain('half of');
    writeFileSync(page, `${old}<p>the new page</p></html>`);
    utimesSync(page, new Date(), new Date(Date.now() + 10_000));
    writeFileSync(join(folder, 'assets', 'main-def.js'), 'export {};');
    writeFileSync(join(folder, 'early.js'), 'let early;');
    expect((await get('/')).body).toContain('the new page');
    expect((await get('/assets/main-def.js', { accept: '*/*' })).body).toBe('export {};');
    expect((await get('/early.js', { accept: '*/*' })).body).toBe('let early;');
    expect((await get('/index.html')).body, 'never without its nonce').not.toContain('__INTERSPACE_NONCE__');
    for (const url of ['/assets/../index.html', '/assets/%2e%2e/index.html', '/assets/.hidden', '/..%2fearly.js'])
      expect((await get(url)).body, url).not.toContain('__INTERSPACE_NONCE__');
  });

  it('is given only to browsers that call us by our name', async () => {
    expect((await get('/', { host: 'evil.example' })).statusCode).toBe(404);
    expect((await get('/', { host: '127.0.0.1:8787' })).statusCode).toBe(200);
  });
});

describe('every answer', () => {
  it.each(['/', '/api/session', '/api/nothing', '/health', '/docs/', '/assets/main-abc.js'])('%s', async (url) => {
    const { headers } = await get(url);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(String(headers['content-security-policy'])).not.toMatch(/unsafe/);
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('numbers for machines', () => {
  it('are for this machine only, unless there is a token', async () => {
    expect((await get('/metrics')).statusCode).toBe(200);
    expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).statusCode).toBe(404);
    const far = await server.app.inject({
      method: 'GET',
      url: '/metrics',
      remoteAddress: '203.0.113.7',
      headers: { host: 'localhost' },
    });
    expect(far.statusCode).toBe(404);
  });
});
