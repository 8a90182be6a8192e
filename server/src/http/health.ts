import { isLoopback } from './loopback.ts';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Deps } from './deps.ts';
import { sameSecret } from './same-secret.ts';
import { refuse } from './refusal.ts';
import { publicRoute } from './route.ts';

const Part = z.enum(['ready', 'away']);
const Health = z.object({ status: z.enum(['ready', 'not-ready']), database: Part, engine: Part });
/** An engine with a long queue is slow, not away. */
const PATIENCE_MS = 5000;

/** `/health` is ready when database and engine answer; `/metrics` are numbers for Prometheus. */
export function health(app: FastifyInstance, deps: Deps, isStopping: () => boolean): void {
  publicRoute(app, deps, {
    method: 'GET',
    url: '/health',
    summary: 'Whether the server can answer',
    tag: 'about',
    answer: Health,
    fromAnyPage: true,
    handler: async ({ reply }) => {
      const [database, engine] = await Promise.all([
        answers(sql`select 1`.execute(deps.database.db)),
        answers(deps.engine.ask('checkClaim', { claim: { id: 'health', diagnoses: [], lines: [] }, context: {} })),
      ]);
      const ready = database === 'ready' && engine === 'ready' && !isStopping();
      await reply
        .code(ready ? 200 : 503)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify({ status: ready ? 'ready' : 'not-ready', database, engine }));
    },
  });
  publicRoute(app, deps, {
    method: 'GET',
    url: '/metrics',
    summary: 'Numbers for Prometheus; from this machine, or with the token of INTERSPACE_METRICS_TOKEN',
    tag: 'about',
    produces: ['text/plain'],
    fromAnyPage: true,
    handler: async ({ request, reply }) => {
      const { metricsToken } = deps.settings;
      const sent = request.headers.authorization?.replace(/^Bearer /, '');
      const local = isLoopback(request.raw.socket.remoteAddress) && request.headers['x-forwarded-for'] === undefined;
      if (!(metricsToken === undefined ? local : sent !== undefined && sameSecret(sent, metricsToken)))
        throw refuse('server/http/not-found');
      await reply.type(deps.metrics.registry.contentType).send(await deps.metrics.registry.metrics());
    },
  });
}

async function answers(question: Promise<unknown>): Promise<z.infer<typeof Part>> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<'away'>((done) => {
    timer = setTimeout(() => done('away'), PATIENCE_MS);
  });
  try {
    return await Promise.race([question.then(() => 'ready' as const), patience]);
  } catch {
    return 'away';
  } finally {
    clearTimeout(timer);
  }
}
