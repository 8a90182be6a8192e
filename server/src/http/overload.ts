import type { ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { refuse } from './refusal.ts';

const SLOW_LOOP_MS = 1000;
const ALWAYS = new Set(['/health', '/metrics']);

export interface InProgress {
  readonly count: () => number;
  /** Ends what would never end by itself; its listeners come again. */
  readonly endStreams: () => void;
}

/** Says no early when more comes than can be done, instead of doing all of it late. `stopping` ends new work. */
export function guardAgainstOverload(app: FastifyInstance, most: number, isStopping: () => boolean): InProgress {
  const open = new Map<ServerResponse, boolean>();
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  // The mean of the last second, so that one long pause does not refuse for a minute. Read once: it walks a histogram.
  let isSlow = false;
  const look = setInterval(() => {
    isSlow = loop.mean / 1e6 > SLOW_LOOP_MS;
    loop.reset();
  }, 1000);
  look.unref();
  app.addHook('onRequest', async (request, reply) => {
    open.set(reply.raw, request.routeOptions.config.declared?.endless === true);
    // Also when the client went away before it was answered.
    reply.raw.once('close', () => open.delete(reply.raw));
    if (ALWAYS.has(request.routeOptions.url ?? '')) return;
    if (isStopping() || open.size > most || isSlow) throw refuse('server/http/busy', undefined, { retryAfter: 1 });
  });
  app.addHook('onClose', async () => {
    clearInterval(look);
    loop.disable();
  });
  return {
    count: () => open.size,
    endStreams: () => {
      for (const [response, endless] of open) if (endless) response.destroy();
    },
  };
}
