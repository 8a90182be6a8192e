/**
 * What the server survives, tried on the built program with an embedded database:
 *
 *   kills  kill -9 of the server and of the database at random under load: every acknowledged write is there, none twice,
 *          everything starts again by itself;
 *   full   the disk of the database fills up (a small tmpfs; needs root): clear answers, and it goes on when there is room;
 *   away   the database hangs for a while (SIGSTOP of all its processes), then goes on.
 *
 *   node --import tsx bench/server-faults.ts [--kills 100] [--minutes 60] [--seed 1] [--only kills,full,away]
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyAuditLog } from '../server/src/audit-log/verify.ts';
import { openDatabase } from '../server/src/store/open-database.ts';
import { numbers } from './generate-claims/numbers.ts';
import { Client } from './server-faults/client.ts';
import { account, Load } from './server-faults/load.ts';
import { freePort, frozenBuild, postmasterOf, Supervised } from './server-faults/server-process.ts';

const args = process.argv.slice(2);
const flag = (name: string, or: string): string => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? or) : or);
const wanted = new Set(flag('--only', 'kills,full,away').split(','));
const folder = mkdtempSync(join(tmpdir(), 'interspace-faults-'));
// As root the database runs as another account, which has to get there.
chmodSync(folder, 0o755);
let faults = 0;

const house = frozenBuild(folder);
try {
  if (wanted.has('kills')) await kills(Number(flag('--kills', '100')), Number(flag('--seed', '1')));
  if (wanted.has('full')) await fullDisk();
  if (wanted.has('away')) await away();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faults === 0 ? 0 : 1;

async function kills(count: number, seed: number): Promise<void> {
  const home = join(folder, 'kills');
  const trial = await begin(home);
  const draw = numbers(seed);
  const load = new Load(trial.client, trial.patient, 6);
  const away: number[] = [];
  const done = { server: 0, database: 0 };
  const end = performance.now() + Number(flag('--minutes', '60')) * 60_000;
  for (let round = 0; round < count && performance.now() < end; round++) {
    await pause(150 + draw.below(1500));
    const who = draw.chance(0.5) ? 'server' : 'database';
    const postmaster = postmasterOf(home);
    const begun = performance.now();
    if (who === 'server') trial.server.kill();
    else if (postmaster !== undefined) process.kill(postmaster, 'SIGKILL');
    done[who]++;
    // Acknowledged again: everything is back.
    const before = load.acknowledged.length;
    while (load.acknowledged.length < before + 8) {
      await pause(20);
      if (performance.now() - begun > 240_000)
        throw new Error(`No answer four minutes after the kill of the ${who}.\n${trial.server.output.slice(-3000)}`);
    }
    away.push(performance.now() - begun);
    if ((round + 1) % 10 === 0) console.log(`${round + 1} kills, ${load.acknowledged.length} writes acknowledged`);
  }
  await load.stop();
  const result = await account(trial.client, trial.patient, load);
  away.sort((one, other) => one - other);
  console.log(
    `kills: ${done.server} of the server, ${done.database} of the database; ${load.acknowledged.length} writes acknowledged, ` +
      `${result.missing} missing, ${result.twice} twice, ${result.extra} not acknowledged; ${trial.client.retries} requests repeated; ` +
      `back after ${seconds(away[away.length >> 1])} (median), ${seconds(away.at(-1))} (longest)`,
  );
  check(result.missing === 0 && result.twice === 0 && result.extra === 0, 'writes');
  check(trial.client.strange.length === 0, `answers other than 503: ${trial.client.strange.slice(0, 3).join('; ')}`);
  await trial.server.stop();
  await intact(home);
}

async function fullDisk(): Promise<void> {
  const home = join(folder, 'full');
  mkdirSync(home);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=260m,mode=0755', 'tmpfs', home], { stdio: 'ignore' });
  } catch {
    console.log('full: skipped, a small file system cannot be mounted here (needs root)');
    return;
  }
  try {
    const trial = await begin(home);
    const filler = join(home, 'filler');
    fill(filler);
    const said = new Map<string, number>();
    const marks: string[] = [];
    // Until the database notices, it writes into files that it has already.
    for (
      let at = 0;
      at < 3000 && (said.get('503 server/store/full') ?? 0) + (said.get('503 server/store/away') ?? 0) < 20;
      at++
    ) {
      // Random letters: the database would make nothing of many equal ones.
      const source = `mark full ${at} ${randomBytes(3000).toString('hex')}`;
      const answer = await trial.client.attempt(
        'POST',
        `/api/patients/${trial.patient}/sessions`,
        { date: '2026-01-05', family: 'epidural', source },
        `full-${at}`,
      );
      const code = (answer.body as { issues?: { code: string }[] } | undefined)?.issues?.[0]?.code ?? '';
      said.set(`${answer.status} ${code}`.trim(), (said.get(`${answer.status} ${code}`.trim()) ?? 0) + 1);
      if (answer.status === 201) marks.push(source);
    }
    rmSync(filler);
    const begun = performance.now();
    await trial.client.post(`/api/patients/${trial.patient}/sessions`, {
      date: '2026-01-05',
      family: 'epidural',
      source: 'after',
    });
    const back = performance.now() - begun;
    const { sessions } = (await trial.client.get(`/api/patients/${trial.patient}/ledger`)) as {
      sessions: { source: string }[];
    };
    const there = new Set(sessions.map(({ source }) => source));
    const missing = marks.filter((mark) => !there.has(mark)).length;
    console.log(
      `full: answers ${JSON.stringify(Object.fromEntries(said))}; ${marks.length} acknowledged, ${missing} missing; back ${seconds(back)} after there was room, ${trial.server.starts} start of the server`,
    );
    check(missing === 0, 'writes on a full disk');
    check(
      [...said.keys()].every((one) => /^(201|503 server\/store\/(full|away)|0)$/.test(one)),
      'answers on a full disk',
    );
    check(trial.server.starts === 1, 'the server ended on a full disk');
    await trial.server.stop();
    await intact(home);
  } finally {
    execFileSync('umount', ['-l', home]);
  }
}

/** Leaves two megabytes. */
function fill(file: string): void {
  const block = Buffer.alloc(1 << 20);
  try {
    for (;;) writeFileSync(file, block, { flag: 'a' });
  } catch {
    const size = readFileSync(file).length;
    writeFileSync(file, Buffer.alloc(Math.max(0, size - (2 << 20))));
  }
}

