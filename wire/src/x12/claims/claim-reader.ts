import type { WireIssue } from '../../issues.ts';
import { wireIssue } from '../../issues.ts';
import { Envelope, type TransactionHeader, type TransactionSink } from '../envelope.ts';
import { triggerOf, type SegmentSpec, type TransactionMap } from '../maps/map-language.ts';
import { packed } from '../segment-id.ts';
import type { SegmentView } from '../segment-view.ts';
import { Tokenizer, type TokenizerOptions } from '../tokenizer.ts';
import { Walker, walkTables } from '../walker.ts';
import { ClaimAssembler } from './claim-assembler.ts';
import { PlaceRecorder, type Places } from './place-recorder.ts';
import { ReadClaim } from './read-claim.ts';
import { claimMapFor, LOCATED_ROLES, Role, rolesOf } from './roles.ts';

export interface ClaimSink {
  claim(read: ReadClaim): void;
  issue(issue: WireIssue): void;
}

/** A place between two segments of a file. */
export interface FilePlace {
  readonly offset: number;
  readonly interchange: number;
  readonly group: number;
  readonly transaction: number;
  readonly ordinal: number;
}

export interface ClaimReaderOptions extends TokenizerOptions {
  /** Issues after this many are counted, not told. Default 10,000. */
  readonly maxIssues?: number;
}

/** Reads the claims of an X12 stream: push bytes, then end. Claims and Issues go to the sink as they are complete. */
export class ClaimReader implements TransactionSink {
  private readonly sink: ClaimSink;
  private readonly tokenizer: Tokenizer;
  private readonly envelope: Envelope;
  private readonly assembler: ClaimAssembler;
  private readonly recorder = new PlaceRecorder();
  /** Finished levels: billing, subscriber, patient. */
  private readonly levels: Places[] = [];
  private map: TransactionMap | undefined;
  private roles: Uint8Array = new Uint8Array(0);
  private walker: Walker | undefined;
  /** While the way to a part is read again, what is wrong with it was told already. */
  quiet = false;
  /** Level being recorded: 0 billing, 1 subscriber, 2 patient, 3 claim. */
  private depth = 0;
  private view: SegmentView | undefined;
  private issuesLeft: number;
  private pushed = 0;
  /** Segments since the level or claim began. */
  private size = 0;

