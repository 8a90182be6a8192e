import type { EventEmitter } from 'node:events';
import type { FastifyReply } from 'fastify';
import type { Batch } from '../contract/batches.ts';

const ENDED: ReadonlySet<Batch['state']> = new Set(['done', 'failed', 'cancelled']);
/** Proxies close what is silent. */
const PULSE_MS = 15_000;
/** Changes that come faster are told together. */
const TELL_MS = 250;

/** Writes a batch again whenever it changed, until it has ended or the listener has gone. */
export async function sendBatchEvents(
  reply: FastifyReply,
  id: string,
  look: () => Promise<Batch | undefined>,
  changed: EventEmitter,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  let wake: () => void = () => undefined;
  let news = true;
  const notice = (): void => {
    news = true;
    wake();
  };
  changed.on(id, notice);
  raw.on('close', notice);
  const pulse = setInterval(() => raw.write(': \n\n'), PULSE_MS);
  try {
    while (!raw.destroyed) {
      if (!news) await new Promise<void>((go) => (wake = go));
      if (raw.destroyed) break;
      news = false;
      const batch = await look();
      if (!batch) break;
      raw.write(`data: ${JSON.stringify(batch)}\n\n`);
      if (ENDED.has(batch.state)) break;
      await new Promise((go) => setTimeout(go, TELL_MS));
    }
  } catch {
    // The listener comes again by itself and asks anew.
  } finally {
    clearInterval(pulse);
    changed.off(id, notice);
    raw.end();
  }
}
