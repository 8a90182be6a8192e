import type { Library } from '@interspace/core/model/library';
import { explanation, type Explanation } from './explanation.ts';
import { citationInWords, periodInWords } from '../words.ts';

/** Findings of an edit bear its id after `edit/`. */
export function explainEdit({ edits }: Library, id: string): Explanation | undefined {
  const own = id.replace(/^edit\//, '');
  const rules = edits.rules?.filter((rule) => rule.id === own) ?? [];
  const [first] = rules;
  if (!first) return undefined;
  return explanation(id, 'edit', first.what, {
    'In force': rules.map((rule) => `${periodInWords(rule)}: ${rule.severity}`),
    Why: first.why,
    Do: first.do,
    Sources: rules.map((rule) => citationInWords(rule.citation)),
    'Rules that it models': first.satisfies.join(', '),
  });
}

/** `coding/<recipe>/<what it asks>`, or `coding/<habit>` for what every recipe asks. */
export function explainCodingFinding({ coding }: Library, id: string): Explanation | undefined {
  const [, owner, name] = /^coding\/(?:(.+)\/)?([^/]+)$/.exec(id) ?? [];
  if (name === undefined) return undefined;
  const recipe = coding.recipes.find((one) => one.recipe === owner);
  const text = owner === undefined ? coding.habits.asks[name] : recipe?.asks[name];
  if (!text) return undefined;
  return explanation(id, recipe ? `check of the recipe "${recipe.title}"` : 'check of coding', text.what, {
    Severity: text.severity,
    Why: text.why,
    Do: text.do,
    Sources: citationInWords((recipe ?? coding.habits).citation),
    'Rules that it models': recipe?.satisfies.join(', '),
  });
}

export function explainFact({ facts }: Library, id: string): Explanation | undefined {
  const fact = facts.find(({ name }) => name === id);
  if (!fact) return undefined;
  return explanation(fact.name, 'fact', fact.meaning, {
    Type: `${fact.type}${fact.unit === undefined ? '' : ` in ${fact.unit}`}${fact.words === undefined ? '' : `: ${fact.words.join(', ')}`}`,
    Question: fact.question,
    'Asked of': fact.asked,
  });
}

export function explainDrug({ drugs }: Library, id: string): Explanation | undefined {
  const drug = drugs.find(({ name, names }) => name === id || names.includes(id.toLowerCase()));
  if (!drug) return undefined;
  return explanation(drug.name, 'drug', `${drug.name}, ${drug.role}`, {
    'Written as': drug.names.join(', '),
    Billing: drug.billing.map((one) => `${one.code}: one unit for ${one.per} ${one.measure} (${periodInWords(one)})`),
    Sources: drug.billing.map((one) => citationInWords(one.citation)),
  });
}
