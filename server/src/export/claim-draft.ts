import type { Claim } from '@interspace/core/model/claim';
import { cents } from '@interspace/core/model/money';
import type { Context, StatedClaim } from '@interspace/core/model/review-input';
import type { Review } from '@interspace/core/model/review';
import { failed, ok, type Issue, type Result } from '@interspace/core/model/result';
import { claimFromForm } from '@interspace/core/review/claim-from-form';
import type { ClaimToWrite, PersonToWrite } from '@interspace/wire/x12/write/claim-to-write';
import type { PracticeDetails } from '../contract/practice.ts';
import { issue } from '../issues.ts';

/** Whose claim it is, as far as the practice knows. */
export interface ClaimSubject {
  readonly person: PersonToWrite;
  readonly mrn: string;
  readonly payer?: string | undefined;
  readonly memberId?: string | undefined;
  readonly sequence?: 'primary' | 'secondary' | 'tertiary' | undefined;
  readonly rendering?: { readonly name: string; readonly npi?: string | undefined } | undefined;
  readonly authorization?: string | undefined;
}

export interface DraftRequest {
  readonly review: Review;
  readonly context: Context;
  /** Numbers of the lines that go on the claim; all when absent. */
  readonly lines?: readonly number[] | undefined;
  /** The lines as somebody changed them on the screen; they stand instead of the Review's. */
  readonly claim?: StatedClaim | undefined;
  readonly subject?: ClaimSubject | undefined;
  readonly practice: PracticeDetails;
}

/** A claim as far as it is known: paper can be completed by hand, a file cannot. */
export interface ClaimDraft {
  readonly claim: Claim;
  readonly subject: ClaimSubject | undefined;
  /** What a file still needs, each with what to do. */
  readonly missing: readonly Issue[];
  /** What was taken to be so, in words. */
  readonly assumed: readonly string[];
}

const SEQUENCE = { primary: 'P', secondary: 'S', tertiary: 'T' } as const;

/** The claim of a Review's lines. Nothing is invented: what is not known is left out and named. */
export function claimDraft({ review, context, lines, claim, subject, practice }: DraftRequest): ClaimDraft {
  const chosen = review.lines.filter((_, at) => lines === undefined || lines.includes(at + 1));
  const diagnoses = [...new Set(chosen.flatMap((line) => line.diagnoses))];
  const date = context.dateOfService ?? review.trace.dateOfService;
  const stated: StatedClaim = claim ?? {
    id: review.id ?? 'claim',
    diagnoses,
    lines: chosen.map(({ code, modifiers, units, diagnoses: pointed }) => ({
      code,
      modifiers,
      units,
      diagnoses: pointed,
    })),
  };
  const dated = {
    ...context,
    ...(date === undefined ? {} : { dateOfService: date as NonNullable<Context['dateOfService']> }),
  };
  const whole = withCharges(claimFromForm(stated, dated), practice);
  const payer = practice.payers[subject?.payer ?? context.payer ?? ''];
  const { billing } = practice;
  const made: Claim = {
    ...whole,
    id: (subject ? `${subject.mrn}-${(date ?? '').replaceAll('-', '')}` : whole.id).slice(0, 20),
    chargeTotal: cents(whole.lines.reduce((sum, line) => sum + (line.charge ?? 0), 0)),
    authorization: whole.authorization ?? subject?.authorization,
    billing: billing && { ...billing, lastName: billing.name, organization: true },
    rendering: subject?.rendering && partyOf(subject.rendering),
    payer: payer && { id: payer.id, name: payer.name, filing: payer.filing },
    subscriber: subject && {
      memberId: subject.memberId,
      sequence: SEQUENCE[subject.sequence ?? 'primary'],
      relation: '18',
    },
    patientBirthDate: subject?.person.birthDate,
    patientSex: subject?.person.sex,
  };
  return {
    claim: made,
    subject,
    missing: missingOf(made, subject, practice, context),
    assumed: subject ? ['The patient is taken to be the insured.'] : [],
  };
}

/** For the writer of claim files; refused with everything that is missing. */
export function claimToWrite({ claim, subject, missing }: ClaimDraft): Result<ClaimToWrite> {
  if (!subject || missing.length > 0) return failed(...missing);
  return ok({ claim, subscriber: subject.person });
}

function withCharges(claim: Claim, { charges }: PracticeDetails): Claim {
  return {
    ...claim,
    lines: claim.lines.map((line) => {
      const each = charges[line.code];
      const charge = line.charge ?? (each === undefined ? undefined : cents(Math.round(each * line.units)));
      return charge === undefined ? line : { ...line, charge };
    }),
  };
}

/** `Testina Example` or `Example, Testina`. */
export function partyOf({ name, npi }: NonNullable<ClaimSubject['rendering']>) {
  const [last, first] = name.includes(',')
    ? name.split(',').map((part) => part.trim())
    : [name.split(' ').at(-1), name.split(' ').slice(0, -1).join(' ')];
  return { lastName: (last ?? name).replace(/^Dr\.?\s+/, ''), firstName: (first ?? '').replace(/^Dr\.?\s*/, ''), npi };
}

function missingOf(
  claim: Claim,
  subject: ClaimSubject | undefined,
  practice: PracticeDetails,
  context: Context,
): Issue[] {
  const lacks = (
    code: 'server/export/no-patient' | 'server/export/practice' | 'server/export/line',
    message: string,
  ): Issue => issue(code, message);
  const payer = subject?.payer ?? context.payer;
  return [
    ...(subject ? [] : [lacks('server/export/no-patient', 'A claim file names the patient; none was chosen.')]),
    ...(subject && !subject.memberId ? [lacks('server/export/no-patient', 'The coverage has no member number.')] : []),
    ...(practice.billing ? [] : [lacks('server/export/practice', 'The billing provider of the practice is not set.')]),
    ...(practice.submitter && practice.receiver
      ? []
      : [lacks('server/export/practice', 'Submitter and receiver of claim files are not set.')]),
    ...(claim.payer
      ? []
      : [lacks('server/export/practice', `The address on claims of ${payer ?? 'the payer'} is not set.`)]),
    ...(claim.lines.length > 0 ? [] : [lacks('server/export/line', 'There is no line to bill.')]),
    ...(claim.placeOfService ? [] : [lacks('server/export/line', 'The place of service is not known.')]),
    ...claim.lines.flatMap((line) => [
      ...(line.charge === undefined
        ? [lacks('server/export/practice', `${line.code} has no charge in the practice's list.`)]
        : []),
      ...(line.pointers.length > 0
        ? []
        : [lacks('server/export/line', `Line ${line.number} (${line.code}) has no diagnosis.`)]),
      ...(line.from ? [] : [lacks('server/export/line', `Line ${line.number} (${line.code}) has no date of service.`)]),
    ]),
  ];
}
