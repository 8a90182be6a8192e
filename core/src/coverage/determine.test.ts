import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../ledger/open-ledger.ts';
import { date, type IsoDate } from '../model/date.ts';
import type { Fact, FactValue } from '../model/fact.ts';
import type { History } from '../model/history.ts';
import { placeOfState } from '../model/law/jurisdiction.ts';
import type { Policy } from '../model/law/policy.ts';
import { cover, coverBriefly, type BriefDetermination } from './determine.ts';
import { criterion, DURATION, FACTS, FREQUENCY, law, MODIFIERS, policy, value } from './invented-law.fixture.ts';
import { preparePolicies } from './prepare.ts';
import { promptsOf } from './prompts.ts';
import type { CoverageRequest } from './request.ts';

const prepared = (policies: readonly Policy[]) =>
  preparePolicies({ facts: FACTS, policies: law(policies), edits: { modifiers: MODIFIERS } });
const sheet = (facts: Record<string, FactValue>) =>
  new Map<string, Fact>(Object.entries(facts).map(([name, of]) => [name, { name, value: of, evidence: [] }]));
const sessions = (...dates: string[]): History => ({
  complete: true,
  sessions: dates.map((day) => ({ date: date(day), family: 'topic', region: 'lumbar' as const })),
});

function request(more: Partial<CoverageRequest> = {}, on = '2026-04-20'): CoverageRequest {
  return {
    lines: [{ number: 1, code: 'TOP01', modifiers: [], units: 1, diagnoses: ['M1.1'] }],
    procedures: [],
    sheet: sheet({ 'pain.weeks': 6 }),
    history: sessions(),
    context: { payer: 'payer', contractor: 'alpha', jurisdiction: 'J-A', dateOfService: date(on) },
    openLedger,
    ...more,
  };
}

describe('two documents of one number', () => {
  const [one, other] = [
    { id: 'DOC-A', issuer: 'alpha', jurisdictions: ['J-A'], from: date('2021-01-01') },
    { id: 'DOC-A', issuer: 'beta', jurisdictions: ['J-B'], from: date('2026-04-16') },
  ];
  const inB = { payer: 'payer', contractor: 'beta', jurisdiction: 'J-B', dateOfService: date('2026-04-20') };

  it.each([[false], [true]])('are each cited from their own day, whichever was asked first: %s', (bFirst) => {
    const library = prepared([policy([DURATION], { documents: [one, other] })]);
    const effective = (of: Partial<CoverageRequest>) =>
      cover(request(of), library).determinations[0]?.criteria[0]?.citation.effective;
    if (bFirst) effective({ context: inB });
    expect(effective({})).toBe('2021-01-01');
    expect(effective({ context: inB })).toBe('2026-04-16');
  });
});

describe('outcomes alone', () => {
  it('are those of the whole trees, with the same findings', () => {
    const library = prepared([policy([FREQUENCY, DURATION])]);
    const facts = fc.constantFrom({}, { 'pain.weeks': 2 }, { 'pain.weeks': 6 });
    const days = fc.subarray(['2025-04-20', '2025-05-01', '2025-08-05', '2025-11-10', '2026-02-15']);
    fc.assert(
      fc.property(facts, days, fc.boolean(), (known, dates, told) => {
        const asked = request({ sheet: sheet(known), history: told ? sessions(...dates) : undefined });
        const whole = cover(asked, library);
        const brief = coverBriefly(asked, library);
        const statuses = ({ criteria, ...rest }: BriefDetermination) => ({
          ...rest,
          criteria: criteria.map(({ criterion: id, status }) => [id, status]),
        });
        expect(brief.findings).toEqual(whole.findings);
        expect(brief.determinations.map(statuses)).toEqual(whole.determinations.map(statuses));
      }),
    );
  });
});

