import { availableParallelism } from 'node:os';
import { EngineWorker } from './engine-worker.ts';
import { EngineBusy } from './faults.ts';
import { setThreadFlags } from './thread-flags.ts';
import type { EngineSettings } from './settings.ts';
import type { Urgency } from './urgency.ts';
import type { Asked, Told, Verb } from './verbs.ts';

export interface PoolOptions {
  /** The bundled worker. */
  readonly workerFile: URL;
  readonly settings: EngineSettings;
  /** Threads; one for each core when absent. */
  readonly size?: number;
  /** Questions that may wait before new ones are refused. */
  readonly queue?: number;
  /** A question that takes longer ends its worker; another one is started. */
  readonly timeoutMs?: number;
}

interface Waiting {
  readonly verb: Verb;
  readonly asked: unknown;
  readonly urgency: Urgency;
  readonly done: (told: never) => void;
  readonly fail: (error: Error) => void;
}

/** How many questions are asked, wait and were answered; for metrics. */
export interface PoolLoad {
  readonly size: number;
  readonly busy: number;
  readonly waiting: number;
  readonly answered: number;
  readonly replaced: number;
}

/** Worker threads that judge, so that the thread that answers requests never does. */
export class EnginePool {
  readonly #options: PoolOptions;
  readonly #size: number;
  #settings: EngineSettings;
  #workers: EngineWorker[] = [];
  readonly #waiting: Record<Urgency, Waiting[]> = { now: [], later: [] };
  #answered = 0;
  #replaced = 0;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#size = options.size ?? Math.max(1, availableParallelism());
    this.#settings = options.settings;
  }

  /** Starts the workers and waits until each is ready to judge. */
  async start(): Promise<this> {
    setThreadFlags();
    this.#workers = this.#crew();
    await Promise.all(this.#workers.map(({ ready }) => ready));
    return this;
  }

  get settings(): EngineSettings {
    return this.#settings;
  }

  get load(): PoolLoad {
    return {
      size: this.#size,
      busy: this.#workers.filter(({ busy }) => busy).length,
      waiting: this.#waiting.now.length + this.#waiting.later.length,
      answered: this.#answered,
      replaced: this.#replaced,
    };
  }

  /** Throws EngineBusy when too many wait, EngineFault when the engine fails or takes too long. */
  ask<V extends Verb>(verb: V, asked: Asked<V>, urgency: Urgency = 'now'): Promise<Told<V>> {
    if (this.#closed) return Promise.reject(new EngineBusy('the server is stopping'));
    if (this.#waiting[urgency].length >= (this.#options.queue ?? 2000))
      return Promise.reject(new EngineBusy('too many questions wait'));
    return new Promise<Told<V>>((done, fail) => {
      this.#waiting[urgency].push({ verb, asked, urgency, done, fail });
      this.#assign();
    });
  }

  /** Judges by another law from now on. Questions that are being answered end under the law they began with. */
  async use(settings: EngineSettings): Promise<void> {
    const before = this.#workers;
    this.#settings = settings;
    const crew = this.#crew();
    await Promise.all(crew.map(({ ready }) => ready));
    this.#workers = crew;
    this.#assign();
    await Promise.all(before.map((worker) => worker.retire()));
  }

  /** Answers what was accepted, then ends. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.load.waiting > 0 && this.#workers.length > 0) await new Promise((go) => setTimeout(go, 10));
    await Promise.all(this.#workers.map((worker) => worker.retire()));
    this.#workers = [];
  }

  #crew(): EngineWorker[] {
    return Array.from({ length: this.#size }, () => this.#hire());
  }

  #hire(): EngineWorker {
    return new EngineWorker(this.#options.workerFile, this.#settings, this.#options.timeoutMs ?? 30_000);
  }

  #assign(): void {
    for (;;) {
      const worker = this.#workers.find(({ busy }) => !busy);
      if (!worker) return;
      const next = this.#waiting.now.shift() ?? this.#nextLater();
      if (!next) return;
      void this.#run(worker, next);
    }
  }

  #nextLater(): Waiting | undefined {
    const atWork = this.#workers.filter(({ urgency }) => urgency === 'later').length;
    return atWork < Math.max(1, this.#size - 1) ? this.#waiting.later.shift() : undefined;
  }

  async #run(worker: EngineWorker, { verb, asked, urgency, done, fail }: Waiting): Promise<void> {
    try {
      done((await worker.ask(verb, asked, urgency)) as never);
      this.#answered++;
    } catch (error) {
      fail(error as Error);
    }
    if (worker.dead && this.#workers.includes(worker)) {
      this.#replaced++;
      this.#workers = this.#workers.map((one) => (one === worker ? this.#hire() : one));
    }
    this.#assign();
  }
}
