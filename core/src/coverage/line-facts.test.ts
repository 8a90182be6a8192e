import { describe, expect, it } from 'vitest';
import { openLedger } from '../ledger/open-ledger.ts';
import { date } from '../model/date.ts';
import type { LineView } from '../model/line-view.ts';
import type { Agent, Procedure, Target } from '../model/procedure.ts';
import { indexImplications } from './code-facts.ts';
import { law, MODIFIERS, policy } from './invented-law.fixture.ts';
import { lineFacts } from './line-facts.ts';
import type { CoverageRequest } from './request.ts';

const rule = policy([]).session;
const implications = indexImplications(law([]).implications, MODIFIERS);
const target = (name: string | undefined, side: Target['side'], region: Target['region'] = 'lumbar'): Target => ({
  kind: 'interspace',
  name,
  side,
  region,
  evidence: [],
});
const agent = (drug: string, role: Agent['role'], milligrams?: number): Agent => ({
  drug,
  role,
  milligrams,
  evidence: [],
});
const procedure = (more: Partial<Procedure> = {}): Procedure => ({
  id: 'p1',
  family: 'topic',
  kind: 'topic-injection',
  targets: [target('L4-L5', 'left')],
  guidance: { modality: 'fluoroscopy', contrast: true, imagesSaved: undefined, evidence: [] },
  agents: [],
  attributes: { 'ablation-method': 'thermal' },
  evidence: [],
  ...more,
});
const line = (more: Partial<LineView> = {}): LineView => ({
  number: 1,
  code: 'TOP01',
  modifiers: [],
  units: 1,
  diagnoses: [],
  ...more,
});

function facts(
  of: LineView,
  lines: readonly LineView[] = [of],
  procedures: readonly Procedure[] = of.procedure ? [of.procedure] : [],
) {
  const context = { dateOfService: date('2026-01-01'), placeOfService: '11' };
  const request: CoverageRequest = { lines, procedures, sheet: new Map(), history: undefined, context, openLedger };
  const found = lineFacts(of, request, rule, implications);
  return (name: string) => found.get(name)?.value;
}

describe('facts of a procedure', () => {
  it('are what the chart tells, and nothing where it is silent', () => {
    const value = facts(line({ procedure: procedure() }));
    expect(value('procedure.kind')).toBe('topic-injection');
    expect(value('procedure.region-group')).toBe('lower');
    expect(value('procedure.guidance')).toBe('fluoroscopy');
    expect(value('procedure.contrast')).toBe(true);
    expect(value('procedure.images-saved')).toBeUndefined();
    expect(value('procedure.ablation-method')).toBe('thermal');
    expect(value('procedure.contains-steroid')).toBeUndefined();
    expect(value('encounter.place-of-service')).toBe('11');
  });

  it.each([
    ['one side', [target('L4-L5', 'left')], 'left', false],
    ['both sides of one level', [target('L4-L5', 'bilateral')], 'bilateral', true],
    ['both sides as two targets', [target('L4-L5', 'left'), target('L4-L5', 'right')], 'bilateral', true],
    ['different levels on different sides', [target('L4-L5', 'left'), target('L5-S1', 'right')], 'bilateral', false],
    ['a side not said', [target('L4-L5', 'left'), target('L5-S1', undefined)], undefined, undefined],
  ])('side: %s', (_, targets, side, both) => {
    const value = facts(line({ procedure: procedure({ targets }) }));
    expect(value('procedure.side')).toBe(side);
    expect(value('procedure.both-sides')).toBe(both);
  });

  it('counts a level once whatever the sides, over all procedures of the family and region group', () => {
    const one = procedure({ targets: [target('L4-L5', 'left'), target('L4-L5', 'right')] });
    const two = procedure({ id: 'p2', targets: [target('L5-S1', 'left')] });
    const neck = procedure({ id: 'p3', targets: [target('C5-C6', 'left', 'cervical')] });
    const value = facts(line({ procedure: one }), undefined, [one, two, neck]);
    expect(value('procedure.levels')).toEqual(['L4-L5']);
    expect(value('procedure.level-count')).toBe(2);
    expect(value('session.region-groups')).toEqual(['lower', 'upper']);
    expect(value('session.procedure-count')).toBe(3);
  });

  it('does not count levels that are not named', () => {
    const value = facts(
      line({ procedure: procedure({ targets: [target('L4-L5', 'left'), target(undefined, 'left')] }) }),
    );
    expect(value('procedure.level-count')).toBeUndefined();
  });

  it('adds up the doses of one drug, unless one of them is not said', () => {
    const doses = (...agents: Agent[]) => facts(line({ procedure: procedure({ agents }) }));
    const sum = doses(
      agent('betamethasone-acetate', 'steroid', 6),
      agent('betamethasone', 'steroid', 6),
      agent('lidocaine', 'anesthetic'),
    );
    expect(sum('procedure.betamethasone-mg')).toBe(12);
    expect(sum('procedure.lidocaine-mg')).toBeUndefined();
    expect(sum('procedure.contains-steroid')).toBe(true);
    expect(
      doses(agent('betamethasone', 'steroid', 6), agent('betamethasone', 'steroid'))('procedure.betamethasone-mg'),
    ).toBeUndefined();
    expect(doses(agent('lidocaine', 'anesthetic', 20))('procedure.contains-steroid')).toBe(false);
  });

  it('tells what else was done on the day', () => {
    const other = procedure({ id: 'p2', family: 'another', kind: 'another-block' });
    const value = facts(line({ procedure: procedure() }), undefined, [procedure(), other]);
    expect(value('session.families')).toEqual(['topic', 'another']);
    expect(value('session.other-families')).toEqual(['another']);
    expect(value('session.same-family-kinds')).toEqual(['topic-injection']);
  });
});

describe('facts of a line without a chart', () => {
  it('are those that the code implies', () => {
    const value = facts(line());
    expect(value('procedure.family')).toBe('topic');
    expect(value('procedure.region-group')).toBe('lower');
    expect(value('procedure.region')).toBeUndefined();
    expect(value('procedure.guidance')).toBeUndefined();
    expect(facts(line({ code: 'OTHER' }))('procedure.family')).toBeUndefined();
  });

  it('take the role from the modifier', () => {
    expect(facts(line({ modifiers: ['KX'] }))('procedure.role')).toBe('diagnostic');
    expect(facts(line())('procedure.role')).toBe('therapeutic');
  });
});

describe('the highest level of a line', () => {
  const first = line();
  const further = (number: number, more: Partial<LineView> = {}) => line({ number, code: 'TOP02', ...more });
  it.each([
    ['primary code', [first], 0, 1],
    ['first additional level', [first, further(2)], 1, 2],
    ['two units stand for two levels', [first, further(2, { units: 2 })], 1, 3],
    ['a second line of the add-on is a third level', [first, further(2), further(3)], 2, 3],
    [
      'the other side of the same level is no further level',
      [first, further(2, { modifiers: ['RT'] }), further(3, { modifiers: ['LT'] })],
      2,
      2,
    ],
    ['a code that nobody knows', [line({ code: 'OTHER' })], 0, undefined],
  ])('%s', (_, lines, index, level) => {
    expect(facts(lines[index] as LineView, lines)('line.highest-level')).toBe(level);
  });
});
