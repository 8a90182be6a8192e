import type { AgentRole } from '../procedure.ts';
import type { IsoDate } from '../date.ts';
import type { Citation } from '../citation.ts';

/** How a drug is billed in one period: one unit of `code` stands for `per` milligrams (or units of activity). */
export interface DrugBilling {
  readonly code: string;
  readonly per: number;
  readonly measure: 'mg' | 'unit' | 'mL';
  readonly from?: IsoDate;
  readonly through?: IsoDate;
  readonly citation: Citation;
}

/** A substance that notes mention (library/codes/drugs.yaml). The names serve the note reader, the billing serves coding. */
export interface Drug {
  /** Generic name, kebab-case: `triamcinolone-acetonide`. */
  readonly name: string;
  readonly role: AgentRole;
  /** Every way a note writes it, lower case: generic, brand, abbreviation, usual misspelling. */
  readonly names: readonly string[];
  /** Strength in mg per mL that a brand or preparation implies, by lower-case name: `kenalog-40` → 40. */
  readonly strengths?: Readonly<Record<string, number>>;
  readonly billing: readonly DrugBilling[];
}
