import type { Library } from '@interspace/core/model/library';
import { explainCode, explainDiagnosis, explainDrugCode } from './codes.ts';
import { explainCodeSet, explainCriterion, explainDocument, explainPolicy } from './coverage-law.ts';
import type { Explanation } from './explanation.ts';
import { explainOwnCheck, OWN_CHECKS } from './own-checks.ts';
import { explainCodingFinding, explainDrug, explainEdit, explainFact } from './other-law.ts';
import { explainPayer, explainProgram } from './programs-and-payers.ts';

/** What an id of the law stands for; ids of Issues are explained by `explainIssue`. */
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
    explainDrugCode(library, id) ??
    explainDiagnosis(library, id)
  );
}

/** Every id of the law that can be explained, for suggestions. */
export function* explainableIds({
  policies,
  edits,
  facts,
  programs,
  coding,
  drugs,
  diagnoses,
}: Library): Generator<string> {
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
  for (const { name, billing } of drugs) {
    yield name;
    for (const { code } of billing) yield code;
  }
  for (const { codes } of diagnoses) for (const { code } of codes) yield code;
}
