import { describe, expect, it } from 'vitest';
import { date } from '../model/date.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import type { Session } from '../model/history.ts';
import type { CodeImplication } from '../model/law/policy.ts';
import type { SessionRule } from '../model/law/session-rule.ts';
import type { Procedure } from '../model/procedure.ts';
import { indexImplications } from './code-facts.ts';
import { MODIFIERS } from './invented-law.fixture.ts';
import { historyOf } from './known-history.ts';
import type { CoverageRequest } from './request.ts';

const implied = (code: string, kinds: string[], regions: string[]): CodeImplication => ({
  code,
  family: 'facet',
  kinds,
  regions,
  lineKind: 'procedure',
  facts: {},
});
const implications = indexImplications(
  [
    implied('11111', ['facet-ablation'], ['lumbar', 'sacral']),
    implied('22222', ['facet-injection', 'medial-branch-block'], ['lumbar', 'sacral']),
    implied('33333', ['facet-ablation'], ['cervical', 'thoracic']),
    { ...implied('44444', ['nerve-block'], []), facts: { levels: ['some-nerve'] } },
  ],
  MODIFIERS,
);
const rule: SessionRule = {
  families: ['facet'],
  regionGroups: {},
  windowStart: 'inclusive',
  windowStanding: 'settled',
  roles: [
    { role: 'ablation', kinds: ['facet-ablation'] },
    { role: 'diagnostic', modifier: 'KX' },
    { role: 'therapeutic' },
  ],
};
const SAID: Evidence = { source: 'note', document: 'note', quote: 'This is the first injection', start: 0, end: 27 };
const sheetOf = (values: Record<string, number | undefined>) =>
  new Map(Object.entries(values).map(([name, value]): [string, Fact] => [name, { name, value, evidence: [SAID] }]));

describe('historyOf', () => {
  const of = (count: number | undefined, families: readonly string[], history?: CoverageRequest['history']) =>
    historyOf(
      {
        history,
        sheet: sheetOf({ 'prior.count-narrative': count }),
        procedures: families.map((family) => ({ family }) as Procedure),
      },
      rule,
      implications,
    );
  it('takes the word of the chart that there was none before', () => {
    expect(of(0, ['epidural', 'epidural'])).toEqual({ complete: true, sessions: [], evidence: [SAID] });
  });
  it.each([
    ['nothing is said', undefined, ['epidural']],
    ['there were earlier ones', 1, ['epidural']],
    ['it is open which family is meant', 0, ['epidural', 'facet']],
  ] as const)('knows no history when %s', (_, count, families) => expect(of(count, families)).toBeUndefined());
  it('never overrules a history that was given', () => {
    expect(of(0, ['epidural'], { sessions: [] })).toEqual({ sessions: [] });
  });
});

describe('codes of earlier sessions', () => {
  const session = (more: Partial<Session>): Session => ({ date: date('2026-01-05'), family: 'facet', ...more });
  const known = (given: Session) =>
    historyOf({ history: { sessions: [given] }, sheet: sheetOf({}), procedures: [] }, rule, implications)?.sessions[0];
  it.each([
    ['a code of one kind tells kind and region', { codes: ['11111'] }, { kind: 'facet-ablation', region: 'lumbar' }],
    ['a code of several kinds tells the region', { codes: ['22222'] }, { kind: undefined, region: 'lumbar' }],
    [
      'what the session says stands',
      { codes: ['11111'], kind: 'other', region: 'sacral' as const },
      { kind: 'other', region: 'sacral' },
    ],
    [
      'codes that disagree tell no region',
      { codes: ['11111', '33333'] },
      { kind: 'facet-ablation', region: undefined },
    ],
    ['an unknown code tells nothing', { codes: ['99999'] }, { kind: undefined, region: undefined }],
  ])('%s', (_, given, expected) => {
    const { kind, region } = known(session(given)) ?? {};
    expect({ kind, region }).toEqual(expected);
  });
  it.each([
    ['a code of ablation', { codes: ['11111'] }, 'ablation'],
    ['a code of injections without the modifier', { codes: ['22222'], modifiers: [] }, 'therapeutic'],
    ['a code of injections with the modifier', { codes: ['22222'], modifiers: ['KX'] }, 'diagnostic'],
    ['a code of injections, modifiers not known', { codes: ['22222'] }, undefined],
    ['a stated role', { codes: ['22222'], modifiers: [], role: 'diagnostic' as const }, 'diagnostic'],
  ])('role: %s', (_, given, role) => expect(known(session(given))?.role).toBe(role));
  it.each([
    ['one side', { codes: ['11111'], modifiers: ['RT'] }, 'right', undefined],
    ['both on one line', { codes: ['11111'], modifiers: ['50', 'KX'] }, 'bilateral', undefined],
    ['each on a line of its own', { codes: ['11111'], modifiers: ['RT', 'LT'] }, 'bilateral', undefined],
    ['none', { codes: ['11111'], modifiers: [] }, undefined, undefined],
    ['a stated side', { codes: ['11111'], modifiers: ['RT'], side: 'left' as const }, 'left', undefined],
    ['a code that names its site', { codes: ['44444'] }, undefined, ['some-nerve']],
    ['a code beside it that names none', { codes: ['44444', '22222'] }, undefined, undefined],
  ])('side and site: %s', (_, given, side, levels) => {
    const found = known(session(given));
    expect([found?.side, found?.levels]).toEqual([side, levels]);
  });
});
