import type { FastifyInstance } from 'fastify';

/**
 * A body must go on arriving: a client that sends a byte now and then is cut off. Uploads of any length are fine as long as
 * something arrives within the time, everything else must be complete by then.
 */
export function cutOffSlowBodies(app: FastifyInstance, bodyMs: number): void {
  app.addHook('onRequest', async (request) => {
    const { raw } = request;
    if (raw.complete || request.headers['content-length'] === '0') return;
    if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) return;
    const streams = request.routeOptions.config.declared?.streams === true;
    let seen = 0;
    const timer = setInterval(() => {
      const now = raw.socket.bytesRead;
      if (raw.complete || raw.destroyed) clearInterval(timer);
      else if (streams && (now > seen || raw.readableLength > 0)) seen = now;
      else {
        clearInterval(timer);
        raw.destroy(new Error('the body did not arrive in time'));
      }
    }, bodyMs);
    timer.unref();
    raw.once('close', () => clearInterval(timer));
    raw.once('end', () => clearInterval(timer));
  });
}
