import type { Cents } from '@interspace/core/model/money';
import type { WireIssue } from '../../issues.ts';
import type { TransactionHeader } from '../envelope.ts';
import { mapFor } from '../maps/map-for.ts';
import { packed } from '../segment-id.ts';
import type { SegmentView } from '../segment-view.ts';
import type { TokenizerOptions } from '../tokenizer.ts';
import { TransactionReader } from '../transaction-reader.ts';
import { Walker, walkTables } from '../walker.ts';

/** One STC: category, status, entity as codes of their lists. */
export interface ClaimStatus {
  readonly category: string;
  readonly status: string;
  readonly entity?: string;
}

/** What a claim acknowledgment says of one claim. */
export interface AcknowledgedClaim {
  /** The submitter's number of the claim (TRN02, CLM01 of the 837). */
  readonly id: string;
  /** Reference of the batch that is answered. */
  readonly batch: string;
  readonly statuses: ClaimStatus[];
  charge?: Cents;
  /** The payer's number of the claim, when it was given one. */
  payerNumber?: string;
}

export interface ClaimStatusSink {
  claim(acknowledged: AcknowledgedClaim): void;
  issue(issue: WireIssue): void;
}

const [TRN, STC, REF, HL] = [packed('TRN'), packed('STC'), packed('REF'), packed('HL')];

/** Reads the claims of 277 claim acknowledgments from a stream: push bytes, then end. */
export class ClaimStatusReader extends TransactionReader {
  private readonly sink: ClaimStatusSink;
  private walker: Walker | undefined;
  private batch = '';
  private claim: AcknowledgedClaim | undefined;

  constructor(sink: ClaimStatusSink, options: TokenizerOptions = {}) {
    super(sink, options);
    this.sink = sink;
  }

  begin({ set, version }: TransactionHeader): void {
    const known = set === '277' ? mapFor(set, version) : undefined;
    this.walker = known ? new Walker(walkTables(known.map)) : undefined;
    this.batch = '';
  }

  segment(view: SegmentView): void {
    const loop = this.walker?.step(view)?.loop.id;
    if (view.id === HL) this.finishClaim();
    else if (loop === '2200B' && view.id === TRN) this.batch = view.fresh(2);
    if (loop !== '2200D') return;
    if (view.id === TRN) {
      this.finishClaim();
      this.claim = { id: view.fresh(2), batch: this.batch, statuses: [] };
    } else if (view.id === STC) this.status(view);
    else if (view.id === REF && view.text(1) === '1K' && this.claim) this.claim.payerNumber = view.fresh(2);
  }

  finish(): void {
    this.finishClaim();
    this.walker = undefined;
  }

  private status(view: SegmentView): void {
    const { claim } = this;
    if (!claim) return;
    const mark = String.fromCharCode(view.separators.component);
    for (const position of [1, 10, 11]) {
      if (!view.has(position)) continue;
      const [category = '', status = '', entity = ''] = view.fresh(position).split(mark);
      claim.statuses.push({ category, status, ...(entity === '' ? {} : { entity }) });
    }
    const charge = view.has(4) ? Math.round(Number(view.text(4)) * 100) : Number.NaN;
    if (Number.isSafeInteger(charge)) claim.charge = charge as Cents;
  }

  private finishClaim(): void {
    if (this.claim) this.sink.claim(this.claim);
    this.claim = undefined;
  }
}

/** Whether the claim goes on to be judged: nothing in it rejects it. */
export function isAccepted({ statuses }: AcknowledgedClaim): boolean {
  return statuses.length > 0 && statuses.every(({ category }) => !/^A[34678]$/.test(category));
}

/** A whole acknowledgment in memory. */
export function readClaimStatusesFromBuffer(bytes: Uint8Array): {
  readonly claims: readonly AcknowledgedClaim[];
  readonly issues: readonly WireIssue[];
} {
  const claims: AcknowledgedClaim[] = [];
  const issues: WireIssue[] = [];
  const reader = new ClaimStatusReader({ claim: (each) => claims.push(each), issue: (each) => issues.push(each) });
  reader.push(bytes);
  reader.end();
  return { claims, issues };
}
