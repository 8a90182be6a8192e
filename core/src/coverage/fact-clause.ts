import type { ClauseResult, Status } from '../model/determination.ts';
import type { FactValue } from '../model/fact.ts';
import type { Clause, Limit } from '../model/law/clause.ts';
import { paramOf, type Frame, type PreparedClause } from './scene.ts';
import { valueInWords } from './words.ts';

interface Asked {
  /** Completes the sentence that begins with the fact's name; no fact may change it. */
  readonly condition: () => string;
  readonly judge: (value: FactValue) => Status;
  readonly limit?: Limit;
}

/** Judges one fact: unknown when the chart does not state it, else what `judge` makes of its value. */
export function factClause(
  clause: Clause & { readonly fact: string },
  frame: Frame,
  { condition, judge, limit }: Asked,
): PreparedClause {
  const { operator, fact: name } = clause;
  const declaration = frame.words.declaration(name);
  const citation = limit && 'param' in limit ? paramOf(frame, limit.param).citation : frame.citation;
  let { says } = clause;
  let silence: ClauseResult | undefined;
  return {
    status: (scene) => {
      const value = scene.fact(name)?.value;
      return value === undefined ? 'unknown' : judge(value);
    },
    judge: (scene) => {
      const fact = scene.fact(name);
      // Most of what is asked is not stated, and the answer to silence is always the same.
      if (fact === undefined && silence !== undefined) return silence;
      const status = fact?.value === undefined ? 'unknown' : judge(fact.value);
      const result: ClauseResult = {
        operator,
        status,
        says: (says ??= `${frame.words.label(name)} ${condition()}`),
        fact: name,
        found: valueInWords(fact, declaration),
        evidence: fact === undefined ? [] : [...fact.evidence, ...(fact.conflict ?? [])],
        missing: status === 'unknown' ? [name] : [],
        citation,
        parts: [],
      };
      if (fact === undefined) silence = result;
      return result;
    },
  };
}

/** A value as a list: a single word is a list of one. */
export function listOf(value: FactValue): readonly string[] {
  return typeof value === 'object' ? value : [String(value)];
}
