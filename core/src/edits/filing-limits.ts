import type { Claim } from '../model/claim.ts';
import { addDays, addMonths, type IsoDate } from '../model/date.ts';
import type { FilingLimit } from '../model/law/edits.ts';

/** Which filing limit holds for a claim; the claim's own filing indicator goes before the payer of the context. */
export class FilingLimits {
  readonly #byFiling = new Map<string, FilingLimit>();
  readonly #byPayer = new Map<string, FilingLimit>();

  constructor(limits: readonly FilingLimit[]) {
    for (const limit of limits) {
      for (const filing of limit.filings) this.#byFiling.set(filing, limit);
      for (const payer of limit.payers) this.#byPayer.set(payer, limit);
    }
  }

  of(claim: Claim, payer: string | undefined): FilingLimit | undefined {
    const filing = claim.payer?.filing;
    const named = payer === undefined ? undefined : this.#byPayer.get(payer);
    if (filing === undefined || filing === '') return named;
    // A payer without an indicator of its own (a commercial one) is known by name alone.
    return this.#byFiling.get(filing) ?? (named?.filings.length === 0 ? named : undefined);
  }
}

/** The last day on which a claim for services that ended on `served` may come. */
export function lastDay(limit: FilingLimit, served: IsoDate): IsoDate {
  return limit.months === undefined ? addDays(served, limit.days ?? 0) : addMonths(served, limit.months);
}

export function limitInWords(limit: FilingLimit): string {
  return limit.months === undefined ? `${limit.days ?? 0} days` : `${limit.months} months`;
}
