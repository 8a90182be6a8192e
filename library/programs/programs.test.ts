import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { authorize } from '@interspace/core/authorization/authorize';
import { validThrough } from '@interspace/core/authorization/number';
import { preparePrograms } from '@interspace/core/authorization/prepare-programs';
import type { Claim } from '@interspace/core/model/claim';
import { addDays, date } from '@interspace/core/model/date';
import type { Fact, FactValue } from '@interspace/core/model/fact';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import { openLibrary } from '../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = preparePrograms(library);
type Facts = Readonly<Record<string, FactValue>>;

function ask(codes: string, context: ResolvedContext, facts: Facts = {}, tracking?: string) {
  const lines = codes.split(' ').map((code) => ({ code }));
  const stated = { ...facts, ...(tracking === undefined ? {} : { 'encounter.authorization-number': tracking }) };
  const sheet = new Map(
    Object.entries(stated).map(([name, value]): [string, Fact] => [name, { name, value, evidence: [] }]),
  );
  return authorize({ lines, context, facts: sheet }, law).answers;
}

const on = (dateOfService: string, more: ResolvedContext = {}): ResolvedContext => ({
  payer: 'medicare',
  dateOfService: date(dateOfService),
  ...more,
});
const words = (codes: string, context: ResolvedContext, facts?: Facts) =>
  ask(codes, context, facts).map((one) => `${one.program} ${one.status}`);

it('a revenue code alone is nothing that a program could ask for', () => {
  for (const payer of ['aetna', 'cigna', 'anthem', 'humana']) {
    const asked = (codes: readonly string[]) =>
      authorize(
        { lines: codes.map((code) => ({ code })), context: on('2026-03-02', { payer }), facts: new Map() },
        law,
      ).answers.map(({ program, status, what }) => ({ program, status, what }));
    expect(asked(['64483', '']), payer).toEqual(asked(['64483']));
    expect(asked(['']), payer).toEqual([]);
  }
});

describe('which program asks', () => {
  const cases: [string, string, ResolvedContext, string[]][] = [
    ['PA-01 the day', '64493 64494', on('2023-07-01', { placeOfService: '22' }), ['hospital-outpatient required']],
    ['PA-01 the day before', '64493', on('2023-06-30', { placeOfService: '22' }), []],
    ['PA-01 not in the office', '64493', on('2026-03-02', { placeOfService: '11' }), []],
    ['PA-01 place unknown', '64493', on('2026-03-02'), ['hospital-outpatient unknown']],
    ['PA-02 the last day', '64495', on('2024-08-04', { placeOfService: '22' }), ['hospital-outpatient required']],
    [
      'PA-02 / C46 the day after',
      '64495',
      on('2024-08-05', { placeOfService: '22' }),
      ['hospital-outpatient not-required'],
    ],
    [
      'C46 the other levels still',
      '64493 64494 64495',
      on('2024-09-01', { placeOfService: '22' }),
      ['hospital-outpatient required'],
    ],
    ['PA-03 / C01', '62323', on('2026-03-10', { state: 'TX', placeOfService: '11' }), ['wiser recommended']],
    ['PA-03 the day before', '62323', on('2026-01-14', { state: 'NJ', placeOfService: '11' }), []],
    ['PA-03 the day', '62323', on('2026-01-15', { state: 'NJ', placeOfService: '11' }), ['wiser recommended']],
    ['PA-03 another state', '62323', on('2026-03-10', { state: 'NY', placeOfService: '11' }), []],
    ['PA-03 state unknown', '62323', on('2026-03-10', { placeOfService: '11' }), ['wiser unknown']],
    [
      'PA-12 without imaging not listed',
      '62322',
      on('2026-03-10', { state: 'TX', placeOfService: '11' }),
      ['wiser not-required'],
    ],
    ['facet is not in WISeR', '64493', on('2026-03-10', { state: 'TX', placeOfService: '11' }), []],
    ['the last day of WISeR', '64483', on('2031-12-31', { state: 'OH', placeOfService: '24' }), ['wiser recommended']],
    [
      'PA-08 decompression is delayed',
      '62330',
      on('2026-04-06', { state: 'OH', placeOfService: '24' }),
      ['wiser not-required'],
    ],
    ['PA-08 where WISeR is not', '62330', on('2026-04-06', { state: 'FL', placeOfService: '22' }), []],
    [
      'PA-05',
      '64493',
      { ...on('2026-03-10', { placeOfService: '22', state: 'TX' }), payer: 'medicare-advantage' },
      ['plan-list unknown'],
    ],
    ['toxin pairs', '64615 J0585', on('2026-03-10', { placeOfService: '22' }), ['hospital-outpatient required']],
    ['toxin alone', '64615', on('2026-03-10', { placeOfService: '22' }), []],
    [
      'toxin at a center',
      '64615 J0585',
      on('2026-02-16', { placeOfService: '24', claimType: 'asc', state: 'OH' }),
      ['surgical-center-demonstration recommended'],
    ],
    [
      'toxin at a center, the day before',
      '64615 J0585',
      on('2026-02-15', { placeOfService: '24', claimType: 'asc', state: 'OH' }),
      [],
    ],
  ];
  it.each(cases)('%s', (_, codes, context, expected) => {
    expect(words(codes, context)).toEqual(expected);
  });
  it('PA-04 / C25 a pump trial is outside', () => {
    const trial = { 'indication.kind': ['pump-trial', 'spasticity'] };
    expect(words('62323', on('2026-03-10', { state: 'NJ', placeOfService: '11' }), trial)).toEqual([
      'wiser not-required',
    ]);
  });
  it('names all codes of one request and what the packet lacks', () => {
    const [answer] = ask('64483 64484', on('2026-03-10', { state: 'AZ', placeOfService: '11' }));
    expect(answer?.what).toContain('64483, 64484');
    expect(answer?.line).toBe(1);
    expect(answer?.missing).toContain('care.conservative-weeks');
  });
  it('AUTH-04 a number of the wrong length is said', () => {
    const [answer] = ask('62323', on('2026-03-10', { state: 'AZ', placeOfService: '11' }), {}, 'ABC');
    expect(answer?.what).toContain('3 characters; 14 are expected');
  });
  it('a decision counts its own day', () => {
    const wiser = law.programs.find((program) => program.program === 'wiser')!;
    expect(validThrough(wiser.number!, date('2026-03-01'))).toBe('2026-06-28');
  });
});

