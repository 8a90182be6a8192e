import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '@interspace/core/model/date';
import { ReviewInput } from '@interspace/core/model/review-input';
import { example, looseExample, SHELF_ABSENT, shelfDocuments, shelfIsThere, type Loose } from './examples.fixture.ts';
import { readReviewInput, type FhirRead } from './review-input-from-fhir.ts';

function read(json: unknown, options = {}): FhirRead {
  const found = readReviewInput(json, options);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}
const resource = (bundle: Loose, type: string, id?: string): Loose =>
  bundle['entry']
    .map((entry: Loose) => entry['resource'])
    .find((one: Loose) => one['resourceType'] === type && (id === undefined || one['id'] === id));
const unusedWhy = (found: FhirRead, part: string): string[] =>
  found.unused.filter(({ path }) => path.includes(part)).map(({ why }) => why);

describe('an encounter', () => {
  const found = read(example('encounter-tfesi'));
  it('gives context, note, diagnoses and facts', () => {
    expect(found.input.context).toEqual({
      payer: 'medicare',
      state: 'OH',
      placeOfService: '11',
      dateOfService: '2026-03-02',
    });
    expect(found.input.documents.map(({ id, kind, date: day }) => [id, kind, day])).toEqual([
      ['DocumentReference/note', 'procedure-note', '2026-03-02'],
    ]);
    expect(found.input.documents[0]?.text).toContain('transforaminal epidural steroid injection');
    expect(found.input.diagnoses).toEqual(['M54.16']);
    expect(found.input.facts).toEqual({
      'patient.age': 52,
      'pain.baseline-score': 7,
      'pain.scale-name': 'nrs',
      'pain.scale-baseline-documented': true,
    });
    expect(found.past.map(({ codes, on, side }) => [codes, on, side])).toEqual([[['64635'], '2025-05-12', 'left']]);
    expect(ReviewInput.safeParse(found.input).success).toBe(true);
  });
  it('names what it left aside, and why', () => {
    expect(unusedWhy(found, 'content[0].attachment.data')).toEqual(['application/pdf is not read here; send its text']);
    expect(found.unused.map(({ why }) => why)).toContain(
      'on the problem list, and nothing names it as a reason for this encounter',
    );
    expect(found.unused.map(({ why }) => why)).toContain('a later score is there');
    expect(found.unused.map(({ why }) => why)).toContain('no HCPCS code; the dose is read from the note');
  });
  it('names an element that nobody reads', () => {
    const bundle = looseExample('encounter-tfesi');
    resource(bundle, 'Encounter')['lengthOfStay'] = { value: 60 };
    resource(bundle, 'Encounter')['extension'] = [{ url: 'urn:example:unknown', valueString: 'x' }];
    const paths = read(bundle).unused.map(({ path }) => path);
    expect(paths.some((path) => path.endsWith('.lengthOfStay'))).toBe(true);
    expect(paths.some((path) => path.endsWith('.resource.extension'))).toBe(true);
  });
});

describe('a claim', () => {
  it('becomes our claim, to the cent and with its pointers', () => {
    const { input } = read(example('claim-tfesi'));
    expect(input.planned).toBeUndefined();
    expect(input.claim).toMatchObject({
      id: 'EX-77',
      type: 'professional',
      placeOfService: '11',
      chargeTotal: 57_050,
      diagnoses: ['M54.16'],
      subscriber: { memberId: '1EX4TE5MK72' },
      billing: { npi: '1234567893', state: 'OH', organization: true },
      rendering: { npi: '1987654328', lastName: 'Sample' },
      lines: [
        { number: 1, code: '64483', modifiers: ['LT'], units: 1, charge: 45_000, from: '2026-03-02', pointers: [1] },
        { number: 2, code: '77003', modifiers: [], units: 1, charge: 12_050, from: '2026-03-02', pointers: [1] },
      ],
    });
  });
  it('asks for authorization: the codes are planned and no claim is scrubbed', () => {
    const bundle = looseExample('claim-tfesi');
    resource(bundle, 'Claim')['use'] = 'preauthorization';
    const { input } = read(bundle);
    expect(input.claim).toBeUndefined();
    expect(input.planned).toEqual(['64483', '77003']);
    expect(input.diagnoses).toEqual(['M54.16']);
  });
});

