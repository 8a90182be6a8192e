import { readFileSync } from 'node:fs';
import type { Bundle, Resource } from 'fhir/r4.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBuffer } from '@interspace/wire/x12/check/check';
import { wrongWith } from '@interspace/wire/fhir/validate.fixture';
import type { AnswerTaken } from '../contract/authorizations.ts';
import { keepPracticeDetails } from '../practice/details.ts';
import { addPractice, type TestPractice } from '../testing/database.fixture.ts';
import { wholeServer, type Person, type WholeServer } from '../testing/whole-server.fixture.ts';
import { PracticeDetails } from '../contract/practice.ts';

const NOTE = readFileSync(new URL('../../../examples/notes/tfesi-l4-l5.txt', import.meta.url), 'utf8');
const DETAILS = PracticeDetails.parse({
  billing: {
    name: 'EXAMPLE PAIN',
    npi: '1234567893',
    taxId: '123456789',
    street: '2 INVENTED WAY',
    city: 'COLUMBUS',
    state: 'OH',
    zip: '43004',
  },
  submitter: { name: 'EXAMPLE PAIN', id: 'SUBMIT', contact: 'TESTINA', phone: '6145550100' },
  receiver: { name: 'EXAMPLE HOUSE', id: 'HOUSE' },
  payers: { medicare: { name: 'INVENTED MEDICARE', id: '99999' } },
});

let server: WholeServer;
let practice: TestPractice;
let biller: Person;
let patient: string;
let encounter: string;

beforeAll(async () => {
  server = await wholeServer();
  practice = await addPractice(server.database.db);
  await keepPracticeDetails(server.database.db, practice.actors.administrator, DETAILS);
  const coder = await server.signedIn(practice, 'coder');
  biller = await server.signedIn(practice, 'biller');
  patient = await made(coder, '/api/patients', {
    firstName: 'Testina',
    lastName: 'Example',
    birthDate: '1950-01-02',
    sex: 'F',
    mrn: 'PAS-1',
    state: 'OH',
    coverages: [{ payer: 'medicare', memberId: '1EG4TE5MK73', sequence: 'primary' }],
  });
  encounter = await made(coder, '/api/encounters', {
    patient,
    date: '2026-03-16',
    placeOfService: '22',
    title: 'Epidural, planned',
    documents: [{ id: 'note', kind: 'procedure-note', text: NOTE }],
    context: { payer: 'medicare', state: 'OH' },
  });
}, 120_000);
afterAll(() => server.close());

async function made(who: Person, url: string, body: object): Promise<string> {
  const answer = await who.ask('POST', url, body);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: string }>().id;
}

const authorization = (more: object = {}) =>
  made(biller, '/api/authorizations', { patient, encounter, program: 'wiser', codes: ['64483'], ...more });
const request = (id: string, form: string, body: object = {}) =>
  biller.ask('POST', `/api/authorizations/${id}/request/${form}`, body);
const answerOf = (number: string, action: string, more: object = {}) => ({
  resourceType: 'ClaimResponse',
  identifier: [{ system: 'urn:interspace:pas:request', value: number }],
  status: 'active',
  use: 'preauthorization',
  outcome: action === 'A4' ? 'queued' : 'complete',
  created: '2026-03-10T09:00:00Z',
  item: [
    {
      itemSequence: 1,
      extension: [
        {
          url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-itemPreAuthPeriod',
          valuePeriod: { start: '2026-03-10', end: '2026-07-07' },
        },
      ],
      adjudication: [
        {
          category: { coding: [{ code: 'submitted' }] },
          extension: [
            {
              url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-reviewAction',
              extension: [
                {
                  url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-reviewActionCode',
                  valueCodeableConcept: { coding: [{ code: action }] },
                },
                { url: 'number', valueString: 'UTN00000000001' },
              ],
            },
          ],
        },
      ],
    },
  ],
  ...more,
});
const take = async (body: object) => {
  const answer = await biller.ask('POST', '/api/authorization-answers', body);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<AnswerTaken>();
};
const codeOf = (answer: { json: () => unknown }) =>
  (answer.json() as { issues?: { code: string }[] }).issues?.[0]?.code ?? 'none';

