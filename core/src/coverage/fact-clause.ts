import type { ClauseResult, Status } from '../model/determination.ts';
import type { Fact, FactValue } from '../model/fact.ts';
import type { Clause, Limit } from '../model/law/clause.ts';
import { NONE, paramOf, type Frame, type PreparedClause } from './scene.ts';
import { valueInWords } from './words.ts';

interface Asked {
  /** Completes the sentence that begins with the fact's name; no fact may change it. */
  readonly condition: () => string;
  readonly judge: (value: FactValue) => Status;
  /** Judges a value that is not known but is one of these words. */
  readonly judgeAmong?: (words: readonly string[]) => Status;
  readonly limit?: Limit;
}

/** Judges one fact: unknown when the chart does not state it, else what `judge` makes of its value. */
export function factClause(
  clause: Clause & { readonly fact: string },
  frame: Frame,
  { condition, judge, judgeAmong, limit }: Asked,
): PreparedClause {
  const { operator, fact: name } = clause;
  const declaration = frame.words.declaration(name);
  const citation = limit && 'param' in limit ? paramOf(frame, limit.param).citation : frame.citation;
  const missing = [name];
  let { says } = clause;
  let silence: ClauseResult | undefined;
  const statusOf = (fact: Fact): Status => {
    if (fact.value !== undefined) return judge(fact.value);
    return judgeAmong && isAmong(fact) ? judgeAmong(fact.among) : 'unknown';
  };
  return {
    status: (scene) => {
      const fact = scene.fact(name);
      return fact === undefined ? 'unknown' : statusOf(fact);
    },
    judge: (scene) => {
      const fact = scene.fact(name);
      // Most of what is asked is not stated, and the answer to silence is always the same.
      if (fact === undefined && silence !== undefined) return silence;
      const status = fact === undefined ? 'unknown' : statusOf(fact);
      const open = judgeAmong && fact?.value === undefined && isAmong(fact);
      const result: ClauseResult = {
        operator,
        status,
        says: (says ??= `${frame.words.label(name)} ${condition()}`),
        fact: name,
        found: open ? `${fact.among.join(' or ')}, by the code` : valueInWords(fact, declaration),
        evidence: fact === undefined ? NONE : fact.conflict ? [...fact.evidence, ...fact.conflict] : fact.evidence,
        missing: status === 'unknown' ? missing : NONE,
        count: undefined,
        citation,
        parts: NONE,
      };
      if (fact === undefined) silence = result;
      return result;
    },
  };
}

/** Not known, but one of some words. */
function isAmong(fact: Fact | undefined): fact is Fact & Required<Pick<Fact, 'among'>> {
  return fact?.among !== undefined && fact.among.length > 0;
}

/** A value as a list: a single word is a list of one. */
export function listOf(value: FactValue): readonly string[] {
  return typeof value === 'object' ? value : [String(value)];
}
