import type { PolicyScope } from '../judge/policy-scopes.ts';
import type { ClaimDay } from './claim-days.ts';
import { IntSequences } from './int-sequences.ts';
import { PartStore } from './part-store.ts';
import type { WholePart } from './parts.ts';

/** Forgotten when there are this many; quickly put together again from their parts. */
const MOST = 25_000;

/** What the parts other than diagnoses say together: of most claims all of it is found at once. */
export class WholeAnswers {
  readonly kept = new PartStore<WholePart>();
  readonly #key = new Int32Array(4);
  readonly #tuples = new IntSequences();
  #epochs: number[][][] = [];

  clear(): void {
    this.kept.clear();
    this.#tuples.clear();
    this.#epochs = [];
  }

  /** `frame` (by its id), `lines` and `seen` are what the parts see of the claim; what is not found is put into `kept`. */
  find(
    frame: number,
    lines: number,
    seen: number,
    epoch: number,
    { number }: ClaimDay,
    alone: boolean,
  ): WholePart | undefined {
    if (this.kept.size > MOST) this.kept.clear();
    const key = this.#key;
    key[0] = frame;
    key[1] = lines;
    key[2] = seen;
    return this.kept.find(key, 4, epoch, number, alone);
  }

  /** A number for the stretch of days over which nothing changes for any of the parts; worked out once for each day. */
  knownEpoch(looking: number, scope: PolicyScope, day: ClaimDay): number | undefined {
    return this.#epochs[looking]?.[scope.number]?.[day.index];
  }

  /** `looking` are the programs that look at some of the lines; `programs` and `coverage` the stretches of days of those. */
  epochOf(looking: number, scope: PolicyScope, day: ClaimDay, programs: number, coverage: number): number {
    const known = ((this.#epochs[looking] ??= [])[scope.number] ??= []);
    return (known[day.index] = this.#tuples.id(Int32Array.of(day.services, programs, coverage), 3));
  }
}
