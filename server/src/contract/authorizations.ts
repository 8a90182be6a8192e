import { z } from 'zod';
import { ReviewInput } from '@interspace/core/model/review-input';
import { Day, Id, Moment } from './common.ts';
import { PatientAuthorization } from './patients.ts';
import { Answer } from './review-verbs.ts';

/** The forms of a request: the two Da Vinci PAS Bundles, and the X12 transaction. */
export const RequestForm = z.enum(['pas-submit', 'pas-inquire', 'x12-278']);
export type RequestForm = z.infer<typeof RequestForm>;

/** `POST /api/authorizations/:id/request/:form`. Without `input` the chart of the authorization's encounter is judged. */
export const AskPayer = z
  .object({
    input: ReviewInput.optional(),
    answers: z.array(Answer).default([]),
    urgency: z.enum(['standard', 'expedited']).default('standard'),
    from: Day.optional().describe('First day of the service; the date of service when absent.'),
    through: Day.optional(),
    earlier: z.string().max(50).optional().describe("The payer's number of an earlier request that this one revises."),
  })
  .strict();
export type AskPayer = z.infer<typeof AskPayer>;

/** `POST /api/authorization-answers`: what a payer sent back, as it came. */
export const PayerAnswer = z.discriminatedUnion('form', [
  z
    .object({
      form: z.literal('pas'),
      answer: z.record(z.string(), z.unknown()).describe('The PAS response Bundle, or one ClaimResponse.'),
      authorization: Id.optional().describe('What it answers, when it does not repeat the number of the request.'),
    })
    .strict(),
  z
    .object({
      form: z.literal('x12-278'),
      answer: z.string().min(1).max(4_000_000).describe('The 278 response, from ISA on.'),
      authorization: Id.optional(),
    })
    .strict(),
]);
export type PayerAnswer = z.infer<typeof PayerAnswer>;

export const AnswerTaken = z.object({
  taken: z.array(
    z.object({
      authorization: PatientAuthorization,
      request: z.string().optional().describe('Number of the request that is answered.'),
      decision: z.string().optional().describe('What the payer said of the whole; absent when the services differ.'),
      applied: z.boolean().describe('False: an older answer than the one that stands; it is kept and changes nothing.'),
      errors: z.array(z.string()),
    }),
  ),
  unmatched: z.int().describe('Answers to requests that were not made here; nothing of them is kept.'),
});
export type AnswerTaken = z.infer<typeof AnswerTaken>;

/** `GET /api/authorizations/:id/messages`: oldest first. */
export const AuthorizationMessage = z.object({
  id: Id,
  at: Moment,
  by: z.string(),
  direction: z.enum(['request', 'answer']),
  form: z.string(),
  request: z.string(),
  decision: z.string().optional(),
  number: z.string().optional(),
  openItems: z.array(z.string()).describe('What the packet lacked when it was asked.'),
  body: z.string().describe('Word for word.'),
});
