import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { PoolConfig } from 'pg';
import type { EngineSettings } from '../engine/settings.ts';
import type { Database } from '../store/open-database.ts';
import { asSystem } from '../store/in-practice.ts';
import { batchFolder } from './folder.ts';
import type { BatchJob, JobNews } from './job.ts';

export interface BatchJobsOptions {
  readonly db: Database;
  readonly connection: () => PoolConfig;
  /** The data folder. */
  readonly home: string;
  /** The bundled process that judges one batch. */
  readonly jobFile: URL;
  readonly tables: string;
  /** The law at the moment when a batch begins. */
  readonly law: () => Pick<EngineSettings, 'library'>;
  readonly log: (line: string) => void;
}

/** How often the database is told how far a batch is; listeners hear of it at once. */
const KEEP_MS = 1000;
/** A batch whose process ends by itself again and again is given up. */
const MOST_STARTS = 4;

interface Waiting {
  readonly id: string;
  readonly practice: string;
}

/** Batches that wait, one that is judged; `changed` tells each change of the batch of that id. */
export class BatchJobs {
  readonly changed = new EventEmitter().setMaxListeners(0);
  readonly #options: BatchJobsOptions;
  readonly #queue: Waiting[] = [];
  #running: { readonly id: string; readonly process: ChildProcess; cancelled: boolean } | undefined;
  #closing = false;
  #ended: Promise<void> = Promise.resolve();

  constructor(options: BatchJobsOptions) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#queue.length + (this.#running ? 1 : 0);
  }

  /** Number of the process that judges now, for those who watch over processes. */
  get processId(): number | undefined {
    return this.#running?.process.pid;
  }

  /** Goes on with what an earlier run of the server left, and forgets uploads that never arrived whole. */
  async resume(): Promise<void> {
    const open = await asSystem(this.#options.db, async (tx) => {
      await tx
        .updateTable('batches')
        .set({ state: 'failed', problem: 'The upload was cut off.', finished_at: new Date().toISOString() })
        .where('state', '=', 'receiving')
        .execute();
      return tx
        .selectFrom('batches')
        .select(['id', 'practice_id as practice'])
        .where('state', 'in', ['queued', 'judging'])
        .orderBy('created_at')
        .execute();
    });
    for (const batch of open) this.add(batch);
  }

  add(batch: Waiting): void {
    this.#queue.push(batch);
    this.#next();
  }

  /** True when the batch waited or was being judged. */
  cancel(id: string): boolean {
    const at = this.#queue.findIndex((batch) => batch.id === id);
    if (at >= 0) this.#queue.splice(at, 1);
    if (this.#running?.id !== id) return at >= 0;
    this.#running.cancelled = true;
    this.#running.process.kill('SIGTERM');
    return true;
  }

  /** Stops; what is open goes on at the next start of the server. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#running?.process.kill('SIGTERM');
    await this.#ended;
  }

  #next(): void {
    if (this.#running || this.#closing) return;
    const batch = this.#queue.shift();
    if (batch) this.#ended = this.#work(batch);
  }

  async #work({ id, practice }: Waiting): Promise<void> {
    const { home, connection, tables, law, log } = this.#options;
    try {
      const folder = batchFolder(home, id);
      if (!existsSync(folder.claims)) return await this.#fail(id, 'The file of this batch is gone.');
      await this.#set(id, { state: 'judging' });
      const job: BatchJob = {
        id,
        practice,
        folder,
        library: law().library,
        tables,
        context: {},
        connection: connection(),
      };
      for (let start = 1; ; start++) {
        const outcome = await this.#run(job);
        if (outcome === 'done' || outcome === 'cancelled' || this.#closing) return;
        log(`batch ${id}: its process ended (${outcome}), start ${start} of ${MOST_STARTS}`);
        if (start === MOST_STARTS) return await this.#fail(id, `The batch could not be judged (${outcome}).`);
      }
    } catch (error) {
      log(`batch ${id}: ${error instanceof Error ? error.name : 'fault'}`);
    } finally {
      this.#running = undefined;
      this.changed.emit(id);
      this.#next();
    }
  }

  /** One process for one batch; how it ended: `done`, `cancelled`, or what went wrong. */
  #run(job: BatchJob): Promise<string> {
    return new Promise((ended) => {
      const process = fork(this.#options.jobFile, {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
      });
      const running = { id: job.id, process, cancelled: false };
      this.#running = running;
      let outcome: string | undefined;
      let kept = 0;
      process.on('message', (news: JobNews) => {
        if (news.at === 'done') outcome = 'done';
        if (news.at === 'failed') outcome = news.why;
        if (news.at === 'judging' && performance.now() - kept > KEEP_MS) {
          kept = performance.now();
          void this.#progress(job.id, news);
        }
      });
      process.on('error', (error) => (outcome ??= error.name));
      process.on('exit', (code, signal) => {
        if (running.cancelled) ended('cancelled');
        else ended(outcome ?? signal ?? `exit ${code ?? 0}`);
      });
      process.send(job);
    });
  }

  async #progress(id: string, news: Extract<JobNews, { at: 'judging' }>): Promise<void> {
    const { tally } = news;
    await this.#set(id, {
      bytes_done: news.bytes,
      claims: news.claims,
      ...(tally && {
        claims: tally.claims,
        blocks: tally.claimsWithBlock,
        warnings: tally.claimsWithWarning,
        charges_cents: tally.charges,
        at_risk_cents: tally.atRisk,
      }),
    }).catch(() => undefined);
  }

  async #fail(id: string, problem: string): Promise<void> {
    await this.#set(id, { state: 'failed', problem, finished_at: new Date().toISOString() });
  }

  async #set(id: string, change: object): Promise<void> {
    await asSystem(this.#options.db, (tx) =>
      tx.updateTable('batches').set(change).where('id', '=', id).where('state', 'in', ['queued', 'judging']).execute(),
    );
    this.changed.emit(id);
  }
}
