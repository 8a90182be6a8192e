import { readReviewInput } from '@interspace/wire/fhir/review-input-from-fhir';
import { reviewToParameters } from '@interspace/wire/fhir/review-to-fhir';
import { fhirIssue } from '@interspace/wire/issues';
import { answered, refused } from './answer.ts';
import type { FhirHandler } from './deps.ts';
import { judgedInput } from './judged-input.ts';

/** `$review`: the Bundle of an encounter in, our Review out, with what of the Bundle was not used. */
export const reviewBundle: FhirHandler = async ({ body }, deps) => {
  const read = readReviewInput(body, { today: deps.today() });
  if (!read.ok) return refused(read.issues);
  const { input, unused } = judgedInput(read.value, deps.law());
  const empty = input.documents.length === 0 && !input.claim && !input.planned && !input.procedures;
  if (empty) return refused([fhirIssue('wire/fhir/nothing-to-review')], 422);
  const review = await deps.review(input);
  const subject = read.value.patient && { reference: read.value.patient.reference };
  const malformed = read.issues
    .map(({ code, at }) => ({ path: at ?? '', why: code }))
    .filter(({ path }) => path !== '');
  return answered(
    reviewToParameters(review, [...unused, ...malformed], {
      at: deps.now().toISOString(),
      ...(subject ? { subject } : {}),
    }),
  );
};
