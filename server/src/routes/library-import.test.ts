import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { judgingTables } from '@interspace/library/tables/judging-tables';
import { openTables } from '@interspace/library/tables/open-tables';
import type { EngineSettings } from '../engine/settings.ts';
import { layStaleOnDesk } from '../rulebook/stale-on-desk.ts';
import { staleRules } from '../rulebook/stale.ts';
import { addPractice, wholeServer, type Person, type WholeServer } from '../testing/whole-server.fixture.ts';

/** Invented limits in the layout that the agency publishes. */
const limits = (most: number) =>
  Buffer.from(
    [
      '"CPT only copyright. Invented notice."',
      'HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale',
      `64483,${most},2 Date of Service Edit: Policy,CMS Policy`,
      '64999,7,3 Date of Service Edit: Clinical,Clinical: Data',
      '',
    ].join('\r\n'),
    'latin1',
  );
const CLAIM = {
  claim: { id: 'c', diagnoses: ['M54.16'], lines: [{ code: '64483', modifiers: [], units: 2, diagnoses: [] }] },
  context: { payer: 'medicare', state: 'OH', placeOfService: '11', dateOfService: '2026-07-02' },
};

/** Within the quarter of the invented table. */
const NOW = new Date('2026-08-01T12:00:00Z');

let server: WholeServer;
let administrator: Person;
let coder: Person;
let compliance: Person;

beforeAll(async () => {
  server = await wholeServer({}, [], (law, engine) => ({
    ...law,
    load: async (): Promise<EngineSettings> => ({
      library: engine.settings.library,
      tables: judgingTables(openTables(law.tables)).map(({ buffer }) => buffer),
    }),
  }));
  server.later(NOW.getTime() - Date.now());
  const practice = await addPractice(server.database.db);
  administrator = await server.signedIn(practice, 'administrator');
  coder = await server.signedIn(practice, 'coder');
  compliance = await server.signedIn(practice, 'compliance');
}, 120_000);
afterAll(() => server.close());

/** What the desk of a compliance officer says is due; Library lists the same. */
async function due(): Promise<string[]> {
  const items = (await compliance.ask('GET', '/api/work-items?kind=stale-rule')).json<{ items: { title: string }[] }>();
  const { stale } = (await compliance.ask('GET', '/api/library')).json<{ stale: { what: string }[] }>();
  const titles = items.items.map(({ title }) => title).toSorted();
  expect(
    stale
      .filter(({ what }) => what.startsWith('table'))
      .map(({ what }) => what)
      .toSorted(),
  ).toEqual(titles.map((title) => title.replace(/^T(.*):.*/, 't$1')));
  return titles;
}

const NAME = 'MCR_MUE_PractitionerServices_Eff_07-01-2026.csv';
async function upload(preview: boolean, bytes: Buffer, name = NAME) {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(bytes)]), name);
  const request = new Request('http://x/', { method: 'POST', body: form });
  const answer = await server.app.inject({
    method: 'POST',
    url: `/api/library/import?kind=mue&preview=${preview}`,
    headers: { ...administrator.headers, 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{
    refused: { code: string; at?: string }[];
    edition?: { kind: string };
    added: number;
    changed: number;
  }>();
}
/** What is said of two units in a day where one is allowed: by which table; undefined when nothing is. */
async function unitsJudgedBy(): Promise<string | undefined> {
  const answer = await coder.ask('POST', '/api/check-claim', CLAIM);
  expect(answer.statusCode, answer.body).toBe(200);
  const { findings } = answer.json<{ findings: { id: string; why: string }[] }>();
  const said = findings.find(({ id }) => id.startsWith('edit/units/'))?.why;
  return said === undefined ? undefined : (/Table (\w+)/.exec(said)?.[1] ?? 'no table named');
}

it('a preview changes nothing; the import is judged by at once, and listed', async () => {
  const { library } = server.deps.engine.settings;
  await layStaleOnDesk(server.database.db, staleRules(library, server.deps.law.tables, NOW), NOW);
  expect(await due()).toContain('Table mue: a newer edition is due');
  const before = await unitsJudgedBy();
  expect(before).not.toBe('2026Q3');
  const tried = await upload(true, limits(1));
  expect(tried).toMatchObject({ refused: [], added: 2 });
  expect(await unitsJudgedBy()).toBe(before);
  expect(openTables(join(server.home, 'tables')).editions).toEqual([]);
  const taken = await upload(false, limits(1));
  expect(taken).toMatchObject({ refused: [], added: 2 });
  expect(await unitsJudgedBy()).toBe('2026Q3');
  expect((await administrator.ask('GET', '/api/library')).body).toContain('2026-07-01');
  expect(await due(), 'what was due is done').toEqual([
    'Table aoc: a newer edition is due',
    'Table ncci-ptp: a newer edition is due',
  ]);
  // The same edition once more, with another limit: what changed is said, and judged by.
  expect(await upload(false, limits(9))).toMatchObject({ refused: [], added: 0, changed: 1 });
  expect(await unitsJudgedBy()).toBeUndefined();
}, 60_000);

it('what cannot be read is refused by the name that its sender gave it, and the law stays as it is', async () => {
  const told = await upload(false, Buffer.from('a,b\n1,2\n'), 'my limits.csv');
  expect(told.refused.length).toBeGreaterThan(0);
  expect(told.refused.map(({ at }) => at ?? '').join(' ')).toContain('my limits.csv');
  expect(JSON.stringify(told)).not.toContain('interspace-upload');
  expect(await unitsJudgedBy()).toBeUndefined();
}, 60_000);
