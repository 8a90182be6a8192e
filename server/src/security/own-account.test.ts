import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnSession, Session } from '../contract/session.ts';
import { Keys } from '../identity/keys.ts';
import { factorOf, sealStoredSecrets } from '../identity/stored-secrets.ts';
import { asSystem } from '../store/in-practice.ts';
import type { TestPractice } from '../testing/database.fixture.ts';
import { addPractice, PASSWORD, wholeServer, type Person, type WholeServer } from '../testing/whole-server.fixture.ts';

let server: WholeServer;
let practice: TestPractice;

beforeAll(async () => {
  server = await wholeServer();
  practice = await addPractice(server.database.db);
}, 60_000);
afterAll(() => server.close());

const codeOf = (answer: { json: () => unknown }) =>
  (answer.json() as { issues?: { code: string }[] }).issues?.[0]?.code ?? 'none';
const accountOf = (id: string, of = server) =>
  asSystem(of.database.db, (tx) =>
    tx.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
const sessionsOf = async (person: Person) => (await person.ask('GET', '/api/account/sessions')).json<OwnSession[]>();
const noticesOf = async (person: Person) =>
  (await person.ask('GET', '/api/session')).json<Session>().notices?.map(({ what }) => what);
/** Sets a second factor up; answers how to make its codes. */
async function setUpFactor(person: Person, of = server): Promise<() => string> {
  const { secret } = (await person.ask('POST', '/api/account/totp')).json<{ secret: string }>();
  const generator = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 });
  const code = () => generator.generate({ timestamp: of.deps.now().getTime() });
  expect((await person.ask('POST', '/api/account/totp/confirm', { code: code() })).statusCode).toBe(204);
  return code;
}

describe('sessions', () => {
  it('are listed for their owner, and ended one by one or all but this', async () => {
    const agent = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36' };
    const here = await server.signedIn(practice, 'coder');
    const { login } = await accountOf(practice.actors.coder.id);
    for (let at = 0; at < 3; at++) await server.ask('POST', '/api/sign-in', { login, password: PASSWORD }, agent);
    const before = await sessionsOf(here);
    expect(before.filter((one) => one.here)).toHaveLength(1);
    expect(before.filter((one) => one.agent === 'Chrome on Linux')).toHaveLength(3);
    const other = before.find((one) => !one.here)!;
    const stranger = await server.signedIn(practice, 'biller');
    expect((await stranger.ask('DELETE', `/api/account/sessions/${other.id}`)).statusCode).toBe(404);
    expect((await here.ask('DELETE', `/api/account/sessions/${other.id}`)).statusCode).toBe(204);
    expect(await sessionsOf(here)).toHaveLength(before.length - 1);
    expect((await here.ask('DELETE', '/api/account/sessions')).statusCode).toBe(204);
    expect(await sessionsOf(here)).toMatchObject([{ here: true }]);
    expect(await sessionsOf(stranger)).not.toEqual([]);
  });

  it('are held by a cookie that only this host can set, where people come over TLS', async () => {
    const tls = await wholeServer({ publicUrl: 'https://pain.example' });
    try {
      const there = await addPractice(tls.database.db);
      const person = await tls.signedIn(there, 'coder');
      const cookie = person.headers['cookie'] ?? '';
      expect(cookie).toMatch(/^__Host-/);
      expect((await person.ask('GET', '/api/practice')).statusCode).toBe(200);
      const bare = { cookie: cookie.replace('__Host-', '') };
      expect((await tls.ask('GET', '/api/practice', undefined, bare)).statusCode, 'set by another host').toBe(401);
    } finally {
      await tls.close();
    }
  }, 60_000);
});

