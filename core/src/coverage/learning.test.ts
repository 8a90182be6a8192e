import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../ledger/open-ledger.ts';
import { addDays, date } from '../model/date.ts';
import type { Status } from '../model/determination.ts';
import type { Fact, FactDeclaration, FactValue } from '../model/fact.ts';
import type { History, Session } from '../model/history.ts';
import type { Clause, Selector } from '../model/law/clause.ts';
import type { Criterion } from '../model/law/criterion.ts';
import { judgeCriterion, statusOfCriterion } from './judge-criterion.ts';
import type { CriterionInForce } from './in-force.ts';
import { criterion, FACTS, law, MODIFIERS, policy, value } from './invented-law.fixture.ts';
import { sceneFor } from './judge-document.ts';
import { preparePolicies } from './prepare.ts';
import type { Scene } from './scene.ts';

const ON = date('2026-04-20');
const declared: FactDeclaration[] = [
  ...FACTS,
  { name: 'yes.no', type: 'boolean', meaning: '' },
  { name: 'a.word', type: 'word', meaning: '' },
  { name: 'some.words', type: 'words', meaning: '' },
];
const POLICY = policy([]);
const PARAMS = { limit: [value(2)], window: [value({ amount: 12, unit: 'months' })] };

// Clauses of every operator, nested at random.
const selector: fc.Arbitrary<Selector> = fc.record(
  {
    same: fc.subarray(['region-group', 'side', 'levels', 'kind'] as const),
    roles: fc.constantFrom(['diagnostic'], ['therapeutic']),
    within: fc.constant('window'),
  },
  { requiredKeys: ['same'] },
);
const earlierLeaf = fc.constantFrom<Clause>(
  { path: 'e1', operator: 'at-least', fact: 'earlier.relief-percent', limit: { value: 50 } },
  { path: 'e2', operator: 'at-least', fact: 'earlier.relief-days', limit: { value: 90 } },
  { path: 'e3', operator: 'is', fact: 'earlier.levels-cover', values: [true] },
);
const leaf: fc.Arbitrary<Clause> = fc.oneof(
  fc.constantFrom<Clause>(
    { path: 'l1', operator: 'is', fact: 'yes.no', values: [true] },
    { path: 'l2', operator: 'is', fact: 'a.word', values: ['x', 'y'] },
    { path: 'l3', operator: 'includes', fact: 'some.words', words: ['x'] },
    { path: 'l4', operator: 'at-least', fact: 'pain.weeks', limit: { value: 4 } },
    { path: 'l5', operator: 'less-than', fact: 'pain.weeks', limit: { value: 10 } },
    { path: 'l6', operator: 'documented', fact: 'a.word' },
    { path: 'l7', operator: 'overlaps', fact: 'some.words', other: 'a.word' },
    { path: 'l8', operator: 'same-as', fact: 'some.words', other: 'a.word' },
    { path: 'l9', operator: 'in-code-set', fact: 'line.diagnoses', set: 'good-diagnoses' },
    { path: 'l10', operator: 'only-in-code-set', fact: 'line.diagnoses', set: 'good-diagnoses' },
  ),
  selector.map((of): Clause => ({ path: 'c', operator: 'count-at-most', selector: of, limit: { param: 'limit' } })),
  fc
    .tuple(selector, fc.option(earlierLeaf, { nil: undefined }), fc.integer({ min: 1, max: 2 }))
    .map(([of, where, count]): Clause => ({
      path: 's',
      operator: 'sessions-at-least',
      selector: of,
      count: { value: count },
      ...(where && { where }),
    })),
  fc
    .tuple(selector, earlierLeaf, fc.constantFrom('met', 'not-met', 'not-applicable'))
    .map(([of, where, ifNone]): Clause => ({
      path: 'last',
      operator: 'last-session',
      selector: of,
      where,
      ifNone: ifNone as 'met',
    })),
);
const clause: fc.Arbitrary<Clause> = fc.letrec<{ clause: Clause }>((tie) => ({
  clause: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom('all-of', 'any-of', 'none-of'), fc.array(tie('clause'), { minLength: 1, maxLength: 3 }))
      .map(([operator, of]): Clause => ({ path: 'g', operator: operator as 'all-of', of })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie('clause'), { minLength: 1, maxLength: 3 }))
      .map(([count, of]): Clause => ({ path: 'n', operator: 'n-of', count: { value: count }, of })),
  ),
})).clause;

