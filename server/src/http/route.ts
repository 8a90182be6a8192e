import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { z } from 'zod';
import { Problem } from '../contract/common.ts';
import { appendAudit } from '../audit-log/append.ts';
import type { Caller } from '../identity/caller.ts';
import { inPractice, type Tx } from '../store/in-practice.ts';
import {
  FileAnswer,
  type Answered,
  type Call,
  type Declared,
  type InTx,
  type PublicSpec,
  type RouteSpec,
} from './call.ts';
import type { Deps } from './deps.ts';
import { admit, admitAnybody } from './gate.ts';
import { claimKey, keepAnswer, keyOf, Replayed, type Key } from './idempotency.ts';
import { mediaTypeGuard } from './media-types.ts';

/** Declares a route for somebody who is known: who may, what is audited, what goes in and out. The only way to make one. */
export function route<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodUndefined,
  T extends 'one' | 'own' = 'one',
>(app: FastifyInstance, deps: Deps, spec: RouteSpec<P, Q, B, A, T>): void {
  app.route({
    ...shape(spec, {
      permission: spec.permission,
      idempotent: spec.idempotent === true,
      audited: spec.audit !== null,
      ownAuthentication: spec.authenticate !== undefined,
      streams: streams(spec),
      endless: spec.produces?.includes('text/event-stream') === true,
    }),
    onRequest: async (request) => {
      request.caller = await admit(request, deps, spec.permission, spec.authenticate);
    },
    handler: async (request, reply) => {
      const actor = request.caller as Caller;
      const call = { ...seen<P, Q, B>(request, reply, deps), actor };
      const key = spec.idempotent ? keyOf(request, call.body) : undefined;
      const inTx = transaction<z.output<A>>(deps, actor, key, spec, (tx, answer) => {
        if (spec.audit)
          appendAudit(
            tx,
            actor,
            spec.audit.action,
            spec.audit.subject?.(call, answer),
            spec.audit.detail?.(call, answer),
          );
      });
      try {
        const answer = (
          spec.transaction === 'own'
            ? await (spec as unknown as Own<P, Q, B, A>).handler({ ...call, inTx })
            : await inTx((tx) => (spec as unknown as One<P, Q, B, A>).handler({ ...call, tx }) as Promise<z.output<A>>)
        ) as Answered<A>;
        return send(reply, spec, answer);
      } catch (error) {
        if (!(error instanceof Replayed)) throw error;
        return sendText(reply.header('idempotent-replayed', 'true'), error.status, error.body);
      }
    },
  });
}

type One<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = RouteSpec<
  P,
  Q,
  B,
  A,
  'one'
>;
type Own<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = RouteSpec<
  P,
  Q,
  B,
  A,
  'own'
>;

/** Declares a route for anybody. */
export function publicRoute<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodUndefined,
>(app: FastifyInstance, deps: Deps, spec: PublicSpec<P, Q, B, A>): void {
  app.route({
    ...shape(spec, {
      permission: 'public',
      idempotent: false,
      audited: false,
      ownAuthentication: false,
      streams: streams(spec),
      endless: spec.produces?.includes('text/event-stream') === true,
    }),
    onRequest: async (request) => {
      request.caller = await admitAnybody(request, deps, spec.fromAnyPage === true);
    },
    handler: async (request, reply) =>
      send(reply, spec, await spec.handler({ ...seen<P, Q, B>(request, reply, deps), actor: request.caller })),
  });
}

type AnySpec = Pick<
  PublicSpec<z.ZodType, z.ZodType, z.ZodType, z.ZodType>,
  | 'method'
  | 'url'
  | 'summary'
  | 'description'
  | 'tag'
  | 'params'
  | 'query'
  | 'body'
  | 'answer'
  | 'produces'
  | 'status'
  | 'consumes'
  | 'bodyLimit'
  | 'trusted'
  | 'hidden'
>;

function shape(spec: AnySpec, declared: Declared): Omit<RouteOptions, 'handler'> {
  const status = statusOf(spec);
  const schema = {
    summary: spec.summary,
    ...(spec.description === undefined ? {} : { description: spec.description }),
    tags: [spec.tag],
    ...(spec.hidden ? { hide: true } : {}),
    ...(spec.params ? { params: spec.params } : {}),
    ...(spec.query ? { querystring: spec.query } : {}),
    ...(spec.body ? { body: spec.body } : {}),
    ...(spec.consumes === 'multipart' ? { consumes: ['multipart/form-data'] } : {}),
    ...(spec.consumes === 'form' ? { consumes: ['application/x-www-form-urlencoded'] } : {}),
    security: declared.permission === 'public' ? [] : [{ session: [] }, { token: [] }],
    response: { [status]: answerSchema(spec), default: Problem },
  };
  return {
    method: spec.method,
    url: spec.url,
    schema,
    config: { declared },
    ...(spec.bodyLimit === undefined ? {} : { bodyLimit: spec.bodyLimit }),
    preParsing: mediaTypeGuard(spec.consumes ?? (spec.body ? 'json' : 'nothing')),
  };
}

function answerSchema({ answer, produces }: AnySpec): unknown {
  if (answer) return answer;
  if (!produces) return z.null().describe('Nothing.');
  return {
    description: 'A file.',
    content: Object.fromEntries(produces.map((type) => [type, { schema: z.string() }])),
  };
}

function streams({ consumes }: AnySpec): boolean {
  return consumes === 'stream' || consumes === 'multipart';
}

function seen<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
): Omit<Call<z.output<P>, z.output<Q>, z.output<B>>, 'actor'> {
  const { params, query, body } = request as { params: z.output<P>; query: z.output<Q>; body: z.output<B> };
  return { params, query, body, deps, request, reply };
}

/** Key, work, audit entry and kept answer: one transaction. */
function transaction<A>(
  deps: Deps,
  actor: Caller,
  key: Key | undefined,
  spec: AnySpec,
  audit: (tx: Tx, answer: A) => void,
): InTx<A> {
  return async (work) =>
    inPractice(deps.database.db, actor, async (tx) => {
      if (key) await claimKey(tx, actor, key);
      const answer = await work(tx);
      audit(tx, answer);
      if (key) await keepAnswer(tx, actor, key, statusOf(spec), textOf(spec, answer));
      return answer;
    });
}

function statusOf(spec: AnySpec): number {
  return spec.status ?? (spec.answer || spec.produces ? 200 : 204);
}

function textOf(spec: AnySpec, answer: unknown): string | null {
  if (!spec.answer || answer === undefined || answer instanceof FileAnswer) return null;
  // Only what the schema names leaves the house.
  return JSON.stringify(spec.trusted ? answer : spec.answer.parse(answer));
}

function send(reply: FastifyReply, spec: AnySpec, answer: unknown): FastifyReply {
  if (reply.sent) return reply;
  if (!(answer instanceof FileAnswer)) return sendText(reply, statusOf(spec), textOf(spec, answer));
  if (answer.name !== undefined) reply.header('content-disposition', `attachment; filename="${fileName(answer.name)}"`);
  return reply.code(statusOf(spec)).type(answer.type).send(answer.body);
}

function sendText(reply: FastifyReply, status: number, text: string | null): FastifyReply {
  reply.code(status);
  return text === null ? reply.send() : reply.type('application/json; charset=utf-8').send(text);
}

function fileName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 100);
}
