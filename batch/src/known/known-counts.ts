import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import { addFindings, type Charges, type Tally } from '../tally.ts';
import type { CoveragePart, ServicesPart } from './parts.ts';
import type { SketchJudge } from './sketch-judge.ts';

class SketchCharges implements Charges {
  sketch: ClaimSketch | undefined;

  chargeOf(line: number): number {
    const { lineCount, lineNumbers, charges } = this.sketch!;
    for (let at = 0; at < lineCount; at++) if (lineNumbers[at] === line) return charges[at]!;
    return 0;
  }
}

/** Counts claims whose answers were known; what depends on the answer alone is counted once for all its claims. */
export class KnownCounts {
  #services: ServicesPart[] = [];
  #coverage: CoveragePart[] = [];
  #day = '';
  readonly #charges = new SketchCharges();

  add(tally: Tally, sketch: ClaimSketch, { whole, merged, day, charges }: SketchJudge): void {
    const { services, coverage } = whole;
    const { lineCount } = sketch;
    tally.claims++;
    tally.lines += lineCount;
    tally.charges += charges;
    if (day.iso !== this.#day || this.#severalDays(sketch)) this.#note(tally, sketch, day.iso);
    if (services.claims++ === 0) this.#services.push(services);
    if (coverage.claims++ === 0) this.#coverage.push(coverage);
    if (!merged) return;
    this.#charges.sketch = sketch;
    addFindings(tally, merged.counted, this.#charges, charges);
  }

  /** Adds what was counted by answer; begins anew. */
  settle(tally: Tally): void {
    for (const part of this.#services) {
      for (const name of part.editions) tally.editions[name] = (tally.editions[name] ?? 0) + part.claims;
      part.claims = 0;
    }
    for (const part of this.#coverage) {
      for (const { outcome } of part.lines) tally.coverage[outcome] = (tally.coverage[outcome] ?? 0) + part.claims;
      part.claims = 0;
    }
    this.#services = [];
    this.#coverage = [];
    this.#day = '';
  }

  #severalDays({ days, lineCount }: ClaimSketch): boolean {
    for (let at = 1; at < lineCount; at++) if (days[at] !== days[0]) return true;
    return false;
  }

  #note(tally: Tally, { days, lineCount }: ClaimSketch, first: string): void {
    this.#day = first;
    for (let at = 0; at < lineCount; at++) {
      const text = at === 0 ? first : dashed(days[at]!);
      if (tally.from === '' || text < tally.from) tally.from = text;
      if (text > tally.through) tally.through = text;
    }
  }
}

function dashed(compact: number): string {
  const text = String(compact).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
