import type { Determination } from '../model/determination.ts';
import type { FactDeclaration } from '../model/fact.ts';
import type { Prompt } from '../model/review.ts';

/**
 * One neutral question for every fact that an unknown criterion waits for, each question once. It names the requirement in
 * words and nothing else: no code, no payer, no money.
 */
export function promptsOf(
  determinations: readonly Determination[],
  declaration: (name: string) => FactDeclaration | undefined,
): readonly Prompt[] {
  const reasons = new Map<string, Set<string>>();
  const facts = new Map<string, string>();
  for (const { criteria } of determinations) {
    for (const criterion of criteria) {
      if (criterion.status !== 'unknown' || criterion.silence === 'tolerated') continue;
      for (const name of criterion.missing) {
        const question = declaration(name)?.question;
        if (question === undefined) continue;
        facts.set(question, facts.get(question) ?? name);
        reasons.set(question, (reasons.get(question) ?? new Set()).add(criterion.title));
      }
    }
  }
  return [...facts].map(([question, fact]) => ({
    fact,
    question,
    because: [...(reasons.get(question) ?? [])].join('; '),
  }));
}
