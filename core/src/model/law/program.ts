import type { Citation } from '../citation.ts';
import type { IsoDate } from '../date.ts';
import type { EffectivePeriod } from '../period.ts';
import type { ClaimType } from '../claim.ts';

/** Programs that ask for authorization before the service (library/programs/*.yaml). */
export interface ProgramLaw {
  readonly programs: readonly Program[];
}

/** Codes that a program names in one period; `unless` holds facts that take a service out of it. */
export interface ProgramCodes extends EffectivePeriod {
  readonly codes: readonly string[];
  /** Only when one of these stands on the same claim. */
  readonly with?: readonly string[];
  readonly citation: Citation;
}

export interface Program extends EffectivePeriod {
  readonly program: string;
  readonly title: string;
  readonly payers: readonly string[];
  readonly states?: readonly { readonly state: string; readonly from: IsoDate }[];
  readonly places?: readonly string[];
  readonly claimTypes?: readonly ClaimType[];
  readonly lists: readonly ProgramCodes[];
  /** The service is not part of the program any more although it was: said instead of silence. */
  readonly formerly?: string;
  readonly status: 'required' | 'recommended' | 'unknown';
  /** How long an answer is valid, counted from the decision as day one. */
  readonly validDays?: number;
  readonly trackingLength?: number;
  readonly what: string;
  readonly why: string;
  readonly do: string;
  /** Facts that the packet must show. */
  readonly packet: readonly string[];
  /** Facts that take a service out of the program. */
  readonly unless?: readonly {
    readonly fact: string;
    readonly is: string;
    readonly codes?: readonly string[];
    readonly says: string;
  }[];
  readonly satisfies: readonly string[];
  readonly citation: Citation;
}