// A whole truth, and a part of it that is known.
const truth = fc.record({
  'yes.no': fc.boolean(),
  'a.word': fc.constantFrom('x', 'z'),
  'some.words': fc.subarray(['x', 'y', 'z'], { minLength: 1 }),
  'pain.weeks': fc.constantFrom(2, 4, 12),
  'line.diagnoses': fc.subarray(['M1.1', 'M9.9'], { minLength: 1 }),
  'procedure.region-group': fc.constantFrom('upper', 'lower'),
  'procedure.side': fc.constantFrom('left', 'right', 'bilateral'),
  'procedure.levels': fc.subarray(['L4-L5', 'L5-S1'], { minLength: 1 }),
  'procedure.kind': fc.constantFrom('topic-injection', 'other-injection'),
});
const session: fc.Arbitrary<Session> = fc.record({
  date: fc.integer({ min: -800, max: -1 }).map((days) => addDays(ON, days)),
  family: fc.constant('topic'),
  kind: fc.constantFrom('topic-injection', 'other-injection'),
  region: fc.constantFrom('lumbar', 'cervical'),
  side: fc.constantFrom('left', 'right', 'bilateral'),
  levels: fc.subarray(['L4-L5', 'L5-S1'], { minLength: 1 }),
  role: fc.constantFrom('diagnostic', 'therapeutic'),
  response: fc.record({ painReliefPercent: fc.constantFrom(20, 60), durationDays: fc.constantFrom(30, 100) }),
});

const scene = (facts: Record<string, FactValue>, history: History | undefined) => {
  const known = new Map<string, Fact>(
    Object.entries(facts).map(([name, of]) => [name, { name, value: of, evidence: [] }]),
  );
  const ledger = openLedger(history, POLICY.session, ON);
  return sceneFor({ on: ON, policy: POLICY, ledger: () => ledger, fact: (name) => known.get(name) });
};

/** A criterion as it stands in the fixture's document. */
const inForce = (require: Clause, more: Partial<Criterion> = {}): CriterionInForce => {
  const own = policy([criterion('any', require, { params: PARAMS, ...more })]);
  const prepared = preparePolicies({ facts: declared, policies: law([own]), edits: { modifiers: MODIFIERS } });
  const [entry] = own.documents.flatMap((document) => prepared.criteria(own, document, ON));
  if (!entry) throw new Error('the fixture is in force');
  return entry;
};
const judge = (of: Clause, at: Scene) => inForce(of).require.judge(at);

/** What is known of the truth: some facts, some sessions (all, when the list is called complete), some of what they say. */
const situation = fc.record({
  truth,
  sessions: fc.array(session, { maxLength: 4 }),
  knownFacts: fc.subarray([
    'yes.no',
    'a.word',
    'some.words',
    'pain.weeks',
    'line.diagnoses',
    'procedure.region-group',
    'procedure.side',
    'procedure.levels',
    'procedure.kind',
  ]),
  listed: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  told: fc.array(fc.subarray(['kind', 'region', 'side', 'levels', 'role', 'response'] as const), {
    minLength: 4,
    maxLength: 4,
  }),
  complete: fc.boolean(),
});

function partOf({
  truth: facts,
  sessions,
  knownFacts,
  listed,
  told,
  complete,
}: typeof situation extends fc.Arbitrary<infer T> ? T : never) {
  const kept = sessions
    .map((one, index) => ({ one, index }))
    .filter(({ index }) => complete || listed[index])
    .map(({ one, index }) => ({
      date: one.date,
      family: one.family,
      ...Object.fromEntries((told[index] ?? []).map((key) => [key, one[key]])),
    }));
  const known = Object.fromEntries(Object.entries(facts).filter(([name]) => knownFacts.includes(name)));
  return { known: known as Record<string, FactValue>, history: { complete, sessions: kept } as History };
}

describe('learning a fact', () => {
  it('never changes the status of a clause that is settled', () => {
    fc.assert(
      fc.property(clause, situation, (of, whole) => {
        const { known, history } = partOf(whole);
        const before = judge(of, scene(known, history)).status;
        const after = judge(of, scene(whole.truth, { complete: true, sessions: whole.sessions })).status;
        expect(after).not.toBe('unknown');
        if (before !== 'unknown') expect(after).toBe(before);
      }),
      { numRuns: 1500 },
    );
  });

  it('never turns a criterion that stands against the line, or one that favours it', () => {
    fc.assert(
      fc.property(
        fc.option(clause, { nil: undefined }),
        fc.option(clause, { nil: undefined }),
        clause,
        situation,
        (when, unless, require, whole) => {
          const { known, history } = partOf(whole);
          const judged = (facts: Record<string, FactValue>, from: History): Status => {
            const entry = inForce(require, { ...(when && { when }), ...(unless && { unless }) });
            const { status } = judgeCriterion(entry, scene(facts, from));
            // Who asks for the status alone is told the same.
            expect(statusOfCriterion(entry, scene(facts, from)).status).toBe(status);
            return status;
          };
          const side = (status: Status) => (status === 'unknown' ? 'open' : status === 'not-met' ? 'against' : 'for');
          const before = side(judged(known, history));
          const after = side(judged(whole.truth, { complete: true, sessions: whole.sessions }));
          expect(after).not.toBe('open');
          if (before !== 'open') expect(after).toBe(before);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('names what is missing exactly when it is unknown', () => {
    fc.assert(
      fc.property(clause, situation, (of, whole) => {
        const { known, history } = partOf(whole);
        const result = judge(of, scene(known, history));
        expect(result.missing.length > 0).toBe(result.status === 'unknown');
      }),
      { numRuns: 500 },
    );
  });
});