describe('a request for authorization', () => {
  it('is a valid PAS Bundle with the chart, and says what the packet lacks', async () => {
    const answer = await request(await authorization(), 'pas-submit');
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['content-type']).toContain('application/fhir+json');
    const bundle = answer.json<Bundle>();
    expect(wrongWith(bundle as Resource)).toEqual([]);
    expect(bundle.entry?.[0]?.resource).toMatchObject({
      resourceType: 'Claim',
      use: 'preauthorization',
      item: [{ productOrService: { coding: [{ code: '64483' }] }, servicedDate: '2026-03-16' }],
    });
    expect(bundle.entry?.map(({ resource }) => resource?.resourceType)).toContain('DocumentReference');
    expect(answer.headers['x-interspace-open-items']).toMatch(/\w/);
  });

  it('is a 278 that passes our own check of structure', async () => {
    const answer = await request(await authorization(), 'x12-278', { urgency: 'expedited', from: '2026-03-20' });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(checkBuffer(answer.rawPayload).issues).toEqual([]);
    expect(answer.body).toContain('SV1*HC:64483');
    expect(answer.body).toContain('DTP*472*D8*20260320');
    expect(answer.body).toContain(`TRN*1*${String(answer.headers['x-interspace-request'])}*`);
  });

  it('asks a payer that the library does not know for the codes, without a packet', async () => {
    const id = await authorization({ program: 'a plan of its own' });
    const answer = await request(id, 'pas-submit');
    expect(answer.json<Bundle>().entry?.[0]?.resource).toMatchObject({
      item: [{ productOrService: { coding: [{ code: '64483' }] } }],
    });
  });

  it('of planned codes without any chart takes them from what is sent', async () => {
    const id = await authorization({ encounter: undefined, codes: ['64490'], program: 'wiser' });
    expect(codeOf(await request(id, 'pas-submit')), 'no diagnosis is known').toBe('wire/fhir/cannot-be-written');
    const input = { planned: ['64490'], diagnoses: ['M47.816'], context: { dateOfService: '2026-03-20' } };
    const answer = await request(id, 'pas-submit', { input });
    expect(answer.json<Bundle>().entry?.[0]?.resource, answer.body).toMatchObject({
      item: [{ servicedDate: '2026-03-20' }],
    });
  });

  it('is refused with everything that is missing', async () => {
    const bare = await addPractice(server.database.db, 'Bare Practice');
    const coder = await server.signedIn(bare, 'coder');
    const theirs = await server.signedIn(bare, 'biller');
    const someone = await made(coder, '/api/patients', {
      firstName: 'Testina',
      lastName: 'Example',
      birthDate: '1950-01-02',
      mrn: 'PAS-2',
    });
    const id = await made(theirs, '/api/authorizations', { patient: someone, program: 'wiser', codes: ['64483'] });
    const answer = await theirs.ask('POST', `/api/authorizations/${id}/request/x12-278`, {});
    expect(answer.statusCode).toBe(422);
    expect(new Set(answer.json<{ issues: { code: string }[] }>().issues.map(({ code }) => code))).toEqual(
      new Set(['server/export/no-patient', 'server/export/practice']),
    );
    expect((await theirs.ask('GET', `/api/authorizations/${id}/messages`)).json()).toEqual([]);
  });

  it('is inquired after by its number, once it was made', async () => {
    const id = await authorization();
    expect(codeOf(await request(id, 'pas-inquire'))).toBe('server/authorization/not-asked');
    const asked = (await request(id, 'pas-submit')).headers['x-interspace-request'];
    const inquiry = await request(id, 'pas-inquire');
    expect(inquiry.headers['x-interspace-request']).toBe(asked);
    expect(wrongWith(inquiry.json<Resource>())).toEqual([]);
    const again = (await request(id, 'x12-278')).headers['x-interspace-request'];
    expect(again).not.toBe(asked);
    const kept = (await biller.ask('GET', `/api/authorizations/${id}/messages`)).json<{ form: string }[]>();
    expect(kept.map(({ form }) => form)).toEqual(['pas-submit', 'pas-inquire', 'x12-278']);
  });
});

