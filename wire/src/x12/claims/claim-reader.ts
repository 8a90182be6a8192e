import type { WireIssue } from '../../issues.ts';
import { wireIssue } from '../../issues.ts';
import type { TransactionHeader } from '../envelope.ts';
import { triggerOf, type LoopSpec, type SegmentSpec, type TransactionMap } from '../maps/map-language.ts';
import { packed } from '../segment-id.ts';
import { SegmentView } from '../segment-view.ts';
import type { TokenizerOptions } from '../tokenizer.ts';
import { TransactionReader } from '../transaction-reader.ts';
import { Walker, walkTables } from '../walker.ts';
import { ClaimAssembler, levelValues } from './claim-assembler.ts';
import { ClaimSketch } from './claim-sketch.ts';
import { LevelPlaces } from './level-places.ts';
import { NotedPlaces } from './noted-places.ts';
import { PlaceRecorder, type Places } from './place-recorder.ts';
import { ReadClaim, type ClaimPlaces } from './read-claim.ts';
import { claimMapFor, Level, Recorded, recordingOf, Role, rolesOf } from './roles.ts';
import { SegmentNotes } from './segment-notes.ts';
import { saidOfWhole } from './whole-claim.ts';

export interface ClaimSink {
  claim(read: ReadClaim): void;
  /** Called instead of `claim`, when it is there: the Claim is made only when it is asked for, during the call. */
  sketch?(sketch: ClaimSketch): void;
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
  /** Issues after this many are not told. Default 10,000. */
  readonly maxIssues?: number;
  /** Used for all claims, so that the numbers of its words stay the same over several readers. */
  readonly sketch?: ClaimSketch;
}

/** Reads the claims of an X12 stream: push bytes, then end. Claims and Issues go to the sink as they are complete. */
export class ClaimReader extends TransactionReader {
  private readonly sink: ClaimSink;
  private readonly assembler: ClaimAssembler;
  /** Ordinal of the last segment without a place in the map. */
  private strange = -1;
  private readonly recorder = new PlaceRecorder();
  private readonly levels = new LevelPlaces();
  private readonly noted = new NotedPlaces((fits, line) => this.placesOfNoted(fits, line), this.levels);
  private map: TransactionMap | undefined;
  private roles: Uint8Array = new Uint8Array(0);
  private recording: Uint8Array = new Uint8Array(0);
  /** By number of a segment in the map, that of its loop. */
  private loopOf: Int32Array = new Int32Array(0);
  private walker: Walker | undefined;
  /** While the way to a part is read again, what is wrong with it was told already. */
  quiet = false;
  /** Level being recorded. */
  private depth: number = Level.Billing;
  private view: SegmentView | undefined;
  private issuesLeft: number;
  /** Segments since the level or claim began. */
  private size = 0;
  private readonly longest: number;
  private readonly sketch: ClaimSketch | undefined;
  private readonly notes = new SegmentNotes();
  /** Shows noted segments to the assembler. */
  private readonly again = new SegmentView();
  /** The claim in hand is assembled as it is read, and not only when somebody asks for it. */
  private eager = true;
  /** Places of the claim in hand, once they were asked for. */
  private own: Places | undefined;

  constructor(sink: ClaimSink, options: ClaimReaderOptions = {}) {
    super(sink, options);
    this.sink = sink;
    this.issuesLeft = options.maxIssues ?? 10_000;
    this.longest = Math.min(options.maxSegmentBytes ?? LONG, LONG);
    if (sink.sketch) {
      this.sketch = options.sketch ?? new ClaimSketch();
      this.sketch.make = () => this.makeClaim();
      this.sketch.note = () => (this.eager ? this.recordedPlaces() : this.notedPlaces());
      this.envelope.learns = true;
    }
    this.assembler = new ClaimAssembler((code, element) => {
      if (this.view) this.issue(wireIssue(code, this.envelope.locate(this.view, element, this.walker?.loop.id)));
    });
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
    this.recording = recordingOf(map);
    this.loopOf = walkTables(map).loopOf;
    this.sketch?.renew(view.separators);
    this.sketch?.learned.readBy(map, view.separators.terminator);
    this.walker = new Walker(walkTables(map));
    this.assembler.reset();
    this.recorder.next();
    this.levels.reset(map);
    this.depth = Level.Billing;
    this.size = 0;
    this.strange = -1;
  }

