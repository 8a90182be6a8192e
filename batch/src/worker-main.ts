import { parentPort, workerData } from 'node:worker_threads';
import type { FilePart } from '@interspace/wire/x12/parts/file-part';
import { PartJudge, type Spent } from './part-judge.ts';
import type { JudgeSettings } from './settings.ts';

/** A worker's life: parts and heaps in, results out; prepared once. */
export type WorkerMessage =
  | {
      readonly part: Omit<FilePart, 'bytes'>;
      readonly buffer: SharedArrayBuffer;
      readonly length: number;
      readonly file: string;
      readonly ordinal: number;
    }
  | { readonly spent: Spent }
  | { readonly heap: Uint8Array; readonly files: readonly string[] };

const judge = new PartJudge(workerData as JudgeSettings);

parentPort?.on('message', (message: WorkerMessage) => {
  if ('spent' in message) return judge.giveBack(message.spent);
  if ('heap' in message) {
    const result = judge.readHeap(message.heap, message.files);
    parentPort?.postMessage(result, [result.output.buffer]);
    return;
  }
  const { part, buffer, length, file, ordinal } = message;
  const result = judge.read({ ...part, bytes: new Uint8Array(buffer, 0, length) }, file, ordinal);
  const { output, records } = result;
  parentPort?.postMessage(result, [output.buffer, records.buffer]);
});
