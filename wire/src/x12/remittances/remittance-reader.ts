import type { Adjustment } from '@interspace/core/model/adjustment';
import type { Location } from '@interspace/core/model/claim';
import type { Cents } from '@interspace/core/model/money';
import type { ProviderAdjustment, Remittance, RemittedClaim, RemittedLine } from '@interspace/core/model/remittance';
import { wireIssue, type WireIssue, type WireIssueCode } from '../../issues.ts';
import { newLine, type Draft } from '../claims/claim-draft.ts';
import { addAdjustments, addProcedure, amount, dateAt, decimal } from '../claims/claim-fields.ts';
import type { TransactionHeader } from '../envelope.ts';
import { remittance as map } from '../maps/remittance.ts';
import { packed } from '../segment-id.ts';
import type { SegmentView } from '../segment-view.ts';
import type { TokenizerOptions } from '../tokenizer.ts';
import { TransactionReader } from '../transaction-reader.ts';
import { Walker, walkTables } from '../walker.ts';
import { balance } from './balance.ts';

export interface RemittanceSink {
  remittance(read: Remittance, places: { readonly payment: Location }): void;
  issue(issue: WireIssue): void;
}

type LineDraft = Omit<Draft<RemittedLine>, 'adjustments' | 'remarks' | 'policies' | 'modifiers'> & {
  modifiers: string[];
  adjustments: Adjustment[];
  remarks: string[];
  policies: string[];
};
type ClaimDraft = Omit<Draft<RemittedClaim>, 'adjustments' | 'remarks' | 'lines'> & {
  adjustments: Adjustment[];
  remarks: string[];
  lines: LineDraft[];
};
type RemittanceDraft = Omit<Draft<Remittance>, 'claims' | 'providerAdjustments' | 'payer' | 'payee'> & {
  payer: Draft<Remittance['payer']>;
  payee: Draft<Remittance['payee']>;
  claims: ClaimDraft[];
  providerAdjustments: ProviderAdjustment[];
};

const XX = packed('XX');
const [DTM_START, DTM_END, DTM_DAY] = [packed('150'), packed('151'), packed('472')];

/** Reads remittances (835) from a stream: push bytes, then end. One Remittance a transaction, balanced or with Issues. */
export class RemittanceReader extends TransactionReader {
  private readonly sink: RemittanceSink;
  private walker: Walker | undefined;
  private draft: RemittanceDraft | undefined;
  private claim: ClaimDraft | undefined;
  private line: LineDraft | undefined;
  private paymentPlace: Location | undefined;
  private claimPlaces: { claim: Location; responsibility: Location; lines: Location[]; unreadable: boolean }[] = [];
  /** An amount of the payment itself could not be read. */
  private unreadable = false;

  constructor(sink: RemittanceSink, options: TokenizerOptions = {}) {
    super(sink, options);
    this.sink = sink;
  }

  begin(header: TransactionHeader, view: SegmentView): void {
    this.walker = undefined;
    if (header.set !== '835') {
      this.report('wire/x12/transaction-unsupported', view, 1);
    } else if (!header.version.startsWith('005010X221')) {
      const place = this.envelope.locate(view, view.has(3) ? 3 : 1);
      this.issue(
        wireIssue('wire/x12/version-unsupported', place, 'Supported remittance: 835 005010X221 with its addendum.'),
      );
    } else {
      this.walker = new Walker(walkTables(map));
      this.draft = { amount: 0 as Cents, payer: {}, payee: {}, claims: [], providerAdjustments: [] };
      this.claim = this.line = this.paymentPlace = undefined;
      this.claimPlaces = [];
      this.unreadable = false;
    }
  }

