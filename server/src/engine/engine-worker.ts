import { Worker } from 'node:worker_threads';
import { EngineFault } from './faults.ts';
import type { EngineSettings } from './settings.ts';
import type { Urgency } from './urgency.ts';
import type { Question, Reply, Verb } from './verbs.ts';

interface Open {
  readonly number: number;
  readonly urgency: Urgency;
  readonly done: (told: unknown) => void;
  readonly fail: (error: Error) => void;
  readonly clock: NodeJS.Timeout;
}

/** One thread with the prepared law, asked one thing at a time. */
export class EngineWorker {
  readonly ready: Promise<void>;
  readonly #thread: Worker;
  readonly #timeoutMs: number;
  #isReady = false;
  #open: Open | undefined;
  #number = 0;
  #dead = false;

  constructor(file: URL, settings: EngineSettings, timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
    this.#thread = new Worker(file, { workerData: settings, name: 'engine' });
    this.ready = new Promise((ready, fail) => {
      this.#thread.on('message', (message: Reply | 'ready') => {
        if (message !== 'ready') return this.#settle(message);
        this.#isReady = true;
        ready();
      });
      this.#thread.on('error', (error) => {
        fail(error);
        this.#end(`the engine ended: ${error.name}`);
      });
      this.#thread.on('exit', () => {
        fail(new EngineFault('the engine ended before it was ready'));
        this.#end('the engine ended');
      });
    });
    // Who does not wait for readiness hears of the failure by the question that fails.
    this.ready.catch(() => {});
  }

  get busy(): boolean {
    return this.#open !== undefined || this.#dead;
  }

  get dead(): boolean {
    return this.#dead;
  }

  get urgency(): Urgency | undefined {
    return this.#open?.urgency;
  }

  ask(verb: Verb, asked: unknown, urgency: Urgency): Promise<unknown> {
    return new Promise((done, fail) => {
      const number = ++this.#number;
      // A thread that is still preparing the law gets the time for it.
      const patience = this.#isReady ? this.#timeoutMs : this.#timeoutMs + 30_000;
      const clock = setTimeout(() => {
        this.#end(`${verb} took longer than ${this.#timeoutMs / 1000} s`);
        void this.#thread.terminate();
      }, patience);
      this.#open = { number, urgency, done, fail, clock };
      const question: Question = { number, verb, asked };
      try {
        this.#thread.postMessage(question);
      } catch (error) {
        this.#close()?.fail(new EngineFault(`the question cannot be sent: ${(error as Error).name}`));
      }
    });
  }

  /** Lets the open question end, then stops. */
  async retire(): Promise<void> {
    while (this.#open && !this.#dead) await new Promise((go) => setTimeout(go, 5));
    this.#dead = true;
    await this.#thread.terminate();
  }

  #settle(reply: Reply): void {
    if (reply.number !== this.#open?.number) return;
    const open = this.#close();
    if ('failed' in reply) open?.fail(new EngineFault(reply.failed));
    else open?.done(reply.told);
  }

  #end(why: string): void {
    this.#dead = true;
    this.#close()?.fail(new EngineFault(why));
  }

  #close(): Open | undefined {
    const open = this.#open;
    this.#open = undefined;
    if (open) clearTimeout(open.clock);
    return open;
  }
}
