import type { WireIssueCode } from '../../issues.ts';
import type { TransactionHeader } from '../envelope.ts';
import { GS, ISA } from '../segment-id.ts';
import type { SegmentView } from '../segment-view.ts';

type TellSegment = (code: WireIssueCode, view: SegmentView, element: number, detail?: string) => void;

/** Which transaction a kind of group (GS01) holds. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  AG: ['824'],
  BE: ['834'],
  FA: ['997', '999'],
  HB: ['271'],
  HC: ['837'],
  HI: ['278'],
  HN: ['277'],
  HP: ['835'],
  HR: ['276'],
  HS: ['270'],
  PI: ['275'],
  RA: ['820'],
};

/** Guides that want their version in ST03. */
const NAMES_GUIDE: ReadonlySet<string> = new Set(['270', '271', '276', '277', '278', '837', '999']);

/** What headers say of each other: numbers that come again, kinds and versions that differ. */
export class EnvelopeChecker {
  private readonly tell: TellSegment;
  private readonly interchanges = new Set<string>();
  private groups = new Set<string>();
  private transactions = new Set<string>();
  private kind = '';
  private version = '';

  constructor(tell: TellSegment) {
    this.tell = tell;
  }

  outside(view: SegmentView): void {
    if (view.id === ISA) {
      this.groups = new Set();
      const own = [6, 5, 8, 7, 13].map((element) => view.fresh(element)).join('*');
      this.once(this.interchanges, own, view, 13);
    } else if (view.id === GS) {
      this.transactions = new Set();
      this.kind = view.text(1);
      this.version = view.text(8).trim();
      this.once(this.groups, view.fresh(6), view, 6);
    }
  }

  transaction({ set, control }: TransactionHeader, view: SegmentView): void {
    this.once(this.transactions, control, view, 2);
    const sets = Object.hasOwn(KINDS, this.kind) ? KINDS[this.kind] : undefined;
    if (sets && !sets.includes(set))
      this.tell('wire/x12/group-kind', view, 1, `A group ${this.kind} holds ${sets.join(' or ')}.`);
    const version = view.text(3).trim();
    if (version === '') {
      if (this.version.startsWith('005010X') && NAMES_GUIDE.has(set))
        this.tell('wire/x12/element-required', view, 3, 'It should hold: version.');
    } else if (this.version !== '' && version !== this.version)
      this.tell('wire/x12/version-differs', view, 3, `GS08 says ${this.version.replace(/[^ -~]/g, '?').slice(0, 12)}.`);
  }

  private once(seen: Set<string>, number: string, view: SegmentView, element: number): void {
    if (number === '') return;
    if (seen.has(number)) this.tell('wire/x12/control-repeated', view, element);
    else if (seen.size < MOST) seen.add(number);
  }
}

/** Numbers kept; a file that holds more is not compared beyond. */
const MOST = 1_000_000;
