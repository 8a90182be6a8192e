import type { Cents } from './money.ts';

/** Why a payer paid another amount than was charged. */
export interface Adjustment {
  /** CO contractual, PR patient responsibility, OA other, PI payer initiated, CR correction. */
  readonly group: string;
  /** Claim adjustment reason code. */
  readonly reason: string;
  /** Positive reduces the payment. */
  readonly amount: Cents;
  readonly quantity?: number;
}
