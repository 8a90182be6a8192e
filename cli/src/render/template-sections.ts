import type { FactDeclaration } from '@interspace/core/model/fact';
import type { TemplateQuestion } from '@interspace/core/coverage/question-list';

/** Headings of a record, in the order in which a visit goes; the first part of a fact's name decides. */
const SECTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['Encounter', ['encounter', 'patient', 'claim']],
  ['Reason for the procedure', ['line', 'indication', 'pain', 'bilateral', 'headache', 'facet']],
  ['Care so far', ['care', 'course', 'acupuncture']],
  ['Examination and imaging', ['exam', 'imaging', 'safety', 'decompression', 'stimulation']],
  ['Earlier procedures', ['prior', 'repeat', 'history', 'series']],
  ['Procedure', ['procedure', 'session', 'contrast', 'sedation', 'block', 'toxin']],
  ['Response', ['response']],
  ['Record', ['documentation', 'document', 'authorization']],
];

export interface Section {
  readonly heading: string;
  readonly questions: readonly TemplateQuestion[];
}

/** The questions under their headings; what fits none stands under `Further`. */
export function sectionsOf(questions: readonly TemplateQuestion[]): Section[] {
  const headingOf = ({ facts }: TemplateQuestion): string => {
    const [word] = (facts[0]?.name ?? '').split('.');
    return SECTIONS.find(([, words]) => words.includes(word ?? ''))?.[0] ?? 'Further';
  };
  const headings = [...SECTIONS.map(([heading]) => heading), 'Further'];
  return headings
    .map((heading) => ({ heading, questions: questions.filter((one) => headingOf(one) === heading) }))
    .filter((section) => section.questions.length > 0);
}

export type AnswerType = 'boolean' | 'choice' | 'choices' | 'number' | 'date' | 'text';

/** How an answer is given: a yes-or-no only where the question can be answered so, and never filled in. */
export function answerOf({ question, facts }: TemplateQuestion): {
  type: AnswerType;
  unit?: string;
  options?: readonly string[];
} {
  const [fact] = facts;
  if (facts.length !== 1 || !fact) return { type: 'text' };
  if (fact.type === 'boolean')
    return { type: /^(Was|Were|Is|Are|Has|Have|Does|Do|Did) [^,;(]*\?$/.test(question) ? 'boolean' : 'text' };
  if (fact.type === 'number')
    return /^(By how (much|many)|How (much|many|long)|What was the (pain )?score)/.test(question)
      ? number(fact)
      : { type: 'text' };
  if (fact.type === 'date') return { type: 'date' };
  if (fact.words && fact.words.length <= 12)
    return { type: fact.type === 'words' ? 'choices' : 'choice', options: fact.words };
  return { type: 'text' };
}

function number({ unit }: FactDeclaration): { type: AnswerType; unit?: string } {
  return { type: 'number', ...(unit === undefined ? {} : { unit }) };
}
