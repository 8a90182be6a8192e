import type { Location } from '@interspace/core/model/claim';
import { wireIssue, type WireIssue, type WireIssueCode } from '../issues.ts';
import { GE, GS, IEA, ISA, SE, ST, TA1, unpacked } from './segment-id.ts';
import type { SegmentView } from './segment-view.ts';
import type { SegmentSink } from './tokenizer.ts';

/** Where we are; kept as plain numbers so that a Location is made only when somebody asks. */
export interface EnvelopePosition {
  interchange: number;
  group: number;
  transaction: number;
  /** Ordinal of the segment in its transaction, ST being 1; outside of one, 0. */
  ordinal: number;
}

export interface TransactionHeader {
  /** ST01, such as `837`. */
  readonly set: string;
  /** ST02. */
  readonly control: string;
  /** ST03, or GS08 when ST03 is empty, without blanks; '' when neither says. */
  readonly version: string;
  readonly offset: number;
}

/** What a reader of transactions implements. Views are valid during the call only. */
export interface TransactionSink {
  /** Interchange and group segments, for those who want them. */
  outside?(view: SegmentView): void;
  begin(header: TransactionHeader, view: SegmentView): void;
  /** Every segment between ST and SE. */
  segment(view: SegmentView, ordinal: number): void;
  /** Passes over segments between ST and SE that are known by their bytes; asked only where the envelope `learns`. */
  passed?(view: SegmentView, from: number, to: number): number;
  /** SE was read, or the transaction broke off (`view` absent). */
  finish(view?: SegmentView): void;
  issue(issue: WireIssue): void;
  /** The bytes handed over so far are about to be overwritten. */
  released?(): void;
}

/** Counts and control numbers of interchange, group and transaction (SNIP 1), and the ordinals of everything. */
export class Envelope implements SegmentSink {
  /** Set by a reader that knows segments by their bytes; it counts them in `at`. */
  learns = false;
  readonly at: EnvelopePosition = { interchange: 0, group: 0, transaction: 0, ordinal: 0 };
  private readonly sink: TransactionSink;
  private inInterchange = false;
  private inGroup = false;
  private inTransaction = false;
  private interchangeControl = '';
  private groupControl = '';
  private groupVersion = '';
  private transactionControl = '';
  private bare = false;

  constructor(sink: TransactionSink) {
    this.sink = sink;
  }

  passed(view: SegmentView, from: number, to: number): number {
    return this.inTransaction ? this.sink.passed!(view, from, to) : from;
  }

  segment(view: SegmentView): void {
    switch (view.id) {
      case ISA:
        return this.openInterchange(view);
      case IEA:
        return this.closeInterchange(view);
      case GS:
        return this.openGroup(view);
      case GE:
        return this.closeGroup(view);
      case ST:
        return this.openTransaction(view);
      case SE:
        return this.closeTransaction(view);
      default:
        if (this.inTransaction) {
          const ordinal = ++this.at.ordinal;
          if (view.id === 0) this.fault('wire/x12/segment-id', view.offset);
          this.sink.segment(view, ordinal);
        } else this.between(view);
    }
  }

  released(): void {
    this.sink.released?.();
  }

  fault(code: WireIssueCode, offset: number, detail?: string): void {
    if (code === 'wire/x12/envelope-missing') this.bare = true;
    const { interchange, group, transaction, ordinal } = this.at;
    this.sink.issue(
      wireIssue(
        code,
        {
          ...(interchange ? { interchange } : {}),
          ...(this.inGroup ? { group } : {}),
          ...(this.inTransaction ? { transaction } : {}),
          segment: '',
          ordinal: this.inTransaction ? ordinal : 0,
          offset,
        },
        detail,
      ),
    );
  }

  /** The end of the input. */
  end(): void {
    if (this.inInterchange || this.inGroup || this.inTransaction) this.breakOff('interchange');
  }

  /** A place in the present segment. */
  locate(view: SegmentView, element?: number, loop?: string): Location {
    const { interchange, group, transaction, ordinal } = this.at;
    const inside = this.inTransaction && view.id !== GE && view.id !== IEA;
    const start = element === undefined ? view.start : (view.starts[Math.min(element, view.count - 1)] ?? view.start);
    const end = element === undefined ? view.end : element < view.count ? view.endOf(element) : view.end;
    return {
      ...(interchange ? { interchange } : {}),
      ...(group && this.inGroup ? { group } : {}),
      ...(inside ? { transaction } : {}),
      ...(loop && loop !== 'ST' ? { loop } : {}),
      segment: unpacked(view.id),
      ordinal: inside ? ordinal : 0,
      ...(element === undefined ? {} : { element }),
      offset: view.base + start,
      length: Math.max(0, end - start),
    };
  }

