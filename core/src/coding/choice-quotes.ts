import type { Evidence } from '../model/evidence.ts';
import type { RecipeCondition } from '../model/law/coding.ts';
import type { Procedure } from '../model/procedure.ts';
import { namesOfAttribute } from './condition.ts';

/** The quotes of the attributes that a choice was made by, else those given: a Finding shows what it speaks of. */
export function choiceQuotes(
  when: RecipeCondition,
  procedure: Procedure,
  otherwise: readonly Evidence[],
): readonly Evidence[] {
  const quotes = procedure.attributeEvidence ?? {};
  const own = Object.keys(when.attributes ?? {}).flatMap((name) => {
    const known = namesOfAttribute(name).find((one) => quotes[one] !== undefined);
    return known === undefined ? [] : (quotes[known] ?? []);
  });
  return own.length > 0 ? own : otherwise;
}
