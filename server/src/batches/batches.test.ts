import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateClaims } from '../../../bench/generate-claims.ts';
import { openLibrary } from '@interspace/library/read';
import { inPractice } from '../store/in-practice.ts';
import { addPractice, freshDatabase, type TestDatabase, type TestPractice } from '../testing/database.fixture.ts';
import { bundledFile } from '../testing/bundled-file.fixture.ts';
import { arrived, findBatch, newBatch } from './batches.ts';
import { claimOf, claimsOf } from './claims.ts';
import { exportBatch } from './export.ts';
import { batchFolder } from './folder.ts';
import { BatchJobs } from './jobs.ts';
import { receive } from './receive.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { library } = openLibrary(join(root, 'library'));
const pieces: Buffer[] = [];
const made = generateClaims({ bytes: 120_000, seed: 7 }, (piece) => pieces.push(Buffer.from(piece)));
const ALL = { offset: 0, limit: 500, sort: 'position', order: 'asc' } as const;

describe('a batch of claims', () => {
  const home = mkdtempSync(join(tmpdir(), 'interspace-batches-'));
  let store: TestDatabase;
  let practice: TestPractice;
  let jobs: BatchJobs;
  let id: string;

  beforeAll(async () => {
    store = await freshDatabase();
    practice = await addPractice(store.db);
    jobs = new BatchJobs({
      db: store.db,
      connection: store.connection,
      home,
      jobFile: await bundledFile('batch-job', 'server/src/batches/job-main.ts'),
      tables: join(home, 'tables'),
      law: () => ({ library }),
      log: () => undefined,
    });
    id = await send(Readable.from(pieces));
    await ended(id);
  }, 120_000);
  afterAll(async () => {
    await jobs.close();
    await store.close();
    rmSync(home, { recursive: true, force: true });
  });

  const biller = () => practice.actors.biller;
  const look = (batch: string) => inPractice(store.db, biller(), (tx) => findBatch(tx, batch));
  const claims = (query: object) => inPractice(store.db, biller(), (tx) => claimsOf(tx, id, { ...ALL, ...query }));

  async function send(bytes: AsyncIterable<Uint8Array>): Promise<string> {
    const batch = await inPractice(store.db, biller(), (tx) => newBatch(tx, biller(), 'invented.837'));
    const received = await receive(bytes, batchFolder(home, batch.id), 1e9);
    if (!received.ok) throw new Error(received.issues[0]?.code);
    await inPractice(store.db, biller(), (tx) => arrived(tx, batch.id, received.value));
    jobs.add({ id: batch.id, practice: practice.id });
    return batch.id;
  }

  async function ended(batch: string): Promise<void> {
    for (;;) {
      const { state } = (await look(batch))!;
      if (state === 'done' || state === 'failed') return;
      await new Promise((go) => setTimeout(go, 50));
    }
  }

  it('is judged whole: every claim a row, totals that agree with the rows', async () => {
    const batch = (await look(id))!;
    expect(batch).toMatchObject({ state: 'done', claims: made.claims, bytes: made.bytes, bytesDone: made.bytes });
    const { total, items } = await claims({});
    expect(total).toBe(made.claims);
    const rest = await claims({ offset: 500 });
    const rows = [...items, ...rest.items];
    expect(rows.filter(({ severity }) => severity === 'block').length).toBe(batch.blocks);
    expect(rows.reduce((sum, { atRisk }) => sum + atRisk, 0)).toBe(batch.moneyAtRisk);
    expect(batch.blocks).toBeGreaterThan(5);
  });

  it('is filtered and sorted by the database', async () => {
    const risky = await claims({ severity: 'block', sort: 'risk', order: 'desc', limit: 10 });
    const amounts = risky.items.map(({ atRisk }) => atRisk);
    expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));
    const worst = risky.items[0]!;
    const view = await viewOf(worst.number);
    const rule = view.all[0]?.id;
    const same = await claims({ rule });
    expect(same.items.map(({ number }) => number)).toContain(worst.number);
    expect(same.total).toBeLessThan(made.claims);
    const found = await claims({ search: worst.id });
    expect(found.items.map(({ id: claim }) => claim)).toContain(worst.id);
  });

  const viewOf = async (number: number) =>
    (await inPractice(store.db, biller(), (tx) => claimOf(tx, id, number, batchFolder(home, id).rows)))!;

  it('a finding of a claim points at its bytes in the file that was sent', async () => {
    const file = Buffer.concat(pieces).toString('latin1');
    const { items } = await claims({ severity: 'block', limit: 20 });
    for (const { number } of items) {
      const { all, findings } = await viewOf(number);
      expect(all.length).toBe(findings);
      for (const { at } of all)
        if (at) expect(file.slice(at.offset).startsWith(at.segment) || at.element !== undefined).toBe(true);
    }
  });

  it('another practice sees nothing of it', async () => {
    const other = await addPractice(store.db, 'Another Example Practice');
    const seen = await inPractice(store.db, other.actors.biller, async (tx) => [
      await findBatch(tx, id),
      (await claimsOf(tx, id, ALL)).total,
    ]);
    expect(seen).toEqual([undefined, 0]);
  });

  it('a process that is killed goes on where it was, with the same rows', async () => {
    const second = await send(Readable.from(pieces));
    // The first sign of life is the moment to strike.
    await new Promise<void>((go) => jobs.changed.once(second, () => go()));
    while (jobs.processId === undefined) await new Promise((go) => setTimeout(go, 5));
    process.kill(jobs.processId, 'SIGKILL');
    await ended(second);
    const rows = async (batch: string) => {
      const { items } = await inPractice(store.db, biller(), (tx) => claimsOf(tx, batch, ALL));
      return items;
    };
    expect(await rows(second)).toEqual(await rows(id));
  }, 60_000);

  it('is exported with every finding', async () => {
    const of = { db: store.db, actor: biller(), batch: id, name: 'invented.837', folder: batchFolder(home, id) };
    const text = async (format: 'csv' | 'jsonl' | 'html') => {
      let all = '';
      for await (const piece of exportBatch(of, format).body as AsyncIterable<Buffer | string>) all += String(piece);
      return all;
    };
    const { items } = await claims({});
    const rest = await claims({ offset: 500 });
    const findings = [...items, ...rest.items].reduce((sum, row) => sum + row.findings, 0);
    expect((await text('csv')).trimEnd().split('\n').length).toBe(1 + findings);
    expect((await text('jsonl')).trimEnd().split('\n').length).toBe(made.claims);
    expect(await text('html')).toBe(readFileSync(batchFolder(home, id).report, 'utf8'));
  });

  it.each([
    ['not X12', Readable.from([Buffer.from('hello')]), 1e9, 'server/batch/not-claims'],
    ['empty', Readable.from([]), 1e9, 'server/batch/not-claims'],
    ['too large', Readable.from(pieces), 1000, 'server/batch/too-large'],
    ['cut off', Readable.from(cutOff()), 1e9, 'server/batch/cut-off'],
  ])('an upload that is %s is refused, and nothing of it stays', async (what, bytes, most, code) => {
    const folder = batchFolder(home, `refused-${what.replaceAll(' ', '-')}`);
    const received = await receive(bytes, folder, most);
    expect(received).toMatchObject({ ok: false, issues: [{ code }] });
    expect(() => readFileSync(folder.arriving)).toThrow();
    expect(() => readFileSync(folder.claims)).toThrow();
  });
});

async function* cutOff(): AsyncGenerator<Buffer> {
  yield pieces[0]!;
  throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
}
