import type { Claim } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import type { Context } from '@interspace/core/model/review-input';
import type { JurisdictionLaw } from '@interspace/core/model/law/jurisdiction';
import { resolveContext } from '@interspace/core/review/resolve-context';

const KEPT = 20_000;

/** Contexts of claims; claims of one place, day and kind share theirs. */
export class ClaimContexts {
  readonly #given: Context;
  readonly #law: JurisdictionLaw;
  readonly #kept = new Map<string, ResolvedContext>();

  constructor(given: Context, law: JurisdictionLaw) {
    this.#given = given;
    this.#law = law;
  }

  of(claim: Claim): ResolvedContext {
    const on = dayOf(claim) ?? (this.#given.dateOfService as IsoDate | undefined);
    const { facility, billing } = claim;
    const key = `${on}|${claim.type}|${claim.placeOfService}|${facility?.state}|${facility?.zip}|${billing?.state}|${billing?.zip}`;
    const known = this.#kept.get(key);
    if (known) return known;
    if (this.#kept.size >= KEPT) this.#kept.clear();
    const { context } = resolveContext({ context: this.#given, documents: [], claim }, on, this.#law);
    this.#kept.set(key, context);
    return context;
  }
}

/** The first date of service of a claim. */
export function dayOf(claim: Claim): IsoDate | undefined {
  for (const { from } of claim.lines) if (from !== undefined) return from;
  return undefined;
}
