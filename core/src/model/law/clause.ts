import type { Duration } from '../duration.ts';

/** A value written in a clause, or the name of a dated param of the criterion. */
export type Limit = { readonly param: string } | { readonly value: number | Duration };

/** What an earlier session must be for a counting clause to look at it. Empty = the session rule's families. */
export interface Selector {
  readonly families?: readonly string[];
  readonly kinds?: readonly string[];
  readonly roles?: readonly string[];
  readonly same: readonly SameKey[];
  /** Name of the param that holds the window. */
  readonly within?: string;
}

export type SameKey = 'region-group' | 'side' | 'levels' | 'kind';
export const SAME_KEYS: readonly SameKey[] = ['region-group', 'side', 'levels', 'kind'];

interface Said {
  /** Unique inside its criterion, in reading order: `require.all-of.2.any-of.1`. */
  readonly path: string;
  /** Words that replace the generated ones. */
  readonly says?: string;
}

/** One clause of a criterion, as compiled from YAML. A closed set: a new way of saying a rule is a new member here. */
export type Clause = Said &
  (
    | { readonly operator: 'all-of' | 'any-of' | 'none-of'; readonly of: readonly Clause[] }
    | { readonly operator: 'n-of'; readonly count: Limit; readonly of: readonly Clause[] }
    | { readonly operator: 'is'; readonly fact: string; readonly values: readonly (string | number | boolean)[] }
    | { readonly operator: 'includes'; readonly fact: string; readonly words: readonly string[] }
    | { readonly operator: Comparison; readonly fact: string; readonly limit: Limit }
    | { readonly operator: 'documented'; readonly fact: string }
    | { readonly operator: 'in-code-set' | 'only-in-code-set'; readonly fact: string; readonly set: string }
    | { readonly operator: 'overlaps' | 'same-as'; readonly fact: string; readonly other: string }
    | { readonly operator: 'count-at-most'; readonly selector: Selector; readonly limit: Limit }
    | {
        readonly operator: 'sessions-at-least';
        readonly selector: Selector;
        readonly count: Limit;
        readonly where?: Clause;
      }
    | {
        readonly operator: 'last-session';
        readonly selector: Selector;
        readonly where: Clause;
        readonly ifNone: IfNone;
      }
  );

export type Comparison = 'at-least' | 'at-most' | 'more-than' | 'less-than';
export type IfNone = 'met' | 'not-met' | 'not-applicable';
export type Operator = Clause['operator'];
/** The member of the union that has a given operator (several operators may share one shape). */
export type ClauseOf<O extends Operator> = Clause extends infer C
  ? C extends { readonly operator: infer P }
    ? [O] extends [P]
      ? C
      : never
    : never
  : never;

/** The clauses directly inside a clause. */
export function partsOf(clause: Clause): readonly Clause[] {
  switch (clause.operator) {
    case 'all-of':
    case 'any-of':
    case 'none-of':
    case 'n-of':
      return clause.of;
    case 'sessions-at-least':
      return clause.where ? [clause.where] : [];
    case 'last-session':
      return [clause.where];
    default:
      return [];
  }
}

/** Visits a clause and everything inside it, outermost first. */
export function visitClauses(clause: Clause, visit: (clause: Clause) => void): void {
  visit(clause);
  for (const part of partsOf(clause)) visitClauses(part, visit);
}
