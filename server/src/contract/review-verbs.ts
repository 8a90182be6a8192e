import { z } from 'zod';
import { Authorization, Review } from '@interspace/core/model/review';
import { Finding } from '@interspace/core/model/finding';
import { Context, ReviewInput, StatedClaim } from '@interspace/core/model/review-input';
import { History } from '@interspace/core/model/history';
import { Id } from './common.ts';

/** An answer to a Prompt. The server adds who stated it and when; Evidence then reads "stated by … on …". */
export const Answer = z
  .object({ fact: z.string(), value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]) })
  .strict();
export type Answer = z.infer<typeof Answer>;

/**
 * `POST /api/review`. Without `patient` nothing is kept. With `patient` the earlier sessions of the ledger are the history
 * (unless the input brings its own), and the answer is kept as a DecisionRecord.
 */
export const ReviewRequest = z
  .object({
    input: ReviewInput,
    answers: z.array(Answer).default([]),
    patient: Id.optional(),
    encounter: Id.optional(),
    keep: z.boolean().default(false),
  })
  .strict();
export type ReviewRequest = z.input<typeof ReviewRequest>;

export const ReviewAnswer = z.object({
  review: Review,
  record: Id.optional().describe('The DecisionRecord, when it was kept.'),
  difference: z
    .array(z.object({ what: z.string(), before: z.string().optional(), after: z.string().optional() }))
    .optional()
    .describe('What the answers changed against the Review without them.'),
});
export type ReviewAnswer = z.infer<typeof ReviewAnswer>;

/** `POST /api/code`: only the lines. */
export const CodeAnswer = Review.pick({ lines: true, procedures: true, trace: true });

/** `POST /api/check-claim`: the edits of lines as they stand on the screen, at the speed of typing. */
export const CheckClaim = z
  .object({ claim: StatedClaim, context: Context.default({}), history: History.optional() })
  .strict();
export const CheckClaimAnswer = z.object({ findings: z.array(Finding) });

/** `POST /api/what-would-pass`: the smallest sets of facts that would turn a line's outcome into `meets`. */
export const WhatWouldPass = ReviewRequest;
export const Way = z.object({
  line: z.int(),
  code: z.string(),
  policy: z.string().optional(),
  document: z.string().optional(),
  outcome: z.string(),
  possible: z.boolean().describe('False when something that is known already fails: no missing fact can help.'),
  facts: z.array(
    z.object({ fact: z.string(), question: z.string(), if: z.string().describe('Only if this is what happened.') }),
  ),
  blockedBy: z.array(z.object({ criterion: z.string(), title: z.string(), why: z.string() })),
});
export const WhatWouldPassAnswer = z.object({ ways: z.array(Way) });
export type Way = z.infer<typeof Way>;

/** `POST /api/document-text`: a PDF, Word or text file (multipart, field `file`) as text. */
export const DocumentText = z.object({ text: z.string(), name: z.string(), kind: z.string() });

/** `POST /api/authorize`: what is planned. */
export const AuthorizeRequest = z.object({ input: ReviewInput }).strict();
export const AuthorizeAnswer = z.object({ authorization: z.array(Authorization), review: Review });

/** `POST /api/forecast`: what is left, and from when. */
export const ForecastRequest = z.object({ history: History, on: z.string(), context: Context.default({}) }).strict();
export const LimitUse = z.object({
  criterion: z.string(),
  title: z.string(),
  used: z.int(),
  limit: z.int(),
  window: z.string().optional(),
  dates: z.array(z.string()),
  certain: z.boolean(),
});
export const Forecast = z.object({
  policy: z.string(),
  title: z.string(),
  document: z.string(),
  family: z.string(),
  region: z.string().optional(),
  side: z.string().optional(),
  act: z.string().describe('The next session in words.'),
  limits: z.array(LimitUse),
  next: z.string().optional(),
  because: z.array(z.string()),
  needs: z.array(
    z.object({
      criterion: z.string(),
      title: z.string(),
      status: z.string(),
      open: z.array(z.string()),
      missing: z.array(z.string()),
    }),
  ),
});
export type Forecast = z.infer<typeof Forecast>;
export const ForecastAnswer = z.object({ forecasts: z.array(Forecast), notEvaluated: z.array(z.string()) });

/** `GET /api/explain/<id>`. */
export const Explanation = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  sections: z.array(z.object({ heading: z.string(), lines: z.array(z.string()) })),
  file: z.string().optional(),
});

/** `POST /api/export/:what`, `what` = claim-837 | claim-cms1500 | claim-fhir | review-pdf | review-markdown: answers a file. */
export const ExportRequest = ReviewRequest.extend({
  lines: z.array(z.number().int()).optional().describe('Lines of the Review to put on the claim; all when absent.'),
  claim: StatedClaim.optional().describe('The lines as changed on the screen.'),
});
