import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { prepareCoding } from '@interspace/core/coding/prepare-coding';
import { proposeCodes } from '@interspace/core/coding/propose-codes';
import { date } from '@interspace/core/model/date';
import type { Procedure } from '@interspace/core/model/procedure';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import { openLibrary } from '../src/read.ts';
import { agent, linesInWords, procedure } from './build-procedure.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = prepareCoding(library);

function code(procedures: Procedure | Procedure[], context: Partial<ResolvedContext> = {}) {
  const list = [procedures].flat().map((one, index) => ({ ...one, id: `p${index + 1}` }));
  return proposeCodes({ procedures: list }, { dateOfService: date('2026-03-02'), ...context }, law);
}

type Case = [what: string, done: Procedure | Procedure[], lines: string, context?: Partial<ResolvedContext>];

const therapeutic = { intent: 'therapeutic' } as const;

describe('dates', () => {
  it.each([
    ['2009-05-05', procedure('facet-injection', 'L4-L5 left', therapeutic)],
    ['2016-12-31', procedure('epidural-interlaminar', 'L4-L5')],
    ['2011-12-31', procedure('facet-ablation', 'L4-L5 left')],
  ])('%s: not evaluated, never a code that did not exist', (on, done) => {
    const { lines, findings, notCoded } = code(done, { dateOfService: date(on) });
    expect(lines).toEqual([]);
    expect(findings.map((finding) => finding.id)).toContain('coding/date-before-codes');
    expect(notCoded.join()).toContain('not evaluated');
  });
  it('without a date the codes of now are proposed', () => {
    expect(
      linesInWords(proposeCodes({ procedures: [procedure('lumbar-decompression', 'L3-L4')] }, {}, law).lines),
    ).toBe('62330 x1');
  });
});

describe('a lead beside a peripheral nerve, on each side of 2024-01-01', () => {
  const lead = (builtIn?: boolean): Procedure =>
    procedure('peripheral-nerve-lead', 'tibial right', {
      attributes: builtIn === undefined ? {} : { 'device.built-in': builtIn },
    });
  it.each<[what: string, done: Procedure, on: string, lines: string, asked: string[]]>([
    ['a built-in stimulator has a code', lead(true), '2024-01-01', '64596 x1', ['arrays']],
    ['it had none the day before', lead(true), '2023-12-31', '', ['before']],
    ['a stimulator outside', lead(false), '2024-01-01', '64555 x1', []],
    ['which device is asked since there are two codes', lead(), '2024-01-01', '64555 x1', ['built-in']],
    ['there was one code the day before', lead(), '2023-12-31', '64555 x1', []],
  ])('%s', (_what, done, on, lines, asked) => {
    const told = code(done, { dateOfService: date(on) });
    expect(linesInWords(told.lines)).toBe(lines);
    const ids = told.findings.map(({ id }) => id).filter((id) => id.includes('peripheral-lead'));
    expect(ids).toEqual(asked.map((name) => `coding/stimulation/peripheral-lead/${name}`));
  });
});

describe('drugs', () => {
  const injection = (...agents: Procedure['agents'][number][]) =>
    procedure('epidural-interlaminar', 'L4-L5', { agents });
  const cases: Case[] = [
    [
      'triamcinolone 40 mg',
      injection(agent('triamcinolone-acetonide', 'steroid', { milligrams: 40 })),
      '62323 x1; J3301 x4',
    ],
    [
      'a begun unit counts',
      injection(agent('triamcinolone-acetonide', 'steroid', { milligrams: 45 })),
      '62323 x1; J3301 x5',
    ],
    [
      'methylprednisolone since 2024-04-01',
      injection(agent('methylprednisolone-acetate', 'steroid', { milligrams: 80 })),
      '62323 x1; J1010 x80',
    ],
    [
      'and before',
      injection(agent('methylprednisolone-acetate', 'steroid', { milligrams: 120 })),
      '62323 x1; J1040 x1; J1030 x1',
      { dateOfService: date('2024-03-31') },
    ],
    [
      'dexamethasone',
      injection(
        agent('dexamethasone-sodium-phosphate', 'steroid', { milligrams: 10 }),
        agent('lidocaine', 'anesthetic', { millilitres: 2 }),
      ),
      '62323 x1; J1100 x10',
    ],
    [
      'nothing discarded',
      injection(agent('dexamethasone-sodium-phosphate', 'steroid', { milligrams: 10, singleDose: true, wasted: 0 })),
      '62323 x1; J1100-JZ x10',
    ],
    [
      'discarded',
      injection(agent('triamcinolone-acetonide', 'steroid', { milligrams: 30, singleDose: true, wasted: 10 })),
      '62323 x1; J3301 x3; J3301-JW x1',
    ],
    [
      'supplied by the facility',
      injection(agent('triamcinolone-acetonide', 'steroid', { milligrams: 40 })),
      '62323 x1',
      { placeOfService: '22' },
    ],
    [
      'two sites add up',
      [
        injection(agent('triamcinolone-acetonide', 'steroid', { milligrams: 20 })),
        procedure('joint-injection', 'knee left', {
          guidance: 'none',
          agents: [agent('triamcinolone-acetonide', 'steroid', { milligrams: 25 })],
        }),
      ],
      '62323 x1; 20610-LT x1; J3301 x5',
    ],
  ];
  it.each(cases)('%s', (_, done, lines, context) => {
    expect(linesInWords(code(done, context).lines)).toBe(lines);
  });
  it('an amount that is not told makes a question, not a line', () => {
    const { lines, findings } = code(injection(agent('betamethasone', 'steroid')));
    expect(linesInWords(lines)).toBe('62323 x1');
    expect(findings.map((finding) => finding.id)).toContain('coding/drug-amount');
  });
});
