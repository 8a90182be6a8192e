import type { Resource } from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { date } from '@interspace/core/model/date';
import type { FactDeclaration } from '@interspace/core/model/fact';
import type { Review } from '@interspace/core/model/review';
import { factsOfAnswer } from '../authorization/authorization-answer.ts';
import { requestFromReview, type AuthorizationRequest } from '../authorization/authorization-request.ts';
import { fhirIssue } from '../issues.ts';
import { readAuthorizationAnswer } from './authorization-answer-from-fhir.ts';
import { answerBundle, authorizationAnswerToFhir } from './authorization-answer-to-fhir.ts';
import { authorizationInquiryToBundle, authorizationRequestToBundle } from './authorization-request-to-fhir.ts';
import { claimToFhir } from './claim-to-fhir.ts';
import { example, looseExample, SHELF_ABSENT, shelfDocuments, shelfIsThere } from './examples.fixture.ts';
import { findingsToFhir, issuesToFhir } from './operation-outcome-to-fhir.ts';
import { answersToFhir } from './questionnaire-response-to-fhir.ts';
import { questionnaireToFhir } from './questionnaire-to-fhir.ts';
import { readReviewInput } from './review-input-from-fhir.ts';
import { reviewToGuidance, reviewToParameters } from './review-to-fhir.ts';
import { wrongWith } from './validate.fixture.ts';

const AT = '2026-03-02T12:00:00Z';
const review: Review = {
  lines: [
    { code: '64483', modifiers: ['LT'], units: 1, kind: 'procedure', diagnoses: ['M54.16'], why: 'w', evidence: [] },
  ],
  procedures: [],
  determinations: [
    { line: 1, outcome: 'incomplete', because: 'One criterion waits for a fact.', document: 'L1', criteria: [] },
  ],
  findings: [
    { id: 'edit/x', severity: 'block', line: 1, what: 'w', why: 'y', do: 'd', evidence: [] },
    { id: 'edit/y', severity: 'note', what: 'w', why: 'y', do: 'd', evidence: [] },
  ],
  prompts: [{ fact: 'pain.duration-weeks', question: 'How long?', because: 'Lasts long enough' }],
  authorization: [{ program: 'p', status: 'unknown', what: 'w', why: 'y', do: 'd', missing: [] }],
  trace: { library: 'abc', engine: '0.1.0', input: 'def', notEvaluated: ['Fees.'] },
};
const FACTS: FactDeclaration[] = [
  { name: 'pain.duration-weeks', type: 'number', unit: 'weeks', meaning: 'm', question: 'How long?' },
  { name: 'exam.documented', type: 'boolean', meaning: 'm', question: 'Examined?' },
  { name: 'care.types', type: 'words', words: ['physical-therapy', 'nsaid'], meaning: 'm', question: 'Which care?' },
  { name: 'imaging.date', type: 'date', meaning: 'day of the study', question: 'Imaging?' },
  { name: 'imaging.modality', type: 'word', words: ['mri', 'ct'], meaning: 'kind of study', question: 'Imaging?' },
  { name: 'documentation.signer', type: 'text', meaning: 'm', question: 'Who signed?' },
];
const reasons = [{ title: 'Lasts long enough', document: 'L1' }];
const form = questionnaireToFhir({
  about: '64483',
  title: 'Questions for <64483>',
  version: 'abc',
  date: '2026-03-02',
  questions: [
    ...FACTS.filter(({ question }) => question !== 'Imaging?').map((fact) => ({
      question: fact.question ?? '',
      facts: [fact],
      reasons,
    })),
    { question: 'Imaging?', facts: FACTS.filter(({ question }) => question === 'Imaging?'), reasons: [] },
  ],
});
const facts = {
  'pain.duration-weeks': 10,
  'exam.documented': false,
  'care.types': ['nsaid', 'physical-therapy'],
  'imaging.date': '2026-01-19',
  'imaging.modality': 'mri',
  'documentation.signer': 'A. Sample',
};
const filled = answersToFhir(form, {
  id: 'r1',
  at: AT,
  patient: 'Patient/testina',
  coverages: ['Coverage/cov'],
  orders: ['ServiceRequest/order-1'],
  facts,
});
const request: AuthorizationRequest = {
  id: 'EX-REQ-1',
  created: AT,
  urgency: 'standard',
  patient: {
    lastName: 'Fictiva',
    firstName: 'Testa',
    birthDate: date('1973-05-05'),
    sex: 'F',
    memberId: '1EX4TE5MK72',
  },
  payer: { name: 'Invented Health Plan', id: '99999' },
  requester: {
    lastName: 'Example Pain Clinic',
    npi: '1234567893',
    organization: true,
    city: 'Columbus',
    state: 'OH',
    zip: '43004',
  },
  rendering: { lastName: 'Sample', firstName: 'Samuel', npi: '1987654328' },
  facility: { lastName: 'Example Center', npi: '1245319599', organization: true },
  placeOfService: '24',
  diagnoses: ['M54.16', 'M51.26'],
  lines: [
    { code: '64483', modifiers: ['LT'], units: 1, from: date('2026-03-16') },
    { code: 'J1100', modifiers: [], units: 10, from: date('2026-03-16') },
  ],
  packet: [],
  documents: [{ id: 'note', kind: 'procedure-note', text: 'An invented note.' }],
};
const claim = (() => {
  const read = readReviewInput(example('claim-tfesi'));
  if (!read.ok || !read.value.input.claim) throw new Error('the example has a claim');
  return read.value.input.claim;
})();
const asFhir = claimToFhir(claim, {
  created: '2026-03-05',
  patient: { lastName: 'Fictiva', firstName: 'Testa', birthDate: date('1973-05-05') },
});
function bundleOf<T>(result: { ok: true; value: T } | { ok: false }): T {
  if (!result.ok) throw new Error('cannot be written');
  return result.value;
}
const answer = {
  request: 'EX-REQ-1',
  decidedOn: date('2026-03-04'),
  decision: 'affirmed',
  number: 'A1B2C3',
  lines: [
    {
      code: '64483',
      decision: 'affirmed',
      number: 'A1B2C3',
      reasons: [],
      from: date('2026-03-04'),
      through: date('2026-07-02'),
    },
  ],
  errors: [],
} as const;
const writing = {
  id: 'EX-REQ-1',
  at: AT,
  patient: 'Patient/patient',
  insurer: 'Organization/insurer',
  notes: ['n'],
  sequences: [1],
};
const response = authorizationAnswerToFhir(answer, writing);
const undecided = authorizationAnswerToFhir({ request: 'EX-REQ-1', lines: [], errors: [] }, writing);

