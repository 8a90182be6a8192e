import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rejudgeOpen } from '../decisions/rejudge.ts';
import { asSystem } from '../store/in-practice.ts';
import { verifyAuditLog } from '../audit-log/verify.ts';
import { addPractice, freshDatabase, type TestDatabase, type TestPractice } from '../testing/database.fixture.ts';
import { testApi, type TestApi } from '../testing/api.fixture.ts';
import { authorizationRoutes } from './authorizations.ts';
import { breakGlassRoutes } from './break-glass.ts';
import { encounterRoutes } from './encounters.ts';
import { patientRoutes } from './patients.ts';
import { recordRoutes } from './records.ts';
import { workRoutes } from './work-items.ts';

const NOTE = readFileSync(new URL('../../../examples/notes/tfesi-l4-l5.txt', import.meta.url), 'utf8');
const CONTEXT = { payer: 'medicare', state: 'OH' };
/** The same note, where it says too little. */
const [BARE, REST] = [false, true].map((wanted) =>
  NOTE.split('\n')
    .filter((line) => /contrast|relief|failed|weeks|therapy|pain/i.test(line) === wanted)
    .join('\n'),
) as [string, string];

let open: TestDatabase;
let api: TestApi;
let ours: TestPractice;
let theirs: TestPractice;

beforeAll(async () => {
  open = await freshDatabase();
  [ours, theirs] = [await addPractice(open.db), await addPractice(open.db, 'Another Invented Practice')];
  api = await testApi(open, [
    patientRoutes,
    encounterRoutes,
    recordRoutes,
    authorizationRoutes,
    workRoutes,
    breakGlassRoutes,
  ]);
}, 120_000);
afterAll(async () => {
  await api.close();
  await open.close();
});