  segment(view: SegmentView): void {
    const walker = this.walker;
    const draft = this.draft;
    if (!walker || !draft) return;
    const spec = walker.step(view);
    if (!spec) return view.id === 0 ? undefined : this.report('wire/x12/segment-unknown', view);
    if (walker.loose) {
      if (spec.id === 'CAS') this.spoil();
      return this.report('wire/x12/qualifier-unlisted', view, spec.qualifierElement);
    }
    switch (spec.loop.id) {
      case 'ST':
        return this.payment(draft, spec.id, view);
      case '1000A':
        if (spec.id === 'N1') {
          set(draft.payer, 'name', view.fresh(2));
          set(draft.payer, 'id', view.fresh(4));
        } else if (spec.id === 'REF' && view.text(1) === '2U') draft.payer.id ??= view.fresh(2);
        return;
      case '1000B':
        if (spec.id === 'N1') {
          set(draft.payee, 'name', view.fresh(2));
          set(draft.payee, view.code(3) === XX ? 'npi' : 'taxId', view.fresh(4));
        } else if (spec.id === 'REF' && view.text(1) === 'TJ') draft.payee.taxId ??= view.fresh(2);
        return;
      case '2100':
        return this.ofClaim(draft, spec.id, view);
      case '2110':
        return this.ofLine(spec.id, view);
    }
  }

  finish(): void {
    const { draft, paymentPlace } = this;
    this.draft = this.walker = undefined;
    if (!draft) return;
    if (!paymentPlace) {
      return this.issue(wireIssue('wire/x12/segment-missing', this.atTransaction(), 'Expected BPR.'));
    }
    const read = draft as Remittance;
    const { claimPlaces: claims, unreadable } = this;
    for (const issue of balance(read, { payment: paymentPlace, claims, unreadable })) this.issue(issue);
    this.sink.remittance(read, { payment: paymentPlace });
  }

  private payment(draft: RemittanceDraft, id: string, view: SegmentView): void {
    if (id === 'BPR') {
      this.paymentPlace = this.envelope.locate(view, 2);
      draft.amount = this.money(view, 2) ?? (0 as Cents);
      if (view.text(3) === 'D') draft.debit = true;
      set(draft, 'method', view.text(4));
      const paidOn = dateAt(view, 16);
      if (paidOn) draft.paidOn = paidOn;
    } else if (id === 'TRN') set(draft, 'trace', view.fresh(2));
    else if (id === 'PLB') this.providerAdjustment(draft, view);
  }

  private providerAdjustment(draft: RemittanceDraft, view: SegmentView): void {
    const fiscalYearEnd = dateAt(view, 2);
    for (let element = 3; element < view.count; element += 2) {
      if (!view.has(element)) continue;
      const adjustment: Draft<ProviderAdjustment> = {
        provider: view.fresh(1),
        reason: view.component(element, 1),
        amount: this.money(view, element + 1) ?? (0 as Cents),
      };
      set(adjustment, 'reference', view.component(element, 2));
      if (fiscalYearEnd) adjustment.fiscalYearEnd = fiscalYearEnd;
      draft.providerAdjustments.push(adjustment);
    }
  }

  private ofClaim(draft: RemittanceDraft, id: string, view: SegmentView): void {
    if (id === 'CLP') return this.startClaim(draft, view);
    const claim = this.claim;
    if (!claim) return;
    switch (id) {
      case 'CAS':
        return this.adjust(claim.adjustments, view);
      case 'NM1':
        if (view.text(1) === 'QC') claim.patient = view.has(9) ? view.fresh(9) : `${view.fresh(3)}|${view.fresh(4)}`;
        else if (view.text(1) === '82' && view.code(8) === XX) set(claim, 'renderingNpi', view.fresh(9));
        return;
      case 'MOA':
        for (let element = 3; element <= 7; element++) if (view.has(element)) claim.remarks.push(view.text(element));
        return;
      case 'MIA':
        for (const element of [5, 20, 21, 22, 23]) if (view.has(element)) claim.remarks.push(view.text(element));
        return;
      case 'DTM': {
        const date = dateAt(view, 2);
        const kind = view.text(1);
        if (!date) return this.report('wire/x12/element-date', view, 2);
        if (kind === '232') claim.from = date;
        else if (kind === '233') claim.through = date;
        else if (kind === '050') claim.receivedOn = date;
      }
    }
  }

