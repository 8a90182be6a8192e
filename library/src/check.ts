import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setsOf } from '@interspace/core/coverage/in-force';
import type { IsoDate } from '@interspace/core/model/date';
import type { Issue } from '@interspace/core/model/result';
import { runCases, type CriterionCases } from './cases/run-all.ts';
import { checkRegister, readRegister } from './check/register.ts';
import { checkRequirements, type RequirementCount } from './check/requirements.ts';
import { referencesOf } from './check/references.ts';
import { lawFiles, readText } from './files.ts';
import { compileLibrary, type OpenLibrary } from './read.ts';
import { staleIssues, staleOn } from './upkeep/stale.ts';

/** The health of the library: what is wrong, and what is there. */
export interface LibraryHealth {
  readonly issues: readonly Issue[];
  readonly revision: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly requirements: readonly RequirementCount[];
  readonly criteria: readonly CriterionCases[];
}

/**
 * Everything that can be wrong with the law besides its cases: shapes, references, requirement rows and register rules without
 * a fate, criteria that lack a kind of case, code sets that nothing uses. `directory` is the library folder. With a day, also what
 * has passed its review date on it.
 */
export function checkLibrary(directory: string, on?: IsoDate): LibraryHealth {
  const texts = lawFiles(directory).map((path) => readText(directory, path));
  const open = compileLibrary(texts);
  const { library } = open;
  const issues: Issue[] = [...open.issues];
  const references = referencesOf(library);
  const exists = (reference: string) =>
    reference.startsWith('file/') ? existsSync(join(directory, '..', reference.slice(5))) : references.has(reference);
  const requirements = library.policies.policies.map((policy) => {
    const folder = policy.file.replace(/policy\.ya?ml$/, '');
    const file = open.requirements.find(({ path }) => path === `${folder}requirements.csv`);
    return checkRequirements(policy, file, exists, issues);
  });
  const register = readRegister(open.register, issues);
  issues.push(...checkRegister(register, exists, references));
  issues.push(...unusedSets(open));
  const cases = runCases(open);
  issues.push(...cases.issues, ...missingCases(cases.criteria));
  if (on !== undefined) {
    const upkeep = staleOn(texts, open, on);
    issues.push(...upkeep.issues, ...staleIssues(upkeep));
  }
  const { policies, codeSets } = library.policies;
  const criteria = policies.flatMap((policy) => policy.criteria);
  const counts = {
    facts: library.facts.length,
    'code sets': codeSets.length,
    policies: policies.length,
    documents: new Set(policies.flatMap((policy) => policy.documents.map((document) => document.id))).size,
    criteria: criteria.length,
    'reviewed criteria': criteria.filter((criterion) => criterion.status === 'reviewed').length,
    cases: cases.criteria.reduce((total, entry) => total + entry.cases, 0),
    'requirement rows': requirements.reduce((total, entry) => total + entry.rows, 0),
    'requirement rows modelled': requirements.reduce((total, entry) => total + entry.modelled, 0),
    'register rules': register.length,
    'register rules modelled': register.filter((row) => row.fate === 'modelled').length,
  };
  return { issues, revision: library.revision, counts, requirements, criteria: cases.criteria };
}

/** Every criterion shows each of the four answers and a boundary; what it lacks is a warning. */
function missingCases(criteria: readonly CriterionCases[]): Issue[] {
  return criteria.flatMap((entry): Issue[] => {
    const lacking = (['met', 'not-met', 'unknown', 'not-applicable'] as const).filter(
      (status) => entry.counts[status] === 0,
    );
    const absent = [...lacking, ...(entry.boundary === 0 ? ['boundary'] : [])];
    if (absent.length === 0) return [];
    const at = `${entry.file.replace(/\.ya?ml$/, '')}.test.yaml:1`;
    return [
      {
        code: 'library/case-missing',
        message: `${entry.criterion} has no case for: ${absent.join(', ')}.`,
        at,
        level: 'warning',
      },
    ];
  });
}

function unusedSets({ library }: OpenLibrary): Issue[] {
  const { policies, codeSets } = library.policies;
  const used = new Set(
    policies.flatMap((policy) => [policy.appliesTo.codes ?? '', ...policy.criteria.flatMap(setsOf)]),
  );
  return codeSets
    .filter((set) => !used.has(set.name))
    .map((set) => ({
      code: 'library/unused',
      message: `No policy uses the code set "${set.name}".`,
      at: `${set.file}:1`,
      level: 'warning',
    }));
}
