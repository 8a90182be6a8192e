import { describe, expect, it } from 'vitest';
import { runCases } from './cases/run-all.ts';
import { checkRegister, readRegister } from './check/register.ts';
import { checkRequirements } from './check/requirements.ts';
import { broken, right } from './invented-library.fixture.ts';
import { compileLibrary } from './read.ts';
import type { Issue } from '@interspace/core/model/result';

const CASES = 'policies/payer/topic/duration.test.yaml';
const REQUIREMENTS = 'policies/payer/topic/requirements.csv';

describe('cases beside a criterion', () => {
  it('pass, are counted by answer, and show which clause was never seen both ways', () => {
    const { criteria, issues } = runCases(compileLibrary(right()));
    expect(issues).toEqual([]);
    expect(criteria[0]).toMatchObject({ cases: 4, failed: 0, boundary: 1, unreached: [] });
    expect(criteria[0]?.counts).toEqual({ met: 1, 'not-met': 1, unknown: 1, 'not-applicable': 1 });
    const without = runCases(compileLibrary(broken(CASES, /\n[^\n]*another diagnosis[^\n]*/, '')));
    expect(without.criteria[0]?.unreached).toEqual(['unless (not met only)']);
  });

  it.each([
    ['a wrong status', 'pain.weeks: 4,', 'pain.weeks: 3,', 'status: expected met, found not-met'],
    [
      'a wrong missing fact',
      'missing: [pain.weeks]',
      'missing: [care.failed]',
      'missing: expected care.failed, found pain.weeks',
    ],
    ['a wrong sentence', 'says: 3 weeks', 'says: 5 weeks', 'does not contain "5 weeks"'],
    ['a wrong severity', 'severity: block', 'severity: warn', 'severity: expected warn, found block'],
    ['a fact that nobody declared', 'pain.weeks: 4,', 'pain.wecks: 4,', 'There is no fact "pain.wecks"'],
    [
      'a day before the document began',
      'on: 2026-01-01, facts: { pain.weeks: 4',
      'on: 2020-12-31, facts: { pain.weeks: 4',
      'expected met, found not-applicable',
    ],
  ])('fail with %s', (_, from, to, words) => {
    const { issues } = runCases(compileLibrary(broken(CASES, from, to)));
    expect(issues.map((issue) => issue.message).join('\n')).toContain(words);
  });
});

describe('requirement rows', () => {
  const check = (from: string | RegExp, to: string) => {
    const issues: Issue[] = [];
    const texts = from === '' ? right() : broken(REQUIREMENTS, from, to);
    const { library, requirements } = compileLibrary(texts);
    const [policy] = library.policies.policies;
    if (!policy) throw new Error('the fixture has a policy');
    const counts = checkRequirements(policy, requirements[0], () => false, issues);
    return { counts, messages: issues.map((issue) => `${issue.at} ${issue.message}`) };
  };

  it('are counted', () => {
    expect(check('', '')).toEqual({
      counts: { policy: 'payer/topic', rows: 2, modelled: 1, excused: 1 },
      messages: [],
    });
  });

  it.each([
    ['neither modelled nor excused', 'payer/topic/duration,', ',', `${REQUIREMENTS}:2 R1 is neither`],
    ['naming nothing that exists', 'payer/topic/duration,', 'payer/topic/duratio,', 'does not exist'],
    ['claimed by nobody', 'R1,', 'R9,', 'does not say that it satisfies R9'],
    ['both', 'payer/topic/duration,', 'payer/topic/duration,why', 'both modelled and excused'],
  ])('%s are refused', (_, from, to, words) => {
    expect(check(from, to).messages.join('\n')).toContain(words);
  });
});

describe('the register of rules', () => {
  const check = (rows: string) => {
    const issues: Issue[] = [];
    const read = readRegister([{ path: 'register/r.csv', text: `rule,fate,by,reason\n${rows}\n` }], issues);
    const known = new Set(['criterion/payer/topic/duration']);
    return [...issues, ...checkRegister(read, (name) => known.has(name), known)].map(
      (issue) => `${issue.at} ${issue.message}`,
    );
  };

  it('accepts a rule that is modelled and one that is excused', () => {
    expect(check('A-1,modelled,criterion/payer/topic/duration,\nA-2,excused,,"not ours, by scope"')).toEqual([]);
  });

  it.each([
    ['A-1,modelled,criterion/payer/topic/duratio,', 'which does not exist'],
    ['A-1,modelled,,', 'nothing is named'],
    ['A-1,excused,,', 'without a reason'],
    ['A-1,,,', 'neither modelled nor excused'],
    ['A-1,excused,,x\nA-1,excused,,y', 'listed twice'],
  ])('%s → %s', (rows, words) => {
    expect(check(rows).join('\n')).toContain(words);
  });
});
