import type { Location } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import { dateAt } from '../claims/claim-fields.ts';
import type { SegmentSpec } from '../maps/map-language.ts';
import type { SegmentView } from '../segment-view.ts';

/** A group (CAS01) or a reason of an adjustment, for those who have the list that it should be on. */
export interface AdjustmentCode {
  readonly kind: 'group' | 'reason';
  readonly code: string;
  readonly place: Location;
  /** When it was decided; undefined where nothing says so. */
  readonly on: IsoDate | undefined;
  /** Of a payment that is taken back: it repeats what was right before. */
  readonly repeated: boolean;
}

type Locate = (view: SegmentView, element: number) => Location;

/**
 * Codes of the adjustments in claims and remittances, each once a claim and day. A remittance says the day before them, in its
 * header; another payer of a claim says it after them (DTP 573).
 */
export class AdjustmentCodes {
  private readonly tell: (code: AdjustmentCode) => void;
  private waiting: Omit<AdjustmentCode, 'on'>[] = [];
  private readonly told = new Set<string>();
  private day: IsoDate | undefined;
  private repeated = false;

  constructor(tell: (code: AdjustmentCode) => void) {
    this.tell = tell;
  }

  begin(): void {
    this.waiting = [];
    this.told.clear();
    this.day = undefined;
    this.repeated = false;
  }

  /** `loose`: its group is none of those that its place knows, which is told there. */
  segment({ id, loop }: SegmentSpec, view: SegmentView, loose: boolean, locate: Locate): void {
    switch (id) {
      case 'BPR':
        this.day = dateAt(view, 16);
        return;
      case 'DTM':
        if (loop.id === 'ST') this.day = dateAt(view, 2) ?? this.day;
        return;
      case 'CLM':
      case 'CLP':
        this.finish();
        this.told.clear();
        this.repeated = id === 'CLP' && view.text(2) === REVERSAL;
        return;
      case 'SBR':
      case 'LX':
      case 'SVD':
        return this.finish();
      case 'DTP':
        if (view.text(1) === DECIDED) this.settle(dateAt(view, 3));
        return;
      case 'CAS':
        if (!loose) this.add('group', view, 1, locate);
        for (let element = 2; element < view.count; element += 3) this.add('reason', view, element, locate);
        if (loop.id === '2100' || loop.id === '2110') this.settle(this.day);
    }
  }

  /** No day came for what waits. */
  finish(): void {
    this.settle(undefined);
  }

  private add(kind: AdjustmentCode['kind'], view: SegmentView, element: number, locate: Locate): void {
    const code = view.text(element).trim();
    if (code === '') return;
    if (this.waiting.length === MOST) this.finish();
    this.waiting.push({ kind, code, place: locate(view, element), repeated: this.repeated });
  }

  private settle(on: IsoDate | undefined): void {
    if (this.waiting.length === 0) return;
    for (const each of this.waiting) {
      const key = `${each.kind} ${each.code} ${on}`;
      if (this.told.has(key)) continue;
      if (this.told.size === MOST) this.told.clear();
      this.told.add(key);
      this.tell({ ...each, on });
    }
    this.waiting = [];
  }
}

/** Codes kept at a time; what has more is no claim. */
const MOST = 10_000;
/** Status of a claim whose payment is taken back (CLP02). */
const REVERSAL = '22';
/** Kind of the date of a decision. */
const DECIDED = '573';
