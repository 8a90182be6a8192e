import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '@interspace/core/model/date';
import type { EngineInput } from '@interspace/core/model/review-input';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { review } from '@interspace/core/review/review';
import { openLibrary } from '@interspace/library/read';
import { engineWorkerFile } from '../testing/engine-worker.fixture.ts';
import { EngineBusy, EngineFault } from './faults.ts';
import { EnginePool } from './pool.ts';

const root = new URL('../../../', import.meta.url);
const { library } = openLibrary(fileURLToPath(new URL('library', root)));
const workerFile = await engineWorkerFile();
const text = readFileSync(new URL('examples/notes/tfesi-l4-l5.txt', root), 'utf8');
const input: EngineInput = {
  context: { payer: 'medicare', state: 'OH', placeOfService: '11', dateOfService: date('2026-03-02') },
  documents: [{ id: 'note', text }],
};
const settings = { library, tables: [] };
/** What no reader of notes expects: it makes the engine fail. */
const impossible = { context: {}, documents: [{ id: 'note', text: undefined }] } as unknown as EngineInput;

describe('EnginePool', () => {
  let pool: EnginePool;
  beforeAll(async () => {
    pool = await new EnginePool({ workerFile, settings, size: 2 }).start();
  }, 60_000);
  afterAll(() => pool.close());

  it('judges in its threads exactly as in this one', async () => {
    const here = review(input, prepareLibrary(library));
    expect(await pool.ask('review', input)).toEqual(here);
    expect(JSON.parse(await pool.ask('reviewText', input))).toEqual(here);
    expect(new TextDecoder().decode(await pool.ask('reviewAnswer', input))).toBe(
      `{"review":${await pool.ask('reviewText', input)}}`,
    );
  });

  it('answers each of many with its own, whatever their order', async () => {
    const ids = Array.from({ length: 40 }, (_, at) => `visit-${at}`);
    const all = await Promise.all(ids.map((id) => pool.ask('review', { ...input, id })));
    expect(all.map(({ id }) => id)).toEqual(ids);
  });

  it('jobs leave a thread to those who wait', async () => {
    const slow = Promise.all(
      [1, 2].map(() =>
        pool.ask(
          'reviewAll',
          Array.from({ length: 60 }, () => input),
          'later',
        ),
      ),
    );
    let done = false;
    void slow.then(() => (done = true));
    await pool.ask('review', input);
    expect(done).toBe(false);
    await slow;
  });

  it('a fault is told without what was asked, and the next question is answered', async () => {
    const fault = await pool.ask('review', impossible).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(EngineFault);
    expect(String(fault)).toMatch(/^EngineFault: TypeError at /);
    expect((await pool.ask('review', input)).lines.length).toBeGreaterThan(0);
  });

  it('checks a claim as it stands on the screen', async () => {
    const findings = await pool.ask('checkClaim', {
      context: { payer: 'medicare', state: 'OH', placeOfService: '11', dateOfService: date('2026-03-02') },
      claim: {
        id: 'draft',
        diagnoses: ['M54.16'],
        lines: [{ code: '64484', modifiers: ['LT'], units: 1, diagnoses: ['M54.16'] }],
      },
    });
    expect(findings.filter(({ severity }) => severity === 'block').map(({ line }) => line)).toContain(1);
  });
});

describe('EnginePool that is pressed', () => {
  it('replaces a thread that takes too long', async () => {
    const pool = await new EnginePool({ workerFile, settings, size: 1, timeoutMs: 150 }).start();
    try {
      const many = Array.from({ length: 2000 }, () => input);
      await expect(pool.ask('reviewAll', many)).rejects.toThrow('took longer than');
      expect((await pool.ask('checkClaim', NOTHING)).length).toBeGreaterThanOrEqual(0);
      expect(pool.load).toMatchObject({ replaced: 1, waiting: 0 });
    } finally {
      await pool.close();
    }
  }, 60_000);

  it('refuses more than it will hold, and everything after it was closed', async () => {
    const pool = await new EnginePool({ workerFile, settings, size: 1, queue: 1 }).start();
    const answers = await Promise.allSettled([1, 2, 3].map(() => pool.ask('review', input)));
    await pool.close();
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    await expect(pool.ask('review', input)).rejects.toBeInstanceOf(EngineBusy);
  }, 60_000);

  it('judges by another law from the moment it is given one', async () => {
    const pool = await new EnginePool({ workerFile, settings, size: 1 }).start();
    await pool.use({ library: { ...library, revision: 'another' }, tables: [] });
    expect((await pool.ask('review', input)).trace.library).toBe('another');
    await pool.close();
  }, 60_000);
});

const NOTHING = {
  context: {},
  claim: { id: 'draft', diagnoses: [], lines: [{ code: '64483', modifiers: [], units: 1, diagnoses: [] }] },
};