  private openInterchange(view: SegmentView): void {
    if (this.inInterchange || this.inGroup || this.inTransaction) this.breakOff('interchange');
    this.at.interchange++;
    this.at.group = 0;
    this.at.transaction = 0;
    this.inInterchange = true;
    this.bare = false;
    this.interchangeControl = view.text(13);
    this.sink.outside?.(view);
  }

  private closeInterchange(view: SegmentView): void {
    if (this.inGroup || this.inTransaction) this.breakOff('group', view);
    if (!this.inInterchange) this.report('wire/x12/segment-misplaced', view, undefined, 'There is no ISA before it.');
    else {
      if (view.integer(1) !== this.at.group) {
        this.report('wire/x12/interchange-count', view, 1, `Found ${this.at.group}.`);
      }
      if (view.text(2) !== this.interchangeControl) this.report('wire/x12/interchange-control', view, 2);
    }
    this.inInterchange = false;
    this.sink.outside?.(view);
  }

  private openGroup(view: SegmentView): void {
    if (this.inGroup || this.inTransaction) this.breakOff('group', view);
    if (!this.inInterchange && !this.bare)
      this.report('wire/x12/segment-misplaced', view, undefined, 'There is no ISA before it.');
    this.at.group++;
    this.at.transaction = 0;
    this.inGroup = true;
    this.groupControl = view.text(6);
    this.groupVersion = view.text(8).trim();
    this.sink.outside?.(view);
  }

  private closeGroup(view: SegmentView): void {
    if (this.inTransaction) this.breakOff('transaction', view);
    if (!this.inGroup) this.report('wire/x12/segment-misplaced', view, undefined, 'There is no GS before it.');
    else {
      if (view.integer(1) !== this.at.transaction) {
        this.report('wire/x12/group-count', view, 1, `Found ${this.at.transaction}.`);
      }
      if (view.text(2) !== this.groupControl) this.report('wire/x12/group-control', view, 2);
    }
    this.sink.outside?.(view);
    this.inGroup = false;
    this.groupVersion = '';
  }

  private openTransaction(view: SegmentView): void {
    if (this.inTransaction) this.breakOff('transaction', view);
    if (!this.inGroup && !this.bare)
      this.report('wire/x12/segment-misplaced', view, undefined, 'There is no GS before it.');
    this.at.transaction++;
    this.at.ordinal = 1;
    this.inTransaction = true;
    this.transactionControl = view.text(2);
    const version = view.text(3).trim() || this.groupVersion;
    this.sink.begin({ set: view.text(1), control: this.transactionControl, version, offset: view.offset }, view);
  }

  private closeTransaction(view: SegmentView): void {
    if (!this.inTransaction)
      return this.report('wire/x12/segment-misplaced', view, undefined, 'There is no ST before it.');
    this.at.ordinal++;
    if (view.integer(1) !== this.at.ordinal) {
      this.report('wire/x12/transaction-count', view, 1, `Found ${this.at.ordinal}.`);
    }
    if (view.text(2) !== this.transactionControl) this.report('wire/x12/transaction-control', view, 2);
    this.sink.finish(view);
    this.inTransaction = false;
  }

  private between(view: SegmentView): void {
    this.sink.outside?.(view);
    // TA1 and the interchange service segments (ISB, ISE) may stand between ISA and GS.
    const id = unpacked(view.id);
    if (this.inInterchange && !this.inGroup && (view.id === TA1 || id === 'ISB' || id === 'ISE')) return;
    this.report('wire/x12/segment-misplaced', view);
  }

  /** Closes everything from the inside out, up to the level named, and says what had no trailer. */
  private breakOff(upTo: 'interchange' | 'group' | 'transaction', view?: SegmentView): void {
    if (this.inTransaction) {
      this.missing('wire/x12/transaction-not-closed', view);
      this.sink.finish();
      this.inTransaction = false;
    }
    if (upTo !== 'transaction' && this.inGroup) {
      this.missing('wire/x12/group-not-closed', view);
      this.inGroup = false;
    }
    if (upTo === 'interchange' && this.inInterchange) {
      this.missing('wire/x12/interchange-not-closed', view);
      this.inInterchange = false;
    }
  }

  private missing(code: WireIssueCode, view?: SegmentView): void {
    this.fault(code, view ? view.offset : this.lastOffset);
  }

  /** Set by the reader at the end of the input, for Issues that have no segment. */
  lastOffset = 0;

  private report(code: WireIssueCode, view: SegmentView, element?: number, detail?: string): void {
    this.sink.issue(wireIssue(code, this.locate(view, element), detail));
  }
}
