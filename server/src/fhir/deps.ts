import type { IsoDate } from '@interspace/core/model/date';
import type { EngineInput } from '@interspace/core/model/review-input';
import type { Review } from '@interspace/core/model/review';
import type { CardFeedback } from '@interspace/wire/cds-hooks/feedback-from-cds';
import type { AuthorizationAnswer } from '@interspace/wire/authorization/authorization-answer';
import type { FhirLaw } from './law.ts';

/** Who calls: a CDS client whose token was verified, or somebody whom the server knows already. */
export interface FhirCaller {
  /** Issuer of the token, or the id that the server gives the caller. Goes into logs; never a patient. */
  readonly id: string;
}

/** What the handlers need from outside; each is one function. */
export interface FhirDeps {
  /** Judges one input. The engine's pool in the server, the engine itself in a test. */
  readonly review: (input: EngineInput) => Promise<Review>;
  /** The same without the clauses below each criterion, where that is quicker; absent: `review`. */
  readonly reviewInShort?: (input: EngineInput) => Promise<Review>;
  /** The law that is in force, made ready once for each revision (`fhirLaw(library)`). */
  readonly law: () => FhirLaw;
  readonly now: () => Date;
  /** The calendar day where the practice is; an order without a date is judged on it. */
  readonly today: () => IsoDate;
  /** Reads one resource or search from a caller's FHIR server; undefined when the address is not allowed or does not answer. */
  readonly fetchFhir: (url: string, token: string | undefined) => Promise<unknown>;
  /** Name that the cards carry as their source. */
  readonly label: string;
  /** Base address of this server, without a slash at the end. */
  readonly baseUrl: string;
  readonly version: string;
  /** Keeps what became of cards, without comments; absent: it is acknowledged and forgotten. */
  readonly feedback?: (service: string, feedback: readonly CardFeedback[], caller: FhirCaller) => Promise<void>;
  /** Looks up what a payer answered to a request of ours; absent: nothing is ever found. */
  readonly answerTo?: (request: string, caller: FhirCaller) => Promise<AuthorizationAnswer | undefined>;
}

export interface FhirAsked {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly caller: FhirCaller;
}

export interface FhirAnswer {
  readonly status: number;
  /** JSON; undefined answers without a body. */
  readonly body: unknown;
}

export type FhirHandler = (asked: FhirAsked, deps: FhirDeps) => Promise<FhirAnswer>;
