import type { ToldTemplate } from './told.ts';
import { answerOf, sectionsOf } from './template-sections.ts';

/** The list of questions as data: items with stable link ids, ready to become a Questionnaire. */
export function templateAsJson(told: ToldTemplate): object {
  const { procedure, on, payer, contractor, revision, adopted, notEvaluated, questions } = told;
  return {
    template: `record-of-${procedure.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    procedure,
    on,
    payer,
    contractor,
    library: revision,
    documents: adopted.map(({ policy, document }) => ({
      policy: policy.id,
      document: document.id,
      ...(document.article === undefined ? {} : { article: document.article }),
    })),
    sections: sectionsOf(questions).map(({ heading, questions: own }, at) => ({
      linkId: String(at + 1),
      text: heading,
      items: own.map((one, index) => ({
        linkId: `${at + 1}.${index + 1}`,
        text: one.question,
        ...answerOf(one),
        asked: one.facts[0]?.asked,
        facts: one.facts.map(({ name }) => name),
        because: one.reasons,
      })),
    })),
    references: referencesOf(told),
    notEvaluated,
  };
}

/** Guidelines and manuals that inform the policies asked from, each once. */
export function referencesOf({ adopted }: Pick<ToldTemplate, 'adopted'>) {
  const all = adopted.flatMap(({ policy }) => [
    ...(policy.references ?? []),
    ...policy.criteria.flatMap(({ references }) => references ?? []),
  ]);
  return all.filter((one, at) => all.findIndex(({ title, gist }) => title === one.title && gist === one.gist) === at);
}
