import type { Library } from '@interspace/core/model/library';

/** Everything that a register or a requirement row may name, as `criterion/<id>`, `edit/<id>`, `recipe/<id>` …; criteria also by bare id. */
export function referencesOf(library: Library): ReadonlySet<string> {
  const found = new Set<string>();
  for (const policy of library.policies.policies) {
    found.add(`policy/${policy.id}`);
    for (const criterion of policy.criteria) {
      found.add(criterion.id);
      found.add(`criterion/${criterion.id}`);
    }
  }
  for (const set of library.policies.codeSets) found.add(`code-set/${set.name}`);
  for (const rule of library.edits.rules ?? []) found.add(`edit/${rule.id}`);
  for (const recipe of library.coding?.recipes ?? []) found.add(`recipe/${recipe.recipe}`);
  for (const program of library.programs.programs ?? []) found.add(`program/${program.program}`);
  return found;
}