  constructor(sink: ClaimSink, options: ClaimReaderOptions = {}) {
    this.sink = sink;
    this.issuesLeft = options.maxIssues ?? 10_000;
    this.envelope = new Envelope(this);
    this.tokenizer = new Tokenizer(this.envelope, options);
    this.assembler = new ClaimAssembler((code, element) => {
      if (this.view) this.issue(wireIssue(code, this.envelope.locate(this.view, element, this.walker?.loop.id)));
    });
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

  /**
   * Goes on elsewhere in the same file: what was pushed so far was only the way there (interchange, group, transaction
   * and the levels above the next claim). `ordinal` is that of the last segment before the place, 0 outside a transaction.
   */
  jumpTo(place: FilePlace): void {
    this.tokenizer.jumpTo(place.offset);
    this.pushed = place.offset;
    const { interchange, group, transaction, ordinal } = place;
    Object.assign(this.envelope.at, { interchange, group, transaction, ordinal });
  }

  /** A part of a file is over: the claim in hand is complete, its transaction goes on elsewhere. */
  endPart(): void {
    this.finishClaim();
  }

  begin(header: TransactionHeader, view: SegmentView): void {
    this.map = undefined;
    const map = header.set === '837' ? claimMapFor(header.version) : undefined;
    if (!map) {
      const wrong = header.set === '837' ? 'wire/x12/version-unsupported' : 'wire/x12/transaction-unsupported';
      const detail = header.set === '837' ? `It says ${header.version || 'none'}.` : `It is ${header.set}.`;
      this.issue(wireIssue(wrong, this.envelope.locate(view, view.has(3) ? 3 : 1), printable(detail)));
      return;
    }
    this.map = map;
    this.roles = rolesOf(map);
    this.walker = new Walker(walkTables(map));
    this.assembler.reset();
    this.recorder.next();
    this.levels.length = this.depth = this.size = 0;
  }

  segment(view: SegmentView, ordinal: number): void {
    const walker = this.walker;
    if (!this.map || !walker) return;
    if (this.size++ >= MOST_SEGMENTS && !this.fits(view)) return;
    const before = walker.loop;
    const spec = walker.step(view);
    if (!spec) {
      if (view.id !== 0)
        this.issue(wireIssue('wire/x12/segment-unknown', this.envelope.locate(view, undefined, walker.loop.id)));
      return;
    }
    const role = this.roles[spec.index]!;
    this.view = view;
    if (walker.skipped) {
      const left = triggerOf(spec.loop)?.id ?? '';
      const missing = left === spec.id ? (triggerOf(spec.loop.parent ?? spec.loop)?.id ?? '') : left;
      this.issue(
        wireIssue(
          'wire/x12/segment-missing',
          this.envelope.locate(view, undefined, spec.loop.id),
          `Expected ${missing} before it.`,
        ),
      );
    }
    if (spec.usage === 'N')
      this.issue(wireIssue('wire/x12/segment-unknown', this.envelope.locate(view, undefined, spec.loop.id)));
    if (walker.loose && this.unlisted(view, spec, role)) return;
    if (walker.late) {
      this.issue(wireIssue('wire/x12/segment-order', this.envelope.locate(view, undefined, spec.loop.id)));
      // Out of order among its neighbours it can still be read; into a level that is over it cannot.
      if (walker.entered && spec.loop.parent !== before.parent) return this.assembler.forgetParty();
    }
    if (role === Role.None) return;
    switch (role) {
      case Role.Claim:
        this.finishClaim();
        this.startLevel(3);
        break;
      case Role.BillingLevel:
        this.finishClaim();
        this.startLevel(0);
        break;
      case Role.SubscriberLevel:
        this.finishClaim();
        this.startLevel(1);
        break;
      case Role.PatientLevel:
        this.finishClaim();
        this.startLevel(2);
        break;
    }
    this.assembler.segment(role, view);
    const recording = RECORDING[role]!;
    if (recording !== 0) this.recorder.record(view, spec, this.assembler.lineNumber, ordinal, recording === 2);
  }

  finish(): void {
    this.finishClaim();
    this.map = undefined;
  }

  issue(issue: WireIssue): void {
    if (this.quiet) return;
    if (this.issuesLeft-- > 0) this.sink.issue(issue);
  }

  /** A qualifier that the map does not list: said, and not interpreted, except that HI names its codes element by element. */
  private unlisted(view: SegmentView, spec: SegmentSpec, role: number): boolean {
    const diagnosis = role === Role.Information;
    const code = diagnosis ? 'wire/x12/element-code' : 'wire/x12/qualifier-unlisted';
    this.issue(wireIssue(code, this.envelope.locate(view, spec.qualifierElement, spec.loop.id)));
    if (this.walker?.entered) this.assembler.forgetParty();
    return !diagnosis;
  }

  private startLevel(depth: number): void {
    // A claim's own region is handed over when the claim is finished.
    const done = this.recorder.next();
    if (this.depth < 3) this.levels[this.depth] = done;
    if (depth < 3) this.levels.length = Math.min(this.levels.length, depth);
    this.depth = depth;
    this.size = 0;
  }

  /** Beyond the limit only a new level or claim is read; the one that is too long is given up and said once. */
  private fits(view: SegmentView): boolean {
    if (this.size === MOST_SEGMENTS + 1) {
      this.issue(wireIssue('wire/x12/claim-too-long', this.envelope.locate(view, undefined, this.walker?.loop.id)));
      this.assembler.drop();
    }
    return view.id === CLM || view.id === HL;
  }

  private finishClaim(): void {
    const claim = this.assembler.take();
    if (!claim || !this.map) return;
    const { interchange, group, transaction } = this.envelope.at;
    const [billing, subscriber, patient] = this.levels;
    const read = new ReadClaim(claim, {
      map: this.map,
      interchange,
      group,
      transaction,
      own: this.recorder.next(),
      patient,
      subscriber,
      billing,
    });
    if (claim.lines.length === 0)
      this.issue(wireIssue('wire/x12/claim-without-lines', read.locate(undefined, 'claim')));
    if (claim.billType !== undefined && !OUTPATIENT.test(claim.billType)) {
      this.issue(wireIssue('wire/x12/claim-setting', read.locate(undefined, 'place-of-service')));
    }
    this.sink.claim(read);
  }
}

/** No guide allows as many: 999 lines with everything that may stand in them. */
const MOST_SEGMENTS = 100_000;
const [CLM, HL] = [packed('CLM'), packed('HL')];

/** By role: 0 not recorded, 1 elements, 2 elements and components. */
const RECORDING = new Uint8Array(64);
for (const role of LOCATED_ROLES) RECORDING[role] = 1;
for (const role of [Role.Service, Role.Information, Role.Claim]) RECORDING[role] = 2;

/** Hospital outpatient and critical access hospital outpatient. */
const OUTPATIENT = /^0?(13|85)/;

function printable(text: string): string {
  return text.replace(/[^ -~]/g, '?').slice(0, 60);
}
