import { forecast, type Forecast } from '@interspace/core/coverage/forecast';
import { scrub } from '@interspace/core/edits/scrub';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import type { IsoDate } from '@interspace/core/model/date';
import type { Finding } from '@interspace/core/model/finding';
import type { History } from '@interspace/core/model/history';
import type { Context, EngineInput, StatedClaim } from '@interspace/core/model/review-input';
import type { Review } from '@interspace/core/model/review';
import { claimFromForm } from '@interspace/core/review/claim-from-form';
import type { PreparedLibrary } from '@interspace/core/review/prepare';
import { rankFindings } from '@interspace/core/review/rank-findings';
import { resolveContext } from '@interspace/core/review/resolve-context';
import { review } from '@interspace/core/review/review';
import { whatWouldPass, type Way } from '@interspace/core/review/what-would-pass';

export interface ForecastRequest {
  readonly history: History;
  readonly on: IsoDate;
  readonly context: Context;
}

/** What a pool can be asked: each verb takes plain data and gives plain data. */
export const VERBS = {
  review: (input: EngineInput, law: PreparedLibrary): Review => review(input, law),
  /** The Review without the clauses below each criterion: a quarter of the bytes, for a door that shows none. */
  reviewWithoutClauses: (input: EngineInput, law: PreparedLibrary): Review => {
    const made = review(input, law);
    const determinations = made.determinations.map((one) => ({
      ...one,
      criteria: one.criteria.map((criterion) => ({ ...criterion, tree: { ...criterion.tree, parts: [] } })),
    }));
    return { ...made, determinations };
  },
  /** The Review as JSON text. */
  reviewText: (input: EngineInput, law: PreparedLibrary): string => JSON.stringify(review(input, law)),
  /** The answer `{"review":…}` as bytes: they go to the thread that answers without being copied. */
  reviewAnswer: (input: EngineInput, law: PreparedLibrary): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(`{"review":${JSON.stringify(review(input, law))}}`),
  /** Reviews in order; for jobs that have many. */
  reviewAll: (inputs: readonly EngineInput[], law: PreparedLibrary): Review[] =>
    inputs.map((input) => review(input, law)),
  /** The edits of claim lines as they stand. */
  checkClaim: ({ claim, context }: { claim: StatedClaim; context: Context }, law: PreparedLibrary): Finding[] => {
    const whole = claimFromForm(claim, context);
    const day = whole.lines.map(({ from }) => from).find((from) => from !== undefined);
    const input = { context, documents: [], claim: whole };
    const resolved = resolveContext(input, context.dateOfService ?? day, law.policies.jurisdictions);
    return rankFindings(scrub(whole, resolved.context, law.edits));
  },
  whatWouldPass: (input: EngineInput, law: PreparedLibrary): Way[] =>
    whatWouldPass(review(input, law), (name) => law.facts.get(name)?.question),
  forecast: (
    { history, on, context }: ForecastRequest,
    law: PreparedLibrary,
  ): { forecasts: readonly Forecast[]; notEvaluated: readonly string[] } => {
    const resolved = resolveContext({ context, documents: [] }, on, law.policies.jurisdictions);
    const placed = resolved.context.contractor !== undefined || resolved.context.jurisdiction !== undefined;
    const told = forecast({ history, on, context: resolved.context, openLedger }, law.policies);
    return {
      forecasts: told.forecasts,
      notEvaluated: [
        ...resolved.assumed.filter((text) => !text.startsWith('Claim type')),
        ...(placed ? [] : ['State not given: local documents could not be chosen.']),
        ...told.notEvaluated,
      ],
    };
  },
} as const;

export type Verb = keyof typeof VERBS;
export type Asked<V extends Verb> = Parameters<(typeof VERBS)[V]>[0];
export type Told<V extends Verb> = ReturnType<(typeof VERBS)[V]>;

/** What travels to a worker and back. */
export interface Question {
  readonly number: number;
  readonly verb: Verb;
  readonly asked: unknown;
}
export type Reply =
  | { readonly number: number; readonly told: unknown }
  | { readonly number: number; readonly failed: string };
