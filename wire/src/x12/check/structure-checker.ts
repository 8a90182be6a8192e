import type { Location } from '@interspace/core/model/claim';
import { wireIssue, type WireIssue, type WireIssueCode } from '../../issues.ts';
import { Envelope, type TransactionHeader, type TransactionSink } from '../envelope.ts';
import { mapFor } from '../maps/map-for.ts';
import { isLoop, triggerOf, type LoopSpec, type SegmentSpec } from '../maps/map-language.ts';
import { GE, GS, IEA, ISA, packed, TA1, unpacked } from '../segment-id.ts';
import type { SegmentView } from '../segment-view.ts';
import { separatorsClash } from '../separators.ts';
import { Walker, walkTables } from '../walker.ts';
import { segmentWords } from '../words/segment-words.ts';
import type { CheckedGroup, CheckedInterchange, CheckedTransaction } from './checked-group.ts';
import { AdjustmentCodes, type AdjustmentCode } from './adjustment-codes.ts';
import { DecidingPayers } from './deciding-payers.ts';
import { checkElements, NO_RULES, type ElementRules } from './element-checks.ts';
import { checkClaimValues } from './claim-values.ts';
import { EnvelopeChecker } from './envelope-checker.ts';
import { codesOfEnvelope, codesOfGuide } from './guide-codes.ts';
import { requiredByGuide } from './guide-elements.ts';
import { codesOfInformation, partsOfInformation } from './information-codes.ts';
import { levelsKnown, qualifiersBeside } from './known-beside.ts';
import { LevelChecker } from './level-checker.ts';
import { withoutOpening } from './missing-opening.ts';
import type { Tell } from './tell.ts';

/** Kept for each transaction; an acknowledgment need not repeat more. */
const MOST_ISSUES = 1_000;

interface OpenLoop {
  readonly spec: LoopSpec;
  readonly at: Location;
  readonly counts: Map<number, number>;
  readonly children: Map<number, number>;
  order: number;
  /** Ordinal of the last segment at each position; where something is missing, it belongs behind the one before. */
  readonly last: Map<number, number>;
  /** Something in it was refused: an answer need not go deeper. */
  refused: boolean;
}

/** Envelope, structure and elements of any transaction (levels 1 and 2), segment by segment, with bounded memory. */
export class StructureChecker implements TransactionSink {
  readonly groups: CheckedGroup[] = [];
  readonly envelope = new Envelope(this);
  private readonly tell: (issue: WireIssue) => void;
  private interchange: CheckedInterchange | undefined;
  /** What the header of the interchange calls its version, until the first group. */
  private header: { readonly version: string; readonly place: Location } | undefined;
  private transaction: CheckedTransaction | undefined;
  private walker: Walker | undefined;
  private title = '';
  private open: OpenLoop[] = [];
  private readonly outer = new EnvelopeChecker((code, view, element, detail) =>
    this.report(code, view, element, detail),
  );
  private readonly levels = new LevelChecker({
    locate: (view, element) => this.envelope.locate(view, element, this.walker?.loop.id),
    tell: (place, detail) => this.issue(wireIssue('wire/x12/hierarchy', place, detail)),
  });
  private readonly deciders = new DecidingPayers();
  private readonly adjustments: AdjustmentCodes | undefined;
  /** The subscriber is the patient. */
  private subscriberIsPatient = false;
  /** Lines of the claim so far: the number that the last one should have, and how many there were. */
  private lines = 0;
  private lineCount = 0;
  /** The institutional claim holds more than transport, so that somebody attends. */
  private attended = false;
  /** Segments in a row that stand outside of every transaction. */
  private strays = 0;
  /** A level of no known kind came: what is below it finds no place, and is not told one by one. */
  private levelUnknown = false;

  constructor(tell: (issue: WireIssue) => void, adjustment?: (code: AdjustmentCode) => void) {
    this.tell = tell;
    this.adjustments = adjustment && new AdjustmentCodes(adjustment);
  }

