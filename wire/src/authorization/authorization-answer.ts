import type { IsoDate } from '@interspace/core/model/date';
import type { StatedFacts } from '@interspace/core/model/review-input';

/** What was decided about one service. */
export type Decision =
  | 'affirmed'
  | 'partly-affirmed'
  | 'modified'
  | 'non-affirmed'
  | 'pending'
  | 'cancelled'
  | 'not-required'
  | 'contact-payer';

/** Action codes of a review (element 306), the same in a 278 and in a PAS ClaimResponse. */
const DECISIONS: Readonly<Record<string, Decision>> = {
  A1: 'affirmed',
  A2: 'partly-affirmed',
  A3: 'non-affirmed',
  A4: 'pending',
  A6: 'modified',
  C: 'cancelled',
  CT: 'contact-payer',
  NA: 'not-required',
};

/** The decision that an action code says; undefined for a code that is not known here. */
export function decisionOf(action: string | undefined): Decision | undefined {
  return action === undefined ? undefined : DECISIONS[action];
}

/** The action code that says a decision. */
export function actionOf(decision: Decision): string {
  return Object.entries(DECISIONS).find(([, one]) => one === decision)?.[0] ?? 'A4';
}

export interface AnsweredLine {
  readonly code?: string | undefined;
  readonly decision?: Decision | undefined;
  readonly number?: string | undefined;
  readonly reasons: readonly string[];
  readonly from?: IsoDate | undefined;
  readonly through?: IsoDate | undefined;
}

/** The payer's answer to one request, whatever the wire. */
export interface AuthorizationAnswer {
  /** The sender's number of the request, as the answer repeats it. */
  readonly request?: string | undefined;
  readonly decidedOn?: IsoDate | undefined;
  readonly decision?: Decision | undefined;
  readonly number?: string | undefined;
  readonly lines: readonly AnsweredLine[];
  /** Codes of errors and refusals, with their place when it is said. */
  readonly errors: readonly { readonly code: string; readonly at?: string | undefined }[];
}

/** One decision for the whole: the lines' when they agree, pending while one is open. */
export function overallDecision(decisions: readonly (Decision | undefined)[]): Decision | undefined {
  const said = new Set(decisions.filter((one) => one !== undefined));
  if (said.size === 0) return undefined;
  if (said.size === 1) return [...said][0];
  return said.has('pending')
    ? 'pending'
    : said.has('affirmed') || said.has('partly-affirmed')
      ? 'partly-affirmed'
      : undefined;
}

/** The answer as facts that a Review takes: only what it says, nothing when it says nothing that fits. */
export function factsOfAnswer(answer: AuthorizationAnswer): StatedFacts {
  const affirmed = answer.lines.filter(({ decision }) => decision === 'affirmed');
  const decision =
    answer.decision === 'affirmed' || answer.decision === 'non-affirmed' || answer.decision === 'pending'
      ? answer.decision
      : undefined;
  const codes = affirmed.flatMap(({ code }) => code ?? []);
  const number = answer.number ?? affirmed.find((line) => line.number !== undefined)?.number;
  return {
    ...(decision === undefined ? {} : { 'authorization.decision': decision }),
    ...(answer.decidedOn === undefined ? {} : { 'authorization.decided-on': answer.decidedOn }),
    ...(codes.length === 0 ? {} : { 'authorization.codes': codes }),
    ...(number === undefined ? {} : { 'encounter.authorization-number': number }),
  };
}
