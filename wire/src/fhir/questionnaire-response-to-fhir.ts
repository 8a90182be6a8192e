import type { Questionnaire, QuestionnaireItem, QuestionnaireResponse, QuestionnaireResponseItem } from 'fhir/r4.js';
import type { StatedFacts } from '@interspace/core/model/review-input';
import { concept, reference } from './resource.ts';

const DTR = 'http://hl7.org/fhir/us/davinci-dtr/StructureDefinition';
const CRD_CODES = 'http://hl7.org/fhir/us/davinci-crd/CodeSystem/temp';

export interface AnswersToWrite {
  readonly id: string;
  /** When the answers were put in, as an instant. */
  readonly at: string;
  readonly patient: string;
  readonly coverages: readonly string[];
  /** The order or encounter that the form is filled in for. */
  readonly orders: readonly string[];
  /** What the chart says already; each answer is marked as filled in by a machine. */
  readonly facts: StatedFacts;
  readonly purpose?: 'prior-auth' | 'claim' | undefined;
}

/** A form filled in as far as the chart says: a draft, for a person to look at and complete. */
export function answersToFhir(form: Questionnaire, given: AnswersToWrite): QuestionnaireResponse {
  const items = (form.item ?? []).flatMap((item) => answered(item, given.facts));
  return {
    resourceType: 'QuestionnaireResponse',
    id: given.id,
    meta: { profile: [`${DTR}/dtr-questionnaireresponse`] },
    extension: [
      ...[...given.coverages, ...given.orders].map((one) => ({
        url: `${DTR}/qr-context`,
        valueReference: reference(one),
      })),
      {
        url: `${DTR}/intendedUse`,
        valueCodeableConcept: concept(CRD_CODES, given.purpose === 'claim' ? 'withclaim' : 'withpa'),
      },
    ],
    questionnaire: `${form.url ?? ''}${form.version === undefined ? '' : `|${form.version}`}`,
    status: 'in-progress',
    subject: reference(given.patient),
    authored: given.at,
    item: items.length > 0 ? items : (form.item ?? []).slice(0, 1).map(({ linkId, text }) => bare(linkId, text)),
  };
}

function bare(linkId: string, text: string | undefined): QuestionnaireResponseItem {
  return { linkId, ...(text === undefined ? {} : { text }) };
}

function answered(item: QuestionnaireItem, facts: StatedFacts): QuestionnaireResponseItem[] {
  if (item.type === 'display') return [];
  if (item.type === 'group') {
    const inner = (item.item ?? []).flatMap((one) => answered(one, facts));
    return inner.length > 0 ? [{ ...bare(item.linkId, item.text), item: inner }] : [];
  }
  const value = facts[item.linkId];
  if (value === undefined) return [];
  const values = Array.isArray(value) ? value : [value];
  const answers = values.flatMap((one) => answerOf(item, one) ?? []);
  if (answers.length === 0) return [];
  const origin = {
    url: `${DTR}/information-origin`,
    extension: [{ url: 'source', valueCode: 'auto' }],
  };
  return [{ ...bare(item.linkId, item.text), answer: answers.map((one) => ({ extension: [origin], ...one })) }];
}

function answerOf(item: QuestionnaireItem, value: string | number | boolean): object | undefined {
  switch (item.type) {
    case 'boolean':
      return typeof value === 'boolean' ? { valueBoolean: value } : undefined;
    case 'decimal':
      return typeof value === 'number' ? { valueDecimal: value } : undefined;
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { valueDate: value } : undefined;
    case 'choice': {
      const option = item.answerOption?.find(({ valueCoding }) => valueCoding?.code === value);
      return option?.valueCoding ? { valueCoding: option.valueCoding } : undefined;
    }
    default:
      return typeof value === 'string' && value.trim() !== '' ? { valueString: value } : undefined;
  }
}
