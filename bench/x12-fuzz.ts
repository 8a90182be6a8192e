/**
 * Damaged files through every reader and the whole scrubber: `node scripts/bench.mjs x12-fuzz [inputs] [seed] [--tables
 * FOLDER]`. Prints what threw (nothing may), the slowest input and the memory used; then streams of 2 GB, which must end
 * in one Issue within bounded memory. `bench/scrub-bombs.ts` does the latter with files and the command itself.
 */
import { PartJudge } from '../batch/src/part-judge.ts';
import { BATCH_FORMATS } from '../batch/src/settings.ts';
import { judgingTables } from '../library/src/tables/judging-tables.ts';
import { openTables } from '../library/src/tables/open-tables.ts';
import { checkBuffer } from '../wire/src/x12/check/check.ts';
import { ClaimReader } from '../wire/src/x12/claims/claim-reader.ts';
import { describeBuffer } from '../wire/src/x12/describe.ts';
import { readDocument, writeDocument } from '../wire/src/x12/document.ts';
import { FACET_CLAIM, HOSPITAL_CLAIM, REMITTANCE } from '../wire/src/x12/fixtures.ts';
import { PartSplitter } from '../wire/src/x12/parts/part-splitter.ts';
import { readClaimsFromBuffer } from '../wire/src/x12/read-claims.ts';
import { readRemittancesFromBuffer } from '../wire/src/x12/remittances/remittance-reader.ts';
import { damage } from './fuzz/damage.ts';
import { claimsInMemory } from './generate-claims.ts';
import { numbers } from './generate-claims/numbers.ts';
import { loadLibrary } from './load-library.ts';

const args = process.argv.slice(2);
const folder = args.includes('--tables') ? args.splice(args.indexOf('--tables'), 2)[1] : undefined;
const inputs = Number(args[0] ?? 100_000);
const draw = numbers(Number(args[1] ?? 1));
const next = (below: number): number => draw.below(below);
/** Some claims of few patients, each with a fault: what the history pass sees. */
const several = claimsInMemory({ bytes: 1, perTransaction: 4, faults: 1, practices: 1 }).file;
const bases = [...[FACET_CLAIM, HOSPITAL_CLAIM, REMITTANCE].map((text) => Buffer.from(text, 'latin1')), several];

const tables = folder === undefined ? [] : judgingTables(openTables(folder)).map(({ buffer }) => buffer);
const library = loadLibrary();
// One judge for each format, as a run has; they live through all inputs, so that what they keep shows in the memory.
const judges = BATCH_FORMATS.map((format) => new PartJudge({ library, tables, context: {}, format, maxIssues: 1000 }));

/** As `interspace scrub` does it: cut in parts, read, judged, rendered, then seen with the patient's other claims. */
function scrub(bytes: Buffer, judge: PartJudge): number {
  const splitter = new PartSplitter();
  // Mostly one part, sometimes many: a cut at any byte must not matter.
  const size = next(8) === 0 ? 200 + next(2_000) : bytes.length;
  const records: Uint8Array[] = [];
  let found = 0;
  let from = 0;
  let held = 0;
  for (let last = false; !last;) {
    const to = Math.min(bytes.length, from + held + size);
    last = to === bytes.length;
    const part = splitter.cut(bytes.subarray(from, to), last);
    const result = judge.read(part, 'fuzz', 0);
    const { block, warn, note } = result.tally.findings;
    found += block + warn + note;
    records.push(result.records);
    // A part that could not be cut waits for more behind it.
    held = part.bytes.length === 0 ? to - from : 0;
    from += part.bytes.length;
    if (result.stopped) break;
  }
  judge.readHeap(Buffer.concat(records), ['fuzz']);
  return found;
}

const failures: string[] = [];
let [slowest, issues, claims, findings] = [0, 0, 0, 0];
const memory = (): string => `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`;
const start = process.hrtime.bigint();
for (let i = 0; i < inputs; i++) {
  const bytes = damage(bases[i % bases.length]!, next);
  const before = process.hrtime.bigint();
  try {
    const read = readClaimsFromBuffer(bytes);
    issues += read.issues.length;
    claims += read.claims.length;
    for (const each of read.claims) {
      each.locate(undefined, 'diagnoses', 2);
      for (const line of each.claim.lines) each.locate(line.number, 'modifiers');
    }
    findings += scrub(bytes, judges[i % judges.length]!);
    if (i % 4 === 0) {
      readRemittancesFromBuffer(bytes);
      checkBuffer(bytes);
      describeBuffer(bytes);
      if (Buffer.compare(writeDocument(readDocument(bytes)), bytes) !== 0)
        failures.push(`input ${i}: not written back as it was`);
    }
  } catch (error) {
    failures.push(`input ${i}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  slowest = Math.max(slowest, Number(process.hrtime.bigint() - before) / 1e6);
  if ((i + 1) % 100_000 === 0)
    console.log(`${i + 1} inputs, ${failures.length} failures, slowest ${slowest.toFixed(1)} ms, ${memory()}`);
}
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
console.log(
  `${inputs} damaged files in ${seconds.toFixed(0)} s: ${failures.length} failures, ${claims} claims, ${issues} issues, ${findings} findings, slowest ${slowest.toFixed(1)} ms, ${memory()}`,
);
for (const failure of failures.slice(0, 5)) console.log(failure);

function bomb(name: string, head: string, filling: Buffer): void {
  const told: string[] = [];
  const reader = new ClaimReader({
    claim: () => {},
    issue: (issue) => told.push(`${issue.code} at ${issue.at ?? ''}`),
  });
  reader.push(Buffer.from(head, 'latin1'));
  let pushed = 0;
  for (; pushed < 2048 && !reader.stopped; pushed++) reader.push(filling);
  reader.end();
  console.log(
    `${name}: stopped after ${pushed} MiB with ${told.length} issue(s), first ${told[0] ?? 'none'}; ${memory()}`,
  );
}

const mebibyte = (byte: number): Buffer => Buffer.alloc(1 << 20, byte);
bomb('2 GB of zeros', '', mebibyte(0));
bomb('2 GB in one segment', `${FACET_CLAIM.slice(0, FACET_CLAIM.indexOf('LX*1'))}NTE*ADD*`, mebibyte(65));
bomb('2 GB of element separators', FACET_CLAIM.slice(0, FACET_CLAIM.indexOf('SV1')), mebibyte(42));
bomb('2 GB of segment terminators', FACET_CLAIM.slice(0, FACET_CLAIM.indexOf('SV1')), mebibyte(126));
bomb(
  '2 GB of lines in one claim',
  FACET_CLAIM.slice(0, FACET_CLAIM.indexOf('LX*1')),
  Buffer.from('LX*1~SV1*HC:64493*1*UN*1***1~'.repeat(36_000)),
);
if (failures.length > 0) process.exitCode = 1;
