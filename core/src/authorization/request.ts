import type { Claim } from '../model/claim.ts';
import { factValue, type FactSheet } from '../model/fact.ts';
import type { Procedure } from '../model/procedure.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';

/** A line as a program looks at it. */
export interface AskedLine {
  readonly code: string;
  readonly modifiers?: readonly string[];
  readonly kind?: string;
}

export interface AuthorizationRequest {
  readonly lines: readonly AskedLine[];
  readonly context: ResolvedContext;
  readonly facts: FactSheet;
  readonly procedures?: readonly Procedure[] | undefined;
  /** The claim, when there is one: what it lacks is a Finding only then. */
  readonly claim?: Claim | undefined;
}

/** The number on the claim (of the claim or of a line), else the one that was stated. */
export function trackingOf({ claim, facts }: Pick<AuthorizationRequest, 'claim' | 'facts'>): string | undefined {
  const stated = factValue(facts, 'encounter.authorization-number');
  return (
    claim?.authorization ??
    claim?.lines.find((line) => line.authorization !== undefined)?.authorization ??
    (typeof stated === 'string' ? stated : undefined)
  );
}

/** `{hole}` → its word; a hole that nobody fills stays as it is. */
export function fill(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z]+)\}/g, (all, name: string) => words[name] ?? all);
}
