import type { Resource } from 'fhir/r4.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineInput } from '@interspace/core/model/review-input';
import { Review } from '@interspace/core/model/review';
import { isHook, serviceIdOf } from '@interspace/wire/cds-hooks/hooks';
import {
  example,
  looseExample,
  SHELF_ABSENT,
  shelfDocuments,
  shelfIsThere,
  type Loose,
} from '@interspace/wire/fhir/examples.fixture';
import { wrongWith } from '@interspace/wire/fhir/validate.fixture';
import type { FhirAnswer, FhirDeps } from './deps.ts';
import { FHIR_ROUTES } from './routes.ts';
import { depsWithLaw } from './testing.fixture.ts';

const caller = { id: 'test' };
/** Calls a route by its address, as the plugin does. */
function call(url: string, body: unknown, deps: FhirDeps = depsWithLaw()): Promise<FhirAnswer> {
  const id = /^\/cds-services\/([^/]+)/.exec(url)?.[1];
  const route = FHIR_ROUTES.find((one) => one.url === url.replace(/^(\/cds-services\/)[^/]+/, '$1:id'));
  if (!route) throw new Error(`no route ${url}`);
  return route.handle({ params: id === undefined ? {} : { id }, body, caller }, deps);
}
const sign = (body: unknown, deps?: FhirDeps): Promise<FhirAnswer> =>
  call('/cds-services/interspace-order-sign', body, deps);
const parts = (resource: Loose): Loose[] => resource['parameter'] as Loose[];
const coverageOf = (answer: FhirAnswer): Loose => {
  const extension = (answer.body as Loose)['systemActions'][0]['resource']['extension'][0] as Loose;
  return Object.fromEntries(
    (extension['extension'] as Loose[]).map(({ url, ...value }) => [url, Object.values(value)[0]]),
  );
};

describe('order-sign', () => {
  it('annotates the order and asks what is open, without codes or money', async () => {
    const answer = await sign(example('order-sign-tfesi'));
    expect(answer.status).toBe(200);
    const { cards, systemActions } = answer.body as Loose;
    expect(cards.length).toBeGreaterThan(0);
    for (const card of cards as Loose[])
      expect(`${card['summary']} ${card['detail']}`).not.toMatch(/\b\d{5}\b|\b[A-Z]\d{4}\b|\$/);
    expect(systemActions).toHaveLength(1);
    expect(systemActions[0]).toMatchObject({ type: 'update', resource: { id: 'order-1', status: 'draft' } });
    expect(wrongWith(systemActions[0].resource)).toEqual([]);
    expect(coverageOf(answer)).toMatchObject({
      covered: 'conditional',
      'pa-needed': 'conditional',
      'doc-needed': 'clinical',
    });
  });
  it('says nothing new about an order that carries it already', async () => {
    const json = looseExample('order-sign-tfesi');
    const first = (await sign(json)).body as Loose;
    json['context']['draftOrders']['entry'][0]['resource'] = first['systemActions'][0]['resource'];
    expect((await sign(json)).body).not.toHaveProperty('systemActions');
  });
  it('repeats an affirmation that the office stated, and never makes one up', async () => {
    const json = looseExample('order-sign-tfesi');
    json['prefetch']['answers'] = {
      resourceType: 'QuestionnaireResponse',
      id: 'office',
      status: 'completed',
      questionnaire: 'urn:interspace:questionnaire:office',
      subject: { reference: 'Patient/testina' },
      item: [
        { linkId: 'authorization.decision', answer: [{ valueCoding: { code: 'affirmed' } }] },
        { linkId: 'encounter.authorization-number', answer: [{ valueString: 'A1B2C3D4' }] },
      ],
    };
    expect(coverageOf(await sign(json))).toMatchObject({ 'pa-needed': 'satisfied', 'satisfied-pa-id': 'A1B2C3D4' });
  });
  it('judges the codes of the order and the history by family', async () => {
    const asked: EngineInput[] = [];
    const deps = depsWithLaw();
    const review = async (input: EngineInput) => {
      asked.push(input);
      return deps.review(input);
    };
    await sign(example('order-sign-tfesi'), { ...deps, review });
    expect(asked[0]).toMatchObject({
      planned: ['64483'],
      diagnoses: ['M54.16'],
      context: { payer: 'medicare', state: 'OH', dateOfService: '2026-03-16' },
      facts: { 'procedure.side': 'left', 'pain.baseline-score': 7, 'patient.age': 52 },
      history: { sessions: [{ date: '2025-05-12', family: 'facet', codes: ['64635'] }] },
    });
  });
  it('of several orders each card says which one it is about', async () => {
    const json = looseExample('order-sign-tfesi');
    const entries = json['context']['draftOrders']['entry'] as Loose[];
    const second = structuredClone(entries[0]?.['resource']) as Loose;
    second['id'] = 'order-2';
    second['code'] = { coding: second['code']['coding'], text: 'Second injection 64483' };
    entries.push({ resource: second });
    const { cards, systemActions } = (await sign(json)).body as Loose;
    expect(systemActions).toHaveLength(2);
    for (const card of cards as Loose[]) {
      const [{ reference }] = card['extension']['davinci-crd.associated-resource'];
      expect(card['detail']).toMatch(reference.endsWith('2') ? /^For: Second injection …/ : /^For: order 1 of 2/);
    }
  });
  it('without a coverage says that the payer is not known, and annotates nothing', async () => {
    const json = looseExample('order-sign-tfesi');
    delete json['prefetch']['coverage'];
    const { cards, systemActions } = (await sign(json)).body as Loose;
    expect(systemActions).toBeUndefined();
    expect(JSON.stringify(cards)).toContain('payer was not known');
  });
  it('a client switches answers off', async () => {
    const json = looseExample('order-sign-tfesi');
    json['extension'] = {
      'davinci-crd.configuration': { 'coverage-info': false, guideline: false, 'off-guideline': false, limits: false },
    };
    expect((await sign(json)).body).toEqual({ cards: [] });
  });
  it('a payer by its title, and one that the law does not know', async () => {
    const seen: (string | undefined)[] = [];
    const deps = depsWithLaw();
    const review = async (input: EngineInput) => {
      seen.push(input.context.payer);
      return deps.review(input);
    };
    for (const name of ['Aetna', 'Invented Health Plan']) {
      const json = looseExample('order-sign-tfesi');
      const [coverage, payer] = json['prefetch']['coverage']['entry'] as Loose[];
      delete coverage?.['resource']['type'];
      if (payer) payer['resource']['name'] = name;
      await sign(json, { ...deps, review });
    }
    expect(seen).toEqual(['aetna', 'invented-health-plan']);
  });
});

