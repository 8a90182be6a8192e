import type { IsoDate } from '../model/date.ts';
import { factValue, type FactSheet } from '../model/fact.ts';
import {
  partOfState,
  payerLine,
  payerOfFiling,
  placeByName,
  placeOfState,
  type JurisdictionLaw,
  type Place,
} from '../model/law/jurisdiction.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import type { EngineInput } from '../model/review-input.ts';

export interface Resolved {
  readonly context: ResolvedContext;
  readonly assumed: readonly string[];
  /** Facts that decide who judges and that nobody has stated. */
  readonly open: readonly { readonly fact: string; readonly because: string }[];
}

/** Derives what can be derived: the contractor from state and date, the claim type from the claim. Nothing is guessed silently. */
export function resolveContext(
  input: EngineInput,
  dateOfService: IsoDate | undefined,
  law: JurisdictionLaw,
  facts: FactSheet = new Map(),
): Resolved {
  const given = input.context;
  const assumed: string[] = [];
  const claimType = input.claim?.type ?? given.claimType;
  if (claimType === undefined) assumed.push('Claim type not stated: judged as a professional claim.');
  const named = given.payer ?? payerOfFiling(law, input.claim?.payer?.filing, dateOfService);
  const payer = payerLine(law, named);
  if (named === undefined && payer) assumed.push(`Payer not stated: judged as ${payer.title}.`);
  if (named !== given.payer) assumed.push(`Payer taken from the claim: ${payer?.title ?? named}.`);
  const state = given.state?.toUpperCase() ?? input.claim?.facility?.state ?? input.claim?.billing?.state;
  const byName = given.contractor === undefined ? undefined : placeByName(law, given.contractor);
  if (given.contractor !== undefined && !byName)
    assumed.push(`The contractor "${given.contractor}" is not in the library: coverage by contractor was not judged.`);
  const derived =
    byName || state === undefined || dateOfService === undefined
      ? undefined
      : placeIn(state, dateOfService, law, input, facts);
  if (derived?.assumed !== undefined) assumed.push(derived.assumed);
  const place = byName ?? derived?.place;
  return {
    assumed,
    open: derived?.open ?? [],
    context: {
      payer: payer?.id ?? named,
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

interface PlaceIn {
  readonly place: Place | undefined;
  readonly assumed?: string;
  readonly open?: Resolved['open'];
}

/** A state that is divided is settled by the ZIP code of the facility, else by what was stated, else asked. */
function placeIn(state: string, on: IsoDate, law: JurisdictionLaw, { claim }: EngineInput, facts: FactSheet): PlaceIn {
  const whole = placeOfState(law, state, on);
  const part = partOfState(law, state, on);
  if (!part) return { place: whole };
  const inPart = { contractor: part.contractor, jurisdiction: part.jurisdiction };
  const zip = (claim?.facility ? claim.facility.zip : claim?.billing?.zip)?.slice(0, 5);
  const said = zip === undefined ? factValue(facts, part.fact) : part.zips.includes(zip);
  if (said === true) return { place: inPart };
  if (said === false) return { place: whole };
  const name = (place: Place | undefined) =>
    place ? `${law.contractors[place.contractor] ?? place.contractor} (${place.jurisdiction ?? ''})` : 'nobody';
  return {
    place: whole,
    assumed: `${state} is divided: judged as ${name(whole)}; in ${part.where} it is ${name(inPart)}.`,
    open: [{ fact: part.fact, because: `Which documents judge a service furnished in ${state}` }],
  };
}
