import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { inPractice } from '../store/in-practice.ts';
import type { TestPractice } from '../testing/database.fixture.ts';
import { addPractice, wholeServer, type Person, type WholeServer } from '../testing/whole-server.fixture.ts';
import { route } from './route.ts';

let server: WholeServer;
let practice: TestPractice;
let coder: Person;
let fails = false;

beforeAll(async () => {
  server = await wholeServer({}, [
    (app, deps) =>
      route(app, deps, {
        method: 'POST',
        url: '/api/fails-after-writing',
        summary: 'Writes, then fails when told to',
        tag: 'x',
        permission: 'signed-in',
        audit: { action: 'test' },
        idempotent: true,
        body: z.object({ mrn: z.string() }),
        answer: z.object({ id: z.string() }),
        handler: async ({ tx, actor, body }) => {
          const made = await tx
            .insertInto('patients')
            .values({
              practice_id: actor.practice,
              mrn: body.mrn,
              first_name: 'T',
              last_name: 'E',
              birth_date: '1960-01-01' as never,
            })
            .returning('id')
            .executeTakeFirstOrThrow();
          if (fails) throw new Error('the machine stopped here');
          return made;
        },
      }),
  ]);
  practice = await addPractice(server.database.db);
  coder = await server.signedIn(practice, 'coder');
}, 60_000);
afterAll(() => server.close());

const patient = (mrn: string) => ({ firstName: 'Testina', lastName: 'Example', birthDate: '1960-01-01', mrn });
const add = async (mrn: string, key: string, who = coder) =>
  who.ask('POST', '/api/patients', patient(mrn), { 'idempotency-key': key });
const count = async () =>
  inPractice(server.database.db, practice.actors.coder, async (tx) =>
    Number(
      (
        await tx
          .selectFrom('patients')
          .select((eb) => eb.fn.countAll().as('all'))
          .executeTakeFirstOrThrow()
      ).all,
    ),
  );

it('a repeated request happens once and is answered twice alike', async () => {
  const key = randomUUID();
  const [first, again] = [await add('M1', key), await add('M1', key)];
  expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
  expect(again.json()).toEqual(first.json());
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(await count()).toBe(1);
});

it('twenty of them at once happen once', async () => {
  const key = randomUUID();
  const before = await count();
  const answers = await Promise.all(Array.from({ length: 20 }, () => add('M2', key)));
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect(await count()).toBe(before + 1);
});

it('the same key for another request is refused', async () => {
  const key = randomUUID();
  await add('M3', key);
  const other = await add('M4', key);
  expect([other.statusCode, other.json()]).toMatchObject([
    422,
    { issues: [{ code: 'server/idempotency/other-request' }] },
  ]);
});

it('a key belongs to one person: that of somebody else is another', async () => {
  const key = randomUUID();
  const physician = await server.signedIn(practice, 'physician');
  expect((await add('M5', key)).statusCode).toBe(201);
  expect((await add('M6', key, physician)).statusCode).toBe(201);
});

it('a request that failed has done nothing and may be sent again with its key', async () => {
  const key = randomUUID();
  const before = await count();
  const ask = async () => coder.ask('POST', '/api/fails-after-writing', { mrn: 'M7' }, { 'idempotency-key': key });
  fails = true;
  expect((await ask()).statusCode).toBe(500);
  expect(await count()).toBe(before);
  fails = false;
  expect((await ask()).statusCode).toBe(200);
  expect((await ask()).headers['idempotent-replayed']).toBe('true');
  expect(await count()).toBe(before + 1);
});

it.each(['', ' ', 'x'.repeat(201), 'ü'])('a key such as %j is refused', async (key) => {
  expect((await add('M8', key)).statusCode).toBe(400);
});
