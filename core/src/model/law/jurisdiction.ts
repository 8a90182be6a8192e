import { isInForce, type EffectivePeriod } from '../period.ts';
import type { IsoDate } from '../date.ts';
import type { LawCitation } from './criterion.ts';
import type { PayerOverlay } from './overlay.ts';

/** A filing indicator of claims; it decides by whose law a claim is judged. */
export interface PayerFiling extends EffectivePeriod {
  readonly indicator: string;
  readonly cite: string;
}

export interface PayerLine {
  readonly id: string;
  readonly title: string;
  /** original-medicare, medicare-advantage, commercial, medicaid, exchange, vendor: what programs and clocks look at. */
  readonly kind?: string;
  /** Other names that people write for it. */
  readonly knownAs?: readonly string[];
  /** How a claim says that it goes to such a payer. */
  readonly filings?: readonly PayerFiling[];
  /** Judged by when neither the input nor its claim names a payer. */
  readonly assumed?: boolean;
  /** Follows the coverage documents of another payer. */
  readonly follows?: string;
}

export interface StateAssignment extends EffectivePeriod {
  readonly state: string;
  readonly jurisdiction: string;
  /** Contract numbers of the state's Part B claims; a state can have several. */
  readonly contracts?: readonly string[];
  readonly cite: string;
}

/** A part of a state that another jurisdiction judges. Told by ZIP code, else by a fact, else it is a question. */
export interface StatePart extends EffectivePeriod {
  readonly state: string;
  readonly jurisdiction: string;
  readonly contracts: readonly string[];
  readonly zips: readonly string[];
  /** Boolean fact that says whether the service was furnished in this part. */
  readonly fact: string;
  /** The part in words. */
  readonly where: string;
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
  readonly parts: readonly StatePart[];
  /** What payers are known to say about a service, in our own words. */
  readonly overlays: readonly PayerOverlay[];
  readonly citations: Readonly<Record<string, LawCitation>>;
}

export interface Place {
  readonly contractor: string;
  /** Absent when only the contractor is known and it has several jurisdictions. */
  readonly jurisdiction?: string;
}

/** The contractor that judges services furnished in a state on a date. */
export function placeOfState(law: JurisdictionLaw, state: string, on: IsoDate): Place | undefined {
  const wanted = state.toUpperCase();
  const found = law.states.find((entry) => entry.state === wanted && isInForce(entry, on));
  const contractor = found && law.jurisdictions[found.jurisdiction];
  return found && contractor ? { contractor, jurisdiction: found.jurisdiction } : undefined;
}

/** The part of a state that another jurisdiction judges, when the state has one on that date. */
export function partOfState(law: JurisdictionLaw, state: string, on: IsoDate): (StatePart & Place) | undefined {
  const wanted = state.toUpperCase();
  const found = law.parts.find((entry) => entry.state === wanted && isInForce(entry, on));
  const contractor = found && law.jurisdictions[found.jurisdiction];
  return found && contractor ? { ...found, contractor } : undefined;
}

/**
 * A place by the name a user gives: a jurisdiction (`JF`), a contractor (`noridian`), both (`noridian-jf`) or a contract
 * number (`03102`).
 */
export function placeByName(law: JurisdictionLaw, name: string): Place | undefined {
  const wanted = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  for (const [jurisdiction, contractor] of Object.entries(law.jurisdictions)) {
    const short = jurisdiction.toLowerCase();
    if (wanted === short || wanted === `${contractor}-${short}`) return { contractor, jurisdiction };
  }
  const contract = [...law.states, ...law.parts].find((entry) => entry.contracts?.includes(wanted));
  const holder = contract && law.jurisdictions[contract.jurisdiction];
  if (contract && holder) return { contractor: holder, jurisdiction: contract.jurisdiction };
  if (!(wanted in law.contractors)) return undefined;
  const own = Object.keys(law.jurisdictions).filter((entry) => law.jurisdictions[entry] === wanted);
  return own.length === 1 && own[0] ? { contractor: wanted, jurisdiction: own[0] } : { contractor: wanted };
}

/**
 * The payer of which a claim says that it goes to it. A filing indicator of nobody in the library is a payer of its own,
 * about which the library knows nothing: it is not the one that is assumed where nothing is said.
 */
export function payerOfFiling(law: JurisdictionLaw, filing: string | undefined, on?: IsoDate): string | undefined {
  if (filing === undefined || filing === '') return undefined;
  const says = (entry: PayerFiling) => entry.indicator === filing && (on === undefined || isInForce(entry, on));
  return law.payers.find((payer) => payer.filings?.some(says))?.id ?? `filing indicator ${filing}`;
}

/** The payer line that the coverage documents belong to; undefined for a payer that the library does not hold. */
export function payerLine(law: JurisdictionLaw, payer: string | undefined): PayerLine | undefined {
  if (payer === undefined) return law.payers.find((entry) => entry.assumed);
  return (
    law.payers.find((entry) => entry.id === payer) ??
    law.payers.find((entry) => entry.knownAs?.includes(payer) === true)
  );
}
