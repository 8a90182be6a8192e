import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, Role } from '../contract/roles.ts';
import type { ListedRoute } from '../http/declared-routes.ts';
import { inPractice } from '../store/in-practice.ts';
import { addPractice, wholeServer, type Person, type WholeServer } from '../testing/whole-server.fixture.ts';
import type { TestPractice } from '../testing/database.fixture.ts';

let server: WholeServer;
let own: TestPractice;
let other: TestPractice;
const people = new Map<Role, Person>();
let routes: readonly ListedRoute[] = [];
let theirs: Record<string, string> = {};

beforeAll(async () => {
  server = await wholeServer();
  [own, other] = [await addPractice(server.database.db), await addPractice(server.database.db, 'Other Practice')];
  for (const role of Role.options) people.set(role, await server.signedIn(own, role));
  routes = server.app.declaredRoutes;
  theirs = await chartOf(other);
}, 120_000);
afterAll(() => server.close());

/** One of everything, in the practice of somebody else. */
async function chartOf({ actors, id: practice_id }: TestPractice): Promise<Record<string, string>> {
  const actor = actors.coder;
  return inPractice(server.database.db, actor, async (tx) => {
    const one = async (table: string, values: object) =>
      (
        await tx
          .insertInto(table as 'patients')
          .values({ practice_id, ...values } as never)
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id;
    const patient_id = await one('patients', {
      mrn: 'MRN-7700',
      first_name: 'Fictiva',
      last_name: 'Elsewhere',
      birth_date: '1950-01-01',
    });
    const encounter_id = await one('encounters', { patient_id, date: '2026-03-02', title: 'a visit' });
    const record = {
      patient_id,
      encounter_id,
      by_id: actor.id,
      by_name: actor.name,
      input: '{}',
      review: '{}',
      input_digest: 'x',
      review_digest: 'x',
      library: 'x',
      engine: 'x',
      blocks: 0,
      warnings: 0,
      lines: [],
    };
    return {
      patients: patient_id,
      encounters: encounter_id,
      records: await one('decision_records', record),
      'work-items': await one('work_items', { kind: 'hold', title: 'a hold', role: 'coder', patient_id }),
      authorizations: await one('authorizations', { patient_id, program: 'a', status: 'needed' }),
      batches: await one('batches', { name: 'claims.837', created_by: actor.id }),
      accounts: actors.coder.id,
      clients: actors.service.id,
    };
  });
}

/** An address of the pattern; ids that nobody has. */
function addressOf(url: string, ids: Record<string, string> = {}): string {
  const [, , kind = ''] = url.split('/');
  const id = ids[kind] ?? '00000000-0000-4000-8000-000000000000';
  return url
    .replace(':id', id)
    .replace(/:number|:fact/, '1')
    .replace(':what', 'review-markdown')
    .replace(':form', 'pas-submit')
    .replace('*', 'nothing');
}

describe('every route', () => {
  it('says who may use it, and there are as many as we think', () => {
    expect(routes.length).toBeGreaterThan(50);
    expect(routes.filter(({ permission }) => permission === undefined)).toEqual([]);
  });

  it('refuses somebody unknown, unless it is for everybody', async () => {
    for (const { method, url, permission } of routes.filter((one) => !one.ownAuthentication)) {
      const { statusCode } = await server.ask(method, addressOf(url));
      if (permission === 'public') expect([method, url, statusCode], 'public').not.toEqual([method, url, 401]);
      else expect([method, url, statusCode]).toEqual([method, url, 401]);
    }
  });

  it.each(Role.options)(
    'lets a %s do what the role is for, and nothing else',
    async (role) => {
      const person = people.get(role);
      for (const { method, url, permission } of routes.filter((one) => !one.ownAuthentication)) {
        if (permission === 'public' || url === '/api/sign-out') continue;
        const answer = await person?.ask(method, addressOf(url));
        const allowed = permission === 'signed-in' || may(role, permission);
        const refused = answer?.body.includes('server/identity/not-allowed');
        expect([role, method, url, refused]).toEqual([role, method, url, !allowed]);
      }
    },
    60_000,
  );

  it('shows and changes nothing of another practice', async () => {
    const before = await pictureOf(other);
    const withId = routes.filter(({ url, permission }) => url.includes(':id') && permission !== 'public');
    expect(withId.length).toBeGreaterThan(15);
    for (const role of Role.options)
      for (const { method, url } of withId) {
        const answer = await people.get(role)?.ask(method, addressOf(url, theirs));
        expect([role, method, url, answer?.statusCode]).not.toEqual([role, method, url, 200]);
        expect(answer?.body).not.toMatch(/Fictiva|Elsewhere|MRN-7700|1950-01-01/);
      }
    expect(await pictureOf(other)).toEqual(before);
  }, 60_000);

  it('lists nothing of another practice', async () => {
    for (const { method, url, permission } of routes)
      if (method === 'GET' && permission !== 'public' && !/[:*]/.test(url)) {
        const role = Role.options.find((one) => permission === 'signed-in' || may(one, permission));
        const answer = await people.get(role ?? 'coder')?.ask('GET', url);
        for (const id of Object.values(theirs)) expect(answer?.body, url).not.toContain(id);
        expect(answer?.body, url).not.toMatch(/Fictiva|Elsewhere|MRN-7700/);
      }
  }, 60_000);

  it('takes ids of another practice in bodies for ids that nobody has', async () => {
    const input = { note: 'A note.' };
    const { patients: patient, encounters: encounter } = theirs;
    for (const body of [
      { input, patient },
      { input, encounter },
      { input, patient, keep: true },
    ])
      expect((await people.get('coder')?.ask('POST', '/api/review', body))?.statusCode).toBe(404);
    const answer = { form: 'pas', answer: { resourceType: 'ClaimResponse', outcome: 'complete' } };
    expect(
      (
        await people
          .get('biller')
          ?.ask('POST', '/api/authorization-answers', { ...answer, authorization: theirs['authorizations'] })
      )?.statusCode,
    ).toBe(404);
    const glass = { patient, reason: 'an invented emergency' };
    expect((await people.get('physician')?.ask('POST', '/api/break-glass', glass))?.statusCode).toBe(404);
  });

  it('writes down when somebody asks for what the role does not do', async () => {
    const found = await inPractice(server.database.db, own.actors.administrator, (tx) =>
      tx.selectFrom('audit_log').select(['actor_id', 'detail']).where('action', '=', 'access.refused').execute(),
    );
    expect(found).toContainEqual({ actor_id: own.actors.biller.id, detail: 'GET /api/accounts' });
  });
});

async function pictureOf({ actors }: TestPractice): Promise<string> {
  return inPractice(server.database.db, actors.administrator, async (tx) => {
    const rows = [];
    for (const table of [
      'patients',
      'encounters',
      'work_items',
      'authorizations',
      'batches',
      'accounts',
      'clients',
    ] as const)
      rows.push(await tx.selectFrom(table).selectAll().orderBy('id').execute());
    return JSON.stringify(rows);
  });
}

describe("a physician's own patients", () => {
  it('are seen; those of others only after the glass is broken, for an hour, and it is written down', async () => {
    const { actors, id: practice_id } = own;
    const patient = await inPractice(server.database.db, actors.coder, async (tx) =>
      tx
        .insertInto('patients')
        .values({ practice_id, mrn: 'MRN-1', first_name: 'Testina', last_name: 'Example', birth_date: '1960-01-01' })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
    const physician = people.get('physician');
    const look = async () => (await physician?.ask('GET', `/api/patients/${patient.id}`))?.statusCode;
    expect(await look()).toBe(403);
    const reason = 'called at night, invented';
    const broken = await physician?.ask('POST', '/api/break-glass', { patient: patient.id, reason });
    expect(broken?.statusCode).toBe(200);
    expect(await look()).toBe(200);
    const entries = (await people.get('compliance')?.ask('GET', '/api/audit-log?action=break-glass'))?.json<{
      items: { subject: string; detail: string }[];
    }>();
    expect(entries?.items[0]).toMatchObject({ subject: `patient ${patient.id}`, detail: reason });
  });
});
