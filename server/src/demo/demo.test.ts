import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { date } from '@interspace/core/model/date';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { review } from '@interspace/core/review/review';
import { openLibrary } from '@interspace/library/read';
import { asSystem, inPractice } from '../store/in-practice.ts';
import { addPractice, freshDatabase, type TestDatabase } from '../testing/database.fixture.ts';
import { inventCharts } from './invent.ts';
import { loadDemo } from './load-demo.ts';

const TODAY = date('2026-11-20');
const charts = inventCharts(TODAY);
const visits = charts.flatMap((chart) => chart.visits.map((visit) => ({ chart, visit })));

describe('the invented practice', () => {
  test('has two hundred patients with a year of visits, and is the same on the same day', () => {
    expect(charts).toHaveLength(200);
    expect(visits.length).toBeGreaterThan(1200);
    expect(new Set(charts.map(({ patient }) => `${patient.last} ${patient.first}`)).size).toBe(200);
    expect(inventCharts(TODAY)).toEqual(charts);
    const days = visits.map(({ visit }) => visit.date).toSorted();
    expect([days[0]?.slice(0, 4), days.at(-1)]).toEqual(['2025', expect.stringMatching(/^2026-11-/)]);
  });

  test('says of every note that nobody in it is real', () => {
    for (const { visit } of visits) expect(visit.note).toMatch(/invented|not a real person|fictional/);
  });

  test('dictates procedures that the reader understands, and slips that it notices', () => {
    const { library } = openLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));
    const prepared = prepareLibrary(library);
    const some = visits.filter(({ visit }, at) => visit.session !== undefined && at % 17 === 0);
    const reviews = some.map(({ chart, visit }) =>
      review(
        {
          context: { payer: chart.patient.payer, state: chart.patient.state, dateOfService: visit.date },
          documents: [{ id: 'note', text: visit.note }],
        },
        prepared,
      ),
    );
    const coded = reviews.filter(({ lines }, at) =>
      some[at]?.visit.lines.some(({ code }) => lines.some((line) => line.code === code)),
    );
    expect(coded.length / reviews.length).toBeGreaterThan(0.9);
    expect(reviews.some(({ findings }) => findings.some(({ id }) => id === 'note/title-body-side'))).toBe(true);
    expect(reviews.filter(({ prompts }) => prompts.length > 0).length).toBeGreaterThan(10);
  }, 120_000);
});

describe('loading it', () => {
  let open: TestDatabase;
  const home = mkdtempSync(join(tmpdir(), 'interspace-demo-'));
  beforeAll(async () => {
    open = await freshDatabase();
  }, 120_000);
  afterAll(async () => {
    await open.close();
    rmSync(home, { recursive: true, force: true });
  });

  test('fills an empty database once, and leaves what people changed', async () => {
    const demo = await loadDemo(open.db, home, TODAY);
    expect(demo?.accounts.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['physician', 'coder', 'biller', 'compliance', 'administrator']),
    );
    expect(demo?.unjudged.length).toBeGreaterThan(80);
    if (demo === undefined) throw new Error('Not loaded.');
    const kinds = await inPractice(open.db, demo.actor, async (tx) => {
      await tx.updateTable('patients').set({ last_name: 'Changed' }).where('mrn', '=', 'DEMO-0001').execute();
      return tx.selectFrom('work_items').select('kind').distinct().execute();
    });
    expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['denial', 'authorization']));
    await loadDemo(open.db, home, date('2026-12-24'));
    const { first } = await asSystem(open.db, async (tx) => ({
      first: await tx.selectFrom('patients').select('last_name').where('mrn', '=', 'DEMO-0001').execute(),
    }));
    expect(first).toEqual([{ last_name: 'Changed' }]);
  }, 120_000);

  test('puts nothing beside a real practice', async () => {
    const other = await freshDatabase();
    await addPractice(other.db);
    expect(await loadDemo(other.db, home, TODAY)).toBeUndefined();
    const patients = await asSystem(other.db, async (tx) => tx.selectFrom('patients').select('id').execute());
    expect(patients).toEqual([]);
    await other.close();
  });
});
