import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { EngineSettings } from '../engine/settings.ts';
import type { EnginePool } from '../engine/pool.ts';
import type { Caller } from '../identity/caller.ts';
import type { Keys } from '../identity/keys.ts';
import type { OpenDatabase } from '../store/open-database.ts';
import type { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';

/** Where the law comes from. What is in force now is `engine.settings`. */
export interface Law {
  /** Folder of the project, which holds `library/`. */
  readonly root: string;
  /** Folder of the imported tables. */
  readonly tables: string;
  /** Reads law and tables anew; the engine is then handed them. */
  readonly load: () => Promise<EngineSettings>;
  /** Bundled files of threads that do one heavy thing aside. */
  readonly workers: { readonly law: URL; readonly document: URL; readonly import: URL };
  /** Version of the program. */
  readonly engine: string;
}

/** What every route may use. Made once, in start.ts or by a test. */
export interface Deps {
  readonly database: OpenDatabase;
  readonly engine: EnginePool;
  readonly settings: Settings;
  /** The data folder. */
  readonly home: string;
  /** Of stored secrets. */
  readonly keys: Keys;
  readonly law: Law;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** The clock, so that tests can move it. */
  readonly now: () => Date;
  /** Who asks, from cookie or token; undefined when neither came. Throws a Refusal when a token came and is no good. */
  readonly identify: (request: FastifyRequest) => Promise<Caller | undefined>;
  /** After a change of accounts, sessions or clients: nobody is known from memory any more. */
  readonly forgetCallers: () => void;
}