describe('what is written is valid R4', () => {
  it.each<[string, Resource]>([
    ['Findings', findingsToFhir(review.findings)],
    ['no Finding', findingsToFhir([])],
    ['Issues', issuesToFhir([fhirIssue('wire/fhir/date', 'Bundle.entry[0].resource.birthDate')])],
    ['a Review as guidance', reviewToGuidance(review, { at: AT, subject: { reference: 'Patient/testina' } })],
    ['a Review whole', reviewToParameters(review, [{ path: 'Bundle.meta', why: 'housekeeping' }], { at: AT })],
    ['a form', form],
    ['a form filled in', filled],
    [
      'a form of which nothing is known',
      answersToFhir(form, { id: 'r2', at: AT, patient: 'Patient/p', coverages: ['Coverage/c'], orders: [], facts: {} }),
    ],
    ['a claim', asFhir],
    ['a request', bundleOf(authorizationRequestToBundle(request))],
    ['an inquiry', bundleOf(authorizationInquiryToBundle(request))],
    ['an answer', response],
    ['no answer yet', undecided],
    ['an answer with whom it names', answerBundle(response, [], AT)],
  ])('%s', (_, resource) => expect(wrongWith(resource)).toEqual([]));
  it('a patient is valid US Core', () => {
    const patient = bundleOf(authorizationRequestToBundle(request)).entry?.find(
      ({ resource }) => resource?.resourceType === 'Patient',
    );
    expect(wrongWith(patient?.resource as Resource, 'us-core-patient')).toEqual([]);
  });
  it('the check itself sees a code that is not bound, and a missing element', () => {
    expect(wrongWith({ ...asFhir, use: 'zzz' } as never)).toEqual(['Claim.use: zzz is not bound']);
    const { priority: _, ...without } = asFhir;
    expect(wrongWith(without as Resource)).not.toEqual([]);
  });
});

