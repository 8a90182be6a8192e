import { createReadStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { arrived, bytesKeptBy, endBatch, findBatch, listBatches, newBatch } from '../batches/batches.ts';
import { claimOf, claimsOf } from '../batches/claims.ts';
import { exportBatch } from '../batches/export.ts';
import { batchFolder, removeBatchFolder } from '../batches/folder.ts';
import type { BatchJobs } from '../batches/jobs.ts';
import { receive } from '../batches/receive.ts';
import { Batch, BatchCauses, ClaimQuery, ClaimRow, ClaimView, ExportFormat } from '../contract/batches.ts';
import { Cut, Id, pageOf } from '../contract/common.ts';
import type { Deps } from '../http/deps.ts';
import type { Plugin } from '../http/app.ts';
import { scan } from '../http/scan.ts';
import { refuse, refuseWith } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { inPractice, type Tx } from '../store/in-practice.ts';
import { sendBatchEvents } from './batch-events.ts';

interface Options {
  readonly jobs: BatchJobs;
  /** The data folder. */
  readonly home: string;
  /** Bytes of an upload at most. */
  readonly mostBytes?: number;
}

const ONE = z.object({ id: Id });
const TAG = 'Claim batches';

/** Claim files of any size: sent, judged by a process of their own, shown as a table. */
export function batchRoutes({ jobs, home, mostBytes = 20e9 }: Options): Plugin {
  return (app: FastifyInstance, deps: Deps) => {
    route(app, deps, {
      method: 'POST',
      url: '/api/scrub',
      summary: 'Send a claim file (X12 837) of any size; answers 202 with the batch that is judged',
      description:
        'The body is the file itself (`application/edi-x12`), streamed, or a form with the field `file`. `?name=` names it. Follow `/api/batches/{id}/events`.',
      tag: TAG,
      permission: 'claims:write',
      query: z.object({ name: z.string().max(200).default('claims.837') }),
      answer: Batch,
      status: 202,
      consumes: 'stream',
      transaction: 'own',
      audit: { action: 'batch.send', subject: (_, { id }) => `batch ${id}` },
      handler: async ({ request, query, actor, inTx }) => {
        const sent = await bodyOf(request, query.name);
        const { db } = deps.database;
        const { id, room } = await inPractice(db, actor, async (tx) => {
          const left = deps.settings.uploadQuota - (await bytesKeptBy(tx, actor));
          if (left <= 0) throw refuse('server/batch/quota');
          return { room: left, ...(await newBatch(tx, actor, sent.name)) };
        });
        const folder = batchFolder(home, id);
        const received = await receive(sent.bytes, folder, Math.min(mostBytes, room));
        if (!received.ok) {
          removeBatchFolder(home, id);
          await inPractice(db, actor, (tx) => endBatch(tx, id, 'failed', received.issues[0]?.message ?? null));
          if (received.issues[0]?.code === 'server/batch/too-large' && room < mostBytes)
            throw refuse('server/batch/quota');
          throw refuseWith(received.issues, received.issues[0]?.code === 'server/batch/too-large' ? 413 : 400);
        }
        try {
          if (deps.settings.scanCommand.length > 0)
            await scan(deps.settings.scanCommand, createReadStream(folder.claims));
        } catch (error) {
          removeBatchFolder(home, id);
          await inPractice(db, actor, (tx) => endBatch(tx, id, 'failed', 'The upload was not taken by the scanner.'));
          throw error;
        }
        const batch = await inTx((tx) => arrived(tx, id, received.value));
        jobs.add({ id, practice: actor.practice });
        return batch;
      },
    });
    route(app, deps, {
      method: 'GET',
      url: '/api/batches',
      summary: 'Batches, newest first',
      tag: TAG,
      permission: 'claims:read',
      query: Cut,
      answer: pageOf(Batch),
      audit: null,
      handler: async ({ tx, query }) => ({
        offset: query.offset,
        ...(await listBatches(tx, query.offset, query.limit)),
      }),
    });
    route(app, deps, {
      method: 'GET',
      url: '/api/batches/:id',
      summary: 'One batch',
      tag: TAG,
      permission: 'claims:read',
      params: ONE,
      answer: Batch,
      audit: null,
      handler: async ({ tx, params }) => existing(tx, params.id),
    });
    route(app, deps, {
      method: 'GET',
      url: '/api/batches/:id/events',
      summary: 'How far a batch is: Server-Sent Events, each the batch; ends when it is judged',
      tag: TAG,
      permission: 'claims:read',
      params: ONE,
      produces: ['text/event-stream'],
      transaction: 'own',
      audit: null,
      handler: async ({ params, actor, reply }) => {
        const look = () => inPractice(deps.database.db, actor, (tx) => findBatch(tx, params.id));
        if (!(await look())) throw refuse('server/http/not-found');
        await sendBatchEvents(reply, params.id, look, jobs.changed);
      },
    });
    route(app, deps, {
      method: 'GET',
      url: '/api/batches/:id/claims',
      summary: 'A cut of the claims of a batch, filtered and sorted',
      tag: TAG,
      permission: 'claims:read',
      params: ONE,
      query: ClaimQuery,
      answer: pageOf(ClaimRow),
      audit: { action: 'batch.read', subject: ({ params }) => `batch ${params.id}` },
      handler: async ({ tx, params, query }) => {
        await existing(tx, params.id);
        return { offset: query.offset, ...(await claimsOf(tx, params.id, query)) };
      },
    });
    route(app, deps, {
      method: 'GET',
      url: '/api/batches/:id/claims/:number',
      summary: 'One claim of a batch: lines, findings with their places in the file, coverage',
      tag: TAG,
      permission: 'claims:read',
      params: ONE.extend({ number: z.coerce.number().int().min(1) }),
      answer: ClaimView,
      audit: { action: 'batch.claim.read', subject: ({ params }) => `batch ${params.id} claim ${params.number}` },
      handler: async ({ tx, params }) => {
        const claim = await claimOf(tx, params.id, params.number, batchFolder(home, params.id).rows);
        if (!claim) throw refuse('server/http/not-found');
        return claim;
      },
    });
    route(app, deps, {
      method: 'GET',
      url: '/api/batches/:id/summary',
      summary: 'Causes and dollars of a judged batch',
      tag: TAG,
      permission: 'claims:read',
      params: ONE,
      answer: BatchCauses,
      audit: null,
      handler: async ({ tx, params }) => {
        const row = await tx.selectFrom('batches').select('summary').where('id', '=', params.id).executeTakeFirst();
        if (!row) throw refuse('server/http/not-found');
        if (row.summary === null) throw refuse('server/batch/not-ready');
        return row.summary as z.infer<typeof BatchCauses>;
      },
    });
    route(app, deps, {
      method: 'GET',
      url: '/api/batches/:id/export',
      summary: 'A judged batch as a file: csv, jsonl, or a page for a manager',
      tag: TAG,
      permission: 'claims:read',
      params: ONE,
      query: z.object({ format: ExportFormat.default('csv') }),
      produces: ['text/csv', 'application/jsonl', 'text/html'],
      audit: {
        action: 'batch.export',
        subject: ({ params }) => `batch ${params.id}`,
        detail: ({ query }) => query.format,
      },
      handler: async ({ tx, params, query, actor }) => {
        const { state, name } = await existing(tx, params.id);
        if (state !== 'done') throw refuse('server/batch/not-ready');
        const folder = batchFolder(home, params.id);
        return exportBatch({ db: deps.database.db, actor, batch: params.id, name, folder }, query.format);
      },
    });
    route(app, deps, {
      method: 'DELETE',
      url: '/api/batches/:id',
      summary: 'Stop a batch, or forget one that is judged, with everything that was kept of it',
      tag: TAG,
      permission: 'claims:write',
      params: ONE,
      transaction: 'own',
      audit: { action: 'batch.delete', subject: ({ params }) => `batch ${params.id}` },
      handler: async ({ params, inTx }) => {
        await inTx(async (tx) => {
          await existing(tx, params.id);
          jobs.cancel(params.id);
          await tx.deleteFrom('batches').where('id', '=', params.id).execute();
        });
        removeBatchFolder(home, params.id);
      },
    });
  };
}

async function existing(tx: Tx, id: string): Promise<z.infer<typeof Batch>> {
  const batch = await findBatch(tx, id);
  if (!batch) throw refuse('server/http/not-found');
  return batch;
}

interface Sent {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The file as the body itself, or as the field `file` of a form. */
async function bodyOf(request: FastifyRequest, name: string): Promise<Sent> {
  if (request.headers['content-encoding'] !== undefined) throw refuse('server/http/media-type');
  if (!request.isMultipart()) return { name, bytes: request.body as IncomingMessage };
  const part = await request.file({ limits: { fileSize: Infinity } });
  if (!part) throw refuse('server/batch/not-claims', 'The form has no file.');
  return { name: part.filename || name, bytes: part.file };
}
