import type { Review } from '@interspace/core/model/review';
import type { Binary, GuidanceResponse, Parameters, ParametersParameter, Reference } from 'fhir/r4.js';
import { findingsToFhir } from './operation-outcome-to-fhir.ts';
import { OWN } from './questionnaire-address.ts';
import { present } from './resource.ts';
import type { Unused } from './reading.ts';

export interface ReviewWriting {
  /** When the Review was made, as an instant. */
  readonly at: string;
  readonly subject?: Reference | undefined;
  readonly encounter?: Reference | undefined;
}

/**
 * A Review as a GuidanceResponse: `data-required` while a question is open, with what is needed; its findings stand in the contained
 * outcome, its judgement of each line in the contained output.
 */
export function reviewToGuidance(review: Review, { at, subject, encounter }: ReviewWriting): GuidanceResponse {
  const open = review.prompts.length > 0;
  return present<GuidanceResponse>({
    resourceType: 'GuidanceResponse',
    contained: [
      { ...findingsToFhir(review.findings), id: 'findings' },
      { ...outputOf(review), id: 'output' },
    ],
    moduleUri: `${OWN}:library:${review.trace.library}`,
    status: open ? 'data-required' : 'success',
    subject,
    encounter,
    occurrenceDateTime: at,
    note: review.trace.notEvaluated.map((text) => ({ text: `Not evaluated: ${text}` })),
    evaluationMessage: [{ reference: '#findings' }],
    outputParameters: { reference: '#output' },
    dataRequirement: open
      ? [
          {
            type: 'QuestionnaireResponse',
            mustSupport: review.prompts.slice(0, 100).map(({ fact }) => `item.where(linkId='${fact}')`),
          },
        ]
      : [],
  });
}

/** The lines, what each policy says of them, the open questions and the authorization, in words. */
function outputOf({ lines, determinations, prompts, authorization, trace }: Review): Parameters {
  const parameter: ParametersParameter[] = [
    ...lines.map((line, at) => ({
      name: 'line',
      part: [
        { name: 'number', valueInteger: at + 1 },
        { name: 'code', valueCode: line.code },
        ...line.modifiers.map((modifier) => ({ name: 'modifier', valueCode: modifier })),
        { name: 'units', valueDecimal: line.units },
        ...line.diagnoses.map((code) => ({ name: 'diagnosis', valueCode: code })),
        { name: 'why', valueString: line.why },
      ],
    })),
    ...determinations.map((one) => ({
      name: 'determination',
      part: [
        { name: 'line', valueInteger: one.line },
        { name: 'outcome', valueCode: one.outcome },
        { name: 'because', valueString: one.because },
        ...(one.document === undefined ? [] : [{ name: 'document', valueString: one.document }]),
        ...(one.nextEligible === undefined ? [] : [{ name: 'next-eligible', valueDate: one.nextEligible }]),
      ],
    })),
    ...authorization.map((one) => ({
      name: 'authorization',
      part: [
        { name: 'program', valueString: one.program },
        { name: 'status', valueCode: one.status },
        { name: 'what', valueString: one.what },
        { name: 'do', valueString: one.do },
      ],
    })),
    ...prompts.map(({ fact, question, because }) => ({
      name: 'question',
      part: [
        { name: 'fact', valueString: fact },
        { name: 'question', valueString: question },
        { name: 'because', valueString: because },
      ],
    })),
    { name: 'library', valueString: trace.library },
    { name: 'engine', valueString: trace.engine },
    { name: 'input', valueString: trace.input },
  ];
  return { resourceType: 'Parameters', parameter: parameter.map(withoutEmpty) };
}

/** Parts of an empty text may not be sent. */
function withoutEmpty(one: ParametersParameter): ParametersParameter {
  return one.part ? { ...one, part: one.part.filter((part) => part.valueString !== '' && part.valueCode !== '') } : one;
}

/** The answer of `$review`: the guidance, the whole Review as JSON, and what of the input was not used. */
export function reviewToParameters(review: Review, unused: readonly Unused[], writing: ReviewWriting): Parameters {
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: 'return', resource: reviewToGuidance(review, writing) },
      {
        name: 'review',
        resource: asBinary(review),
      },
      ...unused.map(({ path, why }) => ({
        name: 'unused',
        part: [
          { name: 'path', valueString: path },
          { name: 'why', valueString: why },
        ],
      })),
    ],
  };
}

function asBinary(review: Review): Binary {
  const data = Buffer.from(JSON.stringify(review), 'utf8').toString('base64');
  return { resourceType: 'Binary', contentType: 'application/json', data };
}
