import type { Finding } from '@interspace/core/model/finding';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import { locateIn, type ReadClaim } from '@interspace/wire/x12/claims/read-claim';
import type { ClaimJudge } from '../judge/claim-judge.ts';
import type { JudgedClaim, ShapeCoverage, ShapePrograms } from '../judge/judged-claim.ts';
import type { SketchJudge } from './sketch-judge.ts';

/** A claim whose answer was known: everything that costs is made when it is asked for. Valid until the next claim. */
export class KnownClaim implements JudgedClaim {
  readonly #sketch: ClaimSketch;
  readonly #answer: SketchJudge;
  readonly #judge: ClaimJudge;

  constructor(sketch: ClaimSketch, answer: SketchJudge, judge: ClaimJudge) {
    this.#sketch = sketch;
    this.#answer = answer;
    this.#judge = judge;
  }

  get id(): string {
    return this.#sketch.id;
  }

  get read(): ReadClaim {
    return this.#sketch.read();
  }

  get context(): ResolvedContext {
    return this.#judge.contextOf(this.read.claim);
  }

  get coverage(): ShapeCoverage {
    return this.#answer.whole.coverage.on(this.#answer.day.iso);
  }

  get programs(): ShapePrograms {
    return this.#answer.whole.programs.programs;
  }

  get findings(): readonly Finding[] {
    const { merged, day } = this.#answer;
    if (!merged) return NONE;
    return merged.findings.map((kept) => {
      const at = locateIn(this.#sketch.places, kept.line, kept.field, kept.nth);
      return { ...kept.on(day.iso), at };
    });
  }
}

const NONE: readonly Finding[] = [];
