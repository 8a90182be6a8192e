import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { IsoDate } from '@interspace/core/model/date';
import type { Review } from '@interspace/core/model/review';
import { Id, pageOf } from '../contract/common.ts';
import {
  AddDocument,
  Encounter,
  EncounterChange,
  EncounterQuery,
  EncounterReview,
  EncounterRow,
  NewEncounter,
} from '../contract/patients.ts';
import { judge } from '../decisions/judge.ts';
import { sessionsOfReview } from '../decisions/sessions-of-review.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { isTaken } from '../store/conflicts.ts';
import { addEncounter, engineInputOfEncounter, findEncounter, listEncounters } from '../store/encounters.ts';
import { inPractice, type Tx } from '../store/in-practice.ts';
import { addSession } from '../store/ledger.ts';
import { findPatient } from '../store/patients.ts';
import { findRecord, keepRecord } from '../store/records.ts';

const ONE = z.object({ id: Id });
const TAG = 'encounters';
const LIMIT = 12 * 1024 * 1024;

/** Encounters: their documents, their Review, and the way of each to its payment. */
export function encounterRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'GET',
    url: '/api/encounters',
    summary: 'Encounters, newest first',
    tag: TAG,
    permission: 'chart:read',
    audit: { action: 'encounter.list', detail: (_, { items, offset }) => `${items.length} from ${offset}` },
    query: EncounterQuery,
    answer: pageOf(EncounterRow),
    handler: async ({ tx, query }) => ({ offset: query.offset, ...(await listEncounters(tx, query, query)) }),
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/encounters',
    summary: 'Add an encounter with its documents',
    tag: TAG,
    permission: 'chart:write',
    audit: {
      action: 'encounter.add',
      subject: (_, { id }) => `encounter ${id}`,
      detail: ({ body }) => `patient ${body.patient}`,
    },
    idempotent: true,
    bodyLimit: LIMIT,
    body: NewEncounter,
    answer: z.object({ id: Id }),
    status: 201,
    handler: async ({ tx, actor, body }) => {
      if ((await findPatient(tx, body.patient)) === undefined) throw refuse('server/http/not-found');
      const documents = body.documents.map(({ id, kind, date, text }) => ({
        name: id,
        kind,
        date: date ?? null,
        text,
      }));
      try {
        const id = await addEncounter(
          tx,
          {
            practice_id: actor.practice,
            patient_id: body.patient,
            date: body.date,
            place_of_service: body.placeOfService ?? null,
            physician_id: actor.role === 'physician' ? actor.id : null,
            title: body.title,
            context: JSON.stringify(body.context),
            external_id: body.externalId ?? null,
          },
          documents,
        );
        return { id };
      } catch (error) {
        if (isTaken(error)) throw refuse('server/charts/sent-before');
        throw error;
      }
    },
  });
  route(app, deps, {
    method: 'GET',
    url: '/api/encounters/:id',
    summary: 'One encounter with its documents',
    tag: TAG,
    permission: 'chart:read',
    audit: { action: 'chart.read', subject: ({ params }) => `encounter ${params.id}` },
    params: ONE,
    answer: Encounter,
    handler: async ({ tx, params }) => seen(await findEncounter(tx, params.id)),
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/encounters/:id/documents',
    summary: 'Add a document, such as an addendum',
    tag: TAG,
    permission: 'chart:write',
    audit: { action: 'chart.write', subject: ({ params }) => `encounter ${params.id}` },
    idempotent: true,
    bodyLimit: LIMIT,
    params: ONE,
    body: AddDocument,
    handler: async ({ tx, actor, params, body }) => {
      const { patient } = seen(await findEncounter(tx, params.id));
      try {
        await tx
          .insertInto('documents')
          .values({
            practice_id: actor.practice,
            patient_id: patient,
            encounter_id: params.id,
            name: body.id,
            kind: body.kind,
            date: body.date ?? null,
            text: body.text.replaceAll('\0', ' '),
          })
          .execute();
      } catch (error) {
        if (isTaken(error)) throw refuse('server/charts/sent-before', 'The encounter has a document of this name.');
        throw error;
      }
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/encounters/:id/review',
    summary: 'Judge what the chart holds now; the record is kept and the desk is laid out anew',
    tag: TAG,
    permission: 'review',
    audit: {
      action: 'review',
      subject: ({ params }) => `encounter ${params.id}`,
      detail: (_, { record }) => `record ${record}`,
    },
    idempotent: true,
    params: ONE,
    answer: EncounterReview,
    trusted: true,
    transaction: 'own',
    handler: async ({ actor, params, inTx }) => {
      const { patient, input } = await inPractice(deps.database.db, actor, async (tx) => ({
        patient: seen(await findEncounter(tx, params.id)).patient,
        input: seen(await engineInputOfEncounter(tx, params.id)),
      }));
      const judged = await judge(deps.engine, input);
      return inTx(async (tx) => ({
        record: await keepRecord(tx, actor, { ...judged, patient, encounter: params.id }),
        review: judged.review,
      }));
    },
  });
  route(app, deps, {
    method: 'PATCH',
    url: '/api/encounters/:id',
    summary: 'Say how far it is; what is billed stands in the ledger from then on',
    tag: TAG,
    permission: 'claims:write',
    audit: {
      action: 'encounter.status',
      subject: ({ params }) => `encounter ${params.id}`,
      detail: ({ body }) => body.status,
    },
    idempotent: true,
    params: ONE,
    body: EncounterChange,
    answer: EncounterRow,
    handler: async ({ tx, actor, params, body }) => {
      const before = seen(await findEncounter(tx, params.id));
      await tx
        .updateTable('encounters')
        .set({ status: body.status, updated_at: deps.now().toISOString() })
        .where('id', '=', params.id)
        .execute();
      if (body.status === 'billed' && before.record !== undefined)
        await intoLedger(tx, actor.practice, { ...before, record: before.record });
      return seen(await findEncounter(tx, params.id));
    },
  });
}

/** What the latest Review says was done becomes sessions, once. */
async function intoLedger(
  tx: Tx,
  practice: string,
  { id, patient, date, record }: { id: string; patient: string; date: IsoDate; record: string },
): Promise<void> {
  const there = await tx.selectFrom('ledger_sessions').select('id').where('encounter_id', '=', id).executeTakeFirst();
  const kept = there === undefined ? await findRecord(tx, record) : undefined;
  if (kept === undefined) return;
  const review = JSON.parse(kept.review) as Review;
  for (const session of sessionsOfReview(review, date, `encounter of ${date}`))
    await addSession(tx, { practice, patient, encounter: id, session });
}

function seen<T>(found: T | undefined): T {
  if (found === undefined) throw refuse('server/http/not-found');
  return found;
}