describe('what clients send', () => {
  const change = (make: (bundle: Loose) => void, options = {}): FhirRead => {
    const bundle = looseExample('encounter-tfesi');
    make(bundle);
    return read(bundle, options);
  };
  it.each<[string, (bundle: Loose) => void, (found: FhirRead) => unknown, unknown]>([
    [
      'an empty list of codings',
      (bundle) => (resource(bundle, 'Condition', 'radiculopathy')['code'] = { coding: [] }),
      ({ input }) => input.diagnoses,
      undefined,
    ],
    [
      'an ICD-10-CM code without its point',
      (bundle) => (resource(bundle, 'Condition', 'radiculopathy')['code']['coding'][0]['code'] = 'M5416'),
      ({ input }) => input.diagnoses,
      ['M54.16'],
    ],
    [
      'a condition that is over',
      (bundle) => (resource(bundle, 'Condition', 'radiculopathy')['clinicalStatus']['coding'][0]['code'] = 'resolved'),
      ({ input }) => input.diagnoses,
      undefined,
    ],
    [
      'a coverage that has ended',
      (bundle) => (resource(bundle, 'Coverage')['period'] = { start: '2020-01-01', end: '2025-12-31' }),
      ({ input }) => input.context.payer,
      undefined,
    ],
    [
      'a payer that only has a display',
      (bundle) => {
        resource(bundle, 'Coverage')['payor'] = [{ display: 'Invented Health Plan, Inc.' }];
        delete resource(bundle, 'Coverage')['type'];
      },
      ({ input }) => input.context.payer,
      'invented-health-plan-inc',
    ],
    [
      'a score of three months before',
      (bundle) => (resource(bundle, 'Observation', 'pain-now')['effectiveDateTime'] = '2025-11-01'),
      ({ input }) => input.facts?.['pain.baseline-score'],
      8,
    ],
    [
      'a score that is not one',
      (bundle) => (resource(bundle, 'Observation', 'pain-now')['valueQuantity'] = { value: 70 }),
      ({ input }) => input.facts?.['pain.baseline-score'],
      8,
    ],
    [
      'a note as a web page',
      (bundle) => {
        const [content] = resource(bundle, 'DocumentReference', 'note')['content'];
        content['attachment'] = {
          contentType: 'text/html',
          data: Buffer.from('<style>p{}</style><p>Left L4-L5 &amp; nothing <b>else</b></p><script>x</script>').toString(
            'base64',
          ),
        };
      },
      ({ input }) => input.documents[0]?.text.trim(),
      'Left L4-L5 & nothing else',
    ],
    [
      'a resource with a modifier that nobody understands',
      (bundle) => (resource(bundle, 'Condition', 'radiculopathy')['modifierExtension'] = [{ url: 'urn:example:not' }]),
      ({ input }) => input.diagnoses,
      undefined,
    ],
    [
      'a resource of somebody else',
      (bundle) => (resource(bundle, 'Observation', 'pain-now')['subject'] = { reference: 'Patient/other' }),
      ({ input }) => input.facts?.['pain.baseline-score'],
      8,
    ],
    [
      'an absolute reference with a version',
      (bundle) =>
        (resource(bundle, 'Encounter')['diagnosis'][0]['condition']['reference'] =
          'http://ehr.example/fhir/Condition/radiculopathy/_history/3'),
      ({ input }) => input.diagnoses,
      ['M54.16'],
    ],
  ])('%s', (_, make, look, expected) => expect(look(change(make))).toEqual(expected));

  it('two patients and nothing that says which', () => {
    const found = readReviewInput({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resource: { resourceType: 'Patient', id: 'a' } }, { resource: { resourceType: 'Patient', id: 'b' } }],
    });
    expect(found.issues.map(({ code }) => code)).toContain('wire/fhir/patients-many');
    expect(found.ok).toBe(false);
  });
  it.each([null, 3, 'x', [], {}, { resourceType: 7 }, { resourceType: 'Bundle' }, [null, 1]])(
    '%j is no FHIR',
    (json) => {
      const found = readReviewInput(json);
      expect(found.ok).toBe(false);
      expect(found.issues[0]?.code).toBe('wire/fhir/not-a-resource');
    },
  );
});

/** Puts a value of another kind at some place of a document. */
function damaged(json: unknown, steps: readonly number[], value: unknown): unknown {
  const copy = structuredClone(json) as Loose;
  let at: Loose = copy;
  for (const [index, step] of steps.entries()) {
    const keys = Object.keys(at);
    if (keys.length === 0) break;
    const key = keys[step % keys.length]!;
    const next = at[key] as unknown;
    if (index === steps.length - 1 || typeof next !== 'object' || next === null) {
      at[key] = value;
      break;
    }
    at = next;
  }
  return copy;
}

describe('never throws', () => {
  it('on any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void readReviewInput(json)));
  });
  const examples = ['encounter-tfesi', 'claim-tfesi', 'order-sign-tfesi'].map(example);
  it('on damaged documents', () => {
    const steps = fc.array(fc.nat(40), { minLength: 1, maxLength: 9 });
    const junk = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('', '2026-99-99', '#', '#x', 'Patient/', -1, 1e308),
    );
    fc.assert(
      fc.property(fc.constantFrom(...examples), steps, junk, (json, path, value) => {
        const found = readReviewInput(damaged(json, path, value), { today: date('2026-03-02') });
        if (found.ok)
          expect(ReviewInput.safeParse({ ...found.value.input, claim: undefined }).error?.issues).toBeUndefined();
      }),
      { numRuns: 1500 },
    );
  });
});

describe.skipIf(!shelfIsThere)(`published examples${shelfIsThere ? '' : ` (skipped: ${SHELF_ABSENT})`}`, () => {
  it('are all read, or refused with a reason', () => {
    let readable = 0;
    for (const { name, json } of shelfDocuments()) {
      const found = readReviewInput(json, { today: date('2026-03-02') });
      if (!found.ok) {
        expect(found.issues.length, name).toBeGreaterThan(0);
        continue;
      }
      readable++;
      expect(ReviewInput.safeParse({ ...found.value.input, claim: undefined }).error?.issues, name).toBeUndefined();
    }
    expect(readable).toBeGreaterThan(300);
  });
});
