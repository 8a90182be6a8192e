import { Role } from './contract/roles.ts';
import { SETTINGS, type OidcSettings, type Settings } from './http/settings.ts';
import { isLoopbackHost } from './http/loopback.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Settings of a server that listens there, from the environment; docs/operations.md lists the variables. */
export function settingsFromEnv(env: Env, host: string, port: number): Settings {
  const publicUrl = (env['INTERSPACE_PUBLIC_URL'] ?? `http://${bracketed(host)}:${port}`).replace(/\/+$/, '');
  const named = env['INTERSPACE_PUBLIC_URL'] !== undefined;
  const hosts = new Set([new URL(publicUrl).hostname, 'localhost', '127.0.0.1', '[::1]', '::1']);
  const oidc = oidcFromEnv(env, publicUrl);
  return {
    ...SETTINGS,
    publicUrl,
    ...(named || isLoopbackHost(host) ? { hosts } : {}),
    trustProxy: listed(env['INTERSPACE_TRUST_PROXY']),
    fhirServers: listed(env['INTERSPACE_FHIR_SERVERS']),
    privateFhirHosts: listed(env['INTERSPACE_PRIVATE_FHIR_HOSTS']),
    ...(env['INTERSPACE_METRICS_TOKEN'] ? { metricsToken: env['INTERSPACE_METRICS_TOKEN'] } : {}),
    ...(oidc ? { oidc } : {}),
    administratorsNeedFactor: factorFromEnv(env['INTERSPACE_ADMIN_SECOND_FACTOR'], publicUrl),
    ...quotaFromEnv(env['INTERSPACE_UPLOAD_QUOTA_GB']),
    ...keepFromEnv(env['INTERSPACE_KEEP_BATCHES_DAYS']),
    scanCommand: (env['INTERSPACE_SCAN_COMMAND'] ?? '').split(' ').filter((word) => word !== ''),
  };
}

/** Where others can reach the page, a stolen password alone must not make somebody administrator. */
function factorFromEnv(said: string | undefined, publicUrl: string): boolean {
  return said === undefined || said === '' ? publicUrl.startsWith('https:') : said !== 'optional';
}

function quotaFromEnv(said: string | undefined): { uploadQuota?: number } {
  const gigabytes = Number(said ?? '');
  return Number.isFinite(gigabytes) && gigabytes > 0 ? { uploadQuota: gigabytes * 1e9 } : {};
}

function keepFromEnv(said: string | undefined): { keepBatchesDays?: number } {
  const days = Number(said ?? '');
  return Number.isInteger(days) && days > 0 ? { keepBatchesDays: days } : {};
}

function listed(text = ''): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function oidcFromEnv(env: Env, publicUrl: string): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer || !clientId || !clientSecret) return undefined;
  const roles = Object.fromEntries(
    (env['OIDC_ROLES'] ?? '').split(',').flatMap((pair) => {
      const [theirs = '', ours = ''] = pair.split('=').map((word) => word.trim());
      const role = Role.exclude(['service']).safeParse(ours);
      return theirs !== '' && role.success ? [[theirs, role.data]] : [];
    }),
  );
  return {
    issuer,
    clientId,
    clientSecret,
    name: env['OIDC_NAME'] ?? new URL(issuer).hostname,
    ...(env['OIDC_ROLE_CLAIM'] ? { roleClaim: env['OIDC_ROLE_CLAIM'] } : {}),
    ...(Object.keys(roles).length > 0 ? { roles } : {}),
    ...(new URL(issuer).protocol === 'http:' &&
    publicUrl.startsWith('http:') &&
    isLoopbackHost(new URL(issuer).hostname)
      ? { insecure: true }
      : {}),
  };
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
