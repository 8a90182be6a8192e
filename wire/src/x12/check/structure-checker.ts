import type { Location } from '@interspace/core/model/claim';
import { wireIssue, type WireIssue, type WireIssueCode } from '../../issues.ts';
import { Envelope, type TransactionHeader, type TransactionSink } from '../envelope.ts';
import { mapFor } from '../maps/map-for.ts';
import { isLoop, triggerOf, type LoopSpec, type SegmentSpec } from '../maps/map-language.ts';
import { GS, unpacked } from '../segment-id.ts';
import type { SegmentView } from '../segment-view.ts';
import { Walker, walkTables } from '../walker.ts';
import { checkElements } from './element-checks.ts';
import { requiredByGuide } from './guide-elements.ts';

/** What is told about a transaction that was checked; the ground of a 999. */
export interface CheckedTransaction {
  readonly set: string;
  readonly control: string;
  readonly version: string;
  readonly issues: WireIssue[];
  /** Ordinals in the file, as a Location has them. */
  readonly interchange: number;
  readonly group: number;
  readonly transaction: number;
  /** Of claims: the reference of the batch (BHT03), who sent it and who is to receive it. */
  batch?: string;
  submitter?: Correspondent;
  receiver?: Correspondent;
}

export interface Correspondent {
  readonly name: string;
  readonly id: string;
}

export interface CheckedGroup {
  readonly kind: string;
  /** Codes of who sent it and who is to receive it (GS02, GS03). */
  readonly sender: string;
  readonly receiver: string;
  readonly control: string;
  readonly version: string;
  readonly transactions: CheckedTransaction[];
}

/** Kept for each transaction; an acknowledgment need not repeat more. */
const MOST_ISSUES = 1_000;

interface OpenLoop {
  readonly spec: LoopSpec;
  readonly at: Location;
  readonly counts: Map<number, number>;
  readonly children: Map<number, number>;
  order: number;
}

/** Envelope, structure and elements of any transaction (levels 1 and 2), segment by segment, with bounded memory. */
export class StructureChecker implements TransactionSink {
  readonly groups: CheckedGroup[] = [];
  readonly envelope = new Envelope(this);
  private readonly tell: (issue: WireIssue) => void;
  private transaction: CheckedTransaction | undefined;
  private walker: Walker | undefined;
  private set = '';
  private open: OpenLoop[] = [];
  private levels = new Map<number, number>();

  constructor(tell: (issue: WireIssue) => void) {
    this.tell = tell;
  }

  issue(issue: WireIssue): void {
    if (this.transaction && issue.place?.transaction !== undefined && this.transaction.issues.length < MOST_ISSUES) {
      this.transaction.issues.push(issue);
    }
    this.tell(issue);
  }

  outside(view: SegmentView): void {
    if (view.id === GS) {
      this.groups.push({
        kind: view.text(1),
        sender: view.fresh(2),
        receiver: view.fresh(3),
        control: view.text(6),
        version: view.text(8),
        transactions: [],
      });
    }
    const report = (code: WireIssueCode, element: number, detail: string): void =>
      this.report(code, view, element, detail);
    checkElements(unpacked(view.id), view, [], report);
  }

  begin(header: TransactionHeader, view: SegmentView): void {
    const { set, control, version } = header;
    const { interchange, group, transaction } = this.envelope.at;
    this.transaction = { set, control, version, issues: [], interchange, group, transaction };
    if (this.groups.length === 0)
      this.groups.push({ kind: '', sender: '', receiver: '', control: '', version, transactions: [] });
    this.groups.at(-1)!.transactions.push(this.transaction);
    this.set = set;
    this.levels = new Map();
    this.walker = undefined;
    const known = mapFor(set, version);
    checkElements('ST', view, [], (code, element, detail) => this.report(code, view, element, detail));
    if (!known) return this.report('wire/x12/transaction-unsupported', view, 1, 'Its structure is not known here.');
    if (!known.exact)
      return this.report('wire/x12/version-unsupported', view, view.has(3) ? 3 : 1, 'Its structure is not checked.');
    this.walker = new Walker(walkTables(known.map));
    this.open = [newLoop(known.map.root, this.envelope.locate(view))];
  }

  segment(view: SegmentView): void {
    const walker = this.walker;
    const id = unpacked(view.id);
    const spec = walker?.step(view);
    if (walker && !spec && view.id !== 0) this.report('wire/x12/segment-unknown', view);
    if (walker && spec) this.place(walker, spec, view);
    const required = spec ? requiredByGuide(this.set, spec.loop.id, spec.id) : [];
    checkElements(id, view, required, (code, element, detail, component) =>
      this.report(code, view, element, detail, component),
    );
    if (id === 'HL') this.level(view);
    else if (id === 'BHT' && this.transaction) this.transaction.batch = view.fresh(3);
    else if (id === 'NM1' && spec?.loop.id.startsWith('1000')) this.correspondent(view);
  }

