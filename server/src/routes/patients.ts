import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { date, type IsoDate } from '@interspace/core/model/date';
import { Day, Id, pageOf } from '../contract/common.ts';
import { NewPatient, NewSession, Patient, PatientLedger, PatientQuery, PatientRow } from '../contract/patients.ts';
import { forecastAsTold } from '../decisions/forecast-as-told.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import type { Caller } from '../identity/caller.ts';
import { listAuthorizations } from '../store/authorizations.ts';
import { isTaken } from '../store/conflicts.ts';
import { listEncounters } from '../store/encounters.ts';
import { inPractice, type Tx } from '../store/in-practice.ts';
import { addSession, plainSession, sessionsOf } from '../store/ledger.ts';
import { addPatient, findPatient, listPatients, patientExists } from '../store/patients.ts';

const ONE = z.object({ id: Id });
const TAG = 'patients';
/** A chart's encounters and authorizations are shown whole; no patient has more. */
const WHOLE = { offset: 0, limit: 500 };

/** Patients and their ledgers. */
export function patientRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'GET',
    url: '/api/patients',
    summary: 'Patients by name; those whose name or record number begins with a text',
    tag: TAG,
    permission: 'chart:read',
    audit: { action: 'patient.list', detail: (_, { items, offset }) => `${items.length} from ${offset}` },
    query: PatientQuery,
    answer: pageOf(PatientRow),
    handler: async ({ tx, query }) => ({ offset: query.offset, ...(await listPatients(tx, query)) }),
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/patients',
    summary: 'Add a patient',
    tag: TAG,
    permission: 'chart:write',
    audit: { action: 'patient.add', subject: (_, { id }) => `patient ${id}` },
    idempotent: true,
    body: NewPatient,
    answer: Patient,
    status: 201,
    handler: async ({ tx, actor, body }) => {
      const physician = body.physician ?? (actor.role === 'physician' ? actor.id : undefined);
      await mustWorkHere(tx, physician);
      try {
        const id = await addPatient(
          tx,
          {
            practice_id: actor.practice,
            mrn: body.mrn,
            first_name: body.firstName,
            last_name: body.lastName,
            birth_date: body.birthDate,
            sex: body.sex ?? null,
            state: body.state ?? null,
            physician_id: physician ?? null,
          },
          body.coverages.map(({ payer, plan, memberId, sequence, from, through }) => ({
            payer,
            plan: plan ?? null,
            member_id: memberId ?? null,
            sequence,
            valid_from: from ?? null,
            valid_through: through ?? null,
          })),
        );
        return await seen(tx, actor, id);
      } catch (error) {
        if (isTaken(error)) throw refuse('server/charts/record-number-taken');
        throw error;
      }
    },
  });
  route(app, deps, {
    method: 'GET',
    url: '/api/patients/:id',
    summary: 'One patient with coverages; 403 when the chart is open to somebody else only',
    tag: TAG,
    permission: 'chart:read',
    audit: { action: 'chart.read', subject: ({ params }) => `patient ${params.id}` },
    params: ONE,
    answer: Patient,
    handler: async ({ tx, actor, params }) => seen(tx, actor, params.id),
  });
  route(app, deps, {
    method: 'GET',
    url: '/api/patients/:id/ledger',
    summary: 'What was done, how it helped, what is left and from when',
    tag: TAG,
    permission: 'chart:read',
    audit: { action: 'chart.read', subject: ({ params }) => `patient ${params.id}`, detail: () => 'ledger' },
    params: ONE,
    query: z.object({ on: Day.optional() }),
    answer: PatientLedger,
    transaction: 'own',
    handler: async ({ actor, params, query, inTx }) => {
      const on = query.on ?? today(deps);
      const { patient, sessions } = await inPractice(deps.database.db, actor, async (tx) => ({
        patient: await seen(tx, actor, params.id),
        sessions: await sessionsOf(tx, params.id),
      }));
      const history = sessions.filter((one) => one.date <= on).map(plainSession);
      const told = await deps.engine.ask('forecast', {
        history: { sessions: history },
        on,
        context: {
          ...(patient.payer === undefined ? {} : { payer: patient.payer }),
          ...(patient.state === undefined ? {} : { state: patient.state }),
        },
      });
      return inTx(async (tx) => ({
        on,
        sessions: sessions.map((session) => ({ ...session })),
        forecasts: told.forecasts.map(forecastAsTold),
        notEvaluated: [...told.notEvaluated],
        authorizations: (await listAuthorizations(tx, { patient: params.id }, on, WHOLE)).items,
        encounters: (await listEncounters(tx, { patient: params.id }, WHOLE)).items,
      }));
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/patients/:id/sessions',
    summary: 'Add an earlier session to the ledger, such as one that another practice did',
    tag: TAG,
    permission: 'chart:write',
    audit: {
      action: 'ledger.add',
      subject: ({ params }) => `patient ${params.id}`,
      detail: ({ body }) => `${body.family} of ${body.date}`,
    },
    idempotent: true,
    params: ONE,
    body: NewSession,
    answer: z.object({ id: Id }),
    status: 201,
    handler: async ({ tx, actor, params, body }) => {
      await seen(tx, actor, params.id);
      return { id: await addSession(tx, { practice: actor.practice, patient: params.id, session: body }) };
    },
  });
}

/** The patient, or the reason why not: closed when it is somebody else's, absent otherwise. */
async function seen(tx: Tx, actor: Caller, id: string) {
  const found = await findPatient(tx, id);
  if (found !== undefined) return found;
  if (actor.role === 'physician' && (await patientExists(tx, id))) throw refuse('server/charts/closed');
  throw refuse('server/http/not-found');
}

/** Somebody to whom a patient or a piece of work is given must have an account here. */
export async function mustWorkHere(tx: Tx, account: string | undefined): Promise<void> {
  if (account === undefined) return;
  const found = await tx
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', account)
    .where('disabled', '=', false)
    .executeTakeFirst();
  if (found === undefined) throw refuse('server/charts/nobody');
}

export function today(deps: Deps): IsoDate {
  return date(deps.now().toISOString().slice(0, 10));
}