  /** Of segments in a row that have no place, such as an address without its name, the first is told. */
  private unknown(view: SegmentView, walker: Walker, ordinal: number): void {
    if (view.id === 0) return;
    const again = this.strange === ordinal - 1;
    this.strange = ordinal;
    if (!again)
      this.issue(wireIssue('wire/x12/segment-unknown', this.envelope.locate(view, undefined, walker.loop.id)));
  }

  /** Segments that came before behind the same loop: what they mean was worked out then. */
  passed(view: SegmentView, from: number, to: number): number {
    const { map, walker, sketch, loopOf } = this;
    if (!map || !walker || !sketch) return from;
    const { bytes, words } = view;
    const { learned } = sketch;
    const place = this.envelope.at;
    let loop = walker.loop.index;
    let at = from;
    for (; this.size < MOST_SEGMENTS; at = learned.end + 1) {
      while (at < to && bytes[at]! <= 32) at++;
      if (!learned.find(loop, words, at, to)) {
        walker.loop = map.loops[loop]!;
        if (learned.end < 0 || !this.opened(view, at, learned.end)) return at;
        loop = walker.loop.index;
        continue;
      }
      const { role, spec } = learned;
      if (role !== Role.None) {
        // Where a claim or a level did not begin as it should, it is read as it comes.
        if (LEARNED[role] !== (this.depth === Level.Claim ? IN_CLAIM : ABOVE_CLAIM)) break;
        if (this.depth < Level.Claim) {
          view.start = at;
          view.end = learned.end;
          this.assembler.levelSays(role, learned.said);
          this.levels.add(view, spec, place.ordinal + 1, this.assembler.lineNumber);
        } else if (this.eager || !sketch.again(learned)) break;
        else this.notes.add(spec, place.ordinal + 1, sketch.lineNumber, at, learned.end);
      }
      place.ordinal++;
      loop = loopOf[spec]!;
      this.size++;
    }
    walker.loop = map.loops[loop]!;
    return at;
  }

