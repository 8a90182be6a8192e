import type { Claim } from '@interspace/core/model/claim';
import { dayNumber, type IsoDate } from '@interspace/core/model/date';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import type { ClaimCoverage } from '../judge/claim-coverage.ts';
import type { CountedSight, LineNeed } from '../judge/counted-lines.ts';
import { IntSequences } from '../known/int-sequences.ts';
import type { ClaimReach } from './claim-reach.ts';
import { dateOf, LINE, linesIn, type KeptClaim } from './record.ts';

/** Forgotten when there are this many. */
const [MOST_SHAPES, MOST_CONTEXTS] = [10_000, 20_000];

/** More than there are words of two letters or digits. */
const MOST_WORDS = 1500;

/** Who is asked about the claim of a record. */
interface Asked {
  readonly coverage: Pick<ClaimCoverage, 'counted' | 'requestOf'>;
  readonly reach: ClaimReach;
  contextOf(claim: Claim): ResolvedContext;
  /** A ZIP code of the part of a state that has this mark. */
  zipOf(state: string, on: IsoDate, mark: number): string | undefined;
}

/** How many earlier days of each group there are, and how near the nearest is. */
interface EarlierDays {
  readonly reached: Int32Array;
  readonly nearest: Int32Array;
}

function isReached({ group, limit, near }: LineNeed, { reached, nearest }: EarlierDays): boolean {
  return reached[group]! >= limit && (near === undefined || nearest[group]! <= near);
}

/** What counting criteria can object to, and contexts, by what stands in records: most need no claim to be made. */
export class RecordNeeds {
  readonly #judge: Asked;
  readonly #shapes = new IntSequences();
  /** By shape, and by the stretch of days over which nothing changes. */
  #needs: (Map<number, readonly LineNeed[]> | undefined)[] = [];
  /** By the mark of the jurisdiction. */
  readonly #contexts: (Map<number, ResolvedContext> | undefined)[] = [];
  readonly #key = new Int32Array(4 + 4 * 255);

  constructor(judge: Asked) {
    this.#judge = judge;
  }

  /** What can be objected to after so many earlier days, by group; after any number where they are not told. `make`: the claim. */
  reached(view: DataView, at: number, earlier: EarlierDays | undefined, make: () => KeptClaim): readonly LineNeed[] {
    let reached = NONE;
    const lines = view.getUint8(at + 49);
    for (let index = 0, line = linesIn(view, at); index < lines; index++, line += LINE) {
      const { sight } = this.#judge.reach.of(view.getUint32(line, true));
      if (sight === undefined) continue;
      for (const need of this.#needsOf(view, at, index, line, sight, make)) {
        if (earlier !== undefined && !isReached(need, earlier)) continue;
        if (reached === NONE) reached = [];
        (reached as LineNeed[]).push(need);
      }
    }
    return reached;
  }

  #needsOf(
    view: DataView,
    at: number,
    index: number,
    line: number,
    sight: CountedSight,
    make: () => KeptClaim,
  ): readonly LineNeed[] {
    if (this.#shapes.count > MOST_SHAPES) {
      this.#shapes.clear();
      this.#needs = [];
    }
    const shape = sight.others ? this.#shapeOfClaim(view, at, index) : this.#shapeOfLine(view, at, index, line);
    const known = (this.#needs[shape] ??= new Map<number, readonly LineNeed[]>());
    const day = view.getUint16(linesIn(view, at) + 12, true);
    const stretch = sight.day ? day : sight.epochs.of(dateOf(day));
    let needs = known.get(stretch);
    if (!needs) {
      const kept = make();
      const request = this.#judge.coverage.requestOf(kept.claim, this.contextOf(view, at, kept));
      known.set(stretch, (needs = this.#judge.coverage.counted.needsOf(index, request)));
    }
    return needs;
  }

  /** The context of the claim of a record, or of what one of its days holds. */
  contextOf(view: DataView, at: number, { claim, state }: KeptClaim): ResolvedContext {
    const day = dayNumber(claim.lines[0]!.from!);
    const place = view.getUint16(at + 32, true) * MOST_WORDS + view.getUint16(at + 34, true);
    const key = ((place * MOST_WORDS + view.getUint16(at + 51, true)) * 4 + view.getUint8(at + 36)) * 65_536 + day;
    const mark = view.getUint8(at + 37);
    const contexts = (this.#contexts[mark] ??= new Map<number, ResolvedContext>());
    let context = contexts.get(key);
    if (!context) {
      // The state that was resolved when the claim was read stands in for its addresses, and a ZIP code for its part of it.
      const zip = state && this.#judge.zipOf(state, dateOf(day), mark);
      const placed = state === undefined ? claim : { ...claim, facility: { state, zip } };
      if (contexts.size > MOST_CONTEXTS) contexts.clear();
      contexts.set(key, (context = this.#judge.contextOf(placed)));
    }
    return context;
  }

  /** A number for all that is seen of a line besides its day: state, place, type, kind of payer, where it stands, and not its charge and provider. */
  #shapeOfLine(view: DataView, at: number, index: number, line: number): number {
    const key = this.#key;
    this.#frame(view, at, index);
    return this.#shapes.id(key, this.#line(view, line, 3));
  }

  /** The same with all lines beside it. */
  #shapeOfClaim(view: DataView, at: number, index: number): number {
    const key = this.#key;
    this.#frame(view, at, index);
    let length = 3;
    for (let left = view.getUint8(at + 49), line = linesIn(view, at); left > 0; left--, line += LINE)
      length = this.#line(view, line, length);
    // Of one length with no line alone.
    key[length] = 0;
    return this.#shapes.id(key, length + 1);
  }

  #frame(view: DataView, at: number, index: number): void {
    const key = this.#key;
    key[0] = view.getInt32(at + 32, true);
    key[1] = view.getUint16(at + 36, true) + 65_536 * view.getUint16(at + 51, true);
    key[2] = index;
  }

  #line(view: DataView, line: number, length: number): number {
    const key = this.#key;
    key[length] = view.getInt32(line, true);
    key[length + 1] = view.getInt32(line + 8, true);
    key[length + 2] = view.getInt32(line + 16, true);
    key[length + 3] = view.getInt32(line + 20, true);
    return length + 4;
  }
}

const NONE: readonly LineNeed[] = [];
