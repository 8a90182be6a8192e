import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { makeNonce, pagePolicy } from './headers.ts';
import { refuse } from './refusal.ts';

/** The word in the built page that each answer replaces by its nonce (workbench/vite.config.ts). */
const NONCE = '__INTERSPACE_NONCE__';
const NOT_PAGES = /^\/(?:api|oauth|cds-services|fhir|mcp|docs|health|metrics|assets)(?:\/|$)/;
/** The few files that lie beside the page under names of their own. */
const BESIDE_PAGE = /^\/([\w-]+\.(?:js|svg|ico|png|webmanifest|txt|css|woff2))(?:\?|$)/;

/** Serves the built workbench: files under their names, and its page under every other address that a browser asks for. */
export async function serveWorkbench(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const page = folder === undefined ? undefined : join(folder, 'index.html');
  if (folder !== undefined && page !== undefined && existsSync(page)) {
    await app.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      index: false,
      // Looked for when asked for: a page that was built anew has files of other names.
      wildcard: true,
      dotfiles: 'deny',
      cacheControl: false,
      setHeaders: (response, path) => {
        // Names of assets hold the digest of what is in them.
        response.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
    const html = asItIsNow(page);
    app.setNotFoundHandler((request, reply) => {
      if (request.method !== 'GET' || NOT_PAGES.test(request.url)) throw refuse('server/http/not-found');
      const file = BESIDE_PAGE.exec(request.url)?.[1];
      if (file !== undefined && existsSync(join(folder, file))) return reply.sendFile(file, folder);
      if (!wantsPage(request.headers.accept)) throw refuse('server/http/not-found');
      const nonce = makeNonce();
      return reply
        .header('content-security-policy', pagePolicy(nonce))
        .type('text/html; charset=utf-8')
        .send(html().replaceAll(NONCE, nonce));
    });
    return;
  }
  app.setNotFoundHandler(() => {
    throw refuse('server/http/not-found');
  });
}

/** Read again when it was built anew: its assets have other names then. While it is being written the one before is good. */
function asItIsNow(page: string): () => string {
  let [text, at] = [readFileSync(page, 'utf8'), statSync(page).mtimeMs];
  return () => {
    try {
      const { mtimeMs } = statSync(page);
      if (mtimeMs !== at) {
        const fresh = readFileSync(page, 'utf8');
        if (fresh.includes('</html>')) [text, at] = [fresh, mtimeMs];
      }
    } catch {
      // Gone for the moment of a build.
    }
    return text;
  };
}

function wantsPage(accept: string | undefined): boolean {
  return accept === undefined || accept.includes('text/html') || accept.includes('*/*');
}
