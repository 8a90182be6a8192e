import type { Issue } from '@interspace/core/model/result';
import { issuesToFhir } from '@interspace/wire/fhir/operation-outcome-to-fhir';
import { fhirIssue } from '@interspace/wire/issues';
import type { FhirAnswer } from './deps.ts';

export function answered(body: unknown, status = 200): FhirAnswer {
  return { status, body };
}

/** What is malformed, as an OperationOutcome. */
export function refused(issues: readonly Issue[], status = 400): FhirAnswer {
  return {
    status,
    body: issuesToFhir(
      issues.filter(({ level }) => level !== 'warning').length > 0 ? issues : [fhirIssue('wire/fhir/not-a-resource')],
    ),
  };
}
