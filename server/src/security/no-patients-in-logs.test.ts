import { afterAll, beforeAll, expect, it } from 'vitest';
import { publicRoute, route } from '../http/route.ts';
import { Role } from '../contract/roles.ts';
import { addPractice, wholeServer, type WholeServer } from '../testing/whole-server.fixture.ts';
import { z } from 'zod';

/** What must never be found in logs, metrics, errors or addresses: names, numbers and dates of invented people. */
const PRIVATE = [
  'Testinella',
  'Fabricata',
  'MRN-424242',
  '1951-07-19',
  '07/19/1951',
  'H0AX1234567',
  'sciatica of Testinella',
];
let server: WholeServer;

beforeAll(async () => {
  server = await wholeServer({}, [
    (app, deps) => {
      publicRoute(app, deps, {
        method: 'GET',
        url: '/api/fails',
        summary: 'Fails',
        tag: 'x',
        handler: async () => {
          throw new Error(`cannot read the chart of ${PRIVATE.join(' ')}`, { cause: new TypeError(PRIVATE.join(' ')) });
        },
      });
      route(app, deps, {
        method: 'POST',
        url: '/api/fails-in-the-database',
        summary: 'Fails',
        tag: 'x',
        permission: 'signed-in',
        audit: null,
        body: z.object({ text: z.string() }),
        handler: async ({ tx, body }) => {
          await tx
            .selectFrom('patients')
            .select('id')
            .where('birth_date', '=', body.text as never)
            .execute();
        },
      });
    },
  ]);
}, 60_000);
afterAll(() => server.close());

it('an exercised server has written nothing of its patients anywhere but into their charts', async () => {
  const practice = await addPractice(server.database.db);
  const [first = '', last = '', mrn = '', birthDate = '', , member = ''] = PRIVATE;
  const note = `Patient: ${first} ${last}, DOB 07/19/1951, MRN-424242. Left L4-L5 transforaminal epidural injection, ${PRIVATE[6]}.`;
  const answers: string[] = [];
  for (const role of Role.options) {
    const person = await server.signedIn(practice, role);
    const coverages = [{ payer: 'medicare', sequence: 'primary', memberId: member }];
    const patient = { firstName: first, lastName: last, birthDate, mrn: `${mrn}-${role}`, coverages };
    const made = await person.ask('POST', '/api/patients', patient, { 'idempotency-key': `${role}-1` });
    const again = await person.ask('POST', '/api/patients', { ...patient, birthDate: 'tomorrow' });
    const twice = await person.ask('POST', '/api/patients', patient);
    const id = made.statusCode === 201 ? made.json<{ id: string }>().id : first;
    answers.push(again.body, ...(twice.statusCode >= 400 ? [twice.body] : []));
    const asked: [string, string, unknown?][] = [
      ['GET', `/api/patients?search=${first}`],
      ['GET', `/api/patients/${id}`],
      ['GET', `/api/patients/${first}`],
      ['GET', `/api/patients/${id}/ledger`],
      ['GET', `/api/nothing/${first}/${last}?mrn=${mrn}`],
      ['GET', `/${first}%zz`],
      ['GET', `/api/explain/${first}`],
      ['POST', '/api/review', { input: { note }, patient: id, keep: true }],
      ['POST', '/api/review', { input: { note }, patient: first }],
      ['POST', '/api/review', { input: { note, facts: { [first]: last } } }],
      ['POST', '/api/review', { input: { note, [first]: last } }],
      ['POST', '/api/review', { input: { note, context: { state: first } } }],
      ['POST', '/api/break-glass', { patient: id, reason: `the chart of somebody, ${role}` }],
      ['POST', '/api/break-glass', { patient: first, reason: note }],
      ['POST', '/api/fails-in-the-database', { text: `${first} ${last} ${mrn}` }],
      ['GET', '/api/fails'],
      ['POST', '/api/sign-in', { login: first, password: `${last} ${mrn}` }],
      ['POST', '/api/sign-in', { login: first, password: [last] }],
    ];
    for (const [method, url, body] of asked) {
      const answer = await person.ask(method, url, body);
      if (answer.statusCode >= 400) answers.push(`${method} ${url.split('?')[0]?.length} ${answer.body}`);
    }
    const broken = await server.app.inject({
      method: 'POST',
      url: '/api/review',
      headers: { ...person.headers, 'content-type': 'application/json' },
      payload: `{"input":{"note":"${note}`,
    });
    answers.push(broken.body);
  }
  const metrics = (await server.ask('GET', '/metrics')).body;
  const log = server.log();
  expect(log.length).toBeGreaterThan(10_000);
  expect(log).toContain('server/http/fault');
  expect(metrics).toContain('interspace_http_request_seconds');
  for (const word of PRIVATE)
    for (const [where, text] of Object.entries({ log, metrics, errors: answers.join('\n') }))
      expect(text.includes(word), `${word} in ${where}`).toBe(false);
}, 60_000);