  issue(issue: WireIssue): void {
    // Of segments without a transaction the first is told.
    if (issue.code === 'wire/x12/segment-misplaced' && this.strays > 1) return;
    const { transaction, group } = issue.place ?? {};
    const about = transaction === undefined ? (group === undefined ? undefined : this.groups.at(-1)) : this.transaction;
    if (about && about.issues.length < MOST_ISSUES) about.issues.push(issue);
    this.tell(issue);
  }

  outside(view: SegmentView): void {
    const { id } = view;
    this.strays = id === ISA || id === IEA || id === GS || id === GE || id === TA1 ? 0 : this.strays + 1;
    if (id === GS) {
      if (this.header && this.header.version !== RELEASE.interchange && view.text(8).startsWith(RELEASE.group))
        this.issue(
          wireIssue(
            'wire/x12/element-code',
            this.header.place,
            `A group ${RELEASE.group} stands in ${RELEASE.interchange}.`,
          ),
        );
      this.header = undefined;
      this.groups.push({
        interchange: this.interchange,
        kind: view.text(1),
        sender: view.fresh(2),
        receiver: view.fresh(3),
        control: view.text(6),
        version: view.text(8),
        transactions: [],
        issues: [],
      });
    } else if (id === ISA) {
      this.header = { version: view.fresh(12).trim(), place: this.envelope.locate(view, 12) };
      this.interchange = {
        senderKind: view.text(5),
        sender: view.fresh(6).trim(),
        receiverKind: view.text(7),
        receiver: view.fresh(8).trim(),
        usage: view.text(15),
      };
    } else if (id === GE) {
      const group = this.groups.at(-1);
      const included = view.integer(1);
      if (group && included >= 0) group.included = included;
    }
    const name = unpacked(id);
    const report = (code: WireIssueCode, element: number, detail: string): void =>
      this.report(code, view, element, detail);
    checkElements(name, view, { ...NO_RULES, codes: codesOfEnvelope(name) }, report);
    this.outer.outside(view);
  }

  begin(header: TransactionHeader, view: SegmentView): void {
    const { set, control, version } = header;
    const { interchange, group, transaction } = this.envelope.at;
    this.transaction = { set, control, version, issues: [], interchange, group, transaction };
    if (this.groups.length === 0)
      this.groups.push({
        interchange: undefined,
        kind: '',
        sender: '',
        receiver: '',
        control: '',
        version,
        transactions: [],
        issues: [],
      });
    this.groups.at(-1)!.transactions.push(this.transaction);
    this.title = '';
    this.subscriberIsPatient = false;
    this.levels.begin(set === '837');
    this.adjustments?.begin();
    this.walker = undefined;
    this.levelUnknown = false;
    this.strays = 0;
    const known = mapFor(set, version);
    checkElements('ST', view, NO_RULES, (code, element, detail) => this.report(code, view, element, detail));
    this.outer.transaction(header, view);
    if (!known) return this.report('wire/x12/transaction-unsupported', view, 1, 'Its structure is not known here.');
    if (!known.exact)
      return this.report('wire/x12/version-unsupported', view, view.has(3) ? 3 : 1, 'Its structure is not checked.');
    this.title = known.map.title;
    this.walker = new Walker(walkTables(known.map));
    this.open = [newLoop(known.map.root, this.envelope.locate(view))];
  }

  segment(view: SegmentView): void {
    const walker = this.walker;
    const id = unpacked(view.id);
    const spec = walker ? this.step(walker, view) : undefined;
    if (walker && !spec && view.id !== 0) this.unknown(view, id, walker);
    if (walker && spec) this.place(walker, spec, view);
    // Once a segment has found the level that was meant, what follows is measured from there.
    if (spec && (id === 'HL' || walker?.skipped)) this.levelUnknown = false;
    // Of a segment that does not belong here nothing more is asked.
    if (spec || !walker || id === 'HL')
      checkElements(id, view, this.rulesOf(spec, view), (code, element, detail, component) =>
        this.report(code, view, element, detail, component),
      );
    if (spec && this.title.endsWith(' claim') && !separatorsClash(view.separators)) {
      const tell: Tell = (code, element, detail, component) => this.report(code, view, element, detail, component);
      checkClaimValues(spec, view, tell);
      this.deciders.segment(spec, view, tell);
    }
    if (spec)
      this.adjustments?.segment(spec, view, walker!.loose, (at, element) =>
        this.envelope.locate(at, element, spec.loop.id),
      );
    if (id === 'HL') this.levels.level(view, spec);
    else if (id === 'BHT' && this.transaction) this.transaction.batch = view.fresh(3);
    else if (id === 'CLM') {
      this.lines = this.lineCount = 0;
      this.attended = false;
    } else if (id === 'SV2' && !view.text(1).startsWith(AMBULANCE)) this.attended = true;
    else if (id === 'SBR' && spec?.loop.id === '2000B') this.subscriberIsPatient = view.text(2) === '18';
    else if (id === 'LX' && this.title.endsWith(' claim')) this.line(view);
    else if (id === 'NM1' && spec?.loop.id.startsWith('1000')) this.correspondent(view);
  }

