import type { FastifyInstance } from 'fastify';
import type { DocumentAsked, DocumentTold } from '../aside/document.ts';
import { runAside } from '../aside/run-aside.ts';
import { DocumentText } from '../contract/review-verbs.ts';
import { EngineFault } from '../engine/faults.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { scan } from '../http/scan.ts';
import { fileInMemory } from '../http/upload.ts';

const MOST_BYTES = 32 * 1024 * 1024;
/** A document that blows up when it is opened ends its thread and nothing else. */
const LIMITS = { timeoutMs: 20_000, memoryMb: 384 };

/** A PDF, Word or text file as text, read in a thread of its own. Nothing is kept. */
export function documentRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'POST',
    url: '/api/document-text',
    summary: 'A PDF, Word or text file (form field `file`) as text',
    tag: 'review',
    permission: 'review',
    audit: null,
    consumes: 'multipart',
    bodyLimit: MOST_BYTES,
    answer: DocumentText,
    trusted: true,
    transaction: 'own',
    handler: async ({ request }) => {
      const { name, bytes } = await fileInMemory(request, MOST_BYTES);
      await scan(deps.settings.scanCommand, bytes);
      const asked: DocumentAsked = { name, bytes: new Uint8Array(bytes) };
      const told = await runAside<DocumentTold>(deps.law.workers.document, asked, LIMITS).catch((error: unknown) => {
        if (error instanceof EngineFault) return { problem: 'damaged' } as const;
        throw error;
      });
      if ('problem' in told) throw refuse(`server/document/${told.problem}`);
      return { name, ...told };
    },
  });
}
