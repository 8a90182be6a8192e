import { randomInt } from 'node:crypto';
import type { EngineInput } from '@interspace/core/model/review-input';
import type { Review } from '@interspace/core/model/review';
import { claimToFhir } from '@interspace/wire/fhir/claim-to-fhir';
import { writeClaims } from '@interspace/wire/x12/write/claims-to-837';
import { FileAnswer } from '../http/call.ts';
import { refuseWith } from '../http/refusal.ts';
import { claimToWrite, type ClaimDraft } from './claim-draft.ts';
import type { PracticeDetails } from '../contract/practice.ts';
import { cms1500 } from './cms-1500/draw.ts';
import { reviewPdf } from './review-pdf/review-pdf.ts';

export const EXPORTS = ['claim-837', 'claim-cms1500', 'claim-fhir', 'review-pdf', 'review-markdown'] as const;
export type ExportKind = (typeof EXPORTS)[number];

/** How a Review is written as Markdown; the command line and the server say it in the same words. */
export type MarkdownOf = (review: Review, input: EngineInput, title: string) => string;

export interface Exporting {
  readonly input: EngineInput;
  readonly review: Review;
  readonly draft: ClaimDraft;
  readonly practice: PracticeDetails;
  readonly title: string;
  readonly now: Date;
  readonly markdown: MarkdownOf;
}

/** A Review, or the claim of its lines, as a file. Refuses with everything that is missing when the file cannot be complete. */
export async function exportAs(what: ExportKind, of: Exporting): Promise<FileAnswer> {
  const { claim } = of.draft;
  switch (what) {
    case 'claim-837':
      return new FileAnswer(claimFile(of), 'application/edi-x12', `${claim.id}.837`);
    case 'claim-cms1500':
      return new FileAnswer(await cms1500(of.draft), 'application/pdf', `${claim.id}-cms1500.pdf`);
    case 'claim-fhir': {
      const { subscriber, claim: whole } = complete(of.draft);
      const resource = claimToFhir(whole, { created: of.now.toISOString().slice(0, 10), patient: subscriber });
      return new FileAnswer(`${JSON.stringify(resource, undefined, 2)}\n`, 'application/fhir+json', `${claim.id}.json`);
    }
    case 'review-pdf': {
      const { review, input, title } = of;
      return new FileAnswer(
        await reviewPdf({ review, context: input.context, title }),
        'application/pdf',
        'review.pdf',
      );
    }
    case 'review-markdown':
      return new FileAnswer(of.markdown(of.review, of.input, of.title), 'text/markdown; charset=utf-8', 'review.md');
  }
}

function claimFile({ draft, practice, now }: Exporting): Uint8Array {
  const whole = complete(draft);
  const { submitter, receiver } = practice;
  if (!submitter || !receiver) throw refuseWith(draft.missing);
  const control = randomInt(1, 999_999_999);
  const written = writeClaims([whole], {
    sender: submitter.id,
    receiver: receiver.id,
    created: now.toISOString().slice(0, 16),
    control,
    usage: practice.production ? 'P' : 'T',
    batch: String(control),
    submitter,
    receiverParty: receiver,
  });
  if (!written.ok) throw refuseWith(written.issues);
  return written.value;
}

function complete(draft: ClaimDraft) {
  const whole = claimToWrite(draft);
  if (!whole.ok) throw refuseWith(whole.issues);
  return whole.value;
}
