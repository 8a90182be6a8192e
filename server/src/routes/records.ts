import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Id, pageOf } from '../contract/common.ts';
import { DecisionRecord, RecordQuery, RecordRow, Replay } from '../contract/patients.ts';
import { replay } from '../decisions/replay.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { inPractice, type Tx } from '../store/in-practice.ts';
import { findRecord, listRecords, toRow, type KeptRecord } from '../store/records.ts';

const ONE = z.object({ id: Id });
const TAG = 'records';

/** DecisionRecords: what was judged, by which law, and the proof that it still comes out the same. */
export function recordRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'GET',
    url: '/api/records',
    summary: 'Kept Reviews, newest first',
    tag: TAG,
    permission: 'records:read',
    audit: { action: 'record.list', detail: (_, { items, offset }) => `${items.length} from ${offset}` },
    query: RecordQuery,
    answer: pageOf(RecordRow),
    handler: async ({ tx, query }) => ({ offset: query.offset, ...(await listRecords(tx, query, query)) }),
  });
  route(app, deps, {
    method: 'GET',
    url: '/api/records/:id',
    summary: 'One kept Review with the input that was judged',
    tag: TAG,
    permission: 'records:read',
    audit: { action: 'record.read', subject: ({ params }) => `record ${params.id}` },
    params: ONE,
    answer: DecisionRecord,
    trusted: true,
    handler: async ({ tx, params }) => {
      const record = await kept(tx, params.id);
      return {
        ...toRow(record),
        input: JSON.parse(record.input) as unknown,
        review: JSON.parse(record.review) as unknown,
      };
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/records/:id/replay',
    summary: 'Judge the kept input again and compare the answers byte by byte',
    tag: TAG,
    permission: 'records:read',
    audit: {
      action: 'record.replay',
      subject: ({ params }) => `record ${params.id}`,
      detail: (_, { reason }) => reason,
    },
    params: ONE,
    answer: Replay,
    transaction: 'own',
    handler: async ({ actor, params, inTx }) => {
      const record = await inPractice(deps.database.db, actor, async (tx) => kept(tx, params.id));
      const answer = await replay(deps.engine, record);
      return inTx(async () => answer);
    },
  });
}

async function kept(tx: Tx, id: string): Promise<KeptRecord> {
  const record = await findRecord(tx, id);
  if (record === undefined) throw refuse('server/http/not-found');
  return record;
}
