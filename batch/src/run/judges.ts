import { Worker } from 'node:worker_threads';
import type { FilePart } from '@interspace/wire/x12/parts/file-part';
import { PartJudge, type HeapResult, type PartResult } from '../part-judge.ts';
import type { JudgeSettings } from '../settings.ts';
import type { WorkerMessage } from '../worker-main.ts';

/** Those who judge: this thread, or workers that are used again and again. */
export interface Judges {
  /** How many parts can be judged at the same time. */
  readonly count: number;
  part(who: number, part: FilePart, buffer: SharedArrayBuffer, file: string, ordinal: number): Promise<PartResult>;
  heap(who: number, records: Uint8Array, files: readonly string[]): Promise<HeapResult>;
  /** How often an answer was known, for those who measure; only where everything is judged in this thread. */
  readonly counts?: () => PartJudge['counts'];
  close(): Promise<void>;
}

/** Everything in this thread: for small inputs, where starting workers costs more than they save. */
export function ownJudge(settings: JudgeSettings): Judges {
  const judge = new PartJudge(settings);
  return {
    count: 1,
    counts: () => judge.counts,
    part: async (_, part, __, file, ordinal) => judge.read(part, file, ordinal),
    heap: async (_, records, files) => judge.readHeap(records, files),
    close: async () => {},
  };
}

export function workerJudges(settings: JudgeSettings, count: number, workerFile: URL | string): Judges {
  const typescript = String(workerFile).endsWith('.ts');
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(workerFile, {
      workerData: settings,
      ...(typescript ? { execArgv: ['--import', 'tsx'] } : {}),
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    return { worker, waiting: [] as { done: (result: never) => void; fail: (error: unknown) => void }[] };
  });
  for (const { worker, waiting } of workers) {
    worker.on('message', (result) => waiting.shift()?.done(result as never));
    worker.on('error', (error) => {
      for (const { fail } of waiting.splice(0)) fail(error);
    });
  }
  const ask = <T>(who: number, message: WorkerMessage, transfer: ArrayBuffer[]): Promise<T> => {
    const { worker, waiting } = workers[who]!;
    return new Promise<T>((done, fail) => {
      waiting.push({ done, fail });
      worker.postMessage(message, transfer);
    });
  };
  return {
    count,
    part: (who, { bytes, ...part }, buffer, file, ordinal) =>
      ask(who, { part, buffer, length: bytes.length, file, ordinal }, []),
    heap: (who, records, files) => ask(who, { heap: records, files }, []),
    close: async () => void (await Promise.all(workers.map(({ worker }) => worker.terminate()))),
  };
}
