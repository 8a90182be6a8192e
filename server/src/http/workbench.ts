import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { makeNonce, pagePolicy } from './headers.ts';
import { refuse } from './refusal.ts';

/** The word in the built page that each answer replaces by its nonce (workbench/vite.config.ts). */
const NONCE = '__INTERSPACE_NONCE__';
const NOT_PAGES = /^\/(?:api|oauth|cds-services|fhir|mcp|docs|health|metrics|assets)(?:\/|$)/;

/** Serves the built workbench: files under their names, and its page under every other address that a browser asks for. */
export async function serveWorkbench(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const page = folder === undefined ? undefined : join(folder, 'index.html');
  if (folder !== undefined && page !== undefined && existsSync(page)) {
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      dotfiles: 'deny',
      globIgnore: ['index.html'],
      cacheControl: false,
      // The build left smaller ones beside the files.
      preCompressed: true,
      setHeaders: (response, path) => {
        // Names of assets hold the digest of what is in them.
        response.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
    const html = readFileSync(page, 'utf8');
    app.setNotFoundHandler((request, reply) => {
      if (request.method !== 'GET' || NOT_PAGES.test(request.url) || !wantsPage(request.headers.accept))
        throw refuse('server/http/not-found');
      const nonce = makeNonce();
      return reply
        .header('content-security-policy', pagePolicy(nonce))
        .type('text/html; charset=utf-8')
        .send(html.replaceAll(NONCE, nonce));
    });
    return;
  }
  app.setNotFoundHandler(() => {
    throw refuse('server/http/not-found');
  });
}

function wantsPage(accept: string | undefined): boolean {
  return accept === undefined || accept.includes('text/html') || accept.includes('*/*');
}
