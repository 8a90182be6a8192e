import type { FhirNode } from './fhir-node.ts';
import type { FactRead, StatedValue } from './facts-from-fhir.ts';
import { QUESTIONNAIRE_BASE } from './questionnaire-address.ts';
import type { Shelf, Shelved } from './shelf.ts';

const ORIGIN = 'http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/information-origin';
const DEEPEST = 12;

/**
 * Answers to our own questionnaires: the link of an item is the name of its fact. An answer that says it is unknown, or no
 * answer, states nothing. Forms of others are named and left aside: nobody can say what their answers mean here.
 */
export function readAnswers(shelf: Shelf, mine: (shelved: Shelved) => boolean): FactRead[] {
  const stated: FactRead[] = [];
  for (const shelved of shelf.of('QuestionnaireResponse').filter(mine)) {
    const { node } = shelved;
    const status = node.text('status');
    const form = node.text('questionnaire');
    if (status === 'entered-in-error' || status === 'stopped') node.leave(`the form is ${status}`);
    else if (form === undefined || !form.startsWith(QUESTIONNAIRE_BASE))
      node.leave('answers to a form that is not ours');
    else for (const item of node.list('item')) readItem(item, stated, 0);
  }
  return stated;
}

function readItem(item: FhirNode, stated: FactRead[], depth: number): void {
  if (depth > DEEPEST) return item.leave('held too deep');
  const fact = item.text('linkId');
  item.leaveKey('text', 'the question as it was asked');
  const answers = item.list('answer');
  const values = answers.flatMap((answer) => valueOf(answer) ?? []);
  if (fact !== undefined && /^[a-z][a-z0-9-]*\.[a-z0-9.-]+$/.test(fact) && values.length > 0) {
    const value: StatedValue = values.length === 1 ? (values[0] as StatedValue) : values.map(String);
    stated.push({ fact, value, path: item.path, origin: originOf(answers[0]) });
  }
  for (const inner of item.list('item')) readItem(inner, stated, depth + 1);
  for (const answer of answers) for (const inner of answer.list('item')) readItem(inner, stated, depth + 1);
}

function valueOf(answer: FhirNode): string | number | boolean | undefined {
  if (answer.has('valueCoding')) {
    const code = answer.child('valueCoding')?.text('code');
    return code === 'unknown' ? undefined : code;
  }
  const text = answer.text('valueString')?.trim();
  if (text !== undefined) return text === '' ? undefined : text;
  if (answer.has('valueDate')) return answer.day('valueDate');
  return (
    answer.boolean('valueBoolean') ??
    answer.number('valueInteger') ??
    answer.number('valueDecimal') ??
    answer.child('valueQuantity')?.number('value')
  );
}

function originOf(answer: FhirNode | undefined): string | undefined {
  const extension = answer?.list('extension').find((one) => one.text('url') === ORIGIN);
  return extension
    ?.list('extension')
    .find((one) => one.text('url') === 'source')
    ?.text('valueCode');
}
