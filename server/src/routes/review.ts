import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { may } from '../contract/roles.ts';
import {
  AuthorizeAnswer,
  AuthorizeRequest,
  CheckClaim,
  CheckClaimAnswer,
  CodeAnswer,
  ForecastAnswer,
  ForecastRequest,
  ReviewAnswer,
  ReviewRequest,
  WhatWouldPass,
  WhatWouldPassAnswer,
} from '../contract/review-verbs.ts';
import { differencesOf } from '../decisions/differences.ts';
import { forecastAsTold } from '../decisions/forecast-as-told.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import type { Caller } from '../identity/caller.ts';
import { engineInput, knownOf, withAnswers, type Asked, type Known } from '../review/input-of.ts';
import { withSignatures, type Signature } from '../review/stated-by.ts';
import { inPractice } from '../store/in-practice.ts';
import { keepRecord } from '../store/records.ts';
import type { Review } from '@interspace/core/model/review';
import type { IsoDate } from '@interspace/core/model/date';
import { engineInputOf } from '@interspace/core/review/engine-input';

const TAG = 'review';
/** A note with its history; scanned charts go through /api/document-text first. */
const LIMIT = 12 * 1024 * 1024;

/** The verbs of the house. Without `patient` nothing is kept and nothing is looked up. */
export function reviewRoutes(app: FastifyInstance, deps: Deps): void {
  const { engine } = deps;
  route(app, deps, {
    method: 'POST',
    url: '/api/review',
    summary: 'A Review of a note, form or claim',
    description:
      'With `patient` the earlier sessions of the ledger are the history, unless the input brings its own. With `keep` the answer is kept as an immutable DecisionRecord.',
    tag: TAG,
    permission: 'review',
    audit: {
      action: 'review',
      subject: ({ body }) => subjectOf(body),
      detail: (_, { record }) => (record === undefined ? undefined : `record ${record}`),
    },
    idempotent: true,
    bodyLimit: LIMIT,
    body: ReviewRequest,
    answer: ReviewAnswer,
    trusted: true,
    transaction: 'own',
    handler: async ({ actor, body, inTx, reply }) => {
      const known = await look(deps, actor, body);
      const plain = engineInput(body, known);
      if (!touchesChart(body) && !body.keep && body.answers.length === 0) {
        // The common case: the engine's bytes go out as they are.
        const { buffer } = await engine.ask('reviewAnswer', plain);
        await reply.type('application/json; charset=utf-8').send(Buffer.from(buffer));
        return;
      }
      const input = withAnswers(plain, body.answers);
      const [reviewText, before] = await Promise.all([
        engine.ask('reviewText', input),
        body.answers.length > 0 ? engine.ask('review', plain) : undefined,
      ]);
      const review = JSON.parse(reviewText) as Review;
      const answer = (record?: string): z.output<typeof ReviewAnswer> => ({
        review: withSignatures(review, signatures(deps, actor, body, known)),
        ...(record === undefined ? {} : { record }),
        ...(before === undefined ? {} : { difference: differencesOf(before, review) }),
      });
      if (!touchesChart(body) && !body.keep) return answer();
      return inTx(async (tx) => {
        if (!body.keep) return answer();
        const { patient, encounter } = body;
        return answer(await keepRecord(tx, actor, { input, reviewText, review, patient, encounter }));
      });
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/code',
    summary: 'Only the claim lines that a note or form supports',
    tag: TAG,
    permission: 'review',
    audit: null,
    bodyLimit: LIMIT,
    body: AuthorizeRequest,
    answer: CodeAnswer,
    trusted: true,
    transaction: 'own',
    handler: async ({ body }) => {
      const { lines, procedures, trace } = await engine.ask('review', engineInputOf(body.input));
      return { lines, procedures, trace };
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/check-claim',
    summary: 'The edits of claim lines as they stand on a screen',
    tag: TAG,
    permission: 'review',
    audit: null,
    body: CheckClaim,
    answer: CheckClaimAnswer,
    trusted: true,
    transaction: 'own',
    handler: async ({ body: { claim, context } }) => ({ findings: await engine.ask('checkClaim', { claim, context }) }),
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/what-would-pass',
    summary: 'The smallest sets of facts that would turn the outcome of a line into `meets`',
    tag: TAG,
    permission: 'review',
    audit: { action: 'review', subject: ({ body }) => subjectOf(body) },
    bodyLimit: LIMIT,
    body: WhatWouldPass,
    answer: WhatWouldPassAnswer,
    trusted: true,
    transaction: 'own',
    handler: async ({ actor, body, inTx }) => {
      const known = await look(deps, actor, body);
      const ways = await engine.ask('whatWouldPass', withAnswers(engineInput(body, known), body.answers));
      const answer = { ways } as z.output<typeof WhatWouldPassAnswer>;
      return touchesChart(body) ? inTx(async () => answer) : answer;
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/authorize',
    summary: 'Whether anybody must be asked before what is planned, and for what',
    tag: TAG,
    permission: 'review',
    audit: null,
    bodyLimit: LIMIT,
    body: AuthorizeRequest,
    answer: AuthorizeAnswer,
    trusted: true,
    transaction: 'own',
    handler: async ({ body }) => {
      const review = await engine.ask('review', engineInputOf(body.input));
      return { authorization: review.authorization, review };
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/forecast',
    summary: 'What is left of each limit, and from when the next session meets the criteria as published',
    tag: TAG,
    permission: 'review',
    audit: null,
    body: ForecastRequest,
    answer: ForecastAnswer,
    trusted: true,
    transaction: 'own',
    handler: async ({ body: { history, on, context } }) => {
      const told = await engine.ask('forecast', { history, on: on as IsoDate, context });
      return { forecasts: told.forecasts.map(forecastAsTold), notEvaluated: [...told.notEvaluated] };
    },
  });
}

function touchesChart({ patient, encounter }: Asked): boolean {
  return patient !== undefined || encounter !== undefined;
}

function subjectOf({ patient, encounter }: Asked): string | undefined {
  if (patient !== undefined) return `patient ${patient}`;
  return encounter === undefined ? undefined : `encounter ${encounter}`;
}

/** What the practice knows, for somebody who may know it. */
async function look(deps: Deps, actor: Caller, body: Asked): Promise<Known> {
  if (!touchesChart(body)) return { stated: {} };
  if (!may(actor.role, 'chart:read') && !may(actor.role, 'chart:write')) throw refuse('server/identity/not-allowed');
  return inPractice(deps.database.db, actor, async (tx) => knownOf(tx, body));
}

/** Who stated what: answers of this request by who asks, today; earlier ones as they are kept. */
function signatures(deps: Deps, actor: Caller, { answers }: Asked, { stated }: Known): Map<string, Signature> {
  const on = deps.now().toISOString().slice(0, 10);
  return new Map([
    ...Object.entries(stated).map(([fact, { by, at }]) => [fact, { by, on: at.slice(0, 10) }] as const),
    ...answers.map(({ fact }) => [fact, { by: actor.name, on }] as const),
  ]);
}