  finish(view?: SegmentView): void {
    if (this.walker && view) {
      this.closeTo(0);
      const root = this.open[0];
      if (root) this.close(root);
      this.levels.finish();
    }
    this.adjustments?.finish();
    // The trailer stands in no loop.
    this.walker = undefined;
    if (view) checkElements('SE', view, NO_RULES, (code, element, detail) => this.report(code, view, element, detail));
    this.transaction = undefined;
  }

  /** Its place. Where only the opening segment of its loop was left out, the place in that loop. */
  private step(walker: Walker, view: SegmentView): SegmentSpec | undefined {
    const before = walker.loop;
    const spec = walker.step(view);
    if (spec && !walker.loose && !walker.skipped) return spec;
    // More than one opening left out is a poorer reading than one.
    if (spec && walker.skipped && this.closedAbove(spec.loop.parent) < 2) return spec;
    const better = withoutOpening(before, view, (loop) => this.open.find((each) => each.spec === loop));
    if (!better) return spec;
    walker.loop = better.loop;
    walker.entered = walker.loose = walker.skipped = walker.late = false;
    return better;
  }

  /** How many loops have to be opened before this one is. */
  private closedAbove(loop: LoopSpec | undefined): number {
    let count = 0;
    for (let each = loop; each && !this.open.some((open) => open.spec === each); each = each.parent) count++;
    return count;
  }

  private unknown(view: SegmentView, id: string, walker: Walker): void {
    const levels = levelsKnown(walker, id);
    if (levels !== '') this.report('wire/x12/element-code', view, 3, `Known here: ${levels}.`);
    else if (!this.levelUnknown) this.report('wire/x12/segment-unknown', view);
    if (levels !== '') this.levelUnknown = true;
  }

  private rulesOf(spec: SegmentSpec | undefined, view: SegmentView): ElementRules {
    if (!spec || separatorsClash(view.separators)) return NO_RULES;
    const { elements, parts } = requiredByGuide(this.title, spec.loop.id, spec.id);
    const codes = codesOfGuide(this.title, spec.loop.id, spec.id);
    // A place in the United States: no other country is named.
    const inside = spec.id === 'N4' && !view.has(4) && GIVES_PLACES.test(this.title);
    return {
      required: inside ? [...elements, 2, 3] : elements,
      parts: spec.id === 'HI' ? [...parts, ...partsOfInformation(spec, view)] : parts,
      codes: spec.id === 'HI' ? codesOfInformation(spec, view) : codes,
      exact: true,
    };
  }

  /** Lines of a claim are numbered from 1. */
  private line(view: SegmentView): void {
    const number = view.integer(1);
    this.lines++;
    this.lineCount++;
    // After a wrong number both those that go on from it and those that count on are right.
    if (number >= 0 && number !== this.lines && number !== this.lineCount)
      this.report(
        'wire/x12/element-code',
        view,
        1,
        `The lines of a claim are numbered 1, 2, 3 …; this is ${this.lines}.`,
      );
    this.lines = Math.max(number, 0);
  }

  private correspondent(view: SegmentView): void {
    if (!this.transaction) return;
    const who = { name: view.fresh(3), id: view.fresh(9) };
    if (view.text(1) === '41') this.transaction.submitter = who;
    else if (view.text(1) === '40') this.transaction.receiver = who;
  }

