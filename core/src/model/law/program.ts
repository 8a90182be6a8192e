import type { Citation } from '../citation.ts';
import type { ClaimType } from '../claim.ts';
import type { IsoDate } from '../date.ts';
import type { Severity } from '../finding.ts';
import type { EffectivePeriod } from '../period.ts';

/** Programs that ask for authorization before the service, and what a request must hold (library/programs/*.yaml). */
export interface ProgramLaw {
  readonly programs: readonly Program[];
  readonly packets: readonly Packet[];
}

export type AuthorizationStatus = 'required' | 'recommended' | 'not-required' | 'unknown';

/** Codes that a program names in one period. */
export interface ProgramCodes extends EffectivePeriod {
  readonly codes: readonly string[];
  /** First and last code of a range, both inclusive. */
  readonly ranges?: readonly (readonly [first: string, last: string])[];
  /** Only when one of these stands on the same claim. */
  readonly with?: readonly string[];
  /** The kind of service in words. */
  readonly service?: string;
  /** The packet of this kind of service; absent: the program's. */
  readonly packet?: string;
  /** Absent: the status of the program. */
  readonly status?: AuthorizationStatus;
  /** Said instead of the program's `what`. */
  readonly says?: string;
  readonly citation: Citation;
}

/** Takes a service out of the program: a stated fact, or a modifier or revenue code on the line. */
export interface ProgramExcuse {
  readonly fact?: string;
  readonly is?: string | boolean;
  readonly modifier?: string;
  /** Beginning of the revenue code. */
  readonly revenue?: string;
  readonly codes?: readonly string[];
  readonly says: string;
}

/** What a payer must answer within, by how urgent the request is. One of the three is given. */
export interface ProgramClock extends EffectivePeriod {
  readonly urgency: 'standard' | 'expedited';
  readonly hours?: number;
  readonly days?: number;
  /** Monday to Friday; holidays are not known. */
  readonly businessDays?: number;
  /** Kinds of payer that it binds; absent: all of the program. */
  readonly payerKinds?: readonly string[];
  readonly citation: Citation;
}

/** The number that an answer bears, and where it stands on a claim. */
export interface ProgramNumber {
  readonly length: number;
  /** Regular expression of the whole number. */
  readonly pattern: string;
  /** How long an answer is valid, counted from the decision as day one. */
  readonly validDays: number;
  /** Places of service whose facility bills: there the number belongs on the facility's claim only. */
  readonly facilityPlaces: readonly string[];
  readonly professional: string;
  readonly institutional: string;
  readonly citation: Citation;
}

export type ProgramFindingName =
  | 'number-missing'
  | 'number-malformed'
  | 'number-expired'
  | 'number-misplaced'
  | 'non-affirmed'
  | 'codes-not-asked'
  | 'answer-late';

export interface ProgramFinding {
  readonly severity: Severity;
  readonly what: string;
  readonly why: string;
  readonly do: string;
}

export interface Program extends EffectivePeriod {
  readonly program: string;
  readonly title: string;
  readonly payers: readonly string[];
  /** Kinds of payer that have lists of their own; used where no program names the payer itself. */
  readonly payerKinds?: readonly string[];
  readonly states?: readonly { readonly state: string; readonly from: IsoDate }[];
  readonly places?: readonly string[];
  /** Kinds of claim that settle the place when nobody states it. */
  readonly settledBy?: readonly ClaimType[];
  /** An institutional claim with another type of bill (first two digits) is outside. */
  readonly billTypes?: readonly string[];
  readonly lists: readonly ProgramCodes[];
  /** A code that no list names is `unknown`, not silence: the list of the plan is only known in part. */
  readonly partial?: boolean;
  /** Codes that are often taken for listed ones, and why they are not. */
  readonly outside?: readonly (EffectivePeriod & {
    readonly codes: readonly string[];
    readonly says: string;
    readonly citation: Citation;
  })[];
  /** The service is not part of the program any more although it was: said instead of silence. */
  readonly formerly?: string;
  readonly status: Exclude<AuthorizationStatus, 'not-required'>;
  readonly number?: ProgramNumber;
  readonly clocks?: readonly ProgramClock[];
  /** Codes of one service: asked for in one request. */
  readonly together?: readonly (readonly string[])[];
  readonly what: string;
  readonly why: string;
  readonly do: string;
  /** Name of the packet of services that have none of their own. */
  readonly packet?: string;
  readonly unless?: readonly ProgramExcuse[];
  readonly findings: Readonly<Partial<Record<ProgramFindingName, ProgramFinding>>>;
  readonly satisfies: readonly string[];
  readonly citation: Citation;
}

/** What a request for one kind of service must hold. */
export interface Packet {
  readonly packet: string;
  readonly title: string;
  /** Packets whose items belong to this one too. */
  readonly also: readonly string[];
  readonly items: readonly PacketItem[];
}

export interface PacketItem {
  readonly item: string;
  /** What it is, for the person who collects it. */
  readonly title: string;
  /** Facts that show it: all of them. Empty: a document that is not part of the chart we read. */
  readonly facts: readonly string[];
  /** One of `facts` is enough. */
  readonly any?: boolean;
  /** Only when one of these facts has this word. */
  readonly when?: { readonly fact: string; readonly is: string | boolean };
  readonly citation: Citation;
}
