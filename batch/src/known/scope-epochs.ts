import type { PolicyScope } from '../judge/policy-scopes.ts';
import type { ClaimDay } from './claim-days.ts';
import type { LawPlace } from './parts.ts';

/** Law changes on fewer days than this. */
const MOST = 65_536;

/** In which stretch of the days of a scope a day lies, in a place; looked up once for each. No two places have one in common. */
export class ScopeEpochs {
  #known: number[][][] = [];

  of({ number, epochsIn }: PolicyScope, { iso, index }: ClaimDay, place: LawPlace): number {
    const ofPlace = (this.#known[place.number] ??= []);
    const known = (ofPlace[number] ??= []);
    return (known[index] ??= place.number * MOST + epochsIn(place).of(iso));
  }

  clear(): void {
    this.#known = [];
  }
}
