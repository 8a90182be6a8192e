import type { Role } from '../contract/roles.ts';
import type { Rate } from './rate.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people read on the button. */
  readonly name: string;
  /** Name of a claim whose value is one of our roles, or is mapped to one; undefined: only who has an account. */
  readonly roleClaim?: string;
  readonly roles?: Readonly<Record<string, Role>>;
  /** A provider on loopback without TLS, for trying out. */
  readonly insecure?: boolean;
}

/** How a server is set up; everything has a default that is safe on a loopback address. */
export interface Settings {
  /** Such as https://interspace.example: where people reach the server. Decides about Secure cookies and redirects. */
  readonly publicUrl: string;
  /** Names by which the server may be called; undefined: by any. Holds off pages that rebind a name to this machine. */
  readonly hosts?: ReadonlySet<string>;
  /** Addresses of reverse proxies whose X-Forwarded-* headers are believed. */
  readonly trustProxy: readonly string[];
  /** Lets /metrics be read from elsewhere than this machine. */
  readonly metricsToken?: string;
  /** Accounts of the invented practice, told to everybody; only with --demo. */
  readonly demoAccounts?: readonly { login: string; password: string; role: Role; name: string }[];
  /** Bytes of a body, unless a route says otherwise. */
  readonly bodyLimit: number;
  /** A body must have arrived, or go on arriving, within this time. */
  readonly bodyMs: number;
  readonly headersMs: number;
  /** Requests in progress before new ones are refused. */
  readonly mostInProgress: number;
  /** For each account or client. */
  readonly rate: Rate;
  /** For each address that does not say who it is. */
  readonly anonymousRate: Rate;
  /** Wrong tokens and passwords for each address. */
  readonly failureRate: Rate;
  /** Administrators without a second factor reach only their own account, unless a provider signed them in. */
  readonly administratorsNeedFactor: boolean;
  /** Bytes of claim files that one account or client may keep. */
  readonly uploadQuota: number;
  /** A program that looks for malware on its standard input, with its arguments; empty: none. */
  readonly scanCommand: readonly string[];
  /** Batches of claims are forgotten so many days after they were judged; undefined: people remove them. */
  readonly keepBatchesDays?: number;
  /** A provider of identities; undefined: only local accounts. */
  readonly oidc?: OidcSettings;
  /** FHIR servers that may be asked for what a CDS call did not bring: prefixes of addresses. None: nobody is asked. */
  readonly fhirServers: readonly string[];
  /** Hosts among them that may lie in the private network. */
  readonly privateFhirHosts: readonly string[];
  /** Folder of the built workbench; undefined: none is served. */
  readonly workbench?: string;
}

export const SETTINGS: Settings = {
  publicUrl: 'http://127.0.0.1:8787',
  trustProxy: [],
  fhirServers: [],
  privateFhirHosts: [],
  bodyLimit: 4 * 1024 * 1024,
  bodyMs: 15_000,
  headersMs: 10_000,
  mostInProgress: 400,
  rate: { most: 60_000, seconds: 60 },
  anonymousRate: { most: 1200, seconds: 60 },
  failureRate: { most: 30, seconds: 60 },
  administratorsNeedFactor: false,
  uploadQuota: 200e9,
  scanCommand: [],
};
