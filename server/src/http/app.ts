import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { IDEMPOTENCY_HEADER } from '../contract/common.ts';
import { insistOnDeclarations } from './declared-routes.ts';
import type { Deps } from './deps.ts';
import { answerError, problemOf } from './errors.ts';
import { addHeaders } from './headers.ts';
import { health } from './health.ts';
import { makeLimiters } from './limiters.ts';
import { addBodyParsers } from './media-types.ts';
import { describeApi, serveDescription } from './openapi.ts';
import { guardAgainstOverload } from './overload.ts';
import { refuse } from './refusal.ts';
import { cutOffSlowBodies } from './slow-bodies.ts';
import { serveWorkbench } from './workbench.ts';

/** A group of routes. */
export type Plugin = (app: FastifyInstance, deps: Deps) => void | Promise<void>;

export interface App extends FastifyInstance {
  /** From now on new requests are told to come again; those in progress go on. */
  stopTaking(): void;
}

/** The server without its port: guards first, then the routes that are handed in, then the workbench for everything else. */
export async function buildApp(deps: Deps, plugins: readonly Plugin[], version = '0'): Promise<App> {
  const { settings } = deps;
  let stopping = false;
  const app = fastify({
    loggerInstance: deps.log as never,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomBytes(9).toString('base64url'),
    bodyLimit: settings.bodyLimit,
    trustProxy: settings.trustProxy.length > 0 ? [...settings.trustProxy] : false,
    requestTimeout: 0,
    keepAliveTimeout: 65_000,
    connectionTimeout: 120_000,
    http: { headersTimeout: settings.headersMs, maxHeaderSize: 16 * 1024, connectionsCheckingInterval: 2000 },
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    return503OnClosing: true,
    clientErrorHandler: answerGarbage,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply as never),
  }) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.decorate('limiters', makeLimiters(settings));
  app.decorateRequest('caller', undefined);
  insistOnDeclarations(app);
  addBodyParsers(app);
  addHeaders(app, settings.publicUrl.startsWith('https:'));
  onlyKnownHosts(app, settings.hosts);
  refuseNul(app);
  const inProgress = guardAgainstOverload(app, settings.mostInProgress, () => stopping);
  cutOffSlowBodies(app, settings.bodyMs);
  account(app, deps, inProgress.count);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { files: 20, fields: 40, fieldSize: 64 * 1024, headerPairs: 40, parts: 60 },
  });
  await describeApi(app, version);
  health(app, deps, () => stopping);
  serveDescription(app, deps);
  for (const plugin of plugins) await plugin(app, deps);
  await serveWorkbench(app, settings.workbench);
  await app.ready();
  return Object.assign(app, {
    stopTaking: () => {
      stopping = true;
      inProgress.endStreams();
    },
  });
}

/** A NUL in an address is nobody's name, and no database keeps it. */
function refuseNul(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ url }) => {
    if (url.includes('%00')) throw refuse('server/http/invalid', 'The address holds a NUL.');
  });
}

/** A page elsewhere can make its name point to this machine; it cannot make a browser send our name. */
function onlyKnownHosts(app: FastifyInstance, hosts: ReadonlySet<string> | undefined): void {
  if (!hosts) return;
  app.addHook('onRequest', async (request) => {
    if (!hosts.has(request.hostname)) throw refuse('server/http/not-found');
  });
}

/** One line in the logs and one number in the metrics for each request: patterns, ids, times. */
function account(app: FastifyInstance, deps: Deps, inProgress: () => number): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const seconds = reply.elapsedTime / 1000;
    deps.metrics.answered(request.method, route, reply.statusCode, seconds);
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(request.caller ? { actor: request.caller.id, practice: request.caller.practice } : {}),
        ...(request.headers[IDEMPOTENCY_HEADER] === undefined ? {} : { keyed: true }),
      },
      'answered',
    );
  });
  deps.metrics.gauge('interspace_http_in_progress', 'Requests in progress.', inProgress);
}

/** Bytes that are no HTTP, or headers that never end. */
function answerGarbage(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const refusal =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? refuse('server/http/too-slow')
      : refuse('server/http/invalid', 'This is not HTTP.');
  const body = JSON.stringify(problemOf(refusal, 'none'));
  socket.end(
    `HTTP/1.1 ${refusal.status} Refused\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
