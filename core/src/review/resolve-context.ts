import type { IsoDate } from '../model/date.ts';
import { placeByName, placeOfState, type JurisdictionLaw } from '../model/law/jurisdiction.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import type { EngineInput } from '../model/review-input.ts';

/** Derives what can be derived: the contractor from state and date, the claim type from the claim. Nothing is guessed silently. */
export function resolveContext(
  input: EngineInput,
  dateOfService: IsoDate | undefined,
  law: JurisdictionLaw,
): { readonly context: ResolvedContext; readonly assumed: readonly string[] } {
  const given = input.context;
  const assumed: string[] = [];
  const claimType = input.claim?.type ?? given.claimType;
  if (claimType === undefined) assumed.push('Claim type not stated: judged as a professional claim.');
  if (given.payer === undefined) {
    const payer = law.payers.find((entry) => entry.assumed);
    if (payer) assumed.push(`Payer not stated: judged as ${payer.title}.`);
  }
  const state = given.state?.toUpperCase() ?? input.claim?.facility?.state ?? input.claim?.billing?.state;
  const named = given.contractor === undefined ? undefined : placeByName(law, given.contractor);
  if (given.contractor !== undefined && !named)
    assumed.push(`The contractor "${given.contractor}" is not in the library: coverage by contractor was not judged.`);
  const place =
    named ?? (state !== undefined && dateOfService !== undefined ? placeOfState(law, state, dateOfService) : undefined);
  return {
    assumed,
    context: {
      payer: given.payer ?? law.payers.find((entry) => entry.assumed)?.id,
      plan: given.plan,
      state,
      contractor: place?.contractor,
      jurisdiction: place?.jurisdiction,
      placeOfService: input.claim?.placeOfService ?? given.placeOfService,
      claimType: claimType ?? 'professional',
      dateOfService,
    },
  };
}
