import { Worker } from 'node:worker_threads';
import { EngineBusy, EngineFault } from '../engine/faults.ts';

export interface AsideLimits {
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

/** Threads of this kind at once, and questions that wait for one. */
const MOST = 2;
const QUEUE = 20;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs one heavy or risky thing in a thread of its own: when it takes too long or wants too much memory, it is ended and
 * nothing else suffers. The thread answers with one message.
 */
export async function runAside<T>(file: URL, asked: unknown, { timeoutMs, memoryMb }: AsideLimits): Promise<T> {
  if (running >= MOST) {
    if (waiting.length >= QUEUE) throw new EngineBusy('too much is done aside');
    await new Promise<void>((go) => waiting.push(go));
  }
  running++;
  const thread = new Worker(file, {
    workerData: asked,
    name: 'aside',
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((done, fail) => {
      timer = setTimeout(() => fail(new EngineFault('it took too long')), timeoutMs);
      thread.once('message', done);
      // The message of what failed may quote what was read: only its kind is told on.
      thread.once('error', (error) => fail(new EngineFault(error.name)));
      thread.once('exit', () => fail(new EngineFault('it ended without an answer')));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
    running--;
    waiting.shift()?.();
  }
}
