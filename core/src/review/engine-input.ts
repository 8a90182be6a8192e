import type { EngineInput, ReviewInput } from '../model/review-input.ts';
import { claimFromForm } from './claim-from-form.ts';

/** A ReviewInput as users write it, as the engine takes it: the short `note` becomes a document, the stated claim a Claim. */
export function engineInputOf({ note, claim, ...rest }: ReviewInputRead): EngineInput {
  return {
    ...rest,
    documents: note === undefined ? rest.documents : [{ id: 'note', text: note }, ...rest.documents],
    claim: claim && claimFromForm(claim, rest.context),
  };
}

/** What the schema makes of a ReviewInput, with its defaults filled in. */
type ReviewInputRead = ReturnType<typeof ReviewInput.parse>;