describe('outcome of a line', () => {
  const library = prepared([policy([FREQUENCY, DURATION])]);

  it('meets when every criterion is met', () => {
    const [found] = cover(request(), library).determinations;
    expect(found).toMatchObject({ outcome: 'meets', document: 'DOC-A', article: 'ART-A', contractor: 'alpha' });
  });

  it('fails with the count, the dates and the next eligible date', () => {
    const history = sessions('2025-05-01', '2025-08-05', '2025-11-10', '2026-02-15');
    const { determinations, findings } = cover(request({ history }), library);
    expect(determinations[0]).toMatchObject({ outcome: 'fails', nextEligible: '2026-05-02' });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.what).toBe('5 of 4 in 12 months: 2025-05-01, 2025-08-05, 2025-11-10, 2026-02-15');
    expect(findings[0]?.do).toBe('wait until 2026-05-02');
    expect(findings[0]?.evidence).toHaveLength(4);
  });

  it('is incomplete, with a neutral question, when a fact is missing', () => {
    const { determinations, findings } = cover(request({ sheet: sheet({}) }), library);
    expect(determinations[0]?.outcome).toBe('incomplete');
    expect(findings).toEqual([]);
    expect(promptsOf(determinations, library.declaration)).toEqual([
      { fact: 'pain.weeks', question: 'How long?', because: 'duration' },
    ]);
  });

  it('is incomplete, not covered and not refused, when the history is not known', () => {
    expect(cover(request({ history: undefined }), library).determinations[0]?.outcome).toBe('incomplete');
  });

  it('fails at the limit even when the history is not complete', () => {
    const history = { sessions: sessions('2025-06-01', '2025-08-05', '2025-11-10', '2026-02-15').sessions };
    expect(cover(request({ history }), library).determinations[0]?.outcome).toBe('fails');
  });
});

it('says of a line without a code that it has none, and of any other which code is meant', () => {
  const library = prepared([policy([DURATION])]);
  const because = (code: string) =>
    cover(request({ lines: [{ number: 1, code, modifiers: [], units: 1, diagnoses: [] }] }), library).determinations[0]
      ?.because;
  expect(because('')).toBe('Not evaluated: coverage policies speak about procedure codes, and the line has none.');
  expect(because('OTHER')).toBe('No coverage policy in the library speaks about code OTHER.');
});

describe('what is not sure does not block', () => {
  it.each([
    ['low confidence', { confidence: 'low' as const }],
    ['a provisional criterion', { standing: 'provisional' as const }],
    ['a contested value', { params: { least: [value({ amount: 4, unit: 'weeks' }, { standing: 'contested' })] } }],
    ['a value of low confidence', { params: { least: [value({ amount: 4, unit: 'weeks' }, { confidence: 'low' })] } }],
  ])('%s warns and the line still meets', (_, more) => {
    const library = prepared([policy([{ ...DURATION, ...more }])]);
    const { determinations, findings } = cover(request({ sheet: sheet({ 'pain.weeks': 2 }) }), library);
    expect(determinations[0]?.outcome).toBe('meets');
    expect(determinations[0]?.because).toContain('duration');
    expect(findings[0]?.severity).toBe('warn');
  });

  it('a limit reached only by the first day of an unsettled window warns', () => {
    const rule = { ...policy([]).session, windowStanding: 'provisional' as const };
    const library = prepared([policy([FREQUENCY], { session: rule })]);
    const judge = (...dates: string[]) => cover(request({ history: sessions(...dates) }), library);
    expect(judge('2025-04-20', '2025-08-05', '2025-11-10', '2026-02-15').findings[0]?.severity).toBe('warn');
    expect(judge('2025-04-21', '2025-08-05', '2025-11-10', '2026-02-15').findings[0]?.severity).toBe('block');
  });
});

