import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Id } from '../contract/common.ts';
import { Colleague, WorkChange, WorkItem, WorkPage, WorkQuery } from '../contract/patients.ts';
import { may } from '../contract/roles.ts';
import { judge, type JudgedInput } from '../decisions/judge.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import type { Caller } from '../identity/caller.ts';
import { engineInputOfEncounter, keepAnswer } from '../store/encounters.ts';
import { inPractice, type Tx } from '../store/in-practice.ts';
import { keepRecord } from '../store/records.ts';
import { findWork, listWork } from '../store/work-items.ts';
import { mustWorkHere } from './patients.ts';

const ONE = z.object({ id: Id });
const TAG = 'work';
type Change = z.output<typeof WorkChange>;

/** The desk: what people have to do. */
export function workRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'GET',
    url: '/api/work-items',
    summary: 'What there is to do, the most urgent first, with counts by kind',
    tag: TAG,
    permission: 'work:read',
    audit: { action: 'work.list', detail: (_, { items, offset }) => `${items.length} from ${offset}` },
    query: WorkQuery,
    answer: WorkPage,
    handler: async ({ tx, actor, query }) => listWork(tx, actor, query),
  });
  route(app, deps, {
    method: 'GET',
    url: '/api/work-items/:id',
    summary: 'One thing to do, with what was said about it',
    tag: TAG,
    permission: 'work:read',
    audit: { action: 'work.read', subject: ({ params }) => `work-item ${params.id}` },
    params: ONE,
    answer: WorkItem,
    handler: async ({ tx, actor, params }) => seen(await findWork(tx, actor, params.id)),
  });
  route(app, deps, {
    method: 'PATCH',
    url: '/api/work-items/:id',
    summary: 'Give it to somebody, comment, resolve; answering a question judges its encounter again',
    tag: TAG,
    permission: 'work:write',
    audit: {
      action: 'work.change',
      subject: ({ params }) => `work-item ${params.id}`,
      detail: ({ body }) => Object.keys(body).toSorted().join(', '),
    },
    idempotent: true,
    params: ONE,
    body: WorkChange,
    answer: WorkItem,
    transaction: 'own',
    handler: async ({ actor, params, body, inTx }) => {
      for (let attempt = 1; ; attempt++)
        try {
          const answered = body.answer === undefined ? undefined : await judgeWith(deps, actor, params.id, body.answer);
          return await inTx(async (tx) => {
            const item = seen(await findWork(tx, actor, params.id));
            const at = deps.now().toISOString();
            await change(tx, actor, item, body, at);
            if (answered) await keepJudged(tx, actor, item.id, answered, at);
            return seen(await findWork(tx, actor, params.id));
          });
        } catch (error) {
          if (!(error instanceof ChartMoved) || attempt === 5) throw error;
        }
    },
  });
  route(app, deps, {
    method: 'GET',
    url: '/api/colleagues',
    summary: 'To whom work can be given',
    tag: TAG,
    permission: 'work:read',
    audit: null,
    answer: z.array(Colleague),
    handler: async ({ tx }) =>
      tx.selectFrom('accounts').select(['id', 'name', 'role']).where('disabled', '=', false).orderBy('name').execute(),
  });
}

/** Somebody changed the encounter while the engine judged it: it has to be judged again. */
class ChartMoved extends Error {}

interface Answered {
  readonly encounter: string;
  readonly patient: string;
  readonly fact: string;
  readonly value: NonNullable<Change['answer']>;
  /** When the encounter was last changed before it was judged. */
  readonly version: string;
  readonly judged: JudgedInput;
}

/** The Review that the encounter of a question gets with this answer; nothing is kept yet. */
async function judgeWith(deps: Deps, actor: Caller, id: string, value: Answered['value']): Promise<Answered> {
  if (!may(actor.role, 'answer')) throw refuse('server/identity/not-allowed');
  const found = await inPractice(deps.database.db, actor, async (tx) => {
    const { question, encounter } = seen(await findWork(tx, actor, id));
    if (question === undefined || encounter === undefined) throw refuse('server/work/no-question');
    return {
      encounter,
      fact: question.fact,
      ...(await versionOf(tx, encounter)),
      input: seen(await engineInputOfEncounter(tx, encounter)),
    };
  });
  const { input, ...rest } = found;
  const judged = await judge(deps.engine, { ...input, facts: { ...input.facts, [rest.fact]: value } });
  return { ...rest, value, judged };
}

async function versionOf(tx: Tx, encounter: string): Promise<{ version: string; patient: string }> {
  const row = await tx
    .selectFrom('encounters')
    .select(['updated_at', 'patient_id'])
    .where('id', '=', encounter)
    .forUpdate()
    .executeTakeFirst();
  return { version: seen(row).updated_at, patient: seen(row).patient_id };
}

async function keepJudged(tx: Tx, actor: Caller, item: string, answered: Answered, at: string): Promise<void> {
  const { encounter, patient, fact, value, version, judged } = answered;
  if ((await versionOf(tx, encounter)).version !== version) throw new ChartMoved();
  await keepAnswer(tx, encounter, fact, { value, by: actor.name, at });
  await resolve(tx, item, at);
  await keepRecord(tx, actor, { ...judged, patient, encounter });
}

async function change(tx: Tx, actor: Caller, item: WorkItem, body: Change, at: string): Promise<void> {
  const { id } = item;
  const { assignee, state, comment } = body;
  if (assignee) await mustWorkHere(tx, assignee);
  if (assignee !== undefined)
    await tx.updateTable('work_items').set({ assignee_id: assignee, updated_at: at }).where('id', '=', id).execute();
  if (state === 'resolved') await resolve(tx, id, at);
  else if (state !== undefined)
    await tx.updateTable('work_items').set({ state, resolved_at: null, updated_at: at }).where('id', '=', id).execute();
  if (comment === undefined) return;
  const { patient_id } = await tx
    .selectFrom('work_items')
    .select('patient_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('work_comments')
    .values({
      practice_id: actor.practice,
      item_id: id,
      patient_id,
      by_id: actor.id,
      by_name: actor.name,
      text: comment,
    })
    .execute();
}

async function resolve(tx: Tx, id: string, at: string): Promise<void> {
  await tx
    .updateTable('work_items')
    .set({ state: 'resolved', resolved_at: at, updated_at: at })
    .where('id', '=', id)
    .execute();
}

function seen<T>(found: T | undefined): T {
  if (found === undefined) throw refuse('server/http/not-found');
  return found;
}