  segment(view: SegmentView, ordinal: number): void {
    const walker = this.walker;
    if (!this.map || !walker) return;
    if (this.size++ >= MOST_SEGMENTS && !this.fits(view)) return;
    const before = walker.loop;
    const spec = walker.step(view);
    if (!spec) return this.unknown(view, walker, ordinal);
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
      if (walker.entered && spec.loop.parent !== before.parent) return this.forgetParty();
    }
    const plain = !walker.skipped && spec.usage !== 'N' && !walker.loose && !walker.late;
    if (plain) this.sketch?.learned.openings.learn(before.index, view, spec.index, walker.asked);
    this.take(before, spec, role, view, ordinal, plain);
  }

  /** A segment that is new, but opens like one that came behind the same loop: where it belongs is known. */
  private opened(view: SegmentView, start: number, end: number): boolean {
    const { walker, sketch, map } = this;
    // What is too long, or has a line end before its terminator, is read as it comes.
    if (!walker || !sketch || !map || end - start > this.longest || isLineEnd(view.bytes[end - 1]!)) return false;
    const before = walker.loop;
    const { openings } = sketch.learned;
    const index = openings.find(before.index, view.words, start, end);
    if (index < 0) return false;
    const spec = map.segments[index]!;
    walker.loop = spec.loop;
    const ordinal = ++this.envelope.at.ordinal;
    this.size++;
    const role = this.roles[index]!;
    if (role === Role.None) return true;
    if (role === Role.LineReference && this.depth === Level.Claim && !this.eager && openings.qualifier > 0) {
      sketch.lineReference(openings.qualifier);
      this.notes.add(index, ordinal, sketch.lineNumber, start, end);
      return true;
    }
    view.id = spec.packedId;
    view.start = start;
    view.end = end;
    view.next = end + 1;
    if (BEGINS[role]! >= Level.Claim) view.split();
    this.view = view;
    this.take(before, spec, role, view, ordinal, true);
    return true;
  }

  /** What a segment says, whose place is known; a `plain` one has nothing wrong with it. */
  private take(
    before: LoopSpec,
    spec: SegmentSpec,
    role: number,
    view: SegmentView,
    ordinal: number,
    plain: boolean,
  ): void {
    if (role === Role.None) {
      if (plain) this.learn(before, spec, role, view);
      return;
    }
    const level = BEGINS[role]!;
    if (level !== NO_LEVEL) {
      this.finishClaim();
      this.startLevel(level);
    }
    if (this.sketch && this.depth === Level.Claim && this.sketched(this.sketch, role, spec, view, ordinal)) {
      if (plain && LEARNED[role] === IN_CLAIM) this.learn(before, spec, role, view);
      return;
    }
    if (plain && this.depth < Level.Claim && LEARNED[role] === ABOVE_CLAIM) this.learn(before, spec, role, view);
    this.assembler.segment(role, view);
    if (this.depth < Level.Claim) return this.levels.add(view, spec.index, ordinal, this.assembler.lineNumber);
    const recording = this.recording[spec.index]!;
    if (recording !== Recorded.Nothing)
      this.recorder.record(view, spec, this.assembler.lineNumber, ordinal, recording === Recorded.Components);
  }

  private learn(before: LoopSpec, spec: SegmentSpec, role: number, view: SegmentView): void {
    const { sketch } = this;
    if (!sketch) return;
    const made = LEARNED[role] === ABOVE_CLAIM ? levelValues(role, view) : sketch;
    sketch.learned.learn(before.index, view, spec, role, made);
  }

  finish(): void {
    this.finishClaim();
    this.map = undefined;
  }

  /** The bytes of the present chunk are about to go: what was only noted of the claim in hand is read now. */
  released(): void {
    this.levels.released();
    if (this.eager || !this.sketch) return;
    this.sketch.keep();
    this.assemble();
  }

  /** True when noting the segment is enough for now. */
  private sketched(sketch: ClaimSketch, role: number, spec: SegmentSpec, view: SegmentView, ordinal: number): boolean {
    if (role === Role.Claim) {
      this.notes.clear();
      this.eager = false;
      this.again.bytes = view.bytes;
      this.again.words = view.words;
      this.again.base = view.base;
      this.again.separators = view.separators;
      sketch.start(view, this.assembler.levelInHand, ordinal);
    }
    if (!sketch.segment(role, view) && !this.eager) this.assemble();
    if (this.eager) return false;
    this.notes.add(spec.index, ordinal, sketch.lineNumber, view.start, view.end);
    return true;
  }

  /** Reads the noted segments of the claim in hand. Nothing in them is wrong: else they had been read at once. */
  private assemble(): void {
    const { notes, again, map, roles } = this;
    this.eager = true;
    const present = this.view;
    this.view = again;
    for (let index = 0; map && index < notes.count; index++) {
      notes.show(index, map, again);
      this.assembler.segment(roles[notes.spec(index)]!, again);
      this.recordNoted(index);
    }
    notes.clear();
    this.view = present;
  }

  private recordNoted(index: number): void {
    const { notes, again, map } = this;
    const recording = this.recording[notes.spec(index)]!;
    if (recording === Recorded.Nothing || !map) return;
    const spec = map.segments[notes.spec(index)]!;
    this.recorder.record(again, spec, notes.line(index), notes.ordinal(index), recording === Recorded.Components);
  }

  private recordedPlaces(): ClaimPlaces<Places> {
    const { map, levels } = this;
    if (!map) throw new Error('no claim is in hand');
    const { interchange, group, transaction } = this.envelope.at;
    return {
      map,
      interchange,
      group,
      transaction,
      own: this.recorded,
      patient: levels.of(Level.Patient),
      subscriber: levels.of(Level.Subscriber),
      billing: levels.of(Level.Billing),
    };
  }

  private get recorded(): Places {
    return (this.own ??= this.recorder.next());
  }

  /** Places of those noted segments only that are looked for. */
  private placesOfNoted(fits: Uint8Array, line: number): Places {
    const { notes, again, map } = this;
    for (let index = 0; map && index < notes.count; index++) {
      if (fits[notes.spec(index)] === 0 || notes.line(index) !== line) continue;
      notes.show(index, map, again);
      this.recordNoted(index);
    }
    return this.recorder.next();
  }

  private notedPlaces(): ClaimPlaces {
    const { noted, map } = this;
    if (!map) throw new Error('no claim is in hand');
    noted.map = map;
    ({ interchange: noted.interchange, group: noted.group, transaction: noted.transaction } = this.envelope.at);
    return noted;
  }

  override issue(issue: WireIssue): void {
    // Where something is wrong the claim itself is looked at.
    if (this.sketch) this.sketch.odd = true;
    if (this.quiet) return;
    if (this.issuesLeft-- > 0) this.sink.issue(issue);
  }

  /** A qualifier that the map does not list: said, and not interpreted, except that HI names its codes element by element. */
  private unlisted(view: SegmentView, spec: SegmentSpec, role: number): boolean {
    const diagnosis = role === Role.Information;
    const code = diagnosis ? 'wire/x12/element-code' : 'wire/x12/qualifier-unlisted';
    this.issue(wireIssue(code, this.envelope.locate(view, spec.qualifierElement, spec.loop.id)));
    if (this.walker?.entered) this.forgetParty();
    return !diagnosis;
  }

  private startLevel(depth: number): void {
    // A claim's own region is handed over when the claim is finished.
    this.recorder.next();
    if (depth < Level.Claim) this.levels.start(depth);
    else this.levels.finish();
    this.depth = depth;
    this.size = 0;
  }

  /** Beyond the limit only a new level or claim is read; the one that is too long is given up and said once. */
  private fits(view: SegmentView): boolean {
    if (this.size === MOST_SEGMENTS + 1) {
      this.issue(wireIssue('wire/x12/claim-too-long', this.envelope.locate(view, undefined, this.walker?.loop.id)));
      this.assembler.drop();
      this.notes.clear();
      this.eager = true;
    }
    return view.id === CLM || view.id === HL;
  }

  /** The party named last is done with. The claim in hand is assembled from now on: notes know nothing of this. */
  private forgetParty(): void {
    if (!this.eager) this.assemble();
    this.assembler.forgetParty();
  }

  private finishClaim(): void {
    const { sketch } = this;
    if (sketch && this.map && (!this.eager || this.assembler.claim)) {
      const { interchange, group, transaction } = this.envelope.at;
      sketch.interchange = interchange;
      sketch.group = group;
      sketch.transaction = transaction;
      if (sketch.lineCount === 0) sketch.odd = true;
      if (!sketch.odd || this.isWhole(sketch.read())) this.sink.sketch?.(sketch);
      // Nobody asked for it: what was noted is forgotten.
      this.eager = true;
      this.own = undefined;
      this.assembler.drop();
      return;
    }
    const read = this.assembler.claim && this.map ? this.makeClaim() : undefined;
    this.own = undefined;
    if (!read) return this.assembler.drop();
    if (this.isWhole(read)) this.sink.claim(read);
  }

  private makeClaim(): ReadClaim {
    if (!this.eager) this.assemble();
    const claim = this.assembler.take();
    if (!claim) throw new Error('no claim is in hand');
    return new ReadClaim(claim, this.recordedPlaces());
  }

  /** Says what is wrong with a claim as a whole; false when it is too long to be handed on. */
  private isWhole(read: ReadClaim): boolean {
    const { tooLong, issues } = saidOfWhole(read);
    for (const issue of issues) this.issue(issue);
    return !tooLong;
  }
}