describe('the second factor', () => {
  it('is taken off only with a code of its own, and no other takes its place meanwhile', async () => {
    const person = await server.signedIn(practice, 'biller');
    const code = await setUpFactor(person);
    expect(codeOf(await person.ask('POST', '/api/account/totp'))).toBe('server/identity/second-factor-on');
    expect((await person.ask('POST', '/api/account/totp/off')).statusCode).toBe(400);
    for (const wrong of ['000000', code()])
      expect(codeOf(await person.ask('POST', '/api/account/totp/off', { code: wrong })), 'wrong, or used').toBe(
        'server/identity/second-factor',
      );
    server.later(60_000);
    expect((await person.ask('POST', '/api/account/totp/off', { code: code() })).statusCode).toBe(204);
    expect((await accountOf(practice.actors.biller.id)).totp_secret).toBeNull();
  });

  it('lies sealed in the database; an open one of before is sealed at the start, and a newer key seals anew', async () => {
    const person = await server.signedIn(practice, 'physician');
    const { secret } = (await person.ask('POST', '/api/account/totp')).json<{ secret: string }>();
    const { id } = practice.actors.physician;
    const pending = (await accountOf(id)).totp_pending ?? '';
    expect(pending).not.toContain(secret);
    expect(server.deps.keys.open(pending, factorOf(id))).toBe(secret);
    const { db } = server.database;
    await asSystem(db, (tx) =>
      tx.updateTable('accounts').set({ totp_secret: secret, totp_pending: null }).where('id', '=', id).execute(),
    );
    const [older, newer] = ['an invented key that is the older one', 'an invented key that is the newer one'];
    for (const keys of [new Keys([older]), new Keys([newer, older]), new Keys([newer])]) {
      expect(await sealStoredSecrets(db, keys)).toBeGreaterThanOrEqual(0);
      const kept = (await accountOf(id)).totp_secret ?? '';
      expect(keys.isCurrent(kept)).toBe(true);
      expect(keys.open(kept, factorOf(id))).toBe(secret);
    }
    const stranger = new Keys(['an invented key of another server altogether']);
    expect(await sealStoredSecrets(db, stranger)).toBeGreaterThan(0);
    expect(stranger.isCurrent((await accountOf(id)).totp_secret ?? ''), 'left alone').toBe(false);
    await asSystem(db, (tx) => tx.updateTable('accounts').set({ totp_secret: null }).where('id', '=', id).execute());
  });

  it('is needed by administrators before anything else, where the server says so; a provider stands for it', async () => {
    const strict = await wholeServer({ administratorsNeedFactor: true });
    try {
      const there = await addPractice(strict.database.db);
      const person = await strict.signedIn(there, 'administrator');
      const ask = async (url: string) => codeOf(await person.ask('GET', url));
      expect(await ask('/api/accounts')).toBe('server/identity/second-factor-needed');
      expect((await person.ask('GET', '/api/session')).json<Session>().user).toMatchObject({ factorNeeded: true });
      expect((await (await strict.signedIn(there, 'coder')).ask('GET', '/api/practice')).statusCode).toBe(200);
      const { id } = there.actors.administrator;
      const byProvider = (yes: boolean) =>
        asSystem(strict.database.db, (tx) =>
          tx.updateTable('web_sessions').set({ by_provider: yes }).where('account_id', '=', id).execute(),
        );
      await byProvider(true);
      strict.later(0);
      expect((await person.ask('GET', '/api/accounts')).statusCode).toBe(200);
      await byProvider(false);
      strict.later(0);
      expect((await person.ask('GET', '/api/accounts')).statusCode).toBe(403);
      await setUpFactor(person, strict);
      expect((await person.ask('GET', '/api/accounts')).statusCode).toBe(200);
      expect((await person.ask('GET', '/api/session')).json<Session>().user).not.toHaveProperty('factorNeeded');
    } finally {
      await strict.close();
    }
  }, 60_000);
});

describe('passwords', () => {
  it('are hashed with the key of the server; a hash of before is made anew at the next sign-in', async () => {
    const { id } = practice.actors.compliance;
    await server.signedIn(practice, 'compliance');
    const kept = (await accountOf(id)).password_hash ?? '';
    expect(kept).toMatch(/^k:[0-9a-f]{8}:\$argon2id\$/);
    const { login } = await accountOf(id);
    expect((await server.ask('POST', '/api/sign-in', { login, password: PASSWORD })).statusCode).toBe(200);
    expect((await accountOf(id)).password_hash).toBe(kept);
  });
});

describe('changes of authentication', () => {
  it('are told to whom they concern, until that one has read them', async () => {
    const person = await server.signedIn(practice, 'coder');
    await person.ask('POST', '/api/account/notices/seen');
    expect(await noticesOf(person)).toBeUndefined();
    const code = await setUpFactor(person);
    const administrator = await server.signedIn(practice, 'administrator');
    const { id } = practice.actors.coder;
    await administrator.ask('PATCH', `/api/accounts/${id}`, { name: 'Testina Coder' });
    await administrator.ask('PATCH', `/api/accounts/${id}`, { totp: false, unlock: true });
    expect(code()).toMatch(/^\d{6}$/);
    expect(await noticesOf(person)).toEqual(['second-factor-on', 'second-factor-off', 'unlocked']);
    await administrator.ask('PATCH', `/api/accounts/${id}`, { password: PASSWORD });
    const back = await server.signedIn(practice, 'coder');
    expect(await noticesOf(back)).toContain('password');
    const other = await server.signedIn(practice, 'physician');
    await other.ask('POST', '/api/account/notices/seen');
    expect(await noticesOf(back)).toContain('password');
    expect((await back.ask('POST', '/api/account/notices/seen')).statusCode).toBe(204);
    expect(await noticesOf(back)).toBeUndefined();
  });
});
