import type { PolicyScope } from '../judge/policy-scopes.ts';
import type { ClaimDay } from './claim-days.ts';
import { IntSequences } from './int-sequences.ts';
import { PartStore } from './part-store.ts';
import type { WholePart } from './parts.ts';
import { TextNumbers } from './text-numbers.ts';

/** Forgotten when there are this many; quickly put together again from their parts. */
const MOST = 25_000;

/** What the parts other than diagnoses say together: of most claims all of it is found at once. */
export class WholeAnswers {
  readonly kept = new PartStore<WholePart>();
  readonly #key = new Int32Array(4);
  readonly #tuples = new IntSequences();
  /** By law and lines; many have one in common. */
  #grounds: Ground[][] = [];
  #byNumber: Ground[] = [];
  readonly #numbers = new TextNumbers();

  clear(): void {
    this.kept.clear();
    this.#tuples.clear();
    this.#numbers.clear();
    [this.#grounds, this.#byNumber] = [[], []];
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

  /** Nothing when these lines were not met under this law before. */
  groundOf(law: number, lines: number): Ground | undefined {
    return this.#grounds[law]?.[lines];
  }

  /** `looking` are the programs that look at some of the lines. */
  learn(law: number, lines: number, scope: PolicyScope, looking: number): Ground {
    const number = this.#numbers.of(`${looking} ${scope.number}`);
    const ground = (this.#byNumber[number] ??= { scope, looking, epochs: [] });
    return ((this.#grounds[law] ??= [])[lines] = ground);
  }

  /** A number for the stretch of days over which nothing changes for any of the parts. */
  epochOf({ epochs }: Ground, { index, services }: ClaimDay, programs: number, coverage: number): number {
    return (epochs[index] = this.#tuples.id(Int32Array.of(services, programs, coverage), 3));
  }
}

/** What decides on which days something changes for a claim. */
export interface Ground {
  readonly scope: PolicyScope;
  /** The programs that look at some of its lines. */
  readonly looking: number;
  /** Stretches of days by the index of the day, as far as they are known. */
  readonly epochs: number[];
}
