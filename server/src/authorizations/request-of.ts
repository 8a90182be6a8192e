import type { Issue, Result } from '@interspace/core/model/result';
import { failed, ok } from '@interspace/core/model/result';
import type { EngineInput } from '@interspace/core/model/review-input';
import type { Review } from '@interspace/core/model/review';
import { requestFromReview, type AuthorizationRequest } from '@interspace/wire/authorization/authorization-request';
import type { AskPayer } from '../contract/authorizations.ts';
import type { PracticeDetails } from '../contract/practice.ts';
import { partyOf, type ClaimSubject } from '../export/claim-draft.ts';
import { issue } from '../issues.ts';

export interface Asking {
  /** Our number of the request. */
  readonly number: string;
  readonly program: string;
  /** Codes that the authorization names. */
  readonly codes: readonly string[];
  readonly input: EngineInput;
  readonly review: Review;
  readonly subject: ClaimSubject | undefined;
  readonly practice: PracticeDetails;
  readonly asked: Pick<AskPayer, 'urgency' | 'from' | 'through' | 'earlier'>;
  readonly now: Date;
}

/** The request that an authorization stands for. What it cannot do without is named, and nothing is made up. */
export function requestOf(asking: Asking): Result<AuthorizationRequest> {
  const { review, program, subject, practice, asked, input } = asking;
  const payer = practice.payers[subject?.payer ?? ''];
  const { billing } = practice;
  const { memberId, person } = subject ?? {};
  if (!payer || !billing || !person || !memberId) return failed(...lacking(asking));
  const parties = {
    id: asking.number,
    created: `${asking.now.toISOString().slice(0, 19)}Z`,
    urgency: asked.urgency,
    patient: { ...person, memberId },
    payer: { name: payer.name, id: payer.id },
    requester: { ...billing, lastName: billing.name, organization: true },
    rendering: subject?.rendering?.npi === undefined ? undefined : partyOf(subject.rendering),
    placeOfService: input.context.placeOfService,
    documents: input.documents,
    from: asked.from ?? input.context.dateOfService,
    through: asked.through,
  };
  const request = requestFromReview(review, program, parties) ?? ofCodes(asking, parties);
  if (request.lines.length === 0) return failed(issue('server/authorization/nothing-to-ask'));
  return ok({
    ...request,
    // Lines that are only planned point at no diagnosis: what was chosen for the encounter stands.
    diagnoses: request.diagnoses.length > 0 ? request.diagnoses : (input.diagnoses ?? []),
    ...(asked.earlier === undefined ? {} : { earlier: asked.earlier }),
  });
}

/** A payer whose program the library does not know is asked for the codes alone, without a packet. */
function ofCodes(
  { review, codes }: Asking,
  { from, through, ...parties }: Parameters<typeof requestFromReview>[2],
): AuthorizationRequest {
  const own = review.lines.filter(({ code }) => codes.includes(code));
  return {
    ...parties,
    diagnoses: [...new Set(own.flatMap(({ diagnoses }) => diagnoses))],
    lines: own.map(({ code, modifiers, units }) => ({ code, modifiers, units, from, through })),
    packet: [],
  };
}

function lacking({ subject, practice }: Asking): Issue[] {
  const { billing, payers } = practice;
  return [
    ...(subject ? [] : [issue('server/export/no-patient', 'The patient of the authorization is not there.')]),
    ...(subject && !subject.memberId ? [issue('server/export/no-patient', 'The coverage has no member number.')] : []),
    ...(billing ? [] : [issue('server/export/practice', 'The billing provider of the practice is not set.')]),
    ...(payers[subject?.payer ?? '']
      ? []
      : [issue('server/export/practice', `The name and number of ${subject?.payer ?? 'the payer'} are not set.`)]),
  ];
}
