/**
 * Damaged files through every reader: `npx tsx bench/x12-fuzz.ts [inputs] [seed]`. Prints what threw (nothing may), the
 * slowest input and the memory used; then bombs of 2 GB, which must end in one Issue within bounded memory.
 */
import { checkBuffer } from '../wire/src/x12/check/check.ts';
import { ClaimReader } from '../wire/src/x12/claims/claim-reader.ts';
import { describeBuffer } from '../wire/src/x12/describe.ts';
import { readDocument, writeDocument } from '../wire/src/x12/document.ts';
import { FACET_CLAIM, HOSPITAL_CLAIM, REMITTANCE } from '../wire/src/x12/fixtures.ts';
import { readClaimsFromBuffer } from '../wire/src/x12/read-claims.ts';
import { readRemittancesFromBuffer } from '../wire/src/x12/remittances/remittance-reader.ts';
import { numbers } from './invented-837p.ts';

const inputs = Number(process.argv[2] ?? 100_000);
const next = numbers(Number(process.argv[3] ?? 1));
const bases = [FACET_CLAIM, HOSPITAL_CLAIM, REMITTANCE].map((text) => Buffer.from(text, 'latin1'));
const MARKS = Buffer.from('*~:^\n\r |>ISASTHLCLM0\u0000\u00ff', 'latin1');

/** One to six faults: bytes changed, cut out, put in, pieces doubled or moved. */
function damaged(base: Buffer): Buffer {
  let bytes = Buffer.from(base);
  for (let fault = next(6) + 1; fault > 0; fault--) {
    const at = next(bytes.length + 1);
    const to = Math.min(bytes.length, at + next(40));
    switch (next(5)) {
      case 0:
        if (at < bytes.length) bytes[at] = next(3) === 0 ? next(256) : MARKS[next(MARKS.length)]!;
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), MARKS.subarray(next(MARKS.length)), bytes.subarray(at)]);
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
        break;
      default: {
        const elsewhere = next(bytes.length + 1);
        bytes = Buffer.concat([bytes.subarray(0, elsewhere), bytes.subarray(at, to), bytes.subarray(elsewhere)]);
      }
    }
  }
  return bytes;
}

const failures: string[] = [];
let slowest = 0;
let issues = 0;
let claims = 0;
const start = process.hrtime.bigint();
for (let i = 0; i < inputs; i++) {
  const bytes = damaged(bases[i % bases.length]!);
  const before = process.hrtime.bigint();
  try {
    const read = readClaimsFromBuffer(bytes);
    issues += read.issues.length;
    claims += read.claims.length;
    for (const each of read.claims) {
      each.locate(undefined, 'diagnoses', 2);
      for (const line of each.claim.lines) each.locate(line.number, 'modifiers');
    }
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
}
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const memory = (): string => `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`;
console.log(
  `${inputs} damaged files in ${seconds.toFixed(0)} s: ${failures.length} failures, ${claims} claims, ${issues} issues, slowest ${slowest.toFixed(1)} ms, ${memory()}`,
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
