import type { Claim } from '@interspace/core/model/claim';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import type { ClaimCoverage, LineNeed } from '../judge/claim-coverage.ts';
import type { PolicyScope } from '../judge/policy-scopes.ts';
import { IntSequences } from '../known/int-sequences.ts';
import { dateOf, LINE, linesIn, type KeptClaim } from './record.ts';

/** Forgotten when there are this many. */
const [MOST_SHAPES, MOST_CONTEXTS] = [20_000, 20_000];

/** Needs of claims of one shape, by the stretch of days over which nothing changes. */
interface ShapeNeeds {
  readonly scope: PolicyScope;
  readonly known: Map<number, readonly LineNeed[]>;
}

/** Who is asked about the claim of a record. */
interface Asked {
  readonly coverage: Pick<ClaimCoverage, 'scopeOf' | 'needsOf'>;
  contextOf(claim: Claim): ResolvedContext;
}

/** What counting criteria can object to, and contexts, by what stands in records: most need no claim to be made. */
export class RecordNeeds {
  readonly #judge: Asked;
  readonly #shapes = new IntSequences();
  #needs: (ShapeNeeds | undefined)[] = [];
  readonly #contexts = new Map<number, ResolvedContext>();
  readonly #key = new Int32Array(2 + 5 * 255);

  constructor(judge: Asked) {
    this.#judge = judge;
  }

  /** Whether so many earlier days, by group, are too many for some criterion. `make`: the claim of the record, of one day. */
  reached(view: DataView, at: number, days: Int32Array, make: () => KeptClaim): boolean {
    if (this.#shapes.count > MOST_SHAPES) {
      this.#shapes.clear();
      this.#needs = [];
    }
    const shape = this.#shapeOf(view, at);
    const day = view.getUint16(linesIn(view, at) + 12, true);
    const own = (this.#needs[shape] ??= { scope: this.#judge.coverage.scopeOf(make().claim), known: new Map() });
    const epoch = own.scope.epochs.of(dateOf(day));
    let needs: readonly LineNeed[] | undefined = own.known.get(epoch);
    if (!needs) {
      const kept = make();
      needs = this.#judge.coverage.needsOf(kept.claim, this.contextOf(view, at, kept));
      own.known.set(epoch, needs);
    }
    return needs.some(({ group, limit }) => days[group]! >= limit);
  }

  /** The context of the claim of a record. */
  contextOf(view: DataView, at: number, { claim, state }: KeptClaim): ResolvedContext {
    const day = view.getUint16(linesIn(view, at) + 12, true);
    const key = (view.getUint32(at + 32, true) * 4 + view.getUint8(at + 36)) * 65_536 + day;
    let context = this.#contexts.get(key);
    if (!context) {
      // The state that was resolved when the claim was read stands in for its addresses.
      const placed = state === undefined ? claim : { ...claim, facility: { state } };
      if (this.#contexts.size > MOST_CONTEXTS) this.#contexts.clear();
      this.#contexts.set(key, (context = this.#judge.contextOf(placed)));
    }
    return context;
  }

  /** A number for all that coverage can see of a record besides its day: state, place, type, and of lines all but charge and provider. */
  #shapeOf(view: DataView, at: number): number {
    const key = this.#key;
    const count = view.getUint8(at + 49);
    key[0] = view.getInt32(at + 32, true);
    key[1] = view.getUint8(at + 36);
    let length = 2;
    for (let left = count, line = linesIn(view, at); left > 0; left--, line += LINE) {
      key[length] = view.getInt32(line, true);
      key[length + 1] = view.getInt32(line + 8, true);
      key[length + 2] = view.getUint16(line + 14, true);
      key[length + 3] = view.getInt32(line + 16, true);
      key[length + 4] = view.getInt32(line + 20, true);
      length += 5;
    }
    return this.#shapes.id(key, length);
  }
}
