import type { Adjustment } from './adjustment.ts';
import type { IsoDate } from './date.ts';
import type { Cents } from './money.ts';

/** What a payer says it paid, and why not all of it: one payment with its claims. */
export interface Remittance {
  /** How it was paid: ACH, CHK, NON and so on. */
  readonly method?: string;
  readonly amount: Cents;
  /** True when the payer takes money back instead (a debit). */
  readonly debit?: boolean;
  readonly paidOn?: IsoDate;
  /** Number that joins the advice to the money. */
  readonly trace?: string;
  readonly payer: { readonly name?: string; readonly id?: string };
  readonly payee: { readonly name?: string; readonly npi?: string; readonly taxId?: string };
  readonly claims: readonly RemittedClaim[];
  readonly providerAdjustments: readonly ProviderAdjustment[];
}

export interface RemittedClaim {
  /** The submitter's control number of the claim, as it was sent. */
  readonly id: string;
  /** 1 primary, 2 secondary, 3 tertiary, 4 denied, 19 to 21 passed on, 22 reversal, 23 not ours, 25 predetermination. */
  readonly status: string;
  readonly charge: Cents;
  readonly paid: Cents;
  readonly patientResponsibility?: Cents;
  readonly filing?: string;
  readonly payerClaimNumber?: string;
  readonly placeOfService?: string;
  readonly frequency?: string;
  /** Stable key of the patient inside this input; never shown. */
  readonly patient?: string;
  readonly renderingNpi?: string;
  readonly receivedOn?: IsoDate;
  readonly from?: IsoDate;
  readonly through?: IsoDate;
  readonly adjustments: readonly Adjustment[];
  /** Remark codes of the whole claim. */
  readonly remarks: readonly string[];
  readonly lines: readonly RemittedLine[];
}

export interface RemittedLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly charge: Cents;
  readonly paid: Cents;
  readonly units?: number;
  readonly revenueCode?: string;
  /** What was billed, when the payer judged another code. */
  readonly billedCode?: string;
  readonly billedUnits?: number;
  readonly from?: IsoDate;
  readonly through?: IsoDate;
  readonly allowed?: Cents;
  readonly controlNumber?: string;
  readonly adjustments: readonly Adjustment[];
  readonly remarks: readonly string[];
  /** Numbers of policies that the payer says it applied. */
  readonly policies: readonly string[];
}

/** Money moved outside any claim. Positive reduces the payment. */
export interface ProviderAdjustment {
  readonly provider: string;
  readonly fiscalYearEnd?: IsoDate;
  readonly reason: string;
  readonly reference?: string;
  readonly amount: Cents;
}