describe('claims and answers', () => {
  const claim = (codes: string, more: Partial<Claim> = {}): Claim => ({
    id: 'c',
    type: 'professional',
    diagnoses: [],
    lines: codes.split(' ').map((code, at) => ({
      number: at + 1,
      code,
      modifiers: [],
      units: 1,
      from: undefined,
      pointers: [],
    })),
    ...more,
  });
  const good = 'ABA12345678901';
  function told(billed: Claim, context: ResolvedContext, facts: Facts = {}) {
    const sheet = new Map(
      Object.entries(facts).map(([name, value]): [string, Fact] => [name, { name, value, evidence: [] }]),
    );
    const whole = { ...context, claimType: billed.type };
    const { findings } = authorize({ lines: billed.lines, context: whole, facts: sheet, claim: billed }, law);
    return findings.map(({ id, severity }) => `${id.replace('authorization/', '')} ${severity}`);
  }
  const hospital = (more: Partial<Claim> = {}) => claim('64493', { type: 'hospital-opd', ...more });
  const there = on('2026-03-02', { state: 'GA', placeOfService: '22' });
  const ohio = on('2026-03-02', { state: 'OH', placeOfService: '11' });
  it.each<[string, string[], string[]]>([
    ['PA-02 hospital claim without a number', told(hospital(), there), ['hospital-outpatient/number-missing block']],
    ['PA-02 with a number', told(hospital({ authorization: good }), there), []],
    ['PA-02 exempt', told(hospital(), there, { 'authorization.hospital-exempt': true }), []],
    ['PA-02 the practitioner owes none', told(claim('64493'), there), []],
    [
      'PA-09 the number stands with the practitioner',
      told(claim('64493', { authorization: good }), there),
      ['hospital-outpatient/number-misplaced warn'],
    ],
    ["PA-09 another payer's number", told(claim('64493', { authorization: 'A-77' }), there), []],
    [
      'AUTH-04 form',
      told(hospital({ authorization: '12345678901234' }), there),
      ['hospital-outpatient/number-malformed block'],
    ],
    [
      'PA-01 the 120th day',
      told(hospital({ authorization: good }), there, { 'authorization.decided-on': '2025-11-03' }),
      [],
    ],
    [
      'PA-01 the day after',
      told(hospital({ authorization: good }), there, { 'authorization.decided-on': '2025-11-02' }),
      ['hospital-outpatient/number-expired block'],
    ],
    [
      'PA-03 not affirmed',
      told(hospital({ authorization: good }), there, { 'authorization.decision': 'non-affirmed' }),
      ['hospital-outpatient/non-affirmed block'],
    ],
    ['PA-06 held, not denied', told(claim('64483'), ohio), ['wiser/number-missing warn']],
    [
      'PA-07 added level not asked for',
      told(claim('64483 64484', { authorization: good }), ohio, { 'authorization.codes': ['64483'] }),
      ['wiser/codes-not-asked warn'],
    ],
    [
      'WISeR not affirmed',
      told(claim('64483', { authorization: good }), ohio, { 'authorization.decision': 'non-affirmed' }),
      ['wiser/non-affirmed warn'],
    ],
    ['PA-08 decompression owes nothing', told(claim('62330'), { ...ohio, dateOfService: date('2026-04-06') }), []],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  it.each([
    ['ET', { modifiers: ['ET'] }],
    ['revenue 045x', { revenueCode: '0450' }],
    ['revenue 0456', { revenueCode: '0456' }],
  ])('PA-04 %s is outside', (_, more) => {
    const billed = hospital();
    const lines = billed.lines.map((line) => ({ ...line, ...more }));
    const { answers, findings } = authorize(
      { lines, context: { ...there, claimType: 'hospital-opd' }, facts: new Map(), claim: { ...billed, lines } },
      law,
    );
    expect(answers.map(({ status }) => status)).toEqual(['not-required']);
    expect(findings).toEqual([]);
  });

  it.each([
    ['63650', '2021-06-30', []],
    ['63650', '2021-07-01', ['hospital-outpatient required']],
    ['63685', '2026-03-02', ['hospital-outpatient not-required']],
    ['22551', '2021-07-01', ['hospital-outpatient required']],
    ['64612 J0588', '2020-07-01', ['hospital-outpatient required']],
    ['64612 J0588', '2020-06-30', []],
    ['64612 J0589', '2026-03-02', []],
    ['64616 J0585', '2026-03-02', []],
    ['36475', '2026-03-02', ['hospital-outpatient unknown']],
  ])('hospital list: %s on %s', (codes, day, expected) => {
    expect(words(codes, on(day, { placeOfService: '19' }))).toEqual(expected);
  });

  it.each([
    ['131', ['hospital-outpatient required'], ['wiser recommended']],
    ['0137', ['hospital-outpatient required'], ['wiser recommended']],
    ['851', [], []],
    ['711', [], []],
    ['831', [], []],
  ])('by type of bill: %s', (billType, ofList, ofModel) => {
    const of = (code: string) => {
      const billed = { ...hospital(), billType, lines: hospital().lines.map((line) => ({ ...line, code })) };
      const context = on('2026-03-02', { claimType: 'hospital-opd', state: 'OH' });
      const { answers, findings } = authorize({ lines: billed.lines, context, facts: new Map(), claim: billed }, law);
      if (answers.length === 0) expect(findings).toEqual([]);
      return answers.map(({ program, status }) => `${program} ${status}`);
    };
    expect([of('64493'), of('64483')]).toEqual([ofList, ofModel]);
  });

  it('an institutional claim settles the place', () => {
    expect(words('64493', on('2026-03-02', { claimType: 'hospital-opd' }))).toEqual(['hospital-outpatient required']);
  });

  it.each([
    ['NJ', '2026-01-15'],
    ['OH', '2026-01-15'],
    ['OK', '2026-01-15'],
    ['TX', '2026-01-15'],
    ['AZ', '2026-01-15'],
    ['WA', '2026-01-15'],
  ])('WISeR in %s from %s, paddle electrodes and vertebrae too', (state, day) => {
    expect(words('63655', on(day, { state, placeOfService: '22' }))).toEqual(['wiser recommended']);
    expect(words('22514', on(day, { state, placeOfService: '24' }))).toEqual(['wiser recommended']);
    expect(words('22514', on('2026-01-14', { state, placeOfService: '24' }))).toEqual([]);
  });

  it.each([
    ['FL', '2026-01-19'],
    ['CA', '2026-01-19'],
    ['TN', '2026-01-19'],
    ['PA', '2026-01-19'],
    ['MD', '2026-01-19'],
    ['GA', '2026-01-19'],
    ['NY', '2026-01-19'],
    ['TX', '2026-02-16'],
    ['AZ', '2026-02-16'],
    ['OH', '2026-02-16'],
  ])('surgical centers in %s from %s', (state, day) => {
    const asks = (at: string) => words('64615 J0585', on(at, { state, placeOfService: '24', claimType: 'asc' }));
    expect(asks(day)).toEqual(['surgical-center-demonstration recommended']);
    expect(asks(addDays(date(day), -1))).toEqual([]);
  });
});

describe('plans', () => {
  const plan = (payer: string, codes: string, day = '2026-05-20') =>
    words(codes, { payer, dateOfService: date(day), placeOfService: '22' });
  it.each([
    ['aetna', '64493', ['aetna-list required']],
    ['aetna', '20610', ['aetna-list not-required']],
    ['aetna', '64451', ['aetna-list unknown']],
    ['united', '62322', ['united-list required']],
    ['united', '62323', ['united-list unknown']],
    ['united', '64493', ['united-list unknown']],
    ['cigna', '63663', ['cigna-list required']],
    ['bcbs-ma', '64510', ['bcbs-ma-list required']],
    ['aetna', '64615', ['aetna-list unknown']],
    ['anthem', '64493', ['commercial-list unknown']],
    ['a-plan-nobody-described', '64493', ['commercial-list unknown']],
    ['exchange', '64493', ['exchange-list unknown']],
    ['masshealth', '64493', ['plan-list unknown']],
  ])('%s %s', (payer, codes, expected) => expect(plan(payer, codes)).toEqual(expected));

  it('several lines of a plan are answered by what is known of each', () => {
    expect(plan('aetna', '64493 20610 64451 62270')).toEqual([
      'aetna-list required',
      'aetna-list not-required',
      'aetna-list unknown',
      'aetna-list unknown',
    ]);
  });

  it('lists of 2026 say nothing about other years: the plan is asked', () => {
    expect(plan('aetna', '64493', '2025-12-31')).toEqual(['commercial-list unknown']);
    expect(plan('aetna', '64493', '2027-01-01')).toEqual(['commercial-list unknown']);
  });

  it.each([
    ['medicare-advantage', ['72 hours', '7 days']],
    ['masshealth', ['72 hours', '7 days']],
    ['exchange', undefined],
    ['anthem', undefined],
    ['medicare', undefined],
  ])('PA-10 the clocks of %s', (payer, clocks) => {
    const [answer] = ask('64493', { payer, dateOfService: date('2026-05-20'), placeOfService: '11' });
    expect(answer?.clocks?.map(({ within }) => within)).toEqual(clocks);
  });

  it('PA-10 the rule begins in 2026', () => {
    const [answer] = ask('64493', { payer: 'medicare-advantage', dateOfService: date('2025-12-31') });
    expect(answer?.clocks).toBeUndefined();
  });
});

describe('what a request holds', () => {
  it.each([
    ['64493', '22', 'blocks'],
    ['63650', '22', 'psychology'],
    ['64615 J0585', '22', 'preventives'],
  ])('%s', (codes, placeOfService, expected) => {
    const [answer] = ask(codes, on('2026-03-02', { placeOfService }));
    expect(answer?.packet?.map(({ item }) => item)).toContain(expected);
    expect(answer?.packet?.map(({ item }) => item)).toContain('levels');
  });

  it('a trial needs no report of a trial', () => {
    const [trial] = ask('63650', on('2026-03-02', { placeOfService: '22' }), { 'stimulation.phase': 'trial' });
    expect(trial?.packet?.map(({ item }) => item)).not.toContain('trial-relief');
    const [permanent] = ask('63650', on('2026-03-02', { placeOfService: '22' }), { 'stimulation.phase': 'permanent' });
    expect(permanent?.packet?.map(({ item }) => item)).toContain('trial-relief');
  });
});
