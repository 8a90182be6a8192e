import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../examples/fhir/', import.meta.url));
/** Different visits of different invented patients, so that no answer can be had from memory. */
const VARIANTS = 200;

export interface HookRequest {
  readonly path: string;
  readonly body: Buffer;
}

/** The order-sign requests of the examples, each for many invented patients. */
export function orderSignRequests(): HookRequest[] {
  const texts = readdirSync(folder)
    .filter((name) => name.startsWith('order-sign'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return Array.from({ length: VARIANTS }, (_, at) => {
    const text = texts[at % texts.length] ?? '{}';
    const patient = `testina-${at}`;
    const asked = JSON.parse(
      text.replaceAll('"testina"', `"${patient}"`).replaceAll('Patient/testina"', `Patient/${patient}"`),
    ) as {
      hook: string;
      hookInstance: string;
      fhirServer?: string;
    };
    asked.hookInstance = randomUUID();
    // Everything is prefetched: the examples' server does not exist.
    delete asked.fhirServer;
    return { path: `/cds-services/interspace-${asked.hook}`, body: Buffer.from(JSON.stringify(asked)) };
  });
}
