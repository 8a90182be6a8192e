/**
 * The server under load, as issue figures are asked for: order-sign at an even rate, notes as fast as they go, and order-sign
 * again while a large claim file is judged. Server, database and this program share the machine.
 *
 *   npm run bench:server -- [--seconds 300] [--rate 50] [--claims 100000] [--database postgres://…]
 */
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { closeSync, openSync, writeSync } from 'node:fs';
import { request } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateClaims } from '../generate-claims.ts';
import { Caller } from './caller.ts';
import { asFastAsPossible, atRate } from './latencies.ts';
import { orderSignRequests } from './orders.ts';
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
const BYTES_OF_A_CLAIM = 415;

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
  await asFastAsPossible(4, 5, notes);
  const noted = await asFastAsPossible(8, Math.min(30, seconds), notes);
  say(`note reviews, 8 at a time:                 ${noted.perSecond.toFixed(0)}/s, ${noted.seen.words}`);
  const sent = await upload(server, claims);
  let judged = false;
  const done = until(server, sent.id).then((batch) => {
    judged = true;
    return batch;
  });
  const during = atRateUntil(() => judged);
  const batch = await done;
  const words = await during;
  say(
    `${batch.claims} claims (${(sent.bytes / 1e6).toFixed(0)} MB) sent in ${sent.seconds.toFixed(1)} s, ${batch.state} after ${batch.seconds.toFixed(1)} s`,
  );
  say(`order-sign, ${rate}/s while they were judged:   ${words}`);
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

async function atRateUntil(stop: () => boolean): Promise<string> {
  const orders = await signer(server);
  let words = '';
  while (!stop()) words = (await atRate(rate, 10, orders)).words;
  return words;
}

async function upload({ url, program }: Server, count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'interspace-load-claims-'));
  const path = join(folder, 'claims.837');
  const file = openSync(path, 'w');
  generateClaims({ bytes: count * BYTES_OF_A_CLAIM, seed: 1 }, (piece) => writeSync(file, piece));
  closeSync(file);
  const bytes = statSync(path).size;
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
  rmSync(folder, { recursive: true, force: true });
  return { id, bytes, seconds: (performance.now() - begun) / 1000 };
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
