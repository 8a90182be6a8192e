import type { FastifyInstance, RouteOptions } from 'fastify';
import type { Declared } from './call.ts';

export interface ListedRoute extends Declared {
  readonly method: string;
  readonly url: string;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with who may use it. */
    declaredRoutes: ListedRoute[];
  }
}

/** Files and pages of packages: they show nothing of a practice. */
const NOT_OURS = /^\/docs(?:\/|$)|^\/(?:assets\/|[\w.-]+\.(?:js|svg|ico|png|webmanifest|txt|css|woff2)$)/;

/** Refuses to start when a route was made without `route` or `publicRoute`: nobody can forget who may use it. */
export function insistOnDeclarations(app: FastifyInstance): void {
  const routes: ListedRoute[] = [];
  app.decorate('declaredRoutes', routes);
  app.addHook('onRoute', (options: RouteOptions) => {
    for (const method of [options.method].flat()) {
      // Fastify makes HEAD from GET, with the same hooks.
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      const declared = options.config?.declared;
      if (declared) routes.push({ method, url: options.url, ...declared });
      else if (!NOT_OURS.test(options.url))
        throw new Error(`${method} ${options.url} was declared without route() or publicRoute()`);
    }
  });
}
