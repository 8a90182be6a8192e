import type { Claim } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import type { Context } from '@interspace/core/model/review-input';
import type { JurisdictionLaw } from '@interspace/core/model/law/jurisdiction';
import { datesIn, Epochs } from './epochs.ts';
import { resolveContext } from '@interspace/core/review/resolve-context';

const KEPT = 4_000;
/** More places than this on one day are looked for from the start again. */
const MOST_PLACES = 64;

/** Contexts of claims; claims of one place, day and kind share theirs. */
export class ClaimContexts {
  readonly #given: Context;
  readonly #law: JurisdictionLaw;
  readonly #days = new Map<string, Map<string, ResolvedContext>>();
  /** Over each stretch of days in which nothing changes but the day. */
  readonly #stretches: Map<string, ResolvedContext>[] = [];
  readonly #epochs: Epochs;

  constructor(given: Context, law: JurisdictionLaw) {
    this.#given = given;
    this.#law = law;
    this.#epochs = new Epochs(datesIn(law));
  }

  of(claim: Claim): ResolvedContext {
    const on = dayOf(claim) ?? this.#given.dateOfService;
    let known = this.#days.get(on ?? '');
    if (!known) {
      if (this.#days.size >= KEPT) this.#days.clear();
      this.#days.set(on ?? '', (known = new Map()));
    }
    const place = placeOf(claim);
    let context = known.get(place);
    if (!context) {
      if (known.size >= MOST_PLACES) known.clear();
      context = on === undefined ? this.#resolve(claim, on) : { ...this.#during(on, place, claim), dateOfService: on };
      known.set(place, context);
    }
    return context;
  }

  /** That of some day of the stretch in which this one lies. */
  #during(on: IsoDate, place: string, claim: Claim): ResolvedContext {
    const places = (this.#stretches[this.#epochs.of(on)] ??= new Map<string, ResolvedContext>());
    let context = places.get(place);
    if (!context) {
      if (places.size >= KEPT) places.clear();
      places.set(place, (context = this.#resolve(claim, on)));
    }
    return context;
  }

  #resolve(claim: Claim, on: IsoDate | undefined): ResolvedContext {
    return resolveContext({ context: this.#given, documents: [], claim }, on, this.#law).context;
  }
}

/** All that decides a context besides the date. */
function placeOf({ payer, placeOfService, type, billing, facility }: Claim): string {
  return JSON.stringify([
    payer?.filing,
    type,
    placeOfService,
    billing?.state,
    billing?.zip,
    facility?.state,
    facility?.zip,
  ]);
}

/** The first date of service of a claim. */
export function dayOf(claim: Claim): IsoDate | undefined {
  for (const { from } of claim.lines) if (from !== undefined) return from;
  return undefined;
}
