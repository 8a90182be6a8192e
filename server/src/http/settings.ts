import type { Rate } from './rate.ts';

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
  readonly demo: boolean;
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
  /** Folder of the built workbench; undefined: none is served. */
  readonly workbench?: string;
}

export const SETTINGS: Settings = {
  publicUrl: 'http://127.0.0.1:8787',
  trustProxy: [],
  demo: false,
  bodyLimit: 4 * 1024 * 1024,
  bodyMs: 15_000,
  headersMs: 10_000,
  mostInProgress: 400,
  rate: { most: 60_000, seconds: 60 },
  anonymousRate: { most: 1200, seconds: 60 },
  failureRate: { most: 30, seconds: 60 },
};
