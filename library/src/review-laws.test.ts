import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactDeclaration } from '@interspace/core/model/fact';
import type { Library } from '@interspace/core/model/library';
import type { EngineInput } from '@interspace/core/model/review-input';
import type { Review } from '@interspace/core/model/review';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { review } from '@interspace/core/review/review';
import { contractShelf } from './contract-shelf.fixture.ts';
import { openLibrary } from './read.ts';

// What holds for every encounter, tried on the worked cases of the contract shelf under the whole law.
const root = fileURLToPath(new URL('../..', import.meta.url));
const INPUTS = contractShelf(join(root, 'examples', 'contract'));
const { library } = openLibrary(join(root, 'library'));
const prepared = prepareLibrary(library);
const anyInput = fc.constantFrom(...INPUTS);
const RUNS = { numRuns: 60 };

/** What a Review says, with the digest of the input left out and lists that have no order sorted. */
function said({ trace: { input: _digest, ...trace }, ...whole }: Review): string {
  return JSON.stringify({ ...whole, trace });
}

/** Outcomes and statuses by code and criterion: what must not depend on the order of lines. */
function judged(of: Review): string[] {
  return of.determinations
    .flatMap(({ line, policy, outcome, criteria }) => {
      const code = of.lines[line - 1]?.code ?? '';
      return [
        `${code} ${policy ?? ''} ${outcome}`,
        ...criteria.map((one) => `${code} ${one.criterion} ${one.status} ${one.severity}`),
      ];
    })
    .concat(of.findings.map(({ id, severity }) => `${id} ${severity}`))
    .toSorted();
}

function shuffledLibrary(seed: number): Library {
  const mix = <T>(list: readonly T[]): T[] =>
    fc.sample(fc.shuffledSubarray([...list], { minLength: list.length }), { seed, numRuns: 1 })[0] ?? [];
  const { policies } = library.policies;
  return {
    ...library,
    facts: mix(library.facts),
    policies: {
      ...library.policies,
      policies: mix(policies).map((policy) => ({
        ...policy,
        criteria: mix(policy.criteria),
        documents: mix(policy.documents),
      })),
    },
  };
}

describe('for every encounter', () => {
  it('the same input and the same library give the same bytes, whatever was reviewed between', () => {
    const first = INPUTS.map(([, input]) => JSON.stringify(review(input, prepared)));
    const fresh = prepareLibrary(JSON.parse(JSON.stringify(library)) as Library);
    const again = INPUTS.toReversed()
      .map(([, input]) => JSON.stringify(review(JSON.parse(JSON.stringify(input)) as EngineInput, fresh)))
      .toReversed();
    expect(again).toEqual(first);
  });

  it('the order of policies, criteria, documents and facts of the law changes nothing', () => {
    const laws = [1, 2, 3].map((seed) => prepareLibrary(shuffledLibrary(seed)));
    fc.assert(
      fc.property(anyInput, fc.constantFrom(...laws), ([, input], law) => {
        expect(said(review(input, law))).toBe(said(review(input, prepared)));
      }),
      RUNS,
    );
  });

  it('the order in which facts and earlier sessions are told changes nothing', () => {
    fc.assert(
      fc.property(anyInput, fc.integer(), ([, input], seed) => {
        const mix = <T>(list: readonly T[]): T[] =>
          fc.sample(fc.shuffledSubarray([...list], { minLength: list.length }), { seed, numRuns: 1 })[0] ?? [];
        const told: EngineInput = {
          ...input,
          ...(input.facts && { facts: Object.fromEntries(mix(Object.entries(input.facts))) }),
          ...(input.history && { history: { ...input.history, sessions: mix(input.history.sessions) } }),
        };
        expect(judged(review(told, prepared))).toEqual(judged(review(input, prepared)));
      }),
      RUNS,
    );
  });

  it('the order of claim lines changes no judgement', () => {
    const claims = INPUTS.filter(([, { claim }]) => (claim?.lines.length ?? 0) > 1);
    fc.assert(
      fc.property(fc.constantFrom(...claims), ([, input]) => {
        const turned = { ...input, claim: input.claim && { ...input.claim, lines: input.claim.lines.toReversed() } };
        expect(judged(review(turned, prepared))).toEqual(judged(review(input, prepared)));
      }),
      { numRuns: claims.length * 2 },
    );
  });

  it('an answer to an open question turns no criterion from met to not met or back', () => {
    const settled = (of: Review) =>
      new Map(
        of.determinations.flatMap(({ line, criteria }) =>
          criteria.map((one) => [`${line} ${one.criterion}`, one.status] as const),
        ),
      );
    const open = INPUTS.flatMap(([name, input]) => {
      const before = review(input, prepared);
      const waiting = new Set(
        before.determinations.flatMap(({ criteria }) => criteria.flatMap(({ missing }) => missing)),
      );
      const facts = library.facts.filter(
        (fact) =>
          waiting.has(fact.name) && !(fact.name in (input.facts ?? {})) && fact.type !== 'text' && fact.type !== 'date',
      );
      return facts.map((fact) => ({ name, input, before: settled(before), fact }));
    });
    expect(open.length).toBeGreaterThan(100);
    const answered = fc.constantFrom(...open).chain((one) => answerTo(one.fact).map((value) => ({ ...one, value })));
    fc.assert(
      fc.property(answered, ({ name, input, before, fact, value }) => {
        const now = settled(review({ ...input, facts: { ...input.facts, [fact.name]: value } }, prepared));
        for (const [key, status] of before) {
          if (status !== 'met' && status !== 'not-met') continue;
          expect([name, fact.name, key, now.get(key) ?? status]).toEqual([name, fact.name, key, status]);
        }
      }),
      { numRuns: 400 },
    );
  });
}, 120_000);

function answerTo({ type, words }: FactDeclaration): fc.Arbitrary<boolean | number | string | string[]> {
  if (type === 'boolean') return fc.boolean();
  if (type === 'number') return fc.integer({ min: 0, max: 100 });
  const word = words ? fc.constantFrom(...words) : fc.constant('another');
  return type === 'words' ? word.map((one) => [one]) : word;
}
