import type { Adjustment } from '@interspace/core/model/adjustment';
import type { Cents } from '@interspace/core/model/money';
import type { WireIssueCode } from '../../issues.ts';
import { packed } from '../segment-id.ts';
import type { SegmentView } from '../segment-view.ts';
import type { ClaimDraft, DecisionDraft, LineDraft, OtherPayerDraft } from './claim-draft.ts';
import { addAdjustments, amount, dateAt, decimal } from './claim-fields.ts';
import { Role } from './roles.ts';

/** Receives complaints about single values: which code, which element of the present segment. */
export type Complain = (code: WireIssueCode, element: number) => void;

const PAID = packed('D');
const CLAIM_NUMBER = packed('F8');

/** An amount, or nothing: what is no amount is complained about. */
export function moneyOf(view: SegmentView, element: number, complain: Complain): Cents | undefined {
  const value = amount(view, element);
  if (value === undefined) return undefined;
  if (!Number.isNaN(value)) return value as Cents;
  complain('wire/x12/money', element);
  return undefined;
}

/** Other insurance of a claim and what it decided on claim and line (2320, 2330B, 2430). */
export class OtherPayers {
  private payer: OtherPayerDraft | undefined;
  private decision: DecisionDraft | undefined;
  private readonly complain: Complain;

  constructor(complain: Complain) {
    this.complain = complain;
  }

  reset(): void {
    this.payer = this.decision = undefined;
  }

  endLine(): void {
    this.decision = undefined;
  }

  segment(role: number, view: SegmentView, claim: ClaimDraft, line: LineDraft | undefined): void {
    if (role === Role.OtherInsurance) return this.start(view, claim);
    if (role === Role.LineDecision) return this.decide(view, line);
    const { payer, decision } = this;
    switch (role) {
      case Role.OtherAdjustment:
        return this.adjust(payer?.adjustments, view);
      case Role.LineDecisionAdjustment:
        return this.adjust(decision?.adjustments, view);
      case Role.OtherPaid: {
        const paid = view.code(1) === PAID ? moneyOf(view, 2, this.complain) : undefined;
        if (payer && paid !== undefined) payer.paid = paid;
        return;
      }
      case Role.OtherPayerName:
        if (payer && view.has(9)) payer.id = view.text(9);
        return;
      case Role.OtherPayerDate:
      case Role.LineDecisionDate: {
        const date = dateAt(view, 3);
        const on = role === Role.OtherPayerDate ? payer : decision;
        if (!date) this.complain('wire/x12/element-date', 3);
        else if (on) on.decidedOn = date;
        return;
      }
      case Role.OtherPayerReference:
        if (payer && view.code(1) === CLAIM_NUMBER) payer.claimNumber = view.fresh(2);
    }
  }

  private start(view: SegmentView, claim: ClaimDraft): void {
    this.payer = { adjustments: [] };
    if (view.has(1)) this.payer.sequence = view.text(1);
    if (view.has(9)) this.payer.filing = view.text(9);
    (claim.otherPayers ??= []).push(this.payer);
  }

  private decide(view: SegmentView, line: LineDraft | undefined): void {
    if (!line) return;
    const decision: DecisionDraft = { payerId: view.text(1), adjustments: [] };
    const paid = moneyOf(view, 2, this.complain);
    if (paid !== undefined) decision.paid = paid;
    const procedure = view.component(3, 2);
    if (procedure) decision.code = procedure;
    const units = decimal(view, 5);
    if (!Number.isNaN(units)) decision.units = units;
    (line.adjudications ??= []).push((this.decision = decision));
  }

  private adjust(to: Adjustment[] | undefined, view: SegmentView): void {
    if (to && !addAdjustments(to, view)) this.complain('wire/x12/money', 3);
  }
}