  finish(view?: SegmentView): void {
    if (this.walker && view) {
      this.closeTo(0);
      const root = this.open[0];
      if (root) this.close(root);
    }
    if (view) checkElements('SE', view, [], (code, element, detail) => this.report(code, view, element, detail));
    this.transaction = this.walker = undefined;
  }

  private correspondent(view: SegmentView): void {
    if (!this.transaction) return;
    const who = { name: view.fresh(3), id: view.fresh(9) };
    if (view.text(1) === '41') this.transaction.submitter = who;
    else if (view.text(1) === '40') this.transaction.receiver = who;
  }

  private place(walker: Walker, spec: SegmentSpec, view: SegmentView): void {
    if (walker.loose)
      this.report('wire/x12/element-code', view, spec.qualifierElement, `Known here: ${spec.qualifiers.join(', ')}.`);
    if (walker.late) this.report('wire/x12/segment-order', view);
    if (spec.usage === 'N') this.report('wire/x12/segment-unknown', view, undefined, 'The guide does not use it.');
    const inner = walker.entered ? spec.loop.parent : spec.loop;
    let depth = this.open.findIndex((each) => each.spec === inner);
    if (depth < 0) {
      // An outer loop whose opening segment was left out.
      depth = this.openMissing(inner, view);
    }
    this.closeTo(depth);
    if (walker.entered) this.enter(spec.loop, view);
    const top = this.open.at(-1)!;
    const count = (top.counts.get(spec.index) ?? 0) + 1;
    top.counts.set(spec.index, count);
    if (count === spec.repeat + 1) this.report('wire/x12/segment-repeat', view, undefined, `${spec.repeat} allowed.`);
    if (spec.order < top.order && !walker.late) this.report('wire/x12/segment-order', view);
    // One misplaced segment is one Issue: what follows is measured from here.
    top.order = spec.order;
  }

  private enter(loop: LoopSpec, view: SegmentView): void {
    const parent = this.open.at(-1)!;
    const count = (parent.children.get(loop.index) ?? 0) + 1;
    parent.children.set(loop.index, count);
    if (count === loop.repeat + 1) this.report('wire/x12/loop-repeat', view, undefined, `${loop.repeat} allowed.`);
    parent.order = Math.max(parent.order, loop.order);
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
      this.report(
        'wire/x12/segment-missing',
        view,
        undefined,
        `Expected ${trigger?.id ?? each.id} of loop ${each.id} before it.`,
      );
      if (trigger) this.open.at(-1)!.counts.set(trigger.index, 1);
    }
    return this.open.length - 1;
  }

  private closeTo(depth: number): void {
    while (this.open.length > depth + 1) this.close(this.open.pop()!);
  }

  private close(loop: OpenLoop): void {
    for (const item of loop.spec.items) {
      if (item.usage !== 'R') continue;
      if (isLoop(item)) {
        if (!loop.children.has(item.index))
          this.missing('wire/x12/loop-missing', loop, `It is ${item.id}, ${item.words}.`);
      } else if (!loop.counts.has(item.index)) {
        const qualifier = item.qualifiers.length > 0 ? ` with ${item.qualifiers.join(' or ')}` : '';
        this.missing('wire/x12/segment-missing', loop, `It is ${item.id}${qualifier}, ${item.words}.`);
      }
    }
  }

  private missing(code: WireIssueCode, loop: OpenLoop, detail: string): void {
    this.issue(wireIssue(code, loop.at, detail));
  }

  /** Levels are numbered from 1 and name a level that came before. */
  private level(view: SegmentView): void {
    const number = view.integer(1);
    if (number !== this.levels.size + 1) this.report('wire/x12/hierarchy', view, 1);
    if (view.has(2) && !this.levels.has(view.integer(2))) this.report('wire/x12/hierarchy', view, 2);
    this.levels.set(number, 1);
  }

  private report(code: WireIssueCode, view: SegmentView, element?: number, detail?: string, component?: number): void {
    const place = this.envelope.locate(view, element, this.transaction ? this.walker?.loop.id : undefined);
    this.issue(wireIssue(code, component === undefined ? place : { ...place, component }, detail));
  }
}

function newLoop(spec: LoopSpec, at: Location): OpenLoop {
  return { spec, at, counts: new Map(), children: new Map(), order: -1 };
}
