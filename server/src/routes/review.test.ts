import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inPractice } from '../store/in-practice.ts';
import type { TestPractice } from '../testing/database.fixture.ts';
import { addPractice, wholeServer, type Person, type WholeServer } from '../testing/whole-server.fixture.ts';

const note = readFileSync(new URL('../../../examples/notes/tfesi-l4-l5.txt', import.meta.url), 'utf8');
const context = { payer: 'medicare', state: 'OH', placeOfService: '11', dateOfService: '2026-03-02' };
const input = { note, context };
let server: WholeServer;
let practice: TestPractice;
let coder: Person;
let patient: string;

beforeAll(async () => {
  server = await wholeServer();
  practice = await addPractice(server.database.db);
  coder = await server.signedIn(practice, 'coder');
  const made = await coder.ask('POST', '/api/patients', {
    firstName: 'Testina',
    lastName: 'Example',
    birthDate: '1960-01-01',
    mrn: 'M1',
  });
  patient = made.json<{ id: string }>().id;
}, 60_000);
afterAll(() => server.close());

interface Told {
  review: {
    lines: { code: string }[];
    prompts: { fact: string; question: string }[];
    determinations: { criteria: { criterion: string; status: string }[] }[];
  };
  record?: string;
  difference?: { what: string; before?: string; after?: string }[];
}
const review = async (body: object, who = coder, headers: Record<string, string> = {}) => {
  const answer = await who.ask('POST', '/api/review', body, headers);
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
  return answer.json<Told>();
};
const records = async () =>
  inPractice(server.database.db, practice.actors.coder, (tx) =>
    tx.selectFrom('decision_records').select(['id', 'review', 'by_name']).execute(),
  );
const entries = async (action: string) =>
  inPractice(server.database.db, practice.actors.compliance, (tx) =>
    tx.selectFrom('audit_log').select(['subject', 'detail']).where('action', '=', action).execute(),
  );

describe('a review over HTTP', () => {
  it('without a patient keeps nothing and is in no log of patients', async () => {
    const { review: told, record } = await review({ input });
    expect(told.lines.map(({ code }) => code)).toContain('64483');
    expect(record).toBeUndefined();
    expect(await records()).toEqual([]);
    expect(await entries('review')).toEqual([]);
  });

  it('with a patient takes the ledger for the history, and says in the audit log whose', async () => {
    const frequency = ({ review: { determinations } }: Told) =>
      determinations
        .flatMap(({ criteria }) => criteria)
        .find(({ criterion }) => criterion === 'medicare/epidural/frequency')?.status;
    const before = frequency(await review({ input, patient }));
    for (const date of ['2025-05-01', '2025-07-01', '2025-09-01', '2025-12-01']) {
      const session = {
        date,
        family: 'epidural',
        region: 'lumbar',
        levels: ['L4-L5'],
        side: 'left',
        role: 'therapeutic',
      };
      const added = await coder.ask('POST', `/api/patients/${patient}/sessions`, session);
      expect([added.statusCode, added.body.slice(0, 200)]).toEqual([201, expect.any(String)]);
    }
    const after = frequency(await review({ input, patient }));
    expect([before, after]).not.toEqual([after, before]);
    expect(after).toBe('not-met');
    expect((await entries('review')).map(({ subject }) => subject)).toEqual([
      `patient ${patient}`,
      `patient ${patient}`,
    ]);
  });

  it('with keep makes one immutable record, however often it is sent with its key', async () => {
    const headers = { 'idempotency-key': 'the-same' };
    const first = await review({ input, patient, keep: true }, coder, headers);
    const again = await review({ input, patient, keep: true }, coder, headers);
    expect(again).toEqual(first);
    const kept = await records();
    expect(kept.map(({ id }) => id)).toEqual([first.record]);
    expect(JSON.parse(kept[0]?.review ?? '')).toEqual(first.review);
  });

  it('with an answer says what it changed and who stated it; the record keeps what the engine said', async () => {
    const { review: open } = await review({ input });
    const asked = open.prompts.find(({ fact }) => fact === 'baseline.score') ?? open.prompts[0];
    expect(asked).toBeDefined();
    const vocabulary = (await coder.ask('GET', '/api/vocabulary')).json<{
      facts: { name: string; type: string; words?: string[] }[];
    }>();
    const fact = vocabulary.facts.find(({ name }) => name === asked?.fact);
    const value = { boolean: true, number: 7, date: '2026-01-05' }[fact?.type ?? ''] ?? fact?.words?.[0] ?? 'stated';
    const answers = [{ fact: asked?.fact, value }];
    const told = await review({ input, answers, keep: true });
    expect(told.difference?.map(({ what }) => what)).toContain(asked?.question);
    const day = server.deps.now().toISOString().slice(0, 10);
    expect(JSON.stringify(told.review)).toContain(`stated by ${practice.actors.coder.name} on ${day}`);
    expect((await records()).map(({ review: text }) => text).join('')).not.toContain('stated by');
  });

  it('of a chart that is kept needs no note: the encounter has it', async () => {
    const made = await coder.ask('POST', '/api/encounters', {
      patient,
      date: '2026-03-02',
      title: 'an injection',
      placeOfService: '11',
      context: { payer: 'medicare', state: 'OH' },
      documents: [{ id: 'note', text: note }],
    });
    expect([made.statusCode, made.body.slice(0, 300)]).toEqual([201, expect.any(String)]);
    const { review: told } = await review({ input: {}, patient, encounter: made.json<{ id: string }>().id });
    expect(told.lines.map(({ code }) => code)).toContain('64483');
  });
});

