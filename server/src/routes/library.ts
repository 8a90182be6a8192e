import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isImportKind } from '@interspace/library/import/import-table';
import type { ImportAsked, ImportTold } from '../aside/import.ts';
import { runAside } from '../aside/run-aside.ts';
import { Day } from '../contract/common.ts';
import { ImportAnswer, LibraryView, Touched } from '../contract/rulebook.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { scan } from '../http/scan.ts';
import { filesOnDisk } from '../http/upload.ts';
import { editionOf, libraryView } from '../rulebook/library-view.ts';
import { layStaleOnDesk } from '../rulebook/stale-on-desk.ts';
import { staleRules } from '../rulebook/stale.ts';
import { touchedBy } from '../rulebook/touched.ts';

const TAG = 'library';
const UPLOAD = { most: 512 * 1024 * 1024, files: 12 };
const LIMITS = { timeoutMs: 10 * 60_000, memoryMb: 2048 };
const EXAMPLES = 50;

/** Editions of the law and of the agencies' tables: what there is, taking over a new one, what a change touches. */
export function libraryRoutes(app: FastifyInstance, deps: Deps): void {
  const { engine, law } = deps;
  route(app, deps, {
    method: 'GET',
    url: '/api/library',
    summary: 'Revision of the law, editions of the tables, what is due to be read again',
    tag: TAG,
    permission: 'rulebook:read',
    audit: null,
    answer: LibraryView,
    transaction: 'own',
    handler: async () => libraryView(engine.settings.library, law.tables, law.engine, deps.now()),
  });
  route(app, deps, {
    method: 'GET',
    url: '/api/library/touched',
    summary: "The practice's own open encounters that the law of two days judges differently",
    tag: TAG,
    permission: 'chart:read',
    audit: { action: 'library.touched', detail: ({ query }) => `${query.from} to ${query.to}` },
    query: z.object({ from: Day, to: Day, change: z.string().max(200).optional() }),
    answer: Touched,
    transaction: 'own',
    handler: async ({ actor, query: { from, to, change }, inTx }) => {
      const found = await touchedBy(deps, actor, from, to, change);
      return inTx(async () => found);
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/library/import',
    summary:
      "An agency's files (form fields `file`) as a new edition, whole or not at all; with preview=true only what would change",
    tag: TAG,
    permission: 'library:write',
    audit: { action: 'library.import', detail: ({ query }) => `${query.kind}${query.preview ? ', preview' : ''}` },
    consumes: 'multipart',
    query: z.object({ kind: z.string().max(40), preview: z.stringbool().default(true) }),
    answer: ImportAnswer,
    transaction: 'own',
    handler: async ({ query: { kind, preview }, request, inTx }) => {
      if (!isImportKind(kind)) throw refuse('server/library/unknown-kind', undefined, { at: 'query/kind' });
      const told = await filesOnDisk(request, UPLOAD, async (files) => {
        if (deps.settings.scanCommand.length > 0)
          for (const path of files) await scan(deps.settings.scanCommand, createReadStream(path));
        const codes = codesOfOurs();
        const asked: ImportAsked = { kind, files, tables: law.tables, preview, codes };
        return byTheirNames(await runAside<ImportTold>(law.workers.import, asked, LIMITS), files);
      });
      if (!preview && !('refused' in told) && told.editions.length > 0) {
        await engine.use(await law.load());
        const now = deps.now();
        await layStaleOnDesk(deps.database.db, staleRules(engine.settings.library, law.tables, now), now);
      }
      return inTx(async () => answerOf(told));
    },
  });

  function codesOfOurs(): string[] {
    const { coding, policies } = engine.settings.library;
    return [...new Set([...coding.codes.map(({ code }) => code), ...policies.implications.map(({ code }) => code)])];
  }
}

/** Refusals name the files as their sender does, not where they lay for a moment. */
function byTheirNames(told: ImportTold, files: readonly string[]): ImportTold {
  if (!('refused' in told)) return told;
  const named = (text: string): string => files.reduce((all, path) => all.replaceAll(path, basename(path)), text);
  return {
    refused: told.refused.map((one) => ({
      ...one,
      message: named(one.message),
      ...(one.at === undefined ? {} : { at: named(one.at) }),
    })),
  };
}

function answerOf(told: ImportTold): z.output<typeof ImportAnswer> {
  const none = { refused: [], added: 0, removed: 0, changed: 0, examples: [], touches: [] };
  if ('refused' in told)
    return {
      ...none,
      refused: told.refused.map(({ code, message, at, hint }) => ({
        code,
        message,
        ...(at === undefined ? {} : { at }),
        ...(hint === undefined ? {} : { hint }),
      })),
    };
  const { changes, editions, touches } = told;
  const [edition] = editions;
  return {
    ...none,
    ...(edition ? { edition: editionOf(edition) } : {}),
    added: changes.filter(({ before }) => before === undefined).length,
    removed: changes.filter(({ after }) => after === undefined).length,
    changed: changes.filter(({ before, after }) => before !== undefined && after !== undefined).length,
    examples: changes.slice(0, EXAMPLES),
    touches: [...touches],
  };
}
