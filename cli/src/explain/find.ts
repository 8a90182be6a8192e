import type { Library } from '@interspace/core/model/library';
import { LAW_ISSUES } from '@interspace/library/issues';
import { WIRE_ISSUES } from '@interspace/wire/issues';
import { CLI_ISSUES } from '../issues.ts';
import { explainCodeSet, explainCriterion, explainDocument, explainPolicy } from './coverage-law.ts';
import { explanation, type Explanation } from './explanation.ts';
import { explainOwnCheck, OWN_CHECKS } from './own-checks.ts';
import { explainCode, explainCodingFinding, explainDrug, explainEdit, explainFact } from './other-law.ts';
import { explainPayer, explainProgram } from './programs-and-payers.ts';

/** What the id stands for: law first, then the Issues. */
export function findExplanation(library: Library, id: string): Explanation | undefined {
  return (
    explainCriterion(library.policies, id) ??
    explainEdit(library, id) ??
    explainCodingFinding(library, id) ??
    explainOwnCheck(id) ??
    explainPolicy(library.policies, id) ??
    explainDocument(library.policies, id) ??
    explainCode(library, id) ??
    explainFact(library, id) ??
    explainProgram(library, id) ??
    explainPayer(library, id) ??
    explainCodeSet(library.policies, id) ??
    explainDrug(library, id) ??
    explainIssue(id)
  );
}

function explainIssue(id: string): Explanation | undefined {
  const own = ({ ...CLI_ISSUES, ...LAW_ISSUES } as Readonly<Record<string, { means: string; do: string }>>)[id];
  if (own) return explanation(id, 'issue', own.means, { Do: own.do });
  const wire = (WIRE_ISSUES as Readonly<Record<string, readonly [string, string, string]>>)[id];
  return wire && explanation(id, `issue (${wire[0]})`, wire[1], { Do: wire[2] });
}

/** Every id that can be explained, for suggestions. */
export function* explainableIds({ policies, edits, facts, programs, coding, drugs }: Library): Generator<string> {
  for (const policy of policies.policies) {
    yield policy.id;
    for (const { id } of policy.criteria) yield id;
    for (const { id, article } of policy.documents) {
      yield id;
      if (article !== undefined) yield article;
    }
  }
  for (const { id } of edits.rules ?? []) yield `edit/${id}`;
  for (const { recipe, asks } of coding.recipes) for (const name of Object.keys(asks)) yield `coding/${recipe}/${name}`;
  for (const name of Object.keys(coding.habits.asks)) yield `coding/${name}`;
  yield* Object.keys(OWN_CHECKS);
  for (const { name } of facts) yield name;
  for (const { program, findings } of programs.programs) {
    yield program;
    for (const name of Object.keys(findings)) yield `authorization/${program}/${name}`;
  }
  for (const { id } of policies.jurisdictions.overlays) yield id;
  for (const { id } of policies.jurisdictions.payers) yield id;
  for (const { code } of coding.codes ?? []) yield code;
  for (const { name } of policies.codeSets) yield name;
  for (const { name } of drugs) yield name;
  yield* Object.keys(CLI_ISSUES);
  yield* Object.keys(LAW_ISSUES);
  yield* Object.keys(WIRE_ISSUES);
}