describe('there and back', () => {
  it('a claim', () => {
    const read = readReviewInput(asFhir);
    expect(read.ok && read.value.input.claim).toEqual(claim);
  });
  it('answers become the facts they were made from', () => {
    const read = readReviewInput({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: filled }] });
    expect(read.ok && read.value.input.facts).toEqual(facts);
    expect(read.ok && new Set(read.value.stated.map(({ origin }) => origin))).toEqual(new Set(['auto']));
  });
  it('an answer that is left out states nothing', () => {
    const blank = structuredClone(filled);
    for (const item of blank.item ?? []) if (item.linkId === 'exam.documented') delete item.answer;
    const read = readReviewInput(blank);
    expect(read.ok && read.value.input.facts).not.toHaveProperty('exam.documented');
  });
  it('a form of somebody else states nothing and is named', () => {
    const other = { ...filled, questionnaire: 'http://example.org/Questionnaire/other' };
    const read = readReviewInput(other);
    expect(read.ok && read.value.input.facts).toBeUndefined();
    expect(read.ok && read.value.unused.map(({ why }) => why)).toContain('answers to a form that is not ours');
  });
  it('a request says what it asks for when it is read again', () => {
    const read = readReviewInput(bundleOf(authorizationRequestToBundle(request)));
    expect(read.ok && read.value.input.planned).toEqual(['64483', 'J1100']);
    expect(read.ok && read.value.input.diagnoses).toEqual(['M54.16', 'M51.26']);
    expect(read.ok && read.value.input.documents.map(({ text }) => text)).toEqual(['An invented note.']);
  });
  it('a decision', () => {
    const read = readAuthorizationAnswer(answerBundle(response, [], AT));
    expect(read.ok && read.value.answers).toEqual([answer]);
    expect(read.ok && factsOfAnswer(read.value.answers[0]!)).toEqual({
      'authorization.decision': 'affirmed',
      'authorization.decided-on': '2026-03-04',
      'authorization.codes': ['64483'],
      'encounter.authorization-number': 'A1B2C3',
    });
  });
  it('what nobody decided stays pending, and no action is claimed', () => {
    const read = readAuthorizationAnswer(undecided);
    expect(read.ok && read.value.answers[0]?.decision).toBe('pending');
    expect(JSON.stringify(undecided)).not.toContain('reviewAction');
    expect(undecided.outcome).toBe('queued');
  });
});

describe('a request made from a Review', () => {
  const citation = { document: 'D', gist: 'g', confidence: 'high' as const };
  const entry = (item: string, status: 'shown' | 'missing' | 'not-judged') => ({
    item,
    title: `Title of ${item}`,
    status,
    facts: [],
    citation,
  });
  const asked: Review = {
    ...review,
    lines: [
      ...review.lines,
      { code: 'J1100', modifiers: [], units: 10, kind: 'drug', diagnoses: ['M54.16'], why: 'w', evidence: [] },
    ],
    authorization: [
      {
        program: 'wiser',
        line: 1,
        status: 'recommended',
        what: 'w',
        why: 'y',
        do: 'd',
        missing: [],
        codes: ['64483'],
        packet: [entry('levels', 'shown'), entry('imaging', 'missing'), entry('person', 'not-judged')],
      },
    ],
  };
  const { diagnoses: _, lines: __, packet: ___, ...parties } = request;
  const made = requestFromReview(asked, 'wiser', { ...parties, from: date('2026-03-16') });
  it('names the lines of the program, their diagnoses and the packet', () => {
    expect(made?.lines).toEqual([
      { code: '64483', modifiers: ['LT'], units: 1, from: '2026-03-16', through: undefined },
    ]);
    expect(made?.diagnoses).toEqual(['M54.16']);
    expect(requestFromReview(asked, 'another', parties)).toBeUndefined();
  });
  it('says what the record shows, and tells the sender what it does not', () => {
    const written = authorizationRequestToBundle(made as AuthorizationRequest);
    expect(written.issues.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'wire/authorization/item-open packet.imaging',
    ]);
    const bundle = bundleOf(written);
    expect(wrongWith(bundle)).toEqual([]);
    expect(JSON.stringify(bundle)).toContain('The record shows: Title of levels.');
    expect(JSON.stringify(bundle)).not.toContain('Title of imaging');
  });
});

it.each<[string, Partial<AuthorizationRequest>, string]>([
  ['without a diagnosis', { diagnoses: [] }, 'a diagnosis'],
  ['without the NPI of the requester', { requester: { lastName: 'X' } }, 'NPI of the requester'],
])('a request %s is not written', (_, change, missing) => {
  const written = authorizationRequestToBundle({ ...request, ...change });
  expect(written.ok).toBe(false);
  expect(written.issues[0]?.message).toContain(missing);
});

describe.skipIf(!shelfIsThere)(`published answers${shelfIsThere ? '' : ` (skipped: ${SHELF_ABSENT})`}`, () => {
  it('are read', () => {
    const decisions: string[] = [];
    for (const { name, json } of shelfDocuments()) {
      if (!/ClaimResponse|Response\.json$|ResponseBundle/.test(name) || name.includes('beneficiary')) continue;
      const read = readAuthorizationAnswer(json);
      if (read.ok) decisions.push(...read.value.answers.map((one) => `${name.split('/')[1]} ${one.decision}`));
    }
    expect(decisions.length).toBeGreaterThan(4);
  });
});

it('an example that a test damages is its own copy', () => {
  looseExample('claim-tfesi')['type'] = 'x';
  expect((example('claim-tfesi') as { type: string }).type).toBe('collection');
});
