import type { WireIssue } from '../issues.ts';
import { Envelope, type TransactionHeader, type TransactionSink } from './envelope.ts';
import type { SegmentView } from './segment-view.ts';
import { Tokenizer, type TokenizerOptions } from './tokenizer.ts';

/** What reads transactions of one kind from a stream of bytes: push bytes in any pieces, then end. */
export abstract class TransactionReader implements TransactionSink {
  protected readonly envelope: Envelope = new Envelope(this);
  private readonly told: { issue(issue: WireIssue): void };
  protected readonly tokenizer: Tokenizer;
  /** Bytes so far, which is the offset of the next one. */
  protected pushed = 0;

  constructor(told: { issue(issue: WireIssue): void }, options: TokenizerOptions) {
    this.told = told;
    this.tokenizer = new Tokenizer(this.envelope, options);
  }

  /** True when the rest of the input is refused; the caller may stop reading. */
  get stopped(): boolean {
    return this.tokenizer.stopped;
  }

  push(chunk: Uint8Array): void {
    this.tokenizer.push(chunk);
    this.pushed += chunk.length;
  }

  end(): void {
    this.tokenizer.end();
    this.envelope.lastOffset = this.pushed;
    this.envelope.end();
  }

  issue(issue: WireIssue): void {
    this.told.issue(issue);
  }

  abstract begin(header: TransactionHeader, view: SegmentView): void;
  abstract segment(view: SegmentView, ordinal: number): void;
  abstract finish(view?: SegmentView): void;
}
