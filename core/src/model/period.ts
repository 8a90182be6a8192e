import type { IsoDate } from './date.ts';

/** Both ends inclusive; an absent end is open. */
export interface EffectivePeriod {
  readonly from?: IsoDate | undefined;
  readonly through?: IsoDate | undefined;
}

export function isInForce(period: EffectivePeriod, on: IsoDate): boolean {
  return (period.from === undefined || period.from <= on) && (period.through === undefined || on <= period.through);
}

export function overlap(one: EffectivePeriod, other: EffectivePeriod): boolean {
  const startsBeforeEnd = (a: EffectivePeriod, b: EffectivePeriod) =>
    a.from === undefined || b.through === undefined || a.from <= b.through;
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

/** The entry in force on a date in a dated list: the latest `from` not after it. */
export function inForce<T extends { readonly from: IsoDate }>(entries: readonly T[], on: IsoDate): T | undefined {
  let found: T | undefined;
  for (const entry of entries) if (entry.from <= on && (!found || entry.from > found.from)) found = entry;
  return found;
}
