import type { ClauseResult, Status } from '../model/determination.ts';
import type { FactValue } from '../model/fact.ts';
import type { Clause, Limit } from '../model/law/clause.ts';
import { paramOf, type Scene } from './scene.ts';
import { valueInWords } from './words.ts';

/**
 * Judges one fact: unknown when the chart does not state it, else what `judge` makes of its value.
 * `condition` completes the sentence that begins with the fact's name; no fact may change it.
 */
export function judgeFact(
  clause: Clause & { readonly fact: string },
  scene: Scene,
  condition: () => string,
  judge: (value: FactValue) => Status,
  limit?: Limit,
): ClauseResult {
  const fact = scene.fact(clause.fact);
  const declaration = scene.words.declaration(clause.fact);
  const status = fact?.value === undefined ? 'unknown' : judge(fact.value);
  return {
    operator: clause.operator,
    status,
    says: clause.says ?? saidOf(clause, scene, condition),
    fact: clause.fact,
    found: valueInWords(fact, declaration),
    evidence: fact === undefined ? [] : [...fact.evidence, ...(fact.conflict ?? [])],
    missing: status === 'unknown' ? [clause.fact] : [],
    citation: limit && 'param' in limit ? paramOf(scene, limit.param).citation : scene.citation,
    parts: [],
  };
}

function saidOf(clause: Clause & { readonly fact: string }, scene: Scene, condition: () => string): string {
  const { clauses } = scene.said;
  let said = clauses.get(clause);
  if (said === undefined) {
    said = `${scene.words.label(clause.fact)} ${condition()}`;
    clauses.set(clause, said);
  }
  return said;
}

/** A value as a list: a single word is a list of one. */
export function listOf(value: FactValue): readonly string[] {
  return typeof value === 'object' ? value : [String(value)];
}
