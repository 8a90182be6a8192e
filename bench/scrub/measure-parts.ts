/**
 * What the scrubber is made of, measured alone, for ../scrub.ts: prints lines.
 *
 *   node measure-parts.mjs claims.837 TABLES
 */
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { pairsAsLaw } from '../../core/src/edits/agency/as-law.ts';
import { PairTable } from '../../core/src/edits/agency/pair-table.ts';
import { date, dayNumber } from '../../core/src/model/date.ts';
import { openTableFile } from '../../library/src/tables/open-file.ts';
import { openTables } from '../../library/src/tables/open-tables.ts';
import { ClaimReader } from '../../wire/src/x12/claims/claim-reader.ts';
import { Tokenizer } from '../../wire/src/x12/tokenizer.ts';

const ROUNDS = 8;
const CHUNK = 1 << 20;
const LOOKUPS = 4_000_000;
const [file = '', tables = ''] = process.argv.slice(2);

reading(head(file, 50_000_000));
opening();
lookups();

/** The beginning of a file. */
function head(path: string, most: number): Buffer {
  const bytes = Buffer.alloc(most);
  const open = openSync(path, 'r');
  const read = readSync(open, bytes, 0, most, 0);
  closeSync(open);
  return bytes.subarray(0, read);
}

function reading(bytes: Buffer): void {
  const rate = (ms: number): string => `${(bytes.length / 1000 / ms).toFixed(0).padStart(5)} MB/s`;
  const inChunks = (push: (chunk: Uint8Array) => void): void => {
    for (let at = 0; at < bytes.length; at += CHUNK) push(bytes.subarray(at, at + CHUNK));
  };
  // Taken in turns, so that a busy moment of the machine meets all of them.
  const times = inTurns([
    () => terminators(bytes),
    () => {
      let elements = 0;
      const tokenizer = new Tokenizer({ segment: ({ count }) => void (elements += count), fault: () => {} });
      inChunks((chunk) => tokenizer.push(chunk));
      tokenizer.end();
      return elements;
    },
    () => {
      let lines = 0;
      const sketch = (read: { readonly lineCount: number }): void => void (lines += read.lineCount);
      const reader = new ClaimReader({ claim: () => {}, sketch, issue: () => {} });
      inChunks((chunk) => reader.push(chunk));
      reader.end();
      return lines;
    },
    () => {
      let lines = 0;
      const reader = new ClaimReader({ claim: ({ claim }) => void (lines += claim.lines.length), issue: () => {} });
      inChunks((chunk) => reader.push(chunk));
      reader.end();
      return lines;
    },
  ]);
  const names = ['bare loop over the bytes', 'our tokenizer', 'claims in numbers', 'claims with places'];
  for (const [at, name] of names.entries()) console.log(`${name.padEnd(28)} ${rate(times[at]!)}`);
}

function terminators(bytes: Uint8Array): number {
  let found = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 126) found++;
  return found;
}

function inTurns(works: readonly (() => number)[]): number[] {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, work] of works.entries()) {
      const started = performance.now();
      if (work() < 0) throw new Error('nothing was read');
      best[at] = Math.min(best[at]!, performance.now() - started);
    }
  return best;
}

function opening(): void {
  let [worst, which] = [0, ''];
  for (const kind of readdirSync(tables))
    for (const name of readdirSync(join(tables, kind))) {
      let least = Number.POSITIVE_INFINITY;
      for (let round = 0; round < ROUNDS; round++) {
        const started = performance.now();
        if (!openTableFile(join(tables, kind, name)).ok) throw new Error(`${kind} ${name} is damaged`);
        least = Math.min(least, performance.now() - started);
      }
      if (least > worst) [worst, which] = [least, `${kind}/${name}`];
    }
  console.log(`opening one table            at most ${worst.toFixed(1)} ms (${which})`);
}

/** Half of the questions are pairs of the table. */
function lookups(): void {
  const on = date('2025-11-15');
  const edition = openTables(tables).on('ncci-ptp-practitioner', on);
  if (!edition.ok || !edition.value) return;
  const { file: table } = edition.value;
  const pairs = new PairTable(table);
  const law = pairsAsLaw(pairs);
  const codes = table.header.counts['codes'] ?? 0;
  const day = dayNumber(on);
  let state = 1;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const asked: number[] = [];
  let [hits, misses] = [0, 0];
  for (let tries = 0; tries < 20_000_000 && (hits < 100_000 || misses < 100_000); tries++) {
    const [one, two] = [random(codes), random(codes)];
    const found = pairs.find(one, two, day) >= 0;
    if (found ? hits++ < 100_000 : misses++ < 100_000) asked.push(pairs.codeAt(one), pairs.codeAt(two));
  }
  // In an order that no branch can be guessed from.
  const mixed = Int32Array.from(
    { length: asked.length },
    (_, at) => asked[(((at >> 1) * 99_991) % (asked.length / 2)) * 2 + (at & 1)]!,
  );
  let least = Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    for (let done = 0, at = 0; done < LOOKUPS; done++, at = at + 2 === mixed.length ? 0 : at + 2)
      sum += law.find(mixed[at]!, mixed[at + 1]!, day);
    least = Math.min(least, performance.now() - started);
  }
  const rows = (table.header.counts['rows'] ?? 0).toLocaleString('en-US');
  console.log(
    `pair look-ups by code        ${(LOOKUPS / least / 1000).toFixed(1)} million/s in ${rows} rows, half of them hits${sum === 0.5 ? '!' : ''}`,
  );
}
