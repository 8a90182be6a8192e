import type { Review } from '../../core/src/model/review.ts';

/** The judgement of a Review without its sentences: what an example promises to keep. */
export interface Judgement {
  readonly lines: readonly string[];
  readonly outcomes: readonly string[];
  readonly notMet: readonly string[];
  readonly unknown: readonly string[];
  readonly findings: readonly string[];
  readonly questions: readonly string[];
  readonly authorization: readonly string[];
}

export function condense(review: Review): Judgement {
  const at = (line: number | undefined) => (line === undefined ? '' : ` @${line}`);
  const criteria = (status: string) =>
    review.determinations.flatMap((entry) =>
      entry.criteria
        .filter((criterion) => criterion.status === status && criterion.silence !== 'tolerated')
        .map((criterion) => `${criterion.criterion}${at(entry.line)}`),
    );
  return {
    lines: review.lines.map((line) => [line.code, ...line.modifiers, `x${line.units}`, ...line.diagnoses].join(' ')),
    outcomes: review.determinations.map((entry) =>
      [`${entry.outcome}${at(entry.line)}`, entry.document ?? '', entry.nextEligible ? `next ${entry.nextEligible}` : ''].filter(Boolean).join(' '),
    ),
    notMet: criteria('not-met'),
    unknown: criteria('unknown'),
    findings: review.findings.map((finding) => `${finding.severity} ${finding.id}${at(finding.line)}`),
    questions: review.prompts.map((prompt) => prompt.fact),
    authorization: review.authorization.map((entry) => `${entry.program} ${entry.status}`),
  };
}
