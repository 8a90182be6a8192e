import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { FilePart } from '@interspace/wire/x12/parts/file-part';
import { PartJudge, type HeapResult, type PartResult, type Spent } from '../part-judge.ts';
import type { JudgeSettings } from '../settings.ts';
import type { WorkerMessage } from '../worker-main.ts';

/** Those who judge: this thread, and workers beside it that are used again and again. */
export interface Judges {
  /** How many parts can be judged at the same time. */
  readonly count: number;
  /** Who is to judge next; `here` only when everybody else has enough to do. */
  free(): number;
  part(who: number, part: FilePart, buffer: SharedArrayBuffer, file: string, ordinal: number): Promise<PartResult>;
  /** Of shared memory, which is free again when the answer is there. */
  heap(who: number, records: Uint8Array<SharedArrayBuffer>, files: readonly string[]): Promise<HeapResult>;
  /** What came of a part is written: its memory goes back to who judged it. */
  giveBack(who: number, spent: Spent): void;
  /** This thread. What it is asked is done when the call returns. */
  readonly here: number;
  /** Lets the answers of the others in, where this thread has been busy. */
  turn(): Promise<void>;
  /** How often an answer was known, for those who measure; only where everything is judged in this thread. */
  readonly counts?: () => PartJudge['counts'];
  close(): Promise<void>;
}

/** What a worker is handed ahead, so that it never waits for the next one. */
const AHEAD = 2;

/** Everything in this thread: for small inputs, where starting workers costs more than they save. */
export function ownJudge(settings: JudgeSettings): Judges {
  const judge = new PartJudge(settings);
  return {
    count: 1,
    here: 0,
    free: () => 0,
    turn: () => turn(),
    counts: () => judge.counts,
    part: async (_, part, __, file, ordinal) => judge.read(part, file, ordinal),
    heap: async (_, records, files) => judge.readHeap(records, files),
    giveBack: (_, spent) => judge.giveBack(spent),
    close: async () => {},
  };
}

/**
 * `count` threads judge: this one and workers beside it. This one also reads, puts in order and writes; it judges what the
 * others have no hands for, so that there are never more threads at work than were asked for.
 */
export function workerJudges(settings: JudgeSettings, count: number, workerFile: URL | string): Judges {
  const workers = Array.from({ length: count - 1 }, () => startWorker(settings, workerFile));
  const own = ownJudge(settings);
  const here = workers.length;
  return {
    ...own,
    count,
    here,
    free: () => {
      let least = here;
      for (const [who, worker] of workers.entries())
        if (worker.load() < AHEAD && (least === here || worker.load() < workers[least]!.load())) least = who;
      return least;
    },
    turn: () => turn(),
    part: (who, part, buffer, file, ordinal) => {
      if (who === here) return own.part(0, part, buffer, file, ordinal);
      const { bytes, ...rest } = part;
      return workers[who]!.ask({ part: rest, buffer, length: bytes.length, file, ordinal });
    },
    heap: (who, records, files) =>
      who === here ? own.heap(0, records, files) : workers[who]!.ask({ heap: records, files }),
    giveBack: (who, spent) => {
      if (who === here) own.giveBack(0, spent);
      else workers[who]!.give(spent);
    },
    close: async () => void (await Promise.all(workers.map((worker) => worker.close()))),
  };
}

/** One worker, and how many answers it owes. */
interface Asked {
  ask<T>(message: WorkerMessage): Promise<T>;
  give(spent: Spent): void;
  load(): number;
  close(): Promise<unknown>;
}

function startWorker(settings: JudgeSettings, file: URL | string): Asked {
  const typescript = String(file).endsWith('.ts');
  const worker = new Worker(file, {
    workerData: settings,
    ...(typescript ? { execArgv: ['--import', 'tsx'] } : {}),
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  const waiting: { done: (result: never) => void; fail: (error: unknown) => void }[] = [];
  worker.on('message', (result) => waiting.shift()?.done(result as never));
  worker.on('error', (error) => {
    for (const { fail } of waiting.splice(0)) fail(error);
  });
  return {
    ask: <T>(message: WorkerMessage) =>
      new Promise<T>((done, fail) => {
        waiting.push({ done, fail });
        worker.postMessage(message);
      }),
    give: (spent) => worker.postMessage({ spent }, spent.records ? [spent.output, spent.records] : [spent.output]),
    load: () => waiting.length,
    close: () => worker.terminate(),
  };
}

/** Megabytes for what is made and forgotten at once: more of it is memory for nothing, less is cleared too often. */
const YOUNG = 6;
