import type { EditLaw } from '../model/law/edits.ts';

/** What the edits of diagnoses can say, by the first word of its name or by the whole of it. */
const SAID: readonly string[] = ['diagnosis/', 'study/', 'code/joint-for-sacroiliac'];

/** Whether an edit of diagnoses says it. */
export function isOfDiagnoses(rule: string): boolean {
  return SAID.some((name) => rule.startsWith(name));
}

/** All of the library that the edits of diagnoses look at: on no other dates can they say something else. */
export function diagnosisLaw({ rules, diagnoses, studies, lists, modifiers }: EditLaw): readonly unknown[] {
  return [rules.filter(({ id }) => isOfDiagnoses(id)), diagnoses, studies, lists, modifiers];
}
