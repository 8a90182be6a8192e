/** One reading of a file into claims; prints the milliseconds. Run by compare-parsers.ts in a process of its own. */
import { createReadStream } from 'node:fs';
import { ClaimReader } from '../wire/src/x12/claims/claim-reader.ts';

const start = performance.now();
let claims = 0;
const reader = new ClaimReader({ claim: () => void claims++, issue: () => {} });
for await (const chunk of createReadStream(process.argv[2] ?? '', { highWaterMark: 1 << 20 }))
  reader.push(chunk as Buffer);
reader.end();
if (claims === 0) throw new Error('no claim was read');
console.log(performance.now() - start);
