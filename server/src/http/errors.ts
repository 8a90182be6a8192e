import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Issue } from '@interspace/core/model/result';
import type { Problem } from '../contract/common.ts';
import { EngineBusy } from '../engine/faults.ts';
import { SERVER_ISSUES, type ServerIssueCode } from '../issues.ts';
import { storeTrouble } from '../store/trouble.ts';
import { refuse, Refusal } from './refusal.ts';
import { invalidFields } from './invalid-fields.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is malformed',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  408: 'Too slow',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unknown kind of body',
  422: 'The request cannot be carried out',
  429: 'Too many requests',
  500: 'A fault of the server',
  502: 'Another server failed',
  503: 'Not now',
};

/** Every error as a Refusal: what it is, without what was sent. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof EngineBusy) return refuse('server/http/busy', undefined, { retryAfter: 1 });
  if (hasZodFastifySchemaValidationErrors(error)) return new Refusal(400, invalidFields(error));
  const trouble = storeTrouble(error);
  if (trouble) return new Refusal(SERVER_ISSUES[trouble.code as ServerIssueCode]?.status ?? 503, [trouble], 2);
  const { code, statusCode } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE' || statusCode === 413)
    return refuse('server/http/too-large');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse('server/http/media-type');
  if (statusCode === 404) return refuse('server/http/not-found');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return refuse('server/http/invalid', 'The request is malformed.');
  return refuse('server/http/fault');
}

/** RFC 9457, with our Issues. */
export function problemOf({ status, issues }: { status: number; issues: readonly Issue[] }, id: string): Problem {
  const [first] = issues;
  return {
    type: first ? `urn:interspace:issue:${first.code.replaceAll('/', ':')}` : 'about:blank',
    title: TITLES[status] ?? 'Refused',
    status,
    ...(first ? { detail: first.message } : {}),
    instance: id,
    issues: issues.map(({ code, message, at, hint, level }) => ({
      code,
      message,
      ...(at === undefined ? {} : { at }),
      ...(hint === undefined ? {} : { hint }),
      ...(level === undefined ? {} : { level }),
    })),
  };
}

/** Logs what is ours to mend, answers problem+json. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error);
  if (refusal.status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, refusal.message);
  if (refusal.retryAfter !== undefined) reply.header('retry-after', refusal.retryAfter);
  if (refusal.status === 401) reply.header('www-authenticate', 'Bearer realm="interspace"');
  return reply
    .code(refusal.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(refusal, request.id)));
}