describe('the other verbs', () => {
  it.each<[string, object, (answer: Record<string, unknown>) => unknown]>([
    ['/api/code', { input }, ({ lines }) => (lines as unknown[]).length],
    ['/api/what-would-pass', { input }, ({ ways }) => (ways as unknown[]).length],
    ['/api/authorize', { input: { context, planned: ['64483'] } }, ({ authorization }) => Array.isArray(authorization)],
    [
      '/api/check-claim',
      { claim: { lines: [{ code: '64483', units: 9 }] }, context },
      ({ findings }) => (findings as unknown[]).length,
    ],
    [
      '/api/forecast',
      { history: { sessions: [] }, on: '2026-03-02', context },
      ({ notEvaluated }) => Array.isArray(notEvaluated),
    ],
  ])('%s answers', async (url, body, some) => {
    const answer = await coder.ask('POST', url, body);
    expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
    expect(some(answer.json())).toBeTruthy();
  });

  it.each([
    'medicare/epidural/frequency',
    'medicare/epidural',
    'L39015',
    'prior.relief-percent',
    'edit/units/day-absolute',
    '64483',
  ])('explains %s with a worked example', async (id) => {
    const answer = await coder.ask('GET', `/api/explain/${id}`);
    expect(answer.statusCode, answer.body).toBe(200);
    const { sections } = answer.json<{ sections: { heading: string; lines: string[] }[] }>();
    expect(sections.find(({ heading }) => heading.startsWith('Worked example'))?.lines.length).toBeGreaterThan(1);
    expect((await coder.ask('GET', `/api/explain/${id}`)).json()).toEqual(answer.json());
  });

  it.each([
    '/api/policies?code=64483&state=OH&on=2026-03-02',
    '/api/policies/medicare/epidural?on=2026-03-02&document=L39015',
    '/api/edits?search=units',
    '/api/library',
    '/api/library/diff?from=2025-12-31&to=2026-01-01',
    '/api/library/touched?from=2025-12-31&to=2026-01-01',
    '/api/explain/medicare/epidural/frequency',
    '/api/openapi.json',
  ])('%s answers', async (url) => {
    const answer = await coder.ask('GET', url);
    expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
  });
});
