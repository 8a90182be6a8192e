import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '@interspace/core/model/date';
import type { Determination } from '@interspace/core/model/determination';
import type { Authorization, Prompt } from '@interspace/core/model/review';
import type { Extension } from 'fhir/r4.js';
import {
  example,
  looseExample,
  SHELF_ABSENT,
  shelfDocuments,
  shelfIsThere,
  type Loose,
} from '../fhir/examples.fixture.ts';
import { wrongWith } from '../fhir/validate.fixture.ts';
import { cardsToCds, type CardMaterial } from './cards-to-cds.ts';
import { annotated, coverageInformationToFhir, type CoverageInformation } from './coverage-information-to-fhir.ts';
import { readFeedback } from './feedback-from-cds.ts';
import { HOOKS, hookOfService, isHook, serviceIdOf } from './hooks.ts';
import { PREFETCH, resolveTemplate } from './prefetch.ts';
import { missingPrefetch, readCdsRequest, readCdsResources, type CdsRequest } from './request-from-cds.ts';
import { servicesToCds } from './services-to-cds.ts';

const TODAY = date('2026-03-02');
function request(json: unknown, hook: (typeof HOOKS)[number] = 'order-sign'): CdsRequest {
  const read = readCdsRequest(json, hook);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}
function resources(json: unknown, hook: (typeof HOOKS)[number] = 'order-sign') {
  const read = readCdsResources(request(json, hook), {}, TODAY);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

describe('discovery', () => {
  it('has one service for each hook, with prefetch and options', () => {
    const { services } = servicesToCds();
    expect(services.map(({ hook }) => hook)).toEqual([...HOOKS]);
    for (const service of services) {
      expect(hookOfService(service.id)).toBe(service.hook);
      expect(Object.keys(service.prefetch)).toEqual(expect.arrayContaining(['patient', 'coverage']));
      const options = service.extension['davinci-crd.configuration-options'] as { code: string; default: unknown }[];
      expect(options.map(({ code }) => code)).toContain('coverage-info');
      for (const option of options)
        expect(option).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    }
  });
  it.each<[string, Record<string, unknown>, string | undefined]>([
    ['Patient/{{context.patientId}}', { patientId: '1' }, 'Patient/1'],
    ['Patient/{{context.patientId}}', { patientId: 'Patient/1' }, 'Patient/1'],
    ['Patient/{{context.patientId}}', {}, undefined],
    ['Patient/{{context.patientId}}', { patientId: '1?_include=*' }, undefined],
    ['Patient/{{context.patientId}}', { patientId: '..' }, 'Patient/..'],
    ['{{context.performer}}', { performer: 'Organization/x' }, 'Organization/x'],
    ['{{context.performer}}', { performer: 'https://elsewhere.example/x' }, undefined],
    [
      PREFETCH['order-dispatch']['orders'] ?? '',
      { dispatchedOrders: ['ServiceRequest/1', 'MedicationRequest/2', 'ServiceRequest/3'] },
      'ServiceRequest?_id=1,3',
    ],
  ])('template %s with %j', (template, context, expected) => expect(resolveTemplate(template, context)).toBe(expected));
});

describe('a request', () => {
  it('gives patient, coverage and orders', () => {
    const read = resources(example('order-sign-tfesi'));
    expect(read.coverage?.reference).toBe('Coverage/cov');
    expect(read.input.context).toMatchObject({ payer: 'medicare', state: 'OH', dateOfService: '2026-03-16' });
    expect(read.orders.map(({ reference, codes, reasons, side }) => [reference, codes, reasons, side])).toEqual([
      ['ServiceRequest/order-1', ['64483'], ['M54.16'], 'left'],
    ]);
  });
  it.each<[string, (json: Loose) => void, (json: Loose) => unknown, unknown]>([
    ['prefetch null', (json) => (json['prefetch'] = null), (json) => resources(json).orders.length, 1],
    ['no prefetch', (json) => delete json['prefetch'], (json) => resources(json).orders.length, 1],
    [
      'prefetch at the root',
      (json) => {
        json['coverage'] = json['prefetch']['coverage'];
        delete json['prefetch']['coverage'];
      },
      (json) => resources(json).coverage?.reference,
      'Coverage/cov',
    ],
    [
      'prefetch as one Bundle',
      (json) =>
        (json['prefetch'] = {
          resourceType: 'Bundle',
          entry: [...json['prefetch']['coverage']['entry'], { resource: json['prefetch']['patient'] }],
        }),
      (json) => resources(json).coverage?.reference,
      'Coverage/cov',
    ],
    [
      'one resource where a Bundle belongs',
      (json) => (json['prefetch']['conditions'] = json['prefetch']['conditions']['entry'][0]['resource']),
      (json) => resources(json).orders[0]?.reasons,
      ['M54.16'],
    ],
    [
      'an order that is active already',
      (json) => (json['context']['draftOrders']['entry'][0]['resource']['status'] = 'active'),
      (json) => resources(json).orders.length,
      1,
    ],
    [
      'empty codings',
      (json) => (json['context']['draftOrders']['entry'][0]['resource']['code']['coding'] = []),
      (json) => resources(json).orders[0]?.codes,
      [],
    ],
    [
      'codings without a code',
      (json) => (json['context']['draftOrders']['entry'][0]['resource']['code']['coding'] = [{}, null, { code: '' }]),
      (json) => resources(json).orders[0]?.codes,
      [],
    ],
    [
      'a patient as a reference',
      (json) => (json['context']['patientId'] = 'Patient/testina'),
      (json) => resources(json).patient?.lastName,
      'Fictiva',
    ],
    [
      'a coverage that is named by an absolute address',
      (json) =>
        (json['context']['draftOrders']['entry'][0]['resource']['insurance'] = [
          { reference: 'https://ehr.example/fhir/Coverage/cov' },
        ]),
      (json) => resources(json).coverage?.reference,
      'Coverage/cov',
    ],
    [
      'a contained reason',
      (json) => {
        const order = json['context']['draftOrders']['entry'][0]['resource'];
        order['contained'] = [
          {
            resourceType: 'Condition',
            id: 'c1',
            code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'M54.17' }] },
          },
        ];
        order['reasonReference'] = [{ reference: '#c1' }];
      },
      (json) => resources(json).orders[0]?.reasons,
      ['M54.17'],
    ],
    [
      'an extension that nobody knows',
      (json) => (json['extension'] = { 'com.example.thing': { a: 1 } }),
      (json) => request(json).configuration,
      {},
    ],
    [
      'options of the client',
      (json) =>
        (json['extension'] = { 'davinci-crd.configuration': { 'coverage-info': false, 'max-cards': 1, other: 'x' } }),
      (json) => request(json).configuration,
      { 'coverage-info': false, 'max-cards': 1 },
    ],
  ])('with %s', (_, change, look, expected) => {
    const json = looseExample('order-sign-tfesi');
    change(json);
    expect(look(json)).toEqual(expected);
  });
  it('a null of the prefetch is an answer, an absent key is not', () => {
    const json = looseExample('order-sign-tfesi');
    json['prefetch']['procedures'] = null;
    delete json['prefetch']['observations'];
    expect(missingPrefetch(request(json))).toEqual(['observations']);
  });
  it.each<[string, unknown, string]>([
    ['nothing', null, 'wire/cds-hooks/malformed'],
    ['no context', { hook: 'order-sign', hookInstance: 'x' }, 'wire/cds-hooks/malformed'],
    ['another hook', { hook: 'patient-view', hookInstance: 'x', context: {} }, 'wire/cds-hooks/hook'],
    ['a hook of another service', { hook: 'order-select', hookInstance: 'x', context: {} }, 'wire/cds-hooks/hook'],
  ])('%s is refused', (_, json, code) => {
    const read = readCdsRequest(json, 'order-sign');
    expect(read.ok).toBe(false);
    expect(read.issues[0]?.code).toBe(code);
  });
  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (context, prefetch, rest) => {
        const json = {
          hook: 'order-sign',
          hookInstance: 'x',
          context: { draftOrders: context, patientId: rest },
          prefetch,
          rest,
        };
        const read = readCdsRequest(json, 'order-sign');
        if (read.ok) readCdsResources(read.value, {}, TODAY);
      }),
    );
  });
});

