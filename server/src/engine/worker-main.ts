import { hash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { readTable } from '@interspace/core/edits/agency/layout';
import { prepareLibrary, type PreparedLibrary } from '@interspace/core/review/prepare';
import type { EngineSettings } from './settings.ts';
import { VERBS, type Question, type Reply } from './verbs.ts';

const { library, tables } = workerData as EngineSettings;
const law: PreparedLibrary = prepareLibrary(
  library,
  tables.map(readTable).filter((file) => typeof file !== 'string'),
  (text) => hash('sha256', text),
);

parentPort?.on('message', ({ number, verb, asked }: Question) => {
  let reply: Reply;
  const given: ArrayBuffer[] = [];
  try {
    const answer = VERBS[verb] as (asked: unknown, law: PreparedLibrary) => unknown;
    const told = answer(asked, law);
    if (told instanceof Uint8Array && told.buffer instanceof ArrayBuffer) given.push(told.buffer);
    reply = { number, told };
  } catch (error) {
    // The message of a fault may quote what was read: only its kind and place leave this thread.
    reply = { number, failed: placeOf(error) };
  }
  parentPort?.postMessage(reply, given);
});
parentPort?.postMessage('ready');

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault';
  const place = /\n\s+at (.*)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.name} at ${place.replace(/^.*[/\\](?=[^/\\]+$)/, '')}`;
}
