/**
 * `npm run bench:review`: how long one note takes from text to Review in process, over the notes of examples/ (and of a
 * corpus folder, when one is given with --corpus): median, 99th percentile, slowest. Two sets of figures: of a young
 * process (its first rounds, while the engine still compiles) and of one that has been at work, as a server is.
 */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { date } from '../core/src/model/date.ts';
import { prepareLibrary } from '../core/src/review/prepare.ts';
import { review } from '../core/src/review/review.ts';
import { readCorpus } from './eval-notes/corpus.ts';
import { loadLibrary } from './load-library.ts';

/** Reviews before the first that counts, and until the process is no longer young. */
const [FIRST, YOUNG, WARM, MEASURED] = [30, 300, 3000, 1000];
const folder = 'examples/notes';
const notes = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
const at = process.argv.indexOf('--corpus');
const corpus = readCorpus(resolve(process.argv[at + 1] && at >= 0 ? process.argv[at + 1]! : '../shared/data/notes'));
const long = corpus?.notes.filter((note) => note.kind !== 'other').map((note) => note.text) ?? [];

const library = prepareLibrary(loadLibrary(), [], (text) => hash('sha256', text));
const context = { payer: 'medicare', state: 'OH', dateOfService: date('2026-03-02') };
measure('examples', notes);
if (long.length > 0) measure('corpus (procedure, clinic, negative)', long);

function measure(name: string, texts: readonly string[]): void {
  const times: number[] = [];
  for (let done = 0; done < WARM + MEASURED; done++) {
    const text = texts[done % texts.length]!;
    const start = performance.now();
    review({ context, documents: [{ id: 'note', text }] }, library);
    times.push(performance.now() - start);
  }
  console.log(`${name}: ${texts.length} notes`);
  console.log(`  young process (reviews ${FIRST} to ${YOUNG}): ${figures(times.slice(FIRST, YOUNG))}`);
  console.log(`  at work (${MEASURED} reviews after ${WARM}): ${figures(times.slice(WARM))}`);
}

function figures(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const quantile = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
  return `p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms, slowest ${quantile(1)} ms`;
}