  private startClaim(draft: RemittanceDraft, view: SegmentView): void {
    this.claimPlaces.push({
      claim: this.envelope.locate(view, 4, '2100'),
      responsibility: this.envelope.locate(view, 5, '2100'),
      lines: [],
      unreadable: false,
    });
    const claim: ClaimDraft = {
      id: view.fresh(1),
      status: view.text(2),
      charge: this.money(view, 3) ?? (0 as Cents),
      paid: this.money(view, 4) ?? (0 as Cents),
      adjustments: [],
      remarks: [],
      lines: [],
    };
    const responsibility = this.money(view, 5, false);
    if (responsibility !== undefined) claim.patientResponsibility = responsibility;
    set(claim, 'filing', view.text(6));
    set(claim, 'payerClaimNumber', view.fresh(7));
    set(claim, 'placeOfService', view.text(8));
    set(claim, 'frequency', view.text(9));
    this.claim = claim;
    this.line = undefined;
    draft.claims.push(claim);
  }

  private ofLine(id: string, view: SegmentView): void {
    if (id === 'SVC') return this.startLine(view);
    const line = this.line;
    if (!line) return;
    switch (id) {
      case 'CAS':
        return this.adjust(line.adjustments, view);
      case 'DTM': {
        const date = dateAt(view, 2);
        const kind = view.code(1);
        if (!date) return this.report('wire/x12/element-date', view, 2);
        if (kind === DTM_DAY || kind === DTM_START) line.from = date;
        else if (kind === DTM_END) line.through = date;
        return;
      }
      case 'REF':
        if (view.text(1) === '6R') set(line, 'controlNumber', view.fresh(2));
        else if (view.text(1) === '0K') line.policies.push(view.fresh(2));
        return;
      case 'AMT': {
        const allowed = view.text(1) === 'B6' ? this.money(view, 2) : undefined;
        if (allowed !== undefined) line.allowed = allowed;
        return;
      }
      case 'LQ':
        if (view.has(2)) line.remarks.push(view.text(2));
    }
  }

  private startLine(view: SegmentView): void {
    if (!this.claim) return;
    const service = newLine(0);
    addProcedure(service, view, 1);
    const line: LineDraft = {
      code: service.code,
      modifiers: service.modifiers,
      charge: this.money(view, 2) ?? (0 as Cents),
      paid: this.money(view, 3) ?? (0 as Cents),
      adjustments: [],
      remarks: [],
      policies: [],
    };
    set(line, 'revenueCode', view.text(4));
    set(line, 'billedCode', view.component(6, 2));
    const units = decimal(view, 5);
    if (!Number.isNaN(units)) line.units = units;
    const billed = decimal(view, 7);
    if (!Number.isNaN(billed)) line.billedUnits = billed;
    this.line = line;
    this.claim.lines.push(line);
    this.claimPlaces.at(-1)?.lines.push(this.envelope.locate(view, 3, '2110'));
  }

  private adjust(to: Adjustment[], view: SegmentView): void {
    if (addAdjustments(to, view)) return;
    this.spoil();
    this.report('wire/x12/money', view, 3);
  }

  private money(view: SegmentView, element: number, required = true): Cents | undefined {
    const value = amount(view, element);
    if (value !== undefined && !Number.isNaN(value)) return value as Cents;
    if (value === undefined && !required) return undefined;
    this.spoil();
    this.report('wire/x12/money', view, element);
    return undefined;
  }

  /** An amount could not be read: the equations that it enters would only repeat that. */
  private spoil(): void {
    const own = this.walker?.loop.id.startsWith('21') ? this.claimPlaces.at(-1) : undefined;
    if (own) own.unreadable = true;
    else this.unreadable = true;
  }

  private report(code: WireIssueCode, view: SegmentView, element?: number): void {
    this.issue(wireIssue(code, this.envelope.locate(view, element, this.walker?.loop.id)));
  }

  private atTransaction(): Location {
    const { interchange, group, transaction } = this.envelope.at;
    return { interchange, group, transaction, segment: 'ST', ordinal: 1, offset: this.envelope.lastOffset };
  }
}

function set<T, K extends keyof T>(on: T, key: K, text: string & T[K]): void {
  if (text !== '') on[key] = text;
}

/** All remittances of a file in memory. */
export function readRemittancesFromBuffer(bytes: Uint8Array): {
  readonly remittances: readonly Remittance[];
  readonly issues: readonly WireIssue[];
} {
  const remittances: Remittance[] = [];
  const issues: WireIssue[] = [];
  const reader = new RemittanceReader({
    remittance: (each) => remittances.push(each),
    issue: (each) => issues.push(each),
  });
  reader.push(bytes);
  reader.end();
  return { remittances, issues };
}
