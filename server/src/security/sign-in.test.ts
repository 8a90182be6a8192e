import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SESSION_COOKIE } from '../contract/common.ts';
import { setupToken } from '../identity/setup.ts';
import { asSystem } from '../store/in-practice.ts';
import type { TestPractice } from '../testing/database.fixture.ts';
import { addPractice, cookieOf, PASSWORD, wholeServer, type WholeServer } from '../testing/whole-server.fixture.ts';

const MINUTE = 60_000;
let server: WholeServer;
let practice: TestPractice;

beforeAll(async () => {
  server = await wholeServer();
}, 60_000);
afterAll(() => server.close());

const codeOf = (answer: { json: () => unknown }) =>
  (answer.json() as { issues?: { code: string }[] }).issues?.[0]?.code ?? 'none';
const loginOf = async (id: string) =>
  (
    await asSystem(server.database.db, (tx) =>
      tx.selectFrom('accounts').select('login').where('id', '=', id).executeTakeFirstOrThrow(),
    )
  ).login;
const signIn = async (login: string, password = PASSWORD, code?: string) =>
  server.ask('POST', '/api/sign-in', { login, password, ...(code === undefined ? {} : { code }) });

describe('the first administrator', () => {
  const first = { practice: 'Example Pain', name: 'Testina Admin', login: 'first', password: 'plain words that rhyme' };

  it('needs the link that the server printed', async () => {
    expect((await server.ask('GET', '/api/session')).json()).toMatchObject({ setup: true, signedIn: false });
    expect(codeOf(await server.ask('POST', '/api/setup', { ...first, token: 'x'.repeat(43) }))).toBe(
      'server/identity/setup-link',
    );
  });

  it('is made once, also when two follow the link at the same moment', async () => {
    const token = await setupToken(server.database.db, server.deps.now());
    const both = await Promise.all([
      server.ask('POST', '/api/setup', { ...first, token }),
      server.ask('POST', '/api/setup', { ...first, login: 'second', token }),
    ]);
    expect(both.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([204, 403]);
    expect(await setupToken(server.database.db, server.deps.now())).toBeUndefined();
    practice = await addPractice(server.database.db);
  });

  it.each([
    ['elevenchars', 'short'],
    ['123456789012', 'a run'],
    ['aaaaaaaaaaaaaa', 'one letter'],
    ['Password123456', 'what everybody tries'],
    ['physician-of-the-house', 'the login'],
  ])('passwords such as %s are refused (%s)', async (password) => {
    const administrator = await server.signedIn(practice, 'administrator');
    const made = await administrator.ask('POST', '/api/accounts', {
      name: 'Testina Weak',
      login: 'physician-of',
      role: 'coder',
      password,
    });
    expect([400, 422]).toContain(made.statusCode);
    expect(made.body).not.toContain(password);
  });
});

describe('a session', () => {
  it('is a cookie that scripts cannot read and other sites do not send', async () => {
    await server.signedIn(practice, 'coder');
    const answer = await signIn(await loginOf(practice.actors.coder.id));
    expect(answer.cookies.find(({ name }) => name === SESSION_COOKIE)).toMatchObject({
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    });
  });

  it('is Secure where people come over TLS', async () => {
    const tls = await wholeServer({ publicUrl: 'https://pain.example' });
    try {
      const there = await addPractice(tls.database.db);
      await tls.signedIn(there, 'coder');
      const { login } = await asSystem(tls.database.db, (tx) =>
        tx.selectFrom('accounts').select('login').where('id', '=', there.actors.coder.id).executeTakeFirstOrThrow(),
      );
      const answer = await tls.ask('POST', '/api/sign-in', { login, password: PASSWORD });
      expect(answer.cookies[0]).toMatchObject({ secure: true });
      expect(answer.headers['strict-transport-security']).toMatch(/max-age/);
    } finally {
      await tls.close();
    }
  }, 60_000);

  it('is not in the database in a form that opens it', async () => {
    const { headers } = await server.signedIn(practice, 'coder');
    const secret = headers['cookie']?.split('=')[1] ?? '';
    const rows = await asSystem(server.database.db, (tx) => tx.selectFrom('web_sessions').selectAll().execute());
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('ends after half an hour of nothing, and after twelve hours of anything', async () => {
    const idle = await server.signedIn(practice, 'coder');
    server.later(29 * MINUTE);
    expect((await idle.ask('GET', '/api/session')).json()).toMatchObject({ signedIn: true });
    server.later(31 * MINUTE);
    expect((await idle.ask('GET', '/api/session')).json()).toMatchObject({ signedIn: false });
    const busy = await server.signedIn(practice, 'coder');
    for (let at = 0; at < 25; at++) {
      server.later(28 * MINUTE);
      expect((await busy.ask('GET', '/api/practice')).statusCode).toBe(200);
    }
    server.later(28 * MINUTE);
    expect((await busy.ask('GET', '/api/practice')).statusCode).toBe(401);
  });

  it('ends when one signs out, when the account is switched off and when its password is set anew', async () => {
    const administrator = await server.signedIn(practice, 'administrator');
    const { id } = practice.actors.biller;
    const endings: (() => Promise<{ statusCode: number }>)[] = [
      async () => administrator.ask('PATCH', `/api/accounts/${id}`, { password: `${PASSWORD} anew` }),
      async () => administrator.ask('PATCH', `/api/accounts/${id}`, { role: 'coder' }),
      async () => administrator.ask('PATCH', `/api/accounts/${id}`, { disabled: true }),
    ];
    for (const end of endings) {
      const person = await server.signedIn(practice, 'biller');
      expect((await person.ask('GET', '/api/practice')).statusCode).toBe(200);
      expect((await end()).statusCode).toBe(200);
      expect((await person.ask('GET', '/api/practice')).statusCode).toBe(401);
    }
    expect(codeOf(await signIn(await loginOf(id)))).toBe('server/identity/sign-in-failed');
    const out = await server.signedIn(practice, 'coder');
    expect((await out.ask('POST', '/api/sign-out')).statusCode).toBe(204);
    expect((await out.ask('GET', '/api/practice')).statusCode).toBe(401);
  });

  it('does not outlive a new sign-in in the same browser', async () => {
    const first = await server.signedIn(practice, 'coder');
    const again = await server.ask(
      'POST',
      '/api/sign-in',
      { login: await loginOf(practice.actors.coder.id), password: PASSWORD },
      { cookie: first.headers['cookie'] ?? '' },
    );
    expect(again.statusCode).toBe(200);
    expect((await first.ask('GET', '/api/practice')).statusCode).toBe(401);
  });

  it('leaves an administrator who can sign in', async () => {
    const administrator = await server.signedIn(practice, 'administrator');
    const { id } = practice.actors.administrator;
    for (const change of [{ role: 'coder' }, { disabled: true }])
      expect(codeOf(await administrator.ask('PATCH', `/api/accounts/${id}`, change))).toBe(
        'server/identity/last-administrator',
      );
  });
});

describe('changes with a cookie', () => {
  it('need the proof that our own page sends them', async () => {
    const { headers, ask } = await server.signedIn(practice, 'coder');
    const { cookie = '' } = headers;
    const body = { input: { note: 'A note.' } };
    expect((await ask('POST', '/api/review', body)).statusCode).toBe(200);
    expect(codeOf(await server.ask('POST', '/api/review', body, { cookie }))).toBe('server/identity/csrf');
    for (const csrf of ['', 'x'.repeat(43), 'short'])
      expect(codeOf(await ask('POST', '/api/review', body, { 'x-interspace-csrf': csrf }))).toBe(
        'server/identity/csrf',
      );
    for (const site of ['cross-site', 'same-site'])
      expect(codeOf(await ask('POST', '/api/review', body, { 'sec-fetch-site': site }))).toBe('server/identity/csrf');
    const other = await server.signedIn(practice, 'physician');
    const foreign = other.headers['x-interspace-csrf'] ?? '';
    expect(codeOf(await ask('POST', '/api/review', body, { 'x-interspace-csrf': foreign }))).toBe(
      'server/identity/csrf',
    );
  });

  it('signing in from the page of somebody else is refused too', async () => {
    const credentials = { login: 'a', password: 'b' };
    expect(codeOf(await server.ask('POST', '/api/sign-in', credentials, { 'sec-fetch-site': 'cross-site' }))).toBe(
      'server/identity/csrf',
    );
  });
});

describe('guessing', () => {
  it('is answered the same for unknown, wrong and locked, and waits longer each time', async () => {
    const login = await loginOf(practice.actors.physician.id);
    await server.signedIn(practice, 'physician');
    const answers = [];
    for (let at = 0; at < 6; at++) answers.push(await signIn(login, `wrong ${at} wrong wrong`));
    answers.push(await signIn('nobody-has-this', PASSWORD));
    answers.push(await signIn(login));
    const bodies = answers.map(({ body }) => body.replace(/"instance":"[^"]*"/, ''));
    expect(new Set(bodies).size).toBe(1);
    server.later(31_000);
    expect((await signIn(login, 'wrong once more then')).statusCode).toBe(401);
    server.later(31_000);
    expect((await signIn(login)).statusCode, 'the second time it waits twice as long').toBe(401);
    server.later(31_000);
    expect((await signIn(login)).statusCode).toBe(200);
  });

  it('many at once are counted each', async () => {
    const login = await loginOf(practice.actors.compliance.id);
    await server.signedIn(practice, 'compliance');
    await Promise.all(Array.from({ length: 12 }, (_, at) => signIn(login, `wrong at once ${at}`)));
    const { locked_until } = await asSystem(server.database.db, (tx) =>
      tx.selectFrom('accounts').select('locked_until').where('login', '=', login).executeTakeFirstOrThrow(),
    );
    expect(locked_until).not.toBeNull();
    const administrator = await server.signedIn(practice, 'administrator');
    const { id } = practice.actors.compliance;
    expect((await administrator.ask('PATCH', `/api/accounts/${id}`, { unlock: true })).json()).toMatchObject({
      locked: false,
    });
    expect((await signIn(login)).statusCode).toBe(200);
  });

  it('from one address ends soon', async () => {
    const strict = await wholeServer({ failureRate: { most: 5, seconds: 60 } });
    try {
      const token = { authorization: `Bearer ${'A'.repeat(43)}` };
      const answers = [];
      for (let at = 0; at < 8; at++)
        answers.push((await strict.ask('GET', '/api/patients', undefined, token)).statusCode);
      expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
      const credentials = { login: 'nobody', password: 'a wrong one again' };
      expect((await strict.ask('POST', '/api/sign-in', credentials)).statusCode, 'before a hash is computed').toBe(429);
    } finally {
      await strict.close();
    }
  }, 60_000);
});

describe('the second factor', () => {
  it('is asked for after the password, is good once, and an administrator can take it off', async () => {
    const person = await server.signedIn(practice, 'coder');
    const login = await loginOf(practice.actors.coder.id);
    const { secret, qr } = (await person.ask('POST', '/api/account/totp')).json<{ secret: string; qr: string }>();
    expect(qr).toMatch(/^<svg/);
    const code = () =>
      new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
        timestamp: server.deps.now().getTime(),
      });
    expect(codeOf(await person.ask('POST', '/api/account/totp/confirm', { code: '000000' }))).toBe(
      'server/identity/second-factor',
    );
    const first = code();
    expect((await person.ask('POST', '/api/account/totp/confirm', { code: first })).statusCode).toBe(204);
    expect(codeOf(await signIn(login))).toBe('server/identity/second-factor');
    expect(codeOf(await signIn(login, PASSWORD, first)), 'the code that switched it on').toBe(
      'server/identity/second-factor',
    );
    expect(codeOf(await signIn(login, 'wrong password here', code()))).toBe('server/identity/sign-in-failed');
    server.later(60_000);
    const second = code();
    expect((await signIn(login, PASSWORD, second)).statusCode).toBe(200);
    expect(codeOf(await signIn(login, PASSWORD, second))).toBe('server/identity/second-factor');
    const administrator = await server.signedIn(practice, 'administrator');
    await administrator.ask('PATCH', `/api/accounts/${practice.actors.coder.id}`, { totp: false, unlock: true });
    expect(cookieOf(await signIn(login))).toHaveProperty('cookie');
  });
});
