import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '../store/in-practice.ts';
import { verifyAuditLog } from '../audit-log/verify.ts';
import type { TestPractice } from '../testing/database.fixture.ts';
import { addPractice, PASSWORD, wholeServer, type WholeServer } from '../testing/whole-server.fixture.ts';

const YEARS = 10 * 365 * 86_400_000;
let server: WholeServer;
let practice: TestPractice;

beforeAll(async () => {
  server = await wholeServer();
  practice = await addPractice(server.database.db);
}, 60_000);
afterAll(() => server.close());

const loginOf = async (id: string) =>
  (
    await asSystem(server.database.db, (tx) =>
      tx.selectFrom('accounts').select('login').where('id', '=', id).executeTakeFirstOrThrow(),
    )
  ).login;

describe.each([
  ['forth', YEARS],
  ['back', -YEARS],
])('a clock that jumps %s by ten years', (_, jump) => {
  it('ends sessions and tokens of before, and lets people in anew', async () => {
    const [person, program] = [await server.signedIn(practice, 'coder'), await server.signedIn(practice, 'service')];
    for (const one of [person, program]) expect((await one.ask('GET', '/api/library')).statusCode).toBe(200);
    server.later(jump);
    for (const one of [person, program]) expect((await one.ask('GET', '/api/library')).statusCode).toBe(401);
    const anew = await server.signedIn(practice, 'coder');
    expect((await anew.ask('GET', '/api/library')).statusCode).toBe(200);
    server.later(-jump);
    expect((await anew.ask('GET', '/api/library')).statusCode, 'the clock is right again').toBe(401);
  });

  it('leaves nobody locked out, and locks who guesses all the same', async () => {
    await server.signedIn(practice, 'physician');
    const login = await loginOf(practice.actors.physician.id);
    const signIn = async (password: string) =>
      (await server.ask('POST', '/api/sign-in', { login, password })).statusCode;
    for (let at = 0; at < 6; at++) await signIn(`wrong words ${at} again`);
    expect(await signIn(PASSWORD)).toBe(401);
    server.later(jump);
    expect(await signIn(PASSWORD)).toBe(200);
    for (let at = 0; at < 6; at++) await signIn(`wrong words ${at} again`);
    expect(await signIn(PASSWORD)).toBe(401);
    server.later(-jump);
    expect(await signIn(PASSWORD)).toBe(200);
  });

  it('keeps what is sent once and the chain of the audit log', async () => {
    const coder = await server.signedIn(practice, 'coder');
    const once = { 'idempotency-key': `clock${jump}` };
    const body = { firstName: 'Testina', lastName: 'Clock', birthDate: '1950-01-02', mrn: `CLOCK-${jump}` };
    const first = await coder.ask('POST', '/api/patients', body, once);
    expect(first.statusCode).toBe(201);
    server.later(jump);
    const later = await server.signedIn(practice, 'coder');
    expect((await later.ask('POST', '/api/patients', body, once)).json()).toEqual(first.json());
    server.later(-jump);
    expect((await verifyAuditLog(server.database.db, { practice: practice.id })).intact).toBe(true);
  });
});
