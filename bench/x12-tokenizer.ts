/**
 * How fast are the bytes of a claim file turned into segments, places and Claims?
 * `npx tsx bench/x12-tokenizer.ts [megabytes]` makes invented claims in memory and prints MB/s and claims/s per stage.
 */
import { Tokenizer } from '../wire/src/x12/tokenizer.ts';
import { ClaimReader } from '../wire/src/x12/claims/claim-reader.ts';
import { inventedClaims } from './invented-837p.ts';

const megabytes = Number(process.argv[2] ?? 100);
const { bytes, claims } = inventedClaims(megabytes * 1_000_000);
const size = bytes.length / 1e6;

function measure(name: string, run: () => string): void {
  let best = Number.POSITIVE_INFINITY;
  let note = '';
  for (let i = 0; i < 5; i++) {
    const start = process.hrtime.bigint();
    note = run();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
  }
  console.log(
    `${name.padEnd(34)} ${(size / best).toFixed(0).padStart(6)} MB/s  ${(claims / best / 1000).toFixed(0).padStart(6)} k claims/s  ${note}`,
  );
}

const CHUNK = 1 << 16;
function inChunks(push: (chunk: Uint8Array) => void): void {
  for (let at = 0; at < bytes.length; at += CHUNK) push(bytes.subarray(at, at + CHUNK));
}

console.log(`${size.toFixed(1)} MB, ${claims} claims, node ${process.version}`);
measure('bare loop over the bytes', () => {
  let found = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 126) found++;
  return `${found} terminators`;
});
measure('tokenizer, one buffer', () => {
  let segments = 0;
  let elements = 0;
  const tokenizer = new Tokenizer({
    segment: (view) => {
      segments++;
      elements += view.count;
    },
    fault: () => {},
  });
  tokenizer.push(bytes);
  tokenizer.end();
  return `${segments} segments, ${elements} elements`;
});
measure('tokenizer, chunks of 64 KiB', () => {
  let segments = 0;
  const tokenizer = new Tokenizer({
    segment: () => {
      segments++;
    },
    fault: () => {},
  });
  inChunks((chunk) => tokenizer.push(chunk));
  tokenizer.end();
  return `${segments} segments`;
});
measure('claims with places, 64 KiB chunks', () => {
  let read = 0;
  let lines = 0;
  let issues = 0;
  const reader = new ClaimReader({
    claim: (each) => {
      read++;
      lines += each.claim.lines.length;
    },
    issue: () => {
      issues++;
    },
  });
  inChunks((chunk) => reader.push(chunk));
  reader.end();
  return `${read} claims, ${lines} lines, ${issues} issues`;
});
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (input included)`);