const citation = { document: 'L1', gist: 'g', confidence: 'high' as const, url: 'https://example.org/L1' };
const determination = (
  outcome: Determination['outcome'],
  title = 'Lasts long enough 64483 for $450',
): Determination => ({
  line: 1,
  outcome,
  because: 'b',
  document: 'L1',
  criteria: [
    {
      criterion: 'c',
      title,
      status: outcome === 'fails' ? 'not-met' : outcome === 'meets' ? 'met' : 'unknown',
      severity: 'block',
      tree: { operator: 'is', status: 'unknown', says: 's', evidence: [], missing: [], parts: [] },
      citation,
      missing: [],
    },
  ],
});
const prompt = (question: string): Prompt => ({ fact: 'pain.duration-weeks', question, because: 'Lasts long enough' });
const program = (status: Authorization['status']): Authorization => ({
  program: 'p',
  status,
  what: 'w',
  why: 'Why so.',
  do: 'd',
  missing: [],
});
const about = (more: Partial<CoverageInformation> = {}): CoverageInformation => ({
  coverage: 'Coverage/cov',
  codes: ['64483'],
  determinations: [determination('meets')],
  authorization: [program('not-required')],
  clinical: [],
  office: [],
  placeKnown: true,
  dayKnown: true,
  date: '2026-03-02',
  id: 'a1',
  ...more,
});
const said = (extension: Extension): Record<string, unknown> =>
  Object.fromEntries(
    (extension.extension ?? []).map(({ url, ...value }) => [url, Object.values(value as object)[0] as unknown]),
  );