describe('the answer of a payer', () => {
  it.each([
    ['A1', { status: 'approved', number: 'UTN00000000001', validThrough: '2026-07-07', decided: '2026-03-10' }],
    ['A3', { status: 'denied', decided: '2026-03-10' }],
    ['A4', { status: 'requested' }],
    ['A6', { status: 'requested' }],
    ['CT', { status: 'requested' }],
  ])('%s as ClaimResponse brings the authorization up to date', async (action, standing) => {
    const id = await authorization();
    const number = String((await request(id, 'pas-submit')).headers['x-interspace-request']);
    const { taken, unmatched } = await take({ form: 'pas', answer: answerOf(number, action) });
    expect(unmatched).toBe(0);
    expect(taken).toMatchObject([{ request: number, applied: true, authorization: { id } }]);
    const [expired] = [Date.now() > Date.parse('2026-07-07') && action === 'A1'];
    expect(taken[0]?.authorization).toMatchObject(expired ? { ...standing, status: 'expired' } : standing);
  });

  it('is told by $inquire, and the next Review of the encounter knows it', async () => {
    const id = await authorization();
    const number = String((await request(id, 'pas-submit')).headers['x-interspace-request']);
    const inquiry = (await request(id, 'pas-inquire')).json<object>();
    expect((await biller.ask('POST', '/fhir/Claim/$inquire', inquiry)).statusCode).toBe(404);
    await take({ form: 'pas', answer: answerOf(number, 'A1') });
    const told = await biller.ask('POST', '/fhir/Claim/$inquire', inquiry);
    expect(told.statusCode, told.body).toBe(200);
    expect(told.json<Bundle>().entry?.[0]?.resource).toMatchObject({
      outcome: 'complete',
      preAuthRef: 'UTN00000000001',
    });
    const stranger = await addPractice(server.database.db, 'Another Practice');
    const theirs = await server.signedIn(stranger, 'biller');
    expect((await theirs.ask('POST', '/fhir/Claim/$inquire', inquiry)).statusCode).toBe(404);
    const review = await biller.ask('POST', `/api/encounters/${encounter}/review`);
    const known = JSON.stringify(review.json<{ review: { authorization: unknown } }>().review.authorization);
    expect(known).toContain('A tracking number is on file');
    expect(known).toContain('"validThrough":"2026-07-07"');
  });

  it('as 278 finds its request by the number that comes back', async () => {
    const id = await authorization();
    const asked = await request(id, 'x12-278');
    const number = String(asked.headers['x-interspace-request']);
    const answer = asked.body
      .replace(/BHT\*0007\*13\*/, 'BHT*0007*11*')
      .replace(`TRN*1*${number}*`, `TRN*2*${number}*`)
      .replace(/(UM\*HS\*I\*2\*22:B[^~]*~\n?)/, '$1HCR*A1*UTN00000000002~\nDTP*102*D8*20260311~\n');
    const { taken } = await take({ form: 'x12-278', answer });
    expect(taken).toMatchObject([
      { request: number, decision: 'affirmed', authorization: { id, number: 'UTN00000000002', decided: '2026-03-11' } },
    ]);
  });

  it('that is older than the one that stands is kept and changes nothing', async () => {
    const id = await authorization();
    const number = String((await request(id, 'pas-submit')).headers['x-interspace-request']);
    await take({ form: 'pas', answer: answerOf(number, 'A3') });
    const late = answerOf(number, 'A1', { created: '2026-03-04T09:00:00Z' });
    const { taken } = await take({ form: 'pas', answer: late });
    expect(taken).toMatchObject([{ applied: false, authorization: { status: 'denied' } }]);
    const kept = (await biller.ask('GET', `/api/authorizations/${id}/messages`)).json<{ decision?: string }[]>();
    expect(kept.map(({ decision }) => decision)).toEqual([undefined, 'non-affirmed', 'affirmed']);
  });

  it('to nothing of ours is counted and not kept; one without a number goes where its sender says', async () => {
    const stranger = answerOf('0'.repeat(32), 'A1');
    expect(await take({ form: 'pas', answer: stranger })).toEqual({ taken: [], unmatched: 1 });
    const id = await authorization();
    const bare = answerOf('x', 'A1', { identifier: [] });
    expect((await take({ form: 'pas', answer: bare, authorization: id })).taken).toMatchObject([{ applied: true }]);
    const other = await authorization();
    const number = String((await request(other, 'pas-submit')).headers['x-interspace-request']);
    const wrong = { form: 'pas', answer: answerOf(number, 'A1'), authorization: id };
    expect(codeOf(await biller.ask('POST', '/api/authorization-answers', wrong))).toBe(
      'server/authorization/other-request',
    );
  });

  it.each([
    [{ form: 'pas', answer: { resourceType: 'Patient' } }, 'wire/fhir/resource-unexpected'],
    [{ form: 'x12-278', answer: 'no answer at all' }, 'wire/x12/'],
  ])('that is none is refused', async (body, code) => {
    const answer = await biller.ask('POST', '/api/authorization-answers', body);
    expect(answer.statusCode).toBe(422);
    expect(
      answer
        .json<{ issues: { code: string }[] }>()
        .issues.map((one) => one.code)
        .join(' '),
    ).toContain(code);
  });
});
