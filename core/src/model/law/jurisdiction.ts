import { isInForce, type EffectivePeriod } from '../period.ts';
import type { IsoDate } from '../date.ts';
import type { LawCitation } from './criterion.ts';

export interface PayerLine {
  readonly id: string;
  readonly title: string;
  /** Judged by when the input names no payer. */
  readonly assumed?: boolean;
  /** Follows the coverage documents of another payer. */
  readonly follows?: string;
}

export interface StateAssignment extends EffectivePeriod {
  readonly state: string;
  readonly jurisdiction: string;
  readonly cite: string;
}

/** Who judges where: payers, contractors, and the jurisdiction of each state by date. */
export interface JurisdictionLaw {
  readonly payers: readonly PayerLine[];
  /** Contractor id → title. */
  readonly contractors: Readonly<Record<string, string>>;
  /** Jurisdiction → contractor id. */
  readonly jurisdictions: Readonly<Record<string, string>>;
  readonly states: readonly StateAssignment[];
  readonly citations: Readonly<Record<string, LawCitation>>;
}

export interface Place {
  readonly contractor: string;
  /** Absent when only the contractor is known and it has several jurisdictions. */
  readonly jurisdiction?: string;
}

/** The contractor that judges services furnished in a state on a date. */
export function placeOfState(law: JurisdictionLaw, state: string, on: IsoDate): Place | undefined {
  const found = law.states.find((entry) => entry.state === state.toUpperCase() && isInForce(entry, on));
  const contractor = found && law.jurisdictions[found.jurisdiction];
  return found && contractor ? { contractor, jurisdiction: found.jurisdiction } : undefined;
}

/** A place by the name a user gives: a jurisdiction (`JF`), a contractor (`noridian`) or both (`noridian-jf`). */
export function placeByName(law: JurisdictionLaw, name: string): Place | undefined {
  const wanted = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  for (const [jurisdiction, contractor] of Object.entries(law.jurisdictions)) {
    const short = jurisdiction.toLowerCase();
    if (wanted === short || wanted === `${contractor}-${short}`) return { contractor, jurisdiction };
  }
  if (!(wanted in law.contractors)) return undefined;
  const own = Object.keys(law.jurisdictions).filter((entry) => law.jurisdictions[entry] === wanted);
  return own.length === 1 && own[0] ? { contractor: wanted, jurisdiction: own[0] } : { contractor: wanted };
}

/** The payer line that the coverage documents belong to; undefined for a payer that the library does not hold. */
export function payerLine(law: JurisdictionLaw, payer: string | undefined): PayerLine | undefined {
  return payer === undefined
    ? law.payers.find((entry) => entry.assumed)
    : law.payers.find((entry) => entry.id === payer);
}
