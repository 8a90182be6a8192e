import { waits } from '../coverage/determine.ts';
import type { ClauseResult, CriterionResult, Determination } from '../model/determination.ts';
import type { Review } from '../model/review.ts';

/** A fact that is not known, and what it would have to be: only if that is what happened. */
export interface OpenFact {
  readonly fact: string;
  readonly question: string;
  /** The clause in words; `not:` before it when it must not hold. */
  readonly if: string;
}

/** What keeps a line from meeting its document, and the smallest set of facts that would settle it. */
export interface Way {
  readonly line: number;
  readonly code: string;
  readonly policy?: string;
  readonly document?: string;
  readonly outcome: Determination['outcome'];
  /** False when something that is known already fails: no missing fact can help. */
  readonly possible: boolean;
  readonly facts: readonly OpenFact[];
  readonly blockedBy: readonly { readonly criterion: string; readonly title: string; readonly why: string }[];
}

type Wanted = 'met' | 'not-met';
interface Leaf {
  readonly fact: string;
  readonly if: string;
}

/**
 * For every line that does not meet its document: the fewest open facts whose answers would make it meet, each with the
 * answer in words. It looks only at what is unknown and never at what is known, so it can not suggest to change a record.
 * `question` gives the neutral question of a fact; a fact that nobody can be asked is no way.
 */
export function whatWouldPass(review: Review, question: (fact: string) => string | undefined): Way[] {
  return review.determinations.flatMap((determination) => {
    const { line, policy, document, outcome, criteria } = determination;
    if (outcome === 'meets' || outcome === 'no-policy') return [];
    const blockedBy = criteria
      .filter(({ status, severity }) => status === 'not-met' && severity === 'block')
      .map(({ criterion, title, tree }) => ({ criterion, title, why: failing(tree) }));
    const chosen = new Map<string, Leaf>();
    let possible = blockedBy.length === 0;
    const waiting = byDifficulty(criteria.filter(waits), question);
    for (const criterion of waiting) {
      const leaves = waysOf(criterion, question, chosen);
      if (leaves === undefined) possible = false;
      else for (const leaf of leaves) chosen.set(leaf.fact, leaf);
    }
    if (possible) dropNeedless(chosen, waiting);
    const facts = possible
      ? [...chosen.values()].map((leaf) => ({
          fact: leaf.fact,
          question: question(leaf.fact) ?? leaf.fact,
          if: leaf.if,
        }))
      : [];
    return [
      {
        line,
        code: review.lines[line - 1]?.code ?? '',
        ...(policy === undefined ? {} : { policy }),
        ...(document === undefined ? {} : { document }),
        outcome,
        possible: possible && facts.length > 0,
        facts,
        blockedBy,
      },
    ];
  });
}

type Question = (fact: string) => string | undefined;

/** Criteria with one way first: what they need is needed anyway, and may settle the others. */
function byDifficulty(criteria: readonly CriterionResult[], question: Question): CriterionResult[] {
  const size = (criterion: CriterionResult): number => waysOf(criterion, question, new Map())?.length ?? 0;
  return criteria.toSorted((one, other) => size(one) - size(other));
}

/** What one criterion needed may settle another that was given a leaf of its own before: that leaf goes again. */
function dropNeedless(chosen: Map<string, Leaf>, waiting: readonly CriterionResult[]): void {
  for (const leaf of Array.from(chosen.values())) {
    chosen.delete(leaf.fact);
    const known: Question = (fact) => (chosen.has(fact) ? fact : undefined);
    if (!waiting.every((criterion) => waysOf(criterion, known, chosen) !== undefined)) chosen.set(leaf.fact, leaf);
  }
}

/** The fewest leaves that settle a criterion: its requirement met, or shown not to apply. */
function waysOf(criterion: CriterionResult, question: Question, chosen: ReadonlyMap<string, Leaf>) {
  const part = (name: string): ClauseResult | undefined =>
    criterion.tree.parts.find(({ operator }) => operator === name);
  const [when, unless, require] = [part('when'), part('unless'), part('require')];
  const search = new Search(question, chosen);
  return search.fewest([
    require && search.settle(require, 'met'),
    when?.status === 'unknown' ? search.settle(when, 'not-met') : undefined,
    unless?.status === 'unknown' ? search.settle(unless, 'met') : undefined,
  ]);
}

/** Finds the fewest leaves that turn a clause; leaves chosen already cost nothing, leaves chosen otherwise are closed. */
class Search {
  readonly #question: Question;
  readonly #chosen: ReadonlyMap<string, Leaf>;

  constructor(question: Question, chosen: ReadonlyMap<string, Leaf>) {
    this.#question = question;
    this.#chosen = chosen;
  }

  /** The leaves to learn; none when the clause is as wanted already; undefined when no open fact can make it so. */
  settle(clause: ClauseResult, wanted: Wanted): readonly Leaf[] | undefined {
    if (clause.status === 'not-applicable') return [];
    if (clause.status !== 'unknown') return clause.status === wanted ? [] : undefined;
    if (clause.parts.length === 0) return this.#leaf(clause, wanted);
    const parts = clause.parts.filter(({ status }) => status !== 'not-applicable');
    const [needed, of] = need(clause, parts.length, wanted);
    const ways = parts.map((each) => this.settle(each, of)).filter((way) => way !== undefined);
    if (ways.length < needed) return undefined;
    return together(ways.toSorted((one, other) => this.#cost(one) - this.#cost(other)).slice(0, needed));
  }

  fewest(ways: readonly (readonly Leaf[] | undefined)[]): readonly Leaf[] | undefined {
    return ways.filter((way) => way !== undefined).toSorted((one, other) => this.#cost(one) - this.#cost(other))[0];
  }

  #leaf(clause: ClauseResult, wanted: Wanted): readonly Leaf[] | undefined {
    const leaves = clause.missing.map((fact) => ({ fact, if: wanted === 'met' ? clause.says : `not: ${clause.says}` }));
    const open = leaves.every(({ fact, if: says }) => {
      const before = this.#chosen.get(fact);
      return this.#question(fact) !== undefined && (before === undefined || before.if === says);
    });
    return leaves.length > 0 && open ? leaves : undefined;
  }

  #cost(way: readonly Leaf[]): number {
    return way.filter(({ fact }) => !this.#chosen.has(fact)).length;
  }
}

/** How many parts must come out how, for the whole to come out as wanted. */
function need(clause: ClauseResult, parts: number, wanted: Wanted): [needed: number, of: Wanted] {
  if (clause.operator === 'none-of') return wanted === 'met' ? [parts, 'not-met'] : [1, 'met'];
  if (clause.operator === 'any-of') return wanted === 'met' ? [1, 'met'] : [parts, 'not-met'];
  if (clause.operator === 'n-of') {
    const count = clause.count ?? parts;
    return wanted === 'met' ? [count, 'met'] : [Math.max(0, parts - count + 1), 'not-met'];
  }
  return wanted === 'met' ? [parts, 'met'] : [1, 'not-met'];
}

function together(ways: readonly (readonly Leaf[])[]): readonly Leaf[] {
  return [...new Map(ways.flat().map((leaf) => [`${leaf.fact} ${leaf.if}`, leaf])).values()];
}

/** The first clause that fails, in words. */
function failing(clause: ClauseResult): string {
  const below = clause.parts.find(({ status }) => status === 'not-met');
  if (below) return failing(below);
  return clause.found === undefined ? clause.says : `${clause.says}; found: ${clause.found}`;
}
