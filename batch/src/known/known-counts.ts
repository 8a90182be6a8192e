import type { ClaimSketch } from '@interspace/wire/x12/claims/claim-sketch';
import { CountedFindings, type Charges, type Counted } from '../counted-findings.ts';
import type { Tally } from '../tally.ts';
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

const MOST_COUNTS = 10_000;

/** Counts claims whose answers were known; what depends on the answer alone is counted once for all its claims. */
export class KnownCounts {
  #services: ServicesPart[] = [];
  #coverage: CoveragePart[] = [];
  #merged: CountedFindings[] = [];
  readonly #counts = new Map<string, CountedFindings>();
  /** CCYYMMDD; 0 when no day was met. */
  #from = 0;
  #through = 0;
  readonly #charges = new SketchCharges();

  add(tally: Tally, sketch: ClaimSketch, { whole, merged, charges }: SketchJudge): void {
    const { services, coverage } = whole;
    const { lineCount } = sketch;
    tally.claims++;
    tally.lines += lineCount;
    tally.charges += charges;
    this.#note(sketch);
    if (services.claims++ === 0) this.#services.push(services);
    if (coverage.claims++ === 0) this.#coverage.push(coverage);
    if (!merged) return;
    const counts = (merged.counts ??= this.#countsOf(merged.counted));
    if (counts.claims === 0) this.#merged.push(counts);
    this.#charges.sketch = sketch;
    counts.add(this.#charges, charges);
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
    for (const counts of this.#merged) counts.settle(tally);
    if (this.#from !== 0) {
      const [from, through] = [dashed(this.#from), dashed(this.#through)];
      if (tally.from === '' || from < tally.from) tally.from = from;
      if (through > tally.through) tally.through = through;
    }
    this.#services = [];
    this.#coverage = [];
    this.#merged = [];
    this.#from = this.#through = 0;
  }

  /** The same for all answers that say the same of the same lines, in whatever words. */
  #countsOf(findings: readonly Counted[]): CountedFindings {
    const key = findings.map(({ id, severity, line }) => `${id} ${severity} ${line}`).join();
    let counts = this.#counts.get(key);
    if (!counts) {
      if (this.#counts.size > MOST_COUNTS) this.#counts.clear();
      this.#counts.set(key, (counts = new CountedFindings(findings)));
    }
    return counts;
  }

  #note({ days, lineCount }: ClaimSketch): void {
    for (let at = 0; at < lineCount; at++) {
      const day = days[at]!;
      if (day < this.#from || this.#from === 0) this.#from = day;
      if (day > this.#through) this.#through = day;
    }
  }
}

function dashed(compact: number): string {
  const text = String(compact).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
