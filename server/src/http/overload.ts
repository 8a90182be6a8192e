import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { refuse } from './refusal.ts';

const SLOW_LOOP_MS = 1000;
const ALWAYS = new Set(['/health', '/metrics']);

/** Says no early when more comes than can be done, instead of doing all of it late. `stopping` ends new work. */
export function guardAgainstOverload(app: FastifyInstance, most: number, isStopping: () => boolean): () => number {
  let inProgress = 0;
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  // The mean of the last second, so that one long pause does not refuse for a minute.
  const reset = setInterval(() => loop.reset(), 1000);
  reset.unref();
  app.addHook('onRequest', async (request, reply) => {
    inProgress++;
    // Also when the client went away before it was answered.
    reply.raw.once('close', () => void inProgress--);
    if (ALWAYS.has(request.routeOptions.url ?? '')) return;
    if (isStopping() || inProgress > most || loop.mean / 1e6 > SLOW_LOOP_MS)
      throw refuse('server/http/busy', undefined, { retryAfter: 1 });
  });
  app.addHook('onClose', async () => {
    clearInterval(reset);
    loop.disable();
  });
  return () => inProgress;
}
