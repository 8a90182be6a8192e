import type { Review } from '@interspace/core/model/review';
import type { Mode } from './review.ts';
import { issue } from '../issues.ts';

/** Codes only: lines, what stands against them as lines, and the questions that coding leaves open. */
export const CODE: Mode = {
  parts: ['lines', 'findings'],
  narrow: withoutCoverage,
  project: ({ id, lines, procedures, findings, trace }) => ({
    ...(id === undefined ? {} : { id }),
    lines,
    procedures,
    findings,
    trace,
  }),
};

/** Claims only: the edits, and nothing that needs the chart. */
export const SCRUB: Mode = {
  parts: ['findings'],
  refuse: (job) =>
    job.input.claim === undefined ? [issue('cli/claims/none', 'The document holds no claim.', { at: job.source })] : [],
  narrow: withoutCoverage,
  project: ({ id, lines, findings, trace }) => ({ ...(id === undefined ? {} : { id }), lines, findings, trace }),
};

/** Drops what coverage said, its findings included: they bear the id of a criterion or of coverage itself. */
function withoutCoverage(review: Review): Review {
  const criteria = new Set(review.determinations.flatMap((one) => one.criteria.map(({ criterion }) => criterion)));
  const findings = review.findings.filter(({ id }) => !criteria.has(id) && !id.startsWith('coverage/'));
  return { ...review, findings, determinations: [], prompts: [], authorization: [] };
}
