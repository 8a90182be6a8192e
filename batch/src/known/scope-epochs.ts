import type { PolicyScope } from '../judge/policy-scopes.ts';
import type { ClaimDay } from './claim-days.ts';

/** In which stretch of the days of a scope a day lies; looked up once for each. */
export class ScopeEpochs {
  #known: number[][] = [];

  of({ number, epochs }: PolicyScope, { iso, index }: ClaimDay): number {
    const known = (this.#known[number] ??= []);
    return (known[index] ??= epochs.of(iso));
  }

  clear(): void {
    this.#known = [];
  }
}