describe('coverage information', () => {
  it.each<[string, Partial<CoverageInformation>, Record<string, unknown>]>([
    ['all criteria met, nobody to ask', {}, { covered: 'covered', 'pa-needed': 'no-auth' }],
    ['a fact is missing', { determinations: [determination('incomplete')] }, { covered: 'conditional' }],
    [
      'not met is not "no possibility of coverage"',
      { determinations: [determination('fails')] },
      { covered: 'conditional' },
    ],
    ['no policy', { determinations: [determination('no-policy')] }, { covered: 'conditional' }],
    ['nothing judged', { determinations: [] }, { covered: 'conditional' }],
    ['authorization required', { authorization: [program('required')] }, { 'pa-needed': 'auth-needed' }],
    ['a voluntary program', { authorization: [program('recommended')] }, { 'pa-needed': 'conditional' }],
    ['a list that is only known in part', { authorization: [program('unknown')] }, { 'pa-needed': 'conditional' }],
    ['silence is not a no', { authorization: [] }, { 'pa-needed': 'conditional' }],
    [
      'an affirmation that somebody stated',
      { authorization: [program('required')], affirmed: 'A1B2' },
      { 'pa-needed': 'satisfied', 'satisfied-pa-id': 'A1B2' },
    ],
    [
      'questions to the clinician',
      { clinical: [prompt('q')], form: 'urn:form|1' },
      { 'doc-needed': 'clinical', 'doc-purpose': 'withclaim', questionnaire: 'urn:form|1' },
    ],
    ['questions to both', { clinical: [prompt('q')], office: [prompt('r')] }, { 'doc-needed': 'both' }],
    ['questions to the office', { office: [prompt('r')] }, { 'doc-needed': 'admin' }],
    [
      'the place is not known',
      { determinations: [determination('incomplete')], placeKnown: false },
      { 'info-needed': 'location' },
    ],
  ])('%s', (_, more, expected) => expect(said(coverageInformationToFhir(about(more)))).toMatchObject(expected));

  /** The invariants of the extension, as the guide states them. */
  function breaks(extension: Extension): string[] {
    const parts = extension.extension ?? [];
    const has = (url: string): boolean => parts.some((part) => part.url === url);
    const value = (url: string): string | undefined => parts.find((part) => part.url === url)?.valueCode;
    const conditional = ['covered', 'pa-needed', 'doc-needed'].some((url) => value(url) === 'conditional');
    return [
      (has('questionnaire') || has('response')) && !has('doc-needed') ? 'crd-ci-q1' : '',
      value('covered') !== 'not-covered' && !has('pa-needed') ? 'crd-ci-q2' : '',
      has('info-needed') && !conditional ? 'crd-ci-q3' : '',
      value('pa-needed') === 'satisfied' && value('doc-purpose') === 'withpa' ? 'crd-ci-q4' : '',
      (value('pa-needed') === 'satisfied') !== has('satisfied-pa-id') ? 'crd-ci-q5' : '',
      !has('coverage') || !has('covered') || !has('date') || !has('coverage-assertion-id') ? 'required part' : '',
    ].filter(Boolean);
  }
  it('keeps the invariants of the guide, whatever is said', () => {
    const outcomes = fc.array(fc.constantFrom('meets', 'fails', 'incomplete', 'no-policy'), { maxLength: 3 });
    const programs = fc.array(fc.constantFrom('required', 'recommended', 'not-required', 'unknown'), { maxLength: 3 });
    fc.assert(
      fc.property(
        outcomes,
        programs,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.constant('N1')),
        (o, p, c, f, place, n) => {
          const extension = coverageInformationToFhir(
            about({
              determinations: o.map((outcome) => determination(outcome)),
              authorization: p.map(program),
              clinical: c ? [prompt('q')] : [],
              office: f ? [prompt('r')] : [],
              form: 'urn:form|1',
              placeKnown: place,
              dayKnown: !place,
              affirmed: n ?? undefined,
            }),
          );
          expect(breaks(extension)).toEqual([]);
        },
      ),
    );
  });
  it('stands on a valid order, in place of an earlier one, and not again when it says nothing new', () => {
    const order = (example('order-sign-tfesi') as Loose)['context']['draftOrders']['entry'][0]['resource'] as object;
    const first = annotated(order, coverageInformationToFhir(about()));
    expect(wrongWith(first as never)).toEqual([]);
    expect(annotated(first ?? {}, coverageInformationToFhir(about({ date: '2026-03-09', id: 'a2' })))).toBeUndefined();
    const changed = annotated(first ?? {}, coverageInformationToFhir(about({ determinations: [] }))) as Loose;
    expect(changed['extension']).toHaveLength(1);
    const other = annotated(first ?? {}, coverageInformationToFhir(about({ coverage: 'Coverage/second' }))) as Loose;
    expect(other['extension']).toHaveLength(2);
  });
});

