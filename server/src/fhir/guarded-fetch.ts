import { lookup as resolveHost } from 'node:dns/promises';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';

export interface FetchRules {
  /**
   * Addresses that may be asked, as prefixes of an origin and path: `https://ehr.example/fhir`. Nothing else is ever asked.
   * An entry that names an address of the private network by number allows exactly that address.
   */
  readonly allowed: readonly string[];
  /** Hosts by name that may lie in the private network, such as `ehr.clinic.lan`; they must be on the list as well. */
  readonly privateHosts?: readonly string[];
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Finds the addresses of a host; replaced in tests. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

/** Why an address was not asked; for logs and tests, never with the address itself. */
export type FetchRefusal =
  | 'not-allowed'
  | 'private-address'
  | 'not-resolved'
  | 'redirect'
  | 'status'
  | 'too-large'
  | 'not-json'
  | 'failed';

export type Fetched =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly why: FetchRefusal };

const TIMEOUT_MS = 2_500;
const MAX_BYTES = 5_000_000;

const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

/** True for an address of this machine, of a private network, or of none. An IPv4 inside an IPv6 counts as what it is. */
export function isPrivateAddress(address: string): boolean {
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = inner ?? address;
  const family = isIP(plain);
  if (family === 0) return true;
  if (family === 6 && /^::ffff:/i.test(plain)) return true;
  return PRIVATE.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}

/** The entry of the list that an address is below; undefined when there is none. */
export function allowedBy(url: URL, allowed: readonly string[]): URL | undefined {
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '')
    return undefined;
  for (const entry of allowed) {
    const root = URL.canParse(entry) ? new URL(entry) : undefined;
    if (!root || root.origin !== url.origin) continue;
    const folder = root.pathname.replace(/\/*$/, '/');
    if (url.pathname === folder.slice(0, -1) || url.pathname.startsWith(folder)) return root;
  }
  return undefined;
}

/**
 * Reads JSON from a caller's FHIR server. The address must be on the list; its host is looked up once and the connection goes to
 * the address that was looked at, so that no second answer of the name server can lead elsewhere; redirects are not followed.
 */
export async function guardedFetch(url: string, token: string | undefined, rules: FetchRules): Promise<Fetched> {
  if (!URL.canParse(url)) return refused('not-allowed');
  const target = new URL(url);
  const root = allowedBy(target, rules.allowed);
  if (!root) return refused('not-allowed');
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await lookedUp(host, rules.resolve) : [host];
  const [first] = addresses;
  if (first === undefined) return refused('not-resolved');
  // Only an operator leads us into the private network: by a number on the list, or a name that is listed for it.
  const listed = isIP(host) !== 0 || (rules.privateHosts ?? []).includes(host);
  if (!listed && addresses.some(isPrivateAddress)) return refused('private-address');
  return get(target, first, token, rules);
}

async function lookedUp(host: string, resolve: FetchRules['resolve']): Promise<readonly string[]> {
  try {
    return resolve ? await resolve(host) : (await resolveHost(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}

function refused(why: FetchRefusal): Fetched {
  return { ok: false, why };
}

function get(target: URL, address: string, token: string | undefined, rules: FetchRules): Promise<Fetched> {
  const { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES } = rules;
  return new Promise((done) => {
    const send = target.protocol === 'https:' ? overHttps : overHttp;
    const family = isIP(address);
    const call = send(
      target,
      {
        method: 'GET',
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          accept: 'application/fhir+json, application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        lookup: (_host, options, callback) => {
          // The address that was looked at, whatever the name means by now.
          if ((options as { all?: boolean }).all)
            (callback as (e: null, all: object[]) => void)(null, [{ address, family }]);
          else (callback as (e: null, one: string, family: number) => void)(null, address, family);
        },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        if (status !== 200) {
          response.destroy();
          return done(refused(status >= 300 && status < 400 ? 'redirect' : 'status'));
        }
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          if (size > maxBytes) {
            response.destroy();
            done(refused('too-large'));
          } else parts.push(part);
        });
        response.on('end', () => {
          try {
            done({ ok: true, json: JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown });
          } catch {
            done(refused('not-json'));
          }
        });
        response.on('error', () => done(refused('failed')));
      },
    );
    call.on('error', () => done(refused('failed')));
    call.end();
  });
}