describe('missing prefetch', () => {
  it('is fetched from the server of the caller with its token, and joined', async () => {
    const json = looseExample('order-sign-tfesi');
    const coverage = json['prefetch']['coverage'] as unknown;
    delete json['prefetch']['coverage'];
    json['fhirAuthorization'] = { access_token: 'secret', token_type: 'Bearer' };
    const asked: [string, string | undefined][] = [];
    const fetchFhir = async (url: string, token: string | undefined) => {
      asked.push([url, token]);
      return coverage;
    };
    const answer = await sign(json, depsWithLaw({ fetchFhir }));
    expect(asked).toEqual([
      ['https://ehr.example/fhir/Coverage?patient=testina&status=active&_include=Coverage:payor', 'secret'],
    ]);
    expect(coverageOf(answer)['coverage']).toEqual({ reference: 'Coverage/cov' });
  });
  it('a server that does not answer costs nothing but what it would have said', async () => {
    const json = looseExample('order-sign-tfesi');
    delete json['prefetch'];
    const answer = await sign(json, depsWithLaw({ fetchFhir: async () => Promise.reject(new Error('away')) }));
    expect(answer.status).toBe(200);
  });
});

describe('other hooks', () => {
  it('order-select judges the selection only and names an order without a code', async () => {
    const answer = await call('/cds-services/interspace-order-select', example('order-select-no-prefetch'));
    expect((answer.body as Loose)['cards'].map((card: Loose) => card['summary'])).toEqual([
      'One order was not judged: it has no procedure code',
    ]);
  });
  it('appointment-book reads the service and the place of the appointment', async () => {
    const json = looseExample('order-sign-tfesi');
    const order = json['context']['draftOrders']['entry'][0]['resource'];
    json['hook'] = 'appointment-book';
    json['context'] = {
      userId: 'Practitioner/doc',
      patientId: 'testina',
      appointments: {
        resourceType: 'Bundle',
        entry: [
          {
            resource: {
              resourceType: 'Appointment',
              id: 'a1',
              status: 'proposed',
              serviceType: [order['code']],
              start: '2026-03-16T09:00:00-05:00',
              participant: [
                { actor: { reference: 'Patient/testina' }, status: 'accepted' },
                { actor: { reference: 'Location/suite' }, status: 'accepted' },
              ],
            },
          },
        ],
      },
    };
    const answer = await call('/cds-services/interspace-appointment-book', json);
    expect((answer.body as Loose)['cards'][0]['extension']['davinci-crd.associated-resource']).toEqual([
      { reference: 'Appointment/a1' },
    ]);
    expect(answer.body).not.toHaveProperty('systemActions');
  });
  it('order-dispatch judges the orders that are dispatched', async () => {
    const json = looseExample('order-sign-tfesi');
    json['hook'] = 'order-dispatch';
    json['prefetch']['orders'] = json['context']['draftOrders'];
    json['context'] = {
      patientId: 'testina',
      dispatchedOrders: ['ServiceRequest/order-1'],
      performer: 'Organization/clinic',
    };
    expect(coverageOf(await call('/cds-services/interspace-order-dispatch', json))).toMatchObject({
      covered: 'conditional',
    });
  });
  it('encounter-start looks at the orders of the prefetch', async () => {
    const json = looseExample('order-sign-tfesi');
    json['hook'] = 'encounter-start';
    json['prefetch']['orders'] = json['context']['draftOrders'];
    json['context'] = { userId: 'Practitioner/doc', patientId: 'testina', encounterId: 'visit' };
    expect(
      ((await call('/cds-services/interspace-encounter-start', json)).body as Loose)['cards'].length,
    ).toBeGreaterThan(0);
  });
  it.each<[string, string, unknown, number]>([
    ['an unknown service', '/cds-services/interspace-patient-view', {}, 404],
    ['no hook request', '/cds-services/interspace-order-sign', { x: 1 }, 400],
    ['feedback that is none', '/cds-services/interspace-order-sign/feedback', {}, 400],
  ])('%s', async (_, url, body, status) => {
    const answer = await call(url, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome' });
  });
  it('a request with nothing in it gets no cards and no error', async () => {
    expect(await sign({ hook: 'order-sign', hookInstance: 'x', context: {} })).toEqual({
      status: 200,
      body: { cards: [] },
    });
  });
});

describe('whatever is sent', () => {
  const blank: Review = {
    lines: [],
    procedures: [],
    determinations: [],
    findings: [],
    prompts: [],
    authorization: [],
    trace: { library: 'l', engine: 'e', input: 'i', notEvaluated: [] },
  };
  /** Puts something else at some place of a document. */
  const damaged = (json: unknown, steps: readonly number[], value: unknown): unknown => {
    const copy = structuredClone(json) as Loose;
    let at = copy;
    for (const step of steps) {
      const keys = Object.keys(at);
      const key = keys[step % Math.max(keys.length, 1)];
      if (key === undefined) break;
      const next = at[key] as unknown;
      if (typeof next !== 'object' || next === null || step % 5 === 0) {
        at[key] = value;
        break;
      }
      at = next;
    }
    return copy;
  };
  it('gets an answer of the protocol, never a fault', async () => {
    const deps = depsWithLaw({ review: async () => blank });
    const documents = ['order-sign-tfesi', 'encounter-tfesi', 'claim-tfesi'].map(example);
    const urls = FHIR_ROUTES.filter(({ method }) => method === 'POST').map(({ url }) =>
      url.replace(':id', 'interspace-order-sign'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...urls),
        fc.constantFrom(...documents),
        fc.array(fc.nat(30), { minLength: 1, maxLength: 10 }),
        fc.jsonValue({ maxDepth: 2 }),
        async (url, json, steps, value) => {
          const { status } = await call(url, damaged(json, steps, value), deps);
          expect([200, 400, 404, 422]).toContain(status);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('FHIR operations', () => {
  it('the capability statement is valid and names what the routes do', async () => {
    const { body } = await call('/fhir/metadata', undefined);
    expect(wrongWith(body as Resource)).toEqual([]);
    expect(JSON.stringify(body)).toContain('questionnaire-package');
  });
  it('$review answers a valid Parameters with the whole Review in it', async () => {
    const { status, body } = await call('/fhir/$review', example('encounter-tfesi'));
    expect(status).toBe(200);
    expect(wrongWith(body as Resource)).toEqual([]);
    const binary = parts(body as Loose).find(({ name }) => name === 'review')?.['resource'] as Loose;
    const review = Review.parse(JSON.parse(Buffer.from(binary['data'] as string, 'base64').toString('utf8')));
    expect(review.lines.map(({ code }) => code)).toEqual(['64483', 'J1100']);
    expect(parts(body as Loose).filter(({ name }) => name === 'unused').length).toBeGreaterThan(5);
  });
  it('$review of a claim scrubs it', async () => {
    const { body } = await call('/fhir/$review', example('claim-tfesi'));
    expect(wrongWith(body as Resource)).toEqual([]);
    expect(JSON.stringify(body)).toMatch(/"urn:interspace:finding","code":"edit\//);
  });
  it('$review of a bundle that says nothing of any service says so', async () => {
    const { status, body } = await call('/fhir/$review', { resourceType: 'Patient', id: 'p' });
    expect([status, (body as Loose)['resourceType']]).toEqual([422, 'OperationOutcome']);
  });

  const order = (example('order-sign-tfesi') as Loose)['context']['draftOrders']['entry'][0]['resource'] as Loose;
  const prefetch = (example('order-sign-tfesi') as Loose)['prefetch'] as Loose;
  const packageRequest = (...more: Loose[]): Loose => ({
    resourceType: 'Parameters',
    parameter: [
      { name: 'coverage', resource: prefetch['coverage']['entry'][0]['resource'] },
      { name: 'order', resource: order },
      { name: 'referenced', resource: prefetch['patient'] },
      { name: 'referenced', resource: prefetch['locations']['entry'][0]['resource'] },
      { name: 'referenced', resource: prefetch['observations']['entry'][0]['resource'] },
      { name: 'referenced', resource: prefetch['coverage']['entry'][1]['resource'] },
      ...more,
    ],
  });
  it('$questionnaire-package: the form first, then a draft that is filled in as far as the chart says', async () => {
    const { status, body } = await call('/fhir/Questionnaire/$questionnaire-package', packageRequest());
    expect(status).toBe(200);
    expect(wrongWith(body as Resource)).toEqual([]);
    const [form, draft] = ((body as Loose)['entry'] as Loose[]).map(({ resource }) => resource as Loose);
    expect(form?.['resourceType']).toBe('Questionnaire');
    expect(form?.['item'].length).toBeGreaterThan(20);
    expect(draft?.['questionnaire']).toBe(`${form?.['url']}|${form?.['version']}`);
    expect(draft?.['extension'].map((one: Loose) => one['valueReference']?.['reference'])).toEqual([
      'Coverage/cov',
      'ServiceRequest/order-1',
      undefined,
    ]);
    expect(JSON.stringify(draft?.['item'])).toContain('"code":"left"');
  });
  it('$questionnaire-package by the address that an order was given', async () => {
    const address = coverageOf(await sign(example('order-sign-tfesi')))['questionnaire'] as string;
    const asked = packageRequest({ name: 'questionnaire', valueCanonical: address });
    asked['parameter'] = (asked['parameter'] as Loose[]).filter(({ name }) => name !== 'order');
    const { body } = await call('/fhir/Questionnaire/$questionnaire-package', asked);
    const form = ((body as Loose)['entry'] as Loose[])[0]?.['resource'] as Loose;
    expect(`${form['url']}|${form['version']}`).toBe(address);
  });
  it('$questionnaire-package warns of a form that is not ours and refuses to go without a coverage', async () => {
    const other = { name: 'questionnaire', valueCanonical: 'http://example.org/Questionnaire/x' };
    const { body } = await call('/fhir/Questionnaire/$questionnaire-package', packageRequest(other));
    expect(parts(body as Loose).map(({ name }) => name)).toEqual(['PackageBundle', 'Outcome']);
    expect(wrongWith(body as Resource)).toEqual([]);
    const without = { resourceType: 'Parameters', parameter: [{ name: 'order', resource: order }] };
    expect((await call('/fhir/Questionnaire/$questionnaire-package', without)).status).toBe(422);
  });
  it('$extract gives back what a form says, in the words of the law', async () => {
    const response = {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      questionnaire: 'urn:interspace:questionnaire:x|1',
      item: [
        { linkId: 'pain.duration-weeks', answer: [{ valueDecimal: 9 }] },
        { linkId: 'care.types', answer: [{ valueCoding: { code: 'nsaid' } }] },
        { linkId: 'exam.documented', answer: [{ valueString: 'maybe' }] },
        { linkId: 'no.such-fact', answer: [{ valueBoolean: true }] },
      ],
    };
    const { body } = await call('/fhir/QuestionnaireResponse/$extract', response);
    expect(wrongWith(body as Resource)).toEqual([]);
    const told = parts(body as Loose).filter(({ name }) => name === 'fact');
    expect(told.map(({ part }) => [part[0].valueString, part[1].valueString])).toEqual([
      ['pain.duration-weeks', '9'],
      ['care.types', '["nsaid"]'],
    ]);
    expect(JSON.stringify(body)).toContain('the answer does not fit its question');
    expect(JSON.stringify(body)).toContain('no such fact');
  });
  it('Claim/$submit decides nothing, and says so', async () => {
    const json = looseExample('claim-tfesi');
    json['entry'][0]['resource']['use'] = 'preauthorization';
    const { status, body } = await call('/fhir/Claim/$submit', json);
    expect(status).toBe(200);
    expect(wrongWith(body as Resource)).toEqual([]);
    const response = (body as Loose)['entry'][0]['resource'] as Loose;
    expect(response).toMatchObject({ resourceType: 'ClaimResponse', outcome: 'queued' });
    expect(response['disposition']).toContain('nothing is decided');
    expect(JSON.stringify(response)).not.toContain('reviewAction');
    expect(response['processNote'].length).toBeGreaterThan(0);
  });
  it('Claim/$submit takes requests for authorization only', async () => {
    expect((await call('/fhir/Claim/$submit', example('claim-tfesi'))).status).toBe(422);
  });
  it('Claim/$inquire tells what was recorded, else that nothing is', async () => {
    const json = looseExample('claim-tfesi');
    json['entry'][0]['resource']['use'] = 'preauthorization';
    expect((await call('/fhir/Claim/$inquire', json)).status).toBe(404);
    const answerTo: FhirDeps['answerTo'] = async (request) => ({
      request,
      decision: 'affirmed',
      number: 'A1',
      lines: [{ code: '64483', decision: 'affirmed', number: 'A1', reasons: [] }],
      errors: [],
    });
    const { status, body } = await call('/fhir/Claim/$inquire', json, depsWithLaw({ answerTo }));
    expect(status).toBe(200);
    expect(wrongWith(body as Resource)).toEqual([]);
    expect((body as Loose)['entry'][0]['resource']).toMatchObject({ outcome: 'complete', preAuthRef: 'A1' });
  });
});

describe.skipIf(!shelfIsThere)(`published documents${shelfIsThere ? '' : ` (skipped: ${SHELF_ABSENT})`}`, () => {
  it('every hook request gets a valid answer', async () => {
    let count = 0;
    for (const { name, json } of shelfDocuments()) {
      const hook = (json as Loose | null)?.['hook'] as unknown;
      if (!isHook(hook)) continue;
      count++;
      const { status, body } = await call(`/cds-services/${serviceIdOf(hook)}`, json);
      expect(status, name).toBe(200);
      expect(Array.isArray((body as Loose)['cards']), name).toBe(true);
      for (const action of ((body as Loose)['systemActions'] ?? []) as Loose[])
        expect(action['resource']['extension'].length, name).toBeGreaterThan(0);
    }
    expect(count).toBeGreaterThan(4);
  });
  it('every bundle is reviewed or refused with a valid answer', async () => {
    let reviewed = 0;
    for (const { name, json } of shelfDocuments()) {
      const { status, body } = await call('/fhir/$review', json);
      expect([200, 400, 422], name).toContain(status);
      if (status === 200) reviewed++;
      if (status !== 200 || reviewed % 4 === 0) expect(wrongWith(body as Resource), name).toEqual([]);
    }
    expect(reviewed).toBeGreaterThan(20);
  });
});
