import { extractAnswers } from './extract-answers.ts';
import { inquireRequest, submitRequest } from './authorization-operations.ts';
import { callHook, discovery, keepFeedback } from './cds-answer.ts';
import { capabilities } from './capability-statement.ts';
import type { FhirHandler } from './deps.ts';
import { questionnairePackage } from './questionnaire-package.ts';
import { reviewBundle } from './review-operation.ts';

export interface FhirRoute {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly summary: string;
  /** `public`: shows no patient. `cds`: the JWT of a CDS client. `known`: somebody whom the server knows. */
  readonly security: 'public' | 'cds' | 'known';
  readonly handle: FhirHandler;
}

/** A bundle with the documents of an encounter, in base64, may be this large. */
export const FHIR_BODY_LIMIT = 8 * 1024 * 1024;

/** Every route of FHIR R4, CDS Hooks and Da Vinci. */
export const FHIR_ROUTES: readonly FhirRoute[] = [
  { method: 'GET', url: '/cds-services', summary: 'CDS Hooks discovery', security: 'public', handle: discovery },
  { method: 'POST', url: '/cds-services/:id', summary: 'Call of a hook', security: 'cds', handle: callHook },
  {
    method: 'POST',
    url: '/cds-services/:id/feedback',
    summary: 'What became of cards',
    security: 'cds',
    handle: keepFeedback,
  },
  { method: 'GET', url: '/fhir/metadata', summary: 'Capability statement', security: 'public', handle: capabilities },
  { method: 'POST', url: '/fhir/$review', summary: 'Bundle in, Review out', security: 'known', handle: reviewBundle },
  {
    method: 'POST',
    url: '/fhir/Claim/$submit',
    summary: 'PAS: check a request',
    security: 'known',
    handle: submitRequest,
  },
  {
    method: 'POST',
    url: '/fhir/Claim/$inquire',
    summary: 'PAS: what was answered',
    security: 'known',
    handle: inquireRequest,
  },
  {
    method: 'POST',
    url: '/fhir/Questionnaire/$questionnaire-package',
    summary: 'DTR: forms for orders',
    security: 'known',
    handle: questionnairePackage,
  },
  {
    method: 'POST',
    url: '/fhir/QuestionnaireResponse/$extract',
    summary: 'DTR: answers as facts',
    security: 'known',
    handle: extractAnswers,
  },
];
