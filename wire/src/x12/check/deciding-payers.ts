import type { SegmentSpec } from '../maps/map-language.ts';
import type { SegmentView } from '../segment-view.ts';
import type { Tell } from './tell.ts';

/** Who decided a line (2430 SVD01) is one of the other payers of the claim (2330B NM109); an unknown one is told once a claim. */
export class DecidingPayers {
  private readonly known = new Set<string>();
  private readonly told = new Set<string>();
  /** Other payers of the claim whose number was not told: it may be theirs. */
  private unnamed = 0;

  segment({ id, loop }: SegmentSpec, view: SegmentView, tell: Tell): void {
    if (id === 'CLM') {
      this.known.clear();
      this.told.clear();
      this.unnamed = 0;
    } else if (id === 'SBR' && loop.id === '2320') this.unnamed++;
    else if (id === 'NM1' && loop.id === '2330B' && view.has(9)) {
      if (this.known.size < MOST) this.known.add(view.text(9).trim());
      this.unnamed--;
    } else if (id === 'SVD' && view.has(1)) this.decision(view.text(1).trim(), tell);
  }

  private decision(payer: string, tell: Tell): void {
    if (this.known.has(payer) || this.told.has(payer) || this.unnamed > 0) return;
    if (this.known.size === MOST || this.told.size === MOST) return;
    this.told.add(payer);
    tell('wire/x12/line-decision-payer', 1, `Other payers of the claim: ${this.known.size}.`);
  }
}

/** Numbers kept; what has more is no claim. */
const MOST = 1_000;
