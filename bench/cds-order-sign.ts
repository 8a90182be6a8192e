import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { date } from '../core/src/model/date.ts';
import type { EngineInput } from '../core/src/model/review-input.ts';
import { prepareLibrary } from '../core/src/review/prepare.ts';
import { review } from '../core/src/review/review.ts';
import { callHook } from '../server/src/fhir/cds-answer.ts';
import type { FhirDeps } from '../server/src/fhir/deps.ts';
import { fhirLaw } from '../server/src/fhir/law.ts';
import { loadLibrary } from './load-library.ts';

/**
 * One call of order-sign without HTTP and database: how long it takes, and how much of the processor. Run it with
 * `npx tsx bench/cds-order-sign.ts [calls]`. The request is a fresh object each time, as it is after parsing.
 */
const calls = Number(process.argv[2] ?? 1000);
const text = readFileSync(fileURLToPath(new URL('../examples/fhir/order-sign-tfesi.json', import.meta.url)), 'utf8');
const library = loadLibrary();
const prepared = prepareLibrary(library);
const law = fhirLaw(library);
let reviewing = 0;
const deps: FhirDeps = {
  review: async (input: EngineInput) => {
    const start = process.cpuUsage();
    const made = review(input, prepared);
    const { user, system } = process.cpuUsage(start);
    reviewing += user + system;
    return made;
  },
  law: () => law,
  now: () => new Date('2026-03-02T12:00:00Z'),
  today: () => date('2026-03-02'),
  fetchFhir: async () => undefined,
  label: 'bench',
  baseUrl: 'http://localhost',
  version: '0',
};

async function one(): Promise<void> {
  const params = { id: 'interspace-order-sign' };
  const answer = await callHook({ params, body: JSON.parse(text) as unknown, caller: { id: 'bench' } }, deps);
  if (answer.status !== 200) throw new Error(`status ${answer.status}`);
}

for (let at = 0; at < 300; at++) await one();
reviewing = 0;
const walls: number[] = [];
const before = process.cpuUsage();
for (let at = 0; at < calls; at++) {
  const start = performance.now();
  await one();
  walls.push(performance.now() - start);
}
const { user, system } = process.cpuUsage(before);
walls.sort((a, b) => a - b);
const at = (part: number): string => (walls[Math.floor(walls.length * part)] ?? 0).toFixed(2);
console.log(`order-sign, ${calls} calls, request of ${(text.length / 1024).toFixed(1)} KB`);
console.log(`wall  p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
console.log(
  `cpu   ${((user + system) / 1000 / calls).toFixed(2)} ms a call, of it the Review ${(reviewing / 1000 / calls).toFixed(2)} ms`,
);
console.log(
  `load of the machine ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`,
);
