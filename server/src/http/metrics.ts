import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Numbers for Prometheus. Labels are patterns of routes and verbs, never what was asked. */
export interface Metrics {
  readonly registry: Registry;
  /** One answered request. */
  readonly answered: (method: string, route: string, status: number, seconds: number) => void;
  /** A number that is read when somebody asks. */
  readonly gauge: (name: string, help: string, read: () => number | Promise<number>) => void;
}

const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10];

export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'interspace_' });
  const duration = new Histogram({
    name: 'interspace_http_request_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    registry,
    answered: (method, route, status, seconds) => duration.observe({ method, route, status }, seconds),
    gauge: (name, help, read) =>
      void new Gauge({
        name,
        help,
        registers: [registry],
        async collect() {
          this.set(await read());
        },
      }),
  };
}
