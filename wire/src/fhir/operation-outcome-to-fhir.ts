import type { Finding } from '@interspace/core/model/finding';
import type { Issue } from '@interspace/core/model/result';
import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import { OWN } from './questionnaire-address.ts';
import { concept } from './resource.ts';

/** Issues: what is malformed in what was sent, and where. */
export function issuesToFhir(issues: readonly Issue[]): OperationOutcome {
  return outcome(
    issues.map(({ code, message, at, hint, level }) => ({
      severity: level === 'warning' ? 'warning' : 'error',
      code: level === 'warning' ? 'incomplete' : 'invalid',
      details: { ...concept(`${OWN}:issue`, code), text: message },
      ...(hint === undefined ? {} : { diagnostics: hint }),
      ...(at === undefined || /\s/.test(at) ? {} : { expression: [at] }),
    })),
  );
}

const SEVERITIES = { block: 'error', warn: 'warning', note: 'information' } as const;

/** Findings: what is true about chart and claim. They are an answer, not a failure of the request. */
export function findingsToFhir(findings: readonly Finding[]): OperationOutcome {
  return outcome(
    findings.map(({ id, severity, line, what, why, do: advice }) => ({
      severity: SEVERITIES[severity],
      code: 'business-rule',
      details: { ...concept(`${OWN}:finding`, id), text: line === undefined ? what : `Line ${line}: ${what}` },
      diagnostics: `${why} ${advice}`,
    })),
  );
}

function outcome(issue: OperationOutcomeIssue[]): OperationOutcome {
  const nothing: OperationOutcomeIssue = {
    severity: 'information',
    code: 'informational',
    details: { text: 'Nothing to report.' },
  };
  return { resourceType: 'OperationOutcome', issue: issue.length > 0 ? issue : [nothing] };
}