let number = 0;
const newPatient = (more: object = {}) => ({
  firstName: 'Testina',
  lastName: 'Example',
  birthDate: '1950-01-02',
  mrn: `EX-${++number}`,
  state: 'OH',
  coverages: [{ payer: 'medicare', memberId: '1EG4-TE5-MK73', sequence: 'primary' }],
  ...more,
});
const add = async (actor = ours.actors.physician, more: object = {}): Promise<string> => {
  const answer = await api.ask(actor, 'POST', '/api/patients', newPatient(more));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: string }>().id;
};
const visit = async (patient: string, more: object = {}): Promise<string> => {
  const answer = await api.ask(ours.actors.physician, 'POST', '/api/encounters', {
    patient,
    date: '2026-03-02',
    placeOfService: '11',
    title: 'Transforaminal epidural injection',
    documents: [{ kind: 'procedure-note', text: NOTE }],
    context: CONTEXT,
    ...more,
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: string }>().id;
};
const judge = async (encounter: string): Promise<string> => {
  const answer = await api.ask(ours.actors.coder, 'POST', `/api/encounters/${encounter}/review`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ record: string }>().record;
};

describe('patients', () => {
  test('are found by the beginning of name, first name or record number, in order', async () => {
    await add(ours.actors.physician, { lastName: 'Quillfeather', firstName: 'Bobbin', mrn: 'QF-100' });
    await add(ours.actors.physician, { lastName: 'Quillfeather', firstName: 'Anvil' });
    const names = async (search: string) => {
      const answer = await api.ask(ours.actors.biller, 'GET', `/api/patients?search=${encodeURIComponent(search)}`);
      const page = answer.json<{ total: number; items: { name: string; payer?: string }[] }>();
      expect(page.total).toBe(page.items.length);
      return page.items.map(({ name }) => name);
    };
    const both = ['Quillfeather, Anvil', 'Quillfeather, Bobbin'];
    expect(await names('QUILL')).toEqual(both);
    expect(await names('quillfeather ,  an')).toEqual([both[0]]);
    expect(await names('bobbin quill')).toEqual([both[1]]);
    expect(await names('qf-1')).toEqual([both[1]]);
    expect(await names("quill%' or 1=1 --")).toEqual([]);
  });

  test('come back as they were sent, in pages', async () => {
    const id = await add();
    const { coverages, ...patient } = (await api.ask(ours.actors.coder, 'GET', `/api/patients/${id}`)).json();
    expect(patient).toMatchObject({
      id,
      name: 'Example, Testina',
      birthDate: '1950-01-02',
      state: 'OH',
      payer: 'medicare',
      physician: 'Testina physician',
      openItems: 0,
    });
    expect(coverages).toMatchObject([{ payer: 'medicare', memberId: '1EG4-TE5-MK73', sequence: 'primary' }]);
    const page = (await api.ask(ours.actors.coder, 'GET', '/api/patients?offset=1&limit=2')).json();
    expect(page).toMatchObject({ offset: 1 });
    expect(page.items).toHaveLength(2);
  });

  test('a record number is given once', async () => {
    await add(ours.actors.coder, { mrn: 'ONCE' });
    const again = await api.ask(ours.actors.coder, 'POST', '/api/patients', newPatient({ mrn: 'ONCE' }));
    expect(again.statusCode).toBe(409);
    expect(again.json().issues[0].code).toBe('server/charts/record-number-taken');
    await expect(
      api.ask(theirs.actors.coder, 'POST', '/api/patients', newPatient({ mrn: 'ONCE' })),
    ).resolves.toMatchObject({ statusCode: 201 });
  });

  test('a request that is repeated with its key adds one', async () => {
    const body = newPatient();
    const send = async () => api.ask(ours.actors.coder, 'POST', '/api/patients', body, { 'idempotency-key': 'once-1' });
    const [first, second] = await Promise.all([send(), send()]);
    expect(first.json()).toEqual(second.json());
  });

  test('of somebody else are closed until the glass is broken, and of another practice are not there', async () => {
    const id = await add(ours.actors.coder);
    const { physician } = ours.actors;
    const look = async () => (await api.ask(physician, 'GET', `/api/patients/${id}/ledger`)).statusCode;
    expect(await look()).toBe(403);
    const reason = 'Covering for a colleague today';
    expect((await api.ask(physician, 'POST', '/api/break-glass', { patient: id, reason })).statusCode).toBe(200);
    expect(await look()).toBe(200);
    for (const who of [theirs.actors.physician, theirs.actors.coder]) {
      expect((await api.ask(who, 'GET', `/api/patients/${id}`)).statusCode).toBe(404);
      const steal = await api.ask(who, 'POST', '/api/encounters', { patient: id, date: '2026-01-01', title: 'x' });
      expect(steal.statusCode).toBe(who === theirs.actors.coder ? 404 : 404);
    }
  });
});

describe('an encounter', () => {
  test('is judged with the ledger, kept, laid on the desk and replayed to the byte', async () => {
    const patient = await add();
    for (const date of ['2025-06-02', '2025-08-02', '2025-10-02', '2025-12-02']) {
      const session = {
        date,
        family: 'epidural',
        kind: 'transforaminal',
        region: 'lumbar',
        levels: ['L4-L5'],
        side: 'left',
        status: 'paid',
      };
      const answer = await api.ask(ours.actors.coder, 'POST', `/api/patients/${patient}/sessions`, session);
      expect(answer.statusCode, answer.body).toBe(201);
    }
    const encounter = await visit(patient);
    const record = await judge(encounter);

    const chart = (await api.ask(ours.actors.coder, 'GET', `/api/encounters/${encounter}`)).json();
    expect(chart).toMatchObject({ patientName: 'Example, Testina', record, status: 'held', outcome: 'fails' });
    expect(chart.documents[0].text).toBe(NOTE);
    const kept = (await api.ask(ours.actors.compliance, 'GET', `/api/records/${record}`)).json();
    expect(kept.input.history.sessions).toHaveLength(4);
    expect(kept.blocks).toBeGreaterThan(0);
    expect(JSON.stringify(kept.review.findings)).toContain('2025-06-02');

    const again = (await api.ask(ours.actors.compliance, 'POST', `/api/records/${record}/replay`)).json();
    expect(again).toEqual({ same: true, reason: 'same bytes', differences: [] });

    const ledger = (
      await api.ask(ours.actors.physician, 'GET', `/api/patients/${patient}/ledger?on=2026-03-02`)
    ).json();
    expect(ledger.sessions).toHaveLength(4);
    expect(ledger.forecasts[0].limits.some(({ used }: { used: number }) => used === 4)).toBe(true);
    expect(ledger.encounters[0].id).toBe(encounter);
  });

  test('billed, what was done stands in the ledger once', async () => {
    const patient = await add();
    const encounter = await visit(patient);
    await judge(encounter);
    for (const status of ['billed', 'paid', 'billed'])
      expect((await api.ask(ours.actors.biller, 'PATCH', `/api/encounters/${encounter}`, { status })).statusCode).toBe(
        200,
      );
    const { sessions } = (await api.ask(ours.actors.physician, 'GET', `/api/patients/${patient}/ledger`)).json();
    expect(sessions).toHaveLength(1);
    expect(sessions[0]).toMatchObject({
      date: '2026-03-02',
      family: 'epidural',
      region: 'lumbar',
      encounter,
      codes: expect.arrayContaining(['64483']),
    });
  });

  test('an external id is delivered once', async () => {
    const patient = await add();
    await visit(patient, { externalId: 'ehr/1' });
    const twice = await api.ask(ours.actors.physician, 'POST', '/api/encounters', {
      patient,
      date: '2026-03-02',
      title: 'again',
      externalId: 'ehr/1',
    });
    expect(twice.statusCode).toBe(409);
  });
});

describe('the desk', () => {
  const items = async (
    encounter: string,
    query = '',
  ): Promise<{ id: string; kind: string; question?: { fact: string } }[]> => {
    const page = (await api.ask(ours.actors.physician, 'GET', `/api/work-items?limit=500${query}`)).json();
    return page.items.filter((one: { encounter?: string }) => one.encounter === encounter);
  };

  test('an answer resolves the question, is kept with who said it, and judges again', async () => {
    const encounter = await visit(await add(), { documents: [{ kind: 'procedure-note', text: BARE }] });
    const record = await judge(encounter);
    const questions = (await items(encounter)).filter(({ kind }) => kind === 'question');
    expect(questions.length).toBeGreaterThan(0);
    const [first] = questions;
    if (first?.question === undefined) throw new Error('Nothing was asked.');
    const vocabulary = await api.engine.ask('review', { context: {}, documents: [] });
    expect(vocabulary.prompts).toBeDefined();
    const answer = await api.ask(ours.actors.physician, 'PATCH', `/api/work-items/${first.id}`, {
      answer: true,
      comment: 'As I remember it.',
    });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toMatchObject({
      state: 'resolved',
      comments: [{ by: 'Testina physician', text: 'As I remember it.' }],
    });
    const { record: next } = (await api.ask(ours.actors.coder, 'GET', `/api/encounters/${encounter}`)).json();
    expect(next).not.toBe(record);
    const kept = (await api.ask(ours.actors.coder, 'GET', `/api/records/${next}`)).json();
    expect(kept.input.facts).toEqual({ [first.question.fact]: true });
    const row = await asSystem(open.db, async (tx) =>
      tx.selectFrom('encounters').select('answers').where('id', '=', encounter).executeTakeFirstOrThrow(),
    );
    expect(row.answers[first.question.fact]).toMatchObject({ value: true, by: 'Testina physician' });
  });

  test('the same thing lies there once, and goes when the chart no longer asks', async () => {
    const encounter = await visit(await add(), {
      documents: [{ kind: 'procedure-note', text: BARE }],
    });
    await judge(encounter);
    const before = await items(encounter);
    await judge(encounter);
    expect((await items(encounter)).map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    await api.ask(ours.actors.physician, 'POST', `/api/encounters/${encounter}/documents`, {
      id: 'addendum',
      kind: 'clinic-note',
      text: REST,
    });
    await judge(encounter);
    const left = await items(encounter);
    expect(left.length).toBeLessThan(before.length);
    expect((await items(encounter, '&state=resolved')).length).toBeGreaterThan(0);
  });

  test('is given to people of the practice only; who may not open charts reads no names', async () => {
    const encounter = await visit(await add(), {
      documents: [{ kind: 'procedure-note', text: BARE }],
    });
    await judge(encounter);
    const [one] = await items(encounter);
    const give = async (assignee: string) =>
      (await api.ask(ours.actors.coder, 'PATCH', `/api/work-items/${one?.id}`, { assignee })).statusCode;
    expect(await give(theirs.actors.coder.id)).toBe(422);
    expect(await give(ours.actors.biller.id)).toBe(200);
    const seen = (await api.ask(ours.actors.administrator, 'GET', `/api/work-items/${one?.id}`)).json();
    expect(seen).toMatchObject({ assignee: { name: 'Testina biller' } });
    expect(seen.patient).toBeUndefined();
    expect((await api.ask(theirs.actors.coder, 'GET', `/api/work-items/${one?.id}`)).statusCode).toBe(404);
  });
});

describe('a new library', () => {
  test('judges again what is open, says what changed, and goes over it once', async () => {
    const encounter = await visit(await add());
    const record = await judge(encounter);
    const billed = await visit(await add());
    await judge(billed);
    await api.ask(ours.actors.biller, 'PATCH', `/api/encounters/${billed}`, { status: 'billed' });
    // As if an older library had judged, and had seen one finding more.
    await open.db.transaction().execute(async (tx) => {
      await asOwner(tx, record);
    });
    const { examined, changed } = await rejudgeOpen(open.db, api.engine);
    expect({ examined, changed }).toEqual({ examined: 1, changed: 1 });
    const { record: next } = (await api.ask(ours.actors.coder, 'GET', `/api/encounters/${encounter}`)).json();
    expect(next).not.toBe(record);
    const page = (await api.ask(ours.actors.coder, 'GET', '/api/work-items?kind=re-judged')).json();
    expect(page.items[0]).toMatchObject({ encounter, record: next });
    expect(page.items[0].detail).toContain('Claim lines');
    expect(await rejudgeOpen(open.db, api.engine)).toEqual({ examined: 0, changed: 0 });
    const replayed = (await api.ask(ours.actors.compliance, 'POST', `/api/records/${record}/replay`)).json();
    expect(replayed.same).toBe(false);
  });
});

describe('authorizations', () => {
  test('count their days, the day of the end included', async () => {
    const patient = await add();
    const today = new Date().toISOString().slice(0, 10);
    const made = await api.ask(ours.actors.biller, 'POST', '/api/authorizations', {
      patient,
      program: 'an invented program',
      status: 'requested',
      codes: ['64483'],
      requested: today,
    });
    expect(made.statusCode, made.body).toBe(201);
    const { id } = made.json();
    const approve = { status: 'approved', number: 'A-1', decided: today, validThrough: today };
    expect((await api.ask(ours.actors.biller, 'PATCH', `/api/authorizations/${id}`, approve)).json()).toMatchObject({
      ...approve,
      daysLeft: 1,
      codes: ['64483'],
    });
    expect(
      (await api.ask(ours.actors.biller, 'PATCH', `/api/authorizations/${id}`, { validThrough: '2020-01-01' })).json(),
    ).toMatchObject({ status: 'expired', daysLeft: 0 });
    expect((await api.ask(ours.actors.coder, 'PATCH', `/api/authorizations/${id}`, approve)).statusCode).toBe(403);
  });
});

test('everything that was seen and done here is in one unbroken log, except the record changed by hand', async () => {
  const verdict = await verifyAuditLog(open.db, { practice: ours.id });
  expect(verdict.entries).toBeGreaterThan(50);
  expect(verdict.broken).toHaveLength(1);
  expect(verdict.broken[0]?.why).toMatch(/was changed after it was kept/);
});

/** What only the owner of the database can do, with triggers off. */
async function asOwner(tx: Parameters<Parameters<typeof asSystem>[1]>[0], record: string): Promise<void> {
  const off = sql`alter table decision_records disable trigger user, no force row level security`;
  const on = sql`alter table decision_records enable trigger user, force row level security`;
  await off.execute(tx);
  await sql`update decision_records set library = 'older', review = replace(review, '64483', '64479') where id = ${record}`.execute(
    tx,
  );
  await on.execute(tx);
}