describe('cards', () => {
  const material = (more: Partial<CardMaterial> = {}): CardMaterial => ({
    order: 'ServiceRequest/order-1',
    prompts: [],
    determinations: [],
    uuid: (of) => of,
    label: 'Interspace',
    ...more,
  });
  const questions = Array.from({ length: 30 }, (_, at) => prompt(`How many weeks, question ${at}? `.repeat(9)));
  it('nothing to say is no card', () => expect(cardsToCds(material())).toEqual([]));
  it.each<[string, Partial<CardMaterial>, string[]]>([
    ['a question', { prompts: [prompt('How long?')] }, ['guideline info']],
    ['many questions', { prompts: questions }, ['guideline info']],
    ['not met', { determinations: [determination('fails')] }, ['off-guideline warning', 'guideline info']],
    ['a source', { determinations: [determination('meets')] }, ['guideline info']],
    [
      'a limit',
      { determinations: [{ ...determination('fails'), nextEligible: '2026-09-01' }] },
      ['limits warning', 'guideline info'],
    ],
  ])('%s', (_, more, expected) => {
    const cards = cardsToCds(material(more));
    expect(cards.map(({ source, indicator }) => `${source.topic.code} ${indicator}`)).toEqual(expected);
    for (const card of cards) {
      expect(card.summary.length).toBeLessThanOrEqual(140);
      expect(card.summary.length).toBeGreaterThan(10);
      expect(card.source.label).toBe('Interspace');
      for (const link of card.links ?? [])
        expect(link).toMatchObject({ type: 'absolute', url: expect.stringMatching(/^https:/) });
      // No code that is billed and no money, whatever a text of the law says.
      expect(`${card.summary} ${card.detail ?? ''}`).not.toMatch(/\b\d{5}\b|\b[A-Z]\d{4}\b|\$/);
      expect(JSON.stringify(card)).not.toMatch(/suggestions/);
    }
  });
});

describe('feedback', () => {
  const entry = { card: 'a-1', outcome: 'overridden', outcomeTimestamp: '2026-03-02T12:00:00Z' };
  it('keeps the code of the reason and never the comment', () => {
    const read = readFeedback({
      feedback: [{ ...entry, overrideReason: { reason: { code: 'not-applicable' }, userComment: 'Testa Fictiva' } }],
    });
    expect(read.ok && read.value).toEqual([
      { card: 'a-1', outcome: 'overridden', at: '2026-03-02T12:00:00Z', suggestions: [], reason: 'not-applicable' },
    ]);
  });
  it.each([
    null,
    {},
    { feedback: [] },
    { feedback: [{ ...entry, outcome: 'maybe' }] },
    { feedback: [{ ...entry, card: '<x>' }] },
    { feedback: Array.from({ length: 300 }, () => entry) },
  ])('refused %#', (json) => expect(readFeedback(json).ok).toBe(false));
});

describe.skipIf(!shelfIsThere)(`published requests${shelfIsThere ? '' : ` (skipped: ${SHELF_ABSENT})`}`, () => {
  it('are all read', () => {
    let count = 0;
    for (const { name, json } of shelfDocuments()) {
      const hook = (json as Loose | null)?.['hook'] as unknown;
      if (!isHook(hook)) continue;
      count++;
      const read = readCdsRequest(json, hook);
      expect(read.ok, name).toBe(true);
      if (read.ok)
        expect(
          readCdsResources(read.value, {}, TODAY).issues.filter(({ level }) => level === 'error'),
          name,
        ).toEqual([]);
    }
    expect(count).toBeGreaterThan(4);
  });
  it('ids of services are their own', () => expect(new Set(HOOKS.map(serviceIdOf)).size).toBe(HOOKS.length));
});
