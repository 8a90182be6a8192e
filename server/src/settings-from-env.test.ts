import { expect, it } from 'vitest';
import { settingsFromEnv } from './settings-from-env.ts';

it('without anything: this machine, its own names, local accounts', () => {
  const settings = settingsFromEnv({}, '127.0.0.1', 8787);
  expect(settings).toMatchObject({ publicUrl: 'http://127.0.0.1:8787', trustProxy: [] });
  expect([...(settings.hosts ?? [])]).toContain('localhost');
  expect(settings.oidc).toBeUndefined();
  expect(settings.metricsToken).toBeUndefined();
});

it('behind a proxy: the public name, no slash at its end, and whom to believe', () => {
  const env = { INTERSPACE_PUBLIC_URL: 'https://pain.example/', INTERSPACE_TRUST_PROXY: '127.0.0.1, 10.0.0.2' };
  const settings = settingsFromEnv(env, '0.0.0.0', 80);
  expect(settings).toMatchObject({ publicUrl: 'https://pain.example', trustProxy: ['127.0.0.1', '10.0.0.2'] });
  expect(settings.hosts?.has('pain.example')).toBe(true);
  expect(settings.hosts?.has('evil.example')).toBe(false);
});

it.each([
  [undefined, 'https://pain.example', true],
  [undefined, 'http://127.0.0.1:8787', false],
  ['optional', 'https://pain.example', false],
  ['required', 'http://127.0.0.1:8787', true],
])('administrators need a second factor: said %s, reached at %s: %s', (said, url, needed) => {
  const env = { INTERSPACE_ADMIN_SECOND_FACTOR: said, INTERSPACE_PUBLIC_URL: url };
  expect(settingsFromEnv(env, '127.0.0.1', 8787).administratorsNeedFactor).toBe(needed);
});

it('on every address without a public name any name is answered', () => {
  expect(settingsFromEnv({}, '0.0.0.0', 80).hosts).toBeUndefined();
  expect(settingsFromEnv({}, '::', 80).publicUrl).toBe('http://[::]:80');
});

const PROVIDER = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };

it('a provider needs all three; roles that are not ours are left out, and no program becomes one by a claim', () => {
  const { OIDC_CLIENT_SECRET: _, ...two } = PROVIDER;
  expect(settingsFromEnv(two, '127.0.0.1', 1).oidc).toBeUndefined();
  const roles = 'md = physician, x=emperor, y=service,nonsense';
  const { oidc } = settingsFromEnv({ ...PROVIDER, OIDC_ROLE_CLAIM: 'groups', OIDC_ROLES: roles }, '127.0.0.1', 1);
  expect(oidc).toMatchObject({ name: 'id.example', roleClaim: 'groups', roles: { md: 'physician' } });
  expect(Object.keys(oidc?.roles ?? {})).toEqual(['md']);
});

it('a provider without TLS is taken only on this machine', () => {
  const at = (issuer: string) => settingsFromEnv({ ...PROVIDER, OIDC_ISSUER: issuer }, '127.0.0.1', 1).oidc?.insecure;
  expect([at('http://127.0.0.1:9000'), at('http://id.example'), at('https://id.example')]).toEqual([
    true,
    undefined,
    undefined,
  ]);
});