  private place(walker: Walker, spec: SegmentSpec, view: SegmentView): void {
    // Below a level of no known kind only what opens one again is measured.
    const lost = this.levelUnknown && view.id !== HL;
    if (walker.loose && !lost) this.unlisted(spec, view);
    if (walker.late && !lost) this.report('wire/x12/segment-order', view);
    if (spec.usage === 'N') this.report('wire/x12/segment-not-used', view);
    const inner = walker.entered ? spec.loop.parent : spec.loop;
    let depth = this.open.findIndex((each) => each.spec === inner);
    if (depth < 0) {
      // An outer loop whose opening segment was left out.
      depth = this.openMissing(inner, view);
    }
    this.closeTo(depth);
    if (walker.entered) this.enter(spec.loop, view);
    if (view.id === AAA) for (const each of this.open) each.refused = true;
    const top = this.open.at(-1)!;
    // With a qualifier that is not known here it is none of those that are counted, but they are not missing either.
    const count = (top.counts.get(spec.index) ?? 0) + (walker.loose ? 0 : 1);
    top.counts.set(spec.index, count);
    if (count === spec.repeat + 1 && !walker.loose && !lost)
      this.report('wire/x12/segment-repeat', view, undefined, `${spec.repeat} allowed.`);
    if (spec.order < top.order && !walker.late && !lost) this.report('wire/x12/segment-order', view);
    // One misplaced segment is one Issue: what follows is measured from here.
    top.order = spec.order;
    top.last.set(spec.order, this.envelope.at.ordinal);
  }

  /** The qualifier of a composite is its first part. */
  private unlisted(spec: SegmentSpec, view: SegmentView): void {
    const { qualifierElement: element, id } = spec;
    const composite = segmentWords(id)?.elements[element - 1]?.type === 'C';
    const known = `Known here: ${qualifiersBeside(spec)}.`;
    this.report('wire/x12/element-code', view, element, known, composite ? 1 : undefined);
  }

  private enter(loop: LoopSpec, view: SegmentView): void {
    const parent = this.open.at(-1)!;
    const count = (parent.children.get(loop.index) ?? 0) + 1;
    parent.children.set(loop.index, count);
    const lost = this.levelUnknown && view.id !== HL;
    if (count === loop.repeat + 1 && !lost)
      this.report('wire/x12/loop-repeat', view, undefined, `${loop.repeat} allowed.`);
    parent.order = Math.max(parent.order, loop.order);
    if (view.id !== LX && triggerOf(loop)?.packedId === LX) {
      this.lines++;
      this.lineCount++;
    }
    this.open.push(newLoop(loop, this.envelope.locate(view, undefined, loop.id)));
  }

  private openMissing(loop: LoopSpec | undefined, view: SegmentView): number {
    const chain: LoopSpec[] = [];
    let found = -1;
    for (let each = loop; each && found < 0; each = each.parent) {
      const wanted = each;
      found = this.open.findIndex((open) => open.spec === wanted);
      if (found < 0) chain.unshift(wanted);
    }
    this.closeTo(Math.max(found, 0));
    for (const each of chain) {
      this.enter(each, view);
      const trigger = triggerOf(each);
      const place = this.envelope.locate(view, undefined, each.id);
      const { id } = trigger ?? each;
      if (id === 'HL') this.levels.leftOut();
      if (!this.levelUnknown || id !== 'HL')
        this.issue({
          ...wireIssue(
            'wire/x12/segment-missing',
            place,
            `Expected ${id} of loop ${each.id}, ${each.words}, before it.`,
          ),
          missing: { segment: id, ordinal: place.ordinal },
        });
      if (trigger) this.open.at(-1)!.counts.set(trigger.index, 1);
    }
    return this.open.length - 1;
  }

  private closeTo(depth: number): void {
    while (this.open.length > depth + 1) {
      const closed = this.open.pop()!;
      this.close(closed);
      this.open.at(-1)!.last.set(closed.spec.order, this.envelope.at.ordinal - 1);
    }
  }