async function away(): Promise<void> {
  const home = join(folder, 'away');
  const trial = await begin(home);
  const processes = databaseProcesses(postmasterOf(home));
  for (const pid of processes) process.kill(pid, 'SIGSTOP');
  const path = `/api/patients/${trial.patient}/sessions`;
  const answers = await Promise.all(
    [1, 2, 3].map(async (at) =>
      trial.client.attempt(
        'POST',
        path,
        { date: '2026-01-05', family: 'epidural', source: `away ${at}` },
        `away-${at}`,
      ),
    ),
  );
  const health = await fetch(`${trial.server.url}/health`, { signal: AbortSignal.timeout(20_000) }).catch(
    () => undefined,
  );
  const state = health ? `${health.status} ${(await health.text()).slice(0, 80)}` : 'none';
  for (const pid of processes) process.kill(pid, 'SIGCONT');
  const begun = performance.now();
  for (const at of [1, 2, 3])
    await trial.client.post(path, { date: '2026-01-05', family: 'epidural', source: `again ${at}` });
  console.log(
    `away: ${processes.length} processes stopped for a while; answers ${answers.map(({ status }) => status).join(', ')} (0: the client gave up after 20 s); health said ${state}; back after ${seconds(performance.now() - begun)}; ${trial.server.starts} start of the server`,
  );
  check(trial.server.starts === 1, 'the server ended while the database was away');
  await trial.server.stop();
  await intact(home);
}

function databaseProcesses(postmaster: number | undefined): number[] {
  if (postmaster === undefined) return [];
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(postmaster);
    } catch {
      return false;
    }
  });
  return [postmaster, ...children.map(Number)];
}

async function begin(home: string): Promise<{ server: Supervised; client: Client; patient: string }> {
  const server = new Supervised(house, home, await freePort()).start();
  console.log(`ready after ${seconds(await server.ready())}`);
  const client = new Client(server.url);
  await client.setUp(server.output);
  const { id } = (await client.post('/api/patients', {
    firstName: 'Testina',
    lastName: 'Example',
    birthDate: '1950-01-02',
    mrn: 'FAULT-1',
  })) as { id: string };
  return { server, client, patient: id };
}

/** The audit log after all of it, read without the server. */
async function intact(home: string): Promise<void> {
  const open = await openDatabase({ folder: home, log: () => undefined, existing: true });
  const verdict = await verifyAuditLog(open.db);
  await open.close();
  console.log(
    `audit log: ${verdict.entries} entries, ${verdict.intact ? 'intact' : JSON.stringify(verdict.broken.slice(0, 3))}`,
  );
  check(verdict.intact, 'audit log');
}

function check(good: boolean, what: string): void {
  if (good) return;
  faults++;
  console.log(`FAULT: ${what}`);
}

function seconds(ms: number | undefined): string {
  return `${((ms ?? 0) / 1000).toFixed(1)} s`;
}
