import type { Claim } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import type { Context } from '@interspace/core/model/review-input';
import type { JurisdictionLaw } from '@interspace/core/model/law/jurisdiction';
import { resolveContext } from '@interspace/core/review/resolve-context';

const KEPT = 4_000;
/** More places than this on one day are looked for from the start again. */
const MOST_PLACES = 64;

/** What decides a context besides the date. */
interface Known {
  readonly claim: Claim;
  readonly context: ResolvedContext;
}

/** Contexts of claims; claims of one place, day and kind share theirs. */
export class ClaimContexts {
  readonly #given: Context;
  readonly #law: JurisdictionLaw;
  readonly #days = new Map<string, Known[]>();

  constructor(given: Context, law: JurisdictionLaw) {
    this.#given = given;
    this.#law = law;
  }

  of(claim: Claim): ResolvedContext {
    const on = dayOf(claim) ?? this.#given.dateOfService;
    let known = this.#days.get(on ?? '');
    if (!known) {
      if (this.#days.size >= KEPT) this.#days.clear();
      this.#days.set(on ?? '', (known = []));
    }
    for (const one of known) if (samePlace(one.claim, claim)) return one.context;
    if (known.length >= MOST_PLACES) known.length = 0;
    const { context } = resolveContext({ context: this.#given, documents: [], claim }, on, this.#law);
    // Of the claim only what is compared is kept.
    const { type, placeOfService, facility, billing } = claim;
    known.push({ claim: { id: '', type, placeOfService, facility, billing, diagnoses: [], lines: [] }, context });
    return context;
  }
}

function samePlace(one: Claim, other: Claim): boolean {
  return (
    one.placeOfService === other.placeOfService &&
    one.type === other.type &&
    one.billing?.state === other.billing?.state &&
    one.billing?.zip === other.billing?.zip &&
    one.facility?.state === other.facility?.state &&
    one.facility?.zip === other.facility?.zip
  );
}

/** The first date of service of a claim. */
export function dayOf(claim: Claim): IsoDate | undefined {
  for (const { from } of claim.lines) if (from !== undefined) return from;
  return undefined;
}
