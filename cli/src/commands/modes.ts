import type { Mode } from './review.ts';
import { issue } from '../issues.ts';

/** Codes only: lines, what stands against them as lines, and the questions that coding leaves open. */
export const CODE: Mode = {
  parts: ['lines', 'findings'],
  narrow: (review) => ({ ...review, determinations: [], prompts: [], authorization: [] }),
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
  narrow: (review) => ({ ...review, determinations: [], prompts: [], authorization: [] }),
  project: ({ id, lines, findings, trace }) => ({ ...(id === undefined ? {} : { id }), lines, findings, trace }),
};
