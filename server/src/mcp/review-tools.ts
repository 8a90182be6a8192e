import { z } from 'zod';
import { Context, ReviewInput, StatedClaim } from '@interspace/core/model/review-input';
import { History } from '@interspace/core/model/history';
import type { IsoDate } from '@interspace/core/model/date';
import { engineInputOf } from '@interspace/core/review/engine-input';
import { readClaimsFromBuffer } from '@interspace/wire/x12/read-claims';
import { forecastAsTold } from '../decisions/forecast-as-told.ts';
import { briefReview, cite, HONESTY } from './brief.ts';
import type { McpDeps } from './deps.ts';
import { checkNames } from './names.ts';
import { tool, Unanswerable, type Tool } from './tool.ts';

/** A conversation is no place for a batch. */
const MOST_CLAIMS = 20;
const MOST_TEXT = 2_000_000;

const Details = z
  .boolean()
  .default(false)
  .describe('Also what is met, with its sources, and what was read of each procedure.');
const Input = ReviewInput.omit({ id: true });

async function reviewed(
  input: z.output<typeof Input>,
  deps: McpDeps,
): Promise<{ review: Parameters<typeof briefReview>[0]; words: string[] }> {
  const words = checkNames(input.context, deps.library());
  const review = await deps.ask('review', engineInputOf(input));
  return { review, words };
}

const review = tool({
  name: 'review',
  title: 'Review an encounter',
  description:
    'Codes, claim edits, coverage criterion by criterion, open questions and prior authorization for one pain-medicine encounter: a note, a form, a claim, or planned codes. Give context (payer, state, placeOfService, dateOfService) whenever it is known. Answers cite their sources and name what is unknown.',
  input: Input.extend({ details: Details }).strict(),
  run: async ({ details, ...input }, deps) => {
    const made = await reviewed(input, deps);
    return { ...briefReview(made.review, details), ...noted(made.words) };
  },
});

const code = tool({
  name: 'code',
  title: 'Propose claim lines',
  description: 'Only the claim lines that a note or form supports, each with its reason and the quotes it rests on.',
  input: Input.strict(),
  run: async (input, deps) => {
    const made = await reviewed(input, deps);
    const { lines, notEvaluated, trace } = briefReview(made.review, false) as Record<string, unknown>;
    return { lines, notEvaluated, trace, readThis: HONESTY, ...noted(made.words) };
  },
});

const scrub = tool({
  name: 'scrub',
  title: 'Check a claim',
  description: `Claim edits before submission: an X12 837 text with at most ${MOST_CLAIMS} claims, or claim lines. Each finding has what, why, what to do, and its source.`,
  input: z
    .object({
      x12: z.string().max(MOST_TEXT).optional().describe('An 837 file as text.'),
      claim: StatedClaim.optional(),
      context: Context.default({}),
    })
    .strict(),
  run: async ({ x12, claim, context }, deps) => {
    const words = checkNames(context, deps.library());
    if (claim !== undefined && x12 === undefined) {
      const findings = await deps.ask('checkClaim', { claim, context });
      return { claims: [{ id: claim.id, findings: findings.map(told) }], readThis: HONESTY, ...noted(words) };
    }
    if (x12 === undefined) throw new Unanswerable('Give `x12` (the text of an 837 file) or `claim` (lines).');
    const read = readClaimsFromBuffer(Buffer.from(x12, 'latin1'));
    const claims = read.claims.slice(0, MOST_CLAIMS);
    const reviews = await Promise.all(
      claims.map(({ claim: own }) => deps.ask('review', { context, documents: [], claim: own })),
    );
    return {
      claims: reviews.map(({ findings, trace }, at) => ({
        id: claims[at]?.claim.id,
        findings: findings.map(told),
        notEvaluated: trace.notEvaluated,
      })),
      issues: read.issues.slice(0, 50).map(({ code: id, message, at, hint }) => ({ id, message, at, hint })),
      ...(read.claims.length > claims.length
        ? { notChecked: `${read.claims.length - claims.length} more claims: use \`interspace scrub\`.` }
        : {}),
      readThis: HONESTY,
      ...noted(words),
    };
  },
});

function told({
  id,
  severity,
  line,
  what,
  why,
  do: advice,
  citation,
}: Parameters<typeof briefReview>[0]['findings'][number]): object {
  return { id, severity, line, what, why, do: advice, ...(citation === undefined ? {} : { citation: cite(citation) }) };
}

const authorize = tool({
  name: 'authorize',
  title: 'Ask about prior authorization',
  description:
    'Which program or plan wants to be asked before planned procedures, what the request must hold, how long an answer takes and lives. Unknown lists are said to be unknown.',
  input: z
    .object({
      codes: z
        .array(z.string().regex(/^[0-9A-Za-z]{5}$/))
        .min(1)
        .max(20)
        .describe('Planned procedure and drug codes.'),
      context: Context.default({}),
    })
    .strict(),
  run: async ({ codes, context }, deps) => {
    const words = checkNames(context, deps.library());
    const planned = codes.map((one) => one.toUpperCase());
    const made = await deps.ask('review', { context, documents: [], planned });
    const { authorization } = briefReview(made, false) as Record<string, unknown>;
    return {
      authorization,
      ...(made.authorization.length === 0
        ? {
            nothingKnown:
              'No program of the library names these codes for this payer, place and day. That is not a no: ask the payer.',
          }
        : {}),
      findings: made.findings.filter(({ id }) => /^(?:authorization|payer)\//.test(id)).map(told),
      notEvaluated: made.trace.notEvaluated,
      readThis: HONESTY,
      ...noted(words),
    };
  },
});

const forecast = tool({
  name: 'forecast',
  title: 'When is the next session possible',
  description:
    'From the earlier sessions of a patient: what counted limits leave, and the first day on which the criteria that look back would allow the next one. The state or contractor is needed to choose the local documents.',
  input: z
    .object({
      history: History,
      on: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .optional()
        .describe('Day to look from; today when absent.'),
      context: Context.default({}),
    })
    .strict(),
  run: async ({ history, on, context }, deps) => {
    const words = checkNames(context, deps.library());
    const day = (on ?? deps.today()) as IsoDate;
    const { forecasts, notEvaluated } = await deps.ask('forecast', { history, on: day, context });
    return {
      on: day,
      historyIsComplete: history.complete === true,
      forecasts: forecasts.map(forecastAsTold),
      notEvaluated,
      readThis: HONESTY,
      ...noted(words),
    };
  },
});

function noted(words: readonly string[]): object {
  return words.length === 0 ? {} : { notes: words };
}

export const REVIEW_TOOLS: readonly Tool[] = [review, code, scrub, authorize, forecast];
