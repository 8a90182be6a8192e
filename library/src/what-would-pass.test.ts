import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FactValue } from '@interspace/core/model/fact';
import type { EngineInput } from '@interspace/core/model/review-input';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { review } from '@interspace/core/review/review';
import { whatWouldPass, type OpenFact, type Way } from '@interspace/core/review/what-would-pass';
import { contractShelf } from './contract-shelf.fixture.ts';
import { openLibrary } from './read.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const prepared = prepareLibrary(openLibrary(join(root, 'library')).library);
const question = (fact: string) => prepared.facts.get(fact)?.question;
/** The worked cases, and each again with some of its stated facts forgotten. */
const INPUTS = contractShelf(join(root, 'examples', 'contract')).flatMap(([name, input]) => {
  const facts = Object.entries(input.facts ?? {});
  const without = [1, 2, 3].map((step) => {
    const kept = facts.filter((_, at) => at % 3 !== step - 1);
    return [`${name} without a third of its facts (${step})`, { ...input, facts: Object.fromEntries(kept) }] as const;
  });
  return [[name, input] as const, ...(facts.length > 0 ? without : [])];
});

/** A value for which the words of a clause hold; undefined where the words alone do not tell one. */
function valueFor({ fact, if: says }: OpenFact): FactValue | undefined {
  const type = prepared.facts.get(fact)?.type;
  const turned = says.startsWith('not: ');
  if (type === 'boolean' && / is (yes|no)$/.test(says)) return says.endsWith('yes') !== turned;
  const least = /at least (\d+)(?: %|$)/.exec(says)?.[1];
  if (type === 'number' && least !== undefined && !turned) return Number(least);
  const word = / is ([\w-]+)(?: or |$)/.exec(says)?.[1];
  return type === 'word' && word !== undefined && !turned ? word : undefined;
}

const learn = (input: EngineInput, facts: readonly OpenFact[]): EngineInput => ({
  ...input,
  facts: { ...input.facts, ...Object.fromEntries(facts.map((fact) => [fact.fact, valueFor(fact) as string])) },
});
const outcome = (input: EngineInput, { line, document }: Way) =>
  review(input, prepared).determinations.find((one) => one.line === line && one.document === document)?.outcome;

const WAYS = INPUTS.flatMap(([name, input]) =>
  whatWouldPass(review(input, prepared), question).map((way) => [name, input, way] as const),
);
const tried = WAYS.filter(
  ([, , { possible, facts }]) => possible && facts.every((fact) => valueFor(fact) !== undefined),
);

describe('whatWouldPass', () => {
  it('finds ways that the words of the clauses let us try', () => expect(tried.length).toBeGreaterThan(25));

  it.each(tried)('%s: the facts make the line meet, and one less does not', (_, input, way) => {
    expect(outcome(learn(input, way.facts), way)).toBe('meets');
    for (const left of way.facts)
      expect(
        outcome(
          learn(
            input,
            way.facts.filter((fact) => fact !== left),
          ),
          way,
        ),
      ).not.toBe('meets');
  });

  it('offers nothing where what is known already fails, and says what', () => {
    const failing = WAYS.filter(([, , way]) => way.outcome === 'fails');
    expect(failing.length).toBeGreaterThan(5);
    for (const [, , way] of failing) {
      expect(way.possible).toBe(false);
      expect(way.facts).toEqual([]);
      expect(way.blockedBy.every(({ title, why }) => title !== '' && why !== '')).toBe(true);
    }
  });

  it('never names a fact that the chart already tells', () => {
    for (const [, input, way] of WAYS)
      for (const { fact } of way.facts) expect(Object.keys(input.facts ?? {})).not.toContain(fact);
  });
});