describe('which document judges', () => {
  const library = prepared([policy([DURATION])]);
  const at = (state: string, on: string) => {
    const place = placeOfState(library.jurisdictions, state, date(on));
    return cover(request({ context: { payer: 'payer', state, ...place, dateOfService: date(on) } }, on), library)
      .determinations[0];
  };

  it('changes with the state and the date of service', () => {
    expect(at('BB', '2026-04-15')?.document).toBe('DOC-B');
    expect(at('BB', '2026-04-16')?.document).toBe('DOC-A');
  });

  it.each([
    [
      'before the document began',
      { contractor: 'beta', jurisdiction: 'J-B', payer: 'payer', dateOfService: date('2021-05-31') },
      'Beta Company (J-B) has no document in force on 2021-05-31',
    ],
    ['without a date', { contractor: 'alpha', payer: 'payer' }, 'date of service is not known'],
    ['without a place', { payer: 'payer', dateOfService: date('2026-01-01') }, 'neither the state nor the contractor'],
    [
      'for another payer',
      { payer: 'nobody', contractor: 'alpha', dateOfService: date('2026-01-01') },
      'the payer "nobody"',
    ],
    [
      'for a payer without policies',
      { payer: 'stranger', contractor: 'alpha', dateOfService: date('2026-01-01') },
      'No coverage policy',
    ],
  ])('says honestly that nothing was evaluated %s', (_, context, words) => {
    const [found] = cover(request({ context }), library).determinations;
    expect(found?.outcome).toBe('no-policy');
    expect(found?.because).toContain(words);
    expect(found?.criteria).toEqual([]);
  });

  it('assumes the usual payer when none is named, and lets one payer follow another', () => {
    const context = { contractor: 'alpha', jurisdiction: 'J-A', dateOfService: date('2026-01-01') };
    expect(cover(request({ context }), library).determinations[0]?.document).toBe('DOC-A');
    expect(cover(request({ context: { ...context, payer: 'follower' } }), library).determinations[0]?.document).toBe(
      'DOC-A',
    );
  });

  it('answers for a procedure that no policy knows, and is silent about a drug', () => {
    const line = (code: string) => ({ number: 1, code, modifiers: [], units: 1, diagnoses: [] });
    expect(cover(request({ lines: [line('OTHER')] }), library).determinations[0]?.outcome).toBe('no-policy');
    expect(cover(request({ lines: [line('DRUG1')] }), library).determinations).toEqual([]);
  });
});

describe('dated and per-document law', () => {
  const dated = criterion('dated', DURATION.require, {
    effective: { default: date('2022-01-01'), documents: { 'DOC-B': date('2023-01-01') } },
    params: {
      least: [
        value({ amount: 4, unit: 'weeks' }),
        value({ amount: 8, unit: 'weeks' }, { from: date('2025-01-01') }),
        value({ amount: 2, unit: 'weeks' }, { documents: ['DOC-B'] }),
      ],
    },
  });
  const library = prepared([policy([dated])]);
  const status = (on: string, jurisdiction: string, weeks: number) => {
    const contractor = jurisdiction === 'J-A' ? 'alpha' : 'beta';
    const context = { payer: 'payer', contractor, jurisdiction, dateOfService: date(on) };
    return cover(request({ context, sheet: sheet({ 'pain.weeks': weeks }) }), library).determinations[0]?.criteria[0]
      ?.status;
  };

  it.each([
    ['2021-12-31', 'J-A', 0, undefined],
    ['2022-01-01', 'J-A', 3, 'not-met'],
    ['2022-01-01', 'J-A', 4, 'met'],
    ['2024-12-31', 'J-A', 7, 'met'],
    ['2025-01-01', 'J-A', 7, 'not-met'],
    ['2022-12-31', 'J-B', 0, undefined],
    ['2023-01-01', 'J-B', 2, 'met'],
    ['2025-01-01', 'J-B', 2, 'met'],
  ] as const)('on %s under %s, %d weeks → %s', (on, jurisdiction, weeks, expected) => {
    expect(status(on, jurisdiction, weeks)).toBe(expected);
  });
});

describe('order does not matter', () => {
  const one = policy([FREQUENCY, DURATION]);
  const two = policy([DURATION], { id: 'test/other' });
  const facts = { 'pain.weeks': 3, 'care.failed': true };
  const days: IsoDate[] = ['2025-05-01', '2025-08-05', '2025-11-10', '2026-02-15', '2024-01-01'].map(date);

  it('of facts, policies, criteria and sessions', () => {
    const reference = cover(request({ sheet: sheet(facts), history: sessions(...days) }), prepared([one, two]));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(days, { minLength: days.length }),
        fc.shuffledSubarray(Object.entries(facts), { minLength: 2 }),
        fc.boolean(),
        (shuffled, entries, reversed) => {
          const policies = reversed ? [two, { ...one, criteria: [...one.criteria].reverse() }] : [one, two];
          const found = cover(
            request({ sheet: sheet(Object.fromEntries(entries)), history: sessions(...shuffled) }),
            prepared(policies),
          );
          const plain = ({ determinations }: typeof found) =>
            determinations.map(({ policy: of, outcome, nextEligible, criteria }) => [
              of,
              outcome,
              nextEligible,
              criteria.map((entry) => [entry.criterion, entry.status]),
            ]);
          expect(plain(found)).toEqual(plain(reference));
        },
      ),
    );
  });
});