/** A longer segment is never one of those that come in every claim. */
const LONG = 200;
/** No guide allows as many: 999 lines with everything that may stand in them. */
const MOST_SEGMENTS = 100_000;
const [CLM, HL] = [packed('CLM'), packed('HL')];

/** By role: segments that mean the same whenever they have the same bytes, in a claim or in a level above it. */
const [IN_CLAIM, ABOVE_CLAIM] = [1, 2];
const LEARNED = new Uint8Array(64);
for (const role of [
  Role.Information,
  Role.LineNumber,
  Role.Service,
  Role.LineDate,
  Role.ClaimDate,
  Role.ClaimParty,
  Role.PartySpecialty,
  Role.PartyStreet,
  Role.PartyCity,
])
  LEARNED[role] = IN_CLAIM;
for (const role of [Role.SubscriberInsurance, Role.PayerName]) LEARNED[role] = ABOVE_CLAIM;

/** By role: the level that a segment begins. Of those above the claim nothing is read but that. */
const NO_LEVEL = 4;
const BEGINS = new Uint8Array(64).fill(NO_LEVEL);
BEGINS[Role.BillingLevel] = Level.Billing;
BEGINS[Role.SubscriberLevel] = Level.Subscriber;
BEGINS[Role.PatientLevel] = Level.Patient;
BEGINS[Role.Claim] = Level.Claim;

function isLineEnd(byte: number): boolean {
  return byte === 10 || byte === 13;
}

function printable(text: string): string {
  return text.replace(/[^ -~]/g, '?').slice(0, 60);
}
