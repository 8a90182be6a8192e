import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Id, pageOf } from '../contract/common.ts';
import {
  AuthorizationChange,
  AuthorizationQuery,
  NewAuthorization,
  PatientAuthorization,
} from '../contract/patients.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { listAuthorizations } from '../store/authorizations.ts';
import type { Tx } from '../store/in-practice.ts';
import { findPatient } from '../store/patients.ts';
import { today } from './patients.ts';

const ONE = z.object({ id: Id });
const TAG = 'authorizations';

/** Prior authorizations with their clocks. */
export function authorizationRoutes(app: FastifyInstance, deps: Deps): void {
  const one = async (tx: Tx, id: string) => {
    const { items } = await listAuthorizations(tx, { id }, today(deps), { offset: 0, limit: 1 });
    const [found] = items;
    if (found === undefined) throw refuse('server/http/not-found');
    return found;
  };
  route(app, deps, {
    method: 'GET',
    url: '/api/authorizations',
    summary: 'Authorizations with the days that are left, those that end first',
    tag: TAG,
    permission: 'chart:read',
    audit: { action: 'authorization.list', detail: (_, { items, offset }) => `${items.length} from ${offset}` },
    query: AuthorizationQuery,
    answer: pageOf(PatientAuthorization),
    handler: async ({ tx, query }) => ({
      offset: query.offset,
      ...(await listAuthorizations(tx, query, today(deps), query)),
    }),
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/authorizations',
    summary: 'Note that an authorization is needed, asked for or answered',
    tag: TAG,
    permission: 'authorization:write',
    audit: { action: 'authorization.add', subject: ({ body }) => `patient ${body.patient}`, detail: (_, { id }) => id },
    idempotent: true,
    body: NewAuthorization,
    answer: PatientAuthorization,
    status: 201,
    handler: async ({ tx, actor, body }) => {
      if ((await findPatient(tx, body.patient)) === undefined) throw refuse('server/http/not-found');
      const { id } = await tx
        .insertInto('authorizations')
        .values({
          practice_id: actor.practice,
          patient_id: body.patient,
          encounter_id: body.encounter ?? null,
          program: body.program,
          number: body.number ?? null,
          status: body.status,
          codes: body.codes,
          requested: body.requested ?? null,
          decided: body.decided ?? null,
          valid_through: body.validThrough ?? null,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return one(tx, id);
    },
  });
  route(app, deps, {
    method: 'PATCH',
    url: '/api/authorizations/:id',
    summary: 'Note the answer of the payer, its number and how long it lives',
    tag: TAG,
    permission: 'authorization:write',
    audit: {
      action: 'authorization.change',
      subject: ({ params }) => `authorization ${params.id}`,
      detail: ({ body }) => body.status,
    },
    idempotent: true,
    params: ONE,
    body: AuthorizationChange,
    answer: PatientAuthorization,
    handler: async ({ tx, params, body }) => {
      await one(tx, params.id);
      const { validThrough, ...rest } = body;
      await tx
        .updateTable('authorizations')
        .set({
          ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
          ...(validThrough === undefined ? {} : { valid_through: validThrough }),
          updated_at: deps.now().toISOString(),
        })
        .where('id', '=', params.id)
        .execute();
      return one(tx, params.id);
    },
  });
}
