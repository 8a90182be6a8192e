import type { AgentRole } from '../procedure.ts';
import type { IsoDate } from '../date.ts';
import type { Citation } from '../citation.ts';

/**
 * How a drug is billed in one period: one unit of `code` stands for `per` milligrams (or units of activity, or mL).
 * Several entries in force at once are strengths of one drug: the largest is used first.
 */
export interface DrugBilling {
  readonly code: string;
  readonly per: number;
  readonly measure: 'mg' | 'unit' | 'mL';
  /** The entry holds only for preparations in this range of mg per mL (iodine for contrast), both ends inclusive. */
  readonly concentration?: { readonly from: number; readonly through: number };
  readonly from?: IsoDate;
  readonly through?: IsoDate;
  /** `mention`: said to the coder, but never a line by itself; absent means a line. */
  readonly as?: 'line' | 'mention';
  readonly citation: Citation;
}

/** A substance that notes mention (library/codes/drugs*.yaml). The names serve the note reader, the billing serves coding. */
export interface Drug {
  /** Generic name, kebab-case: `triamcinolone-acetonide`. */
  readonly name: string;
  readonly role: AgentRole;
  /** Every way a note writes it, lower case: generic, brand, abbreviation, usual misspelling. */
  readonly names: readonly string[];
  /** Strength in mg per mL that a brand or preparation implies, by lower-case name: `kenalog-40` → 40. */
  readonly strengths?: Readonly<Record<string, number>>;
  /** Every container on the market is for one patient: what was left must be told. */
  readonly singleDose?: boolean;
  readonly billing: readonly DrugBilling[];
}