  private close(loop: OpenLoop): void {
    for (const item of loop.spec.items) {
      // What begins a bounded loop needs its end.
      const bound = item.id === 'LE' && loop.spec.items.some((each) => each.id === 'LS' && loop.counts.has(each.index));
      if (item.usage !== 'R' && !bound) continue;
      if (isLoop(item)) {
        const cutShort = loop.refused && triggerOf(item)?.id === 'HL';
        if (!loop.children.has(item.index) && !cutShort)
          this.missing(
            'wire/x12/loop-missing',
            loop,
            item,
            triggerOf(item)?.id ?? '',
            `It is ${item.id}, ${item.words}.`,
          );
      } else if (!loop.counts.has(item.index)) {
        const qualifier = item.qualifiers.length > 0 ? ` with ${item.qualifiers.join(' or ')}` : '';
        this.missing('wire/x12/segment-missing', loop, item, item.id, `It is ${item.id}${qualifier}, ${item.words}.`);
      }
    }
    if (loop.spec.id === '2010BA' && this.subscriberIsPatient) this.checkSelf(loop);
    if (loop.spec.id === '2300' && this.attended) this.checkAttending(loop);
  }

  /** Who is the patient too gives address, birth date and sex. */
  private checkSelf(loop: OpenLoop): void {
    for (const item of loop.spec.items)
      if (!isLoop(item) && NEEDED_OF_PATIENT.has(item.id) && !loop.counts.has(item.index))
        this.missing(
          'wire/x12/segment-situation',
          loop,
          item,
          item.id,
          `The subscriber is the patient: ${item.id}, ${item.words}.`,
        );
  }

  /** Of an institutional claim for more than transport the attending provider is named. */
  private checkAttending(loop: OpenLoop): void {
    const item = loop.spec.items.find((each) => isLoop(each) && triggerOf(each)?.qualifiers.includes('71'));
    if (!item || loop.children.has(item.index)) return;
    this.missing(
      'wire/x12/segment-situation',
      loop,
      item,
      'NM1',
      'The claim names no attending provider (NM1 with 71).',
    );
  }

  private missing(
    code: WireIssueCode,
    loop: OpenLoop,
    item: LoopSpec | SegmentSpec,
    segment: string,
    detail: string,
  ): void {
    // The segment that opens the loop belongs before the one that was taken for it.
    const opening = loop.spec.parent !== undefined && triggerOf(loop.spec) === item;
    let after = opening ? loop.at.ordinal - 1 : loop.at.ordinal;
    for (const [order, ordinal] of loop.last) if (!opening && order <= item.order && ordinal > after) after = ordinal;
    this.issue({ ...wireIssue(code, loop.at, detail), missing: { segment, ordinal: after + 1 } });
  }

  private report(code: WireIssueCode, view: SegmentView, element?: number, detail?: string, component?: number): void {
    const place = this.envelope.locate(view, element, this.transaction ? this.walker?.loop.id : undefined);
    this.issue(wireIssue(code, component === undefined ? place : placeOfPart(place, view, component), detail));
  }
}

/** The place of a component; of one that was not sent, the end of its composite. */
function placeOfPart(place: Location, view: SegmentView, component: number): Location {
  const from = place.offset - view.base;
  const to = from + (place.length ?? 0);
  const start = view.componentStart(from, to, component);
  if (start < 0) return { ...place, component, offset: view.base + to, length: 0 };
  return { ...place, component, offset: view.base + start, length: view.componentEnd(start, to) - start };
}

function newLoop(spec: LoopSpec, at: Location): OpenLoop {
  return { spec, at, counts: new Map(), children: new Map(), order: -1, last: new Map(), refused: false };
}

const NEEDED_OF_PATIENT: ReadonlySet<string> = new Set(['N3', 'N4', 'DMG']);

/** Release of the guides, and the version of an interchange that goes with it. */
const RELEASE = { group: '005010', interchange: '00501' } as const;

const [LX, AAA, HL] = [packed('LX'), packed('AAA'), packed('HL')];

/** How revenue codes of ambulances begin. */
const AMBULANCE = '054';

/** Claims and remittances, whose places are in the United States unless they name a country. */
const GIVES_PLACES = / claim$|remittance/;
