import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { authorize } from '@interspace/core/authorization/authorize';
import { validThrough } from '@interspace/core/authorization/number';
import { preparePrograms } from '@interspace/core/authorization/prepare-programs';
import { date } from '@interspace/core/model/date';
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
