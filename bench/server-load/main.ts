/**
 * The server under load, as issue figures are asked for: order-sign at an even rate, notes as fast as they go, and order-sign
 * again from the first byte of a large claim file until it is judged, as one set of latencies. Server, database and this
 * program share the machine.
 *
 *   npm run bench:server -- [--seconds 300] [--rate 50] [--claims 100000] [--database postgres://…]
 */
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { closeSync, openSync, writeSync } from 'node:fs';
import { request } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateClaims } from '../generate-claims.ts';
import { Caller } from './caller.ts';
import { asFastAsPossible, atRate, atRateWhile, Latencies } from './latencies.ts';
import { orderSignRequests } from './orders.ts';
import { spentBy, wordsOfSpent } from './processor.ts';
import { startServer, type Server } from './server.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '300' },
    rate: { type: 'string', default: '50' },
    claims: { type: 'string', default: '100000' },
    database: { type: 'string' },
  },
});
const [seconds, rate, claims] = [Number(values.seconds), Number(values.rate), Number(values.claims)];
const root = fileURLToPath(new URL('../../', import.meta.url));
/** About what a claim of the generator takes. */
const BYTES_OF_A_CLAIM = 445;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
say(
  `${availableParallelism()} cores, Node ${process.version}, database ${values.database === undefined ? 'embedded' : 'DATABASE_URL'}`,
);
const server = await startServer(values.database);
const caller = new Caller(server.url);
try {
  const orders = await signer(server);
  await atRate(rate, 5, orders);
  say(`order-sign, ${rate}/s for ${seconds} s:             ${(await atRate(rate, seconds, orders)).words}`);
  const notes = await reviewer(server);
  // Each thread compiles for itself beside judging, less and less over its first five thousand notes: so the time is told.
  await reviewed(0, 20, notes);
  await reviewed(20, 20 + Math.min(40, seconds), notes);
  await reviewed(20 + Math.min(40, seconds), 20 + Math.min(70, 2 * seconds), notes);
  const file = claimFile(claims);
  try {
    await whileJudged(file);
  } finally {
    rmSync(file.folder, { recursive: true, force: true });
  }
  say(`resident memory of the server: ${residentMegabytes(server.process.pid)} MB`);
} finally {
  caller.close();
  await server.stop();
}

async function signer({ program }: Server): Promise<(number: number) => Promise<void>> {
  const requests = orderSignRequests();
  let token = await program();
  const fresh = setInterval(() => void program().then((next) => (token = next)), 200_000);
  fresh.unref();
  return async (number) => {
    const { path, body } = requests[number % requests.length]!;
    await caller.post(path, { ...token, 'content-type': 'application/json' }, body);
  };
}

async function reviewer({ program }: Server): Promise<(number: number) => Promise<void>> {
  const token = await program();
  const folder = join(root, 'examples', 'notes');
  const bodies = readdirSync(folder).map((name) =>
    Buffer.from(
      JSON.stringify({
        input: {
          note: readFileSync(join(folder, name), 'utf8'),
          context: { payer: 'medicare', state: 'OH', placeOfService: '11', dateOfService: '2026-03-02' },
        },
      }),
    ),
  );
  return async (number) => {
    await caller.post('/api/review', { ...token, 'content-type': 'application/json' }, bodies[number % bodies.length]!);
  };
}

/** Notes from one second of such work to another, with what each of them cost. */
async function reviewed(from: number, to: number, notes: (number: number) => Promise<void>): Promise<void> {
  const before = spentBy(server.process.pid);
  const { perSecond, seen } = await asFastAsPossible(8, to - from, notes);
  const cost = wordsOfSpent(before, spentBy(server.process.pid), seen.count);
  say(`note reviews, 8 at a time, second ${from} to ${to}: ${perSecond.toFixed(0)}/s, ${seen.words}`);
  say(`  ${cost}`);
}

/** Order-sign from the first byte of a claim file until the file is judged: all requests of that time are one set. */
async function whileJudged(file: ClaimFile): Promise<void> {
  const orders = await signer(server);
  const [all, sending, judging] = [new Latencies(), new Latencies(), new Latencies()];
  let phase: Latencies | undefined = sending;
  const asked = atRateWhile(rate, () => phase && [all, phase], orders);
  try {
    const sent = await upload(server, file);
    phase = judging;
    const batch = await until(server, sent.id);
    phase = undefined;
    await asked;
    say(
      `${batch.claims} claims (${(file.bytes / 1e6).toFixed(0)} MB) sent in ${sent.seconds.toFixed(1)} s, ${batch.state} after further ${batch.seconds.toFixed(1)} s`,
    );
    if (batch.claims < claims) say(`FAULT: the file held fewer claims than the ${claims} that were asked for`);
  } finally {
    phase = undefined;
    await asked;
  }
  say(`order-sign, ${rate}/s from the first byte until judged: ${all.words}`);
  say(`  while the file was sent:                 ${sending.words}`);
  say(`  while it was judged:                     ${judging.words}`);
}

interface ClaimFile {
  readonly folder: string;
  readonly path: string;
  readonly bytes: number;
}

/** A file of at least so many claims, made before anything is measured. */
function claimFile(count: number): ClaimFile {
  const folder = mkdtempSync(join(tmpdir(), 'interspace-load-claims-'));
  const path = join(folder, 'claims.837');
  for (let bytes = count * BYTES_OF_A_CLAIM; ;) {
    const file = openSync(path, 'w');
    const made = generateClaims({ bytes, seed: 1 }, (piece) => writeSync(file, piece));
    closeSync(file);
    if (made.claims >= count) return { folder, path, bytes: made.bytes };
    bytes = Math.ceil(bytes * (count / made.claims) * 1.002);
  }
}

async function upload({ url, program }: Server, { path, bytes }: ClaimFile) {
  const token = await program();
  const begun = performance.now();
  const id = await new Promise<string>((done, fail) => {
    const { hostname, port } = new URL(url);
    const sent = request(
      {
        hostname,
        port,
        path: '/api/scrub?name=load.837',
        method: 'POST',
        headers: { ...token, 'content-type': 'application/edi-x12', 'content-length': bytes },
      },
      (answer) => {
        let text = '';
        answer.on('data', (piece: Buffer) => (text += piece.toString()));
        answer.on('end', () =>
          answer.statusCode === 202 ? done((JSON.parse(text) as { id: string }).id) : fail(new Error(text)),
        );
      },
    );
    sent.on('error', fail);
    createReadStream(path).pipe(sent);
  });
  return { id, seconds: (performance.now() - begun) / 1000 };
}

async function until({ url, program }: Server, id: string) {
  const begun = performance.now();
  let token = await program();
  for (let look = 1; ; look++) {
    if (look % 100 === 0) token = await program();
    const answer = await fetch(`${url}/api/batches/${id}`, { headers: token });
    const batch = (await answer.json()) as { state: string; claims: number };
    if (['done', 'failed', 'cancelled'].includes(batch.state))
      return { ...batch, seconds: (performance.now() - begun) / 1000 };
    await new Promise((go) => setTimeout(go, 1000));
  }
}

function residentMegabytes(pid: number | undefined): string {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024).toFixed(0);
  } catch {
    return 'unknown';
  }
}
