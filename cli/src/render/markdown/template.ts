import type { TemplateQuestion } from '@interspace/core/coverage/question-list';
import type { ToldTemplate } from '../told.ts';
import { referenceInWords } from '@interspace/library/words';
import { answerOf, sectionsOf } from '../template-sections.ts';
import { referencesOf } from '../template-json.ts';

/**
 * A page to fill in: questions under headings, and below them where each comes from. The requirements themselves are left
 * out, so that nobody is told what would meet them while writing down what happened.
 */
export function templateAsMarkdown(told: ToldTemplate): string {
  const { procedure, on, payer, contractor, revision, adopted, notEvaluated, questions } = told;
  const sections = sectionsOf(questions);
  const sources = [...new Map(questions.flatMap(({ reasons }) => reasons).map((one) => [one.criterion, one])).values()];
  const number = new Map(sources.map(({ criterion }, at) => [criterion, at + 1]));
  const references = referencesOf(told);
  return [
    `# Record of a procedure: ${procedure.replaceAll('-', ' ')}`,
    '',
    `For ${[on, payer, contractor].filter(Boolean).join(', ')}. Documents: ${adopted.map(({ document }) => [document.id, document.article].filter(Boolean).join(' with ')).join(', ') || 'none'}. Library ${revision}.`,
    '',
    'Record what happened, in your own words. Leave open what was not assessed or not done; nothing here is filled in beforehand.',
    ...sections.flatMap(({ heading, questions: own }) => [
      '',
      `## ${heading}`,
      '',
      ...own.map((one) => item(one, number)),
    ]),
    '',
    '## Anything else',
    '',
    '- Were there complications or unplanned events, and which?',
    '  ____________________',
    ...(sources.length === 0 ? [] : ['', '## Why it is asked', '']),
    ...sources.map(
      ({ criterion, citation }, at) =>
        `${at + 1}. ${[citation.document, citation.section].filter(Boolean).join(', ')} (${criterion})`,
    ),
    ...(references.length === 0
      ? []
      : ['', '## To read on', '', ...references.map((one) => `- ${referenceInWords(one)}`)]),
    ...(notEvaluated.length === 0 ? [] : ['', '## Not evaluated', '', ...notEvaluated.map((text) => `- ${text}`)]),
  ].join('\n');
}

function item(one: TemplateQuestion, number: ReadonlyMap<string, number>): string {
  const notes = one.reasons.map(({ criterion }) => number.get(criterion)).join(', ');
  return `- ${one.question}${notes === '' ? '' : ` [${notes}]`}\n  ${field(one)}`;
}

function field(one: TemplateQuestion): string {
  const { type, unit, options } = answerOf(one);
  switch (type) {
    case 'boolean':
      return '[ ] yes  [ ] no  [ ] not assessed';
    case 'choice':
    case 'choices':
      return [
        ...(options ?? []).filter((word) => word !== 'other').map((word) => `[ ] ${word.replaceAll('-', ' ')}`),
        '[ ] other: ________',
        '[ ] not assessed',
      ].join('  ');
    case 'number':
      return `________ ${unit ?? ''}`.trimEnd();
    case 'date':
      return '____-__-__';
    case 'text':
      return '____________________';
  }
}
