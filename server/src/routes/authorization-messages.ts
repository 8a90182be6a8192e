import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { IsoDate } from '@interspace/core/model/date';
import { engineInputOf } from '@interspace/core/review/engine-input';
import type { Context, EngineInput } from '@interspace/core/model/review-input';
import { readAuthorizationAnswer } from '@interspace/wire/fhir/authorization-answer-from-fhir';
import { readAuthorizationAnswers } from '@interspace/wire/x12/authorization/authorization-answer-from-278';
import { requestOf } from '../authorizations/request-of.ts';
import { takeAnswer } from '../authorizations/take-answer.ts';
import { TYPES, writeRequest } from '../authorizations/write-request.ts';
import { AnswerTaken, AskPayer, AuthorizationMessage, PayerAnswer, RequestForm } from '../contract/authorizations.ts';
import { Id } from '../contract/common.ts';
import { judge } from '../decisions/judge.ts';
import { claimSubject } from '../export/subject.ts';
import { FileAnswer } from '../http/call.ts';
import type { Deps } from '../http/deps.ts';
import { refuse, refuseWith } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { practiceDetails } from '../practice/details.ts';
import { withAnswers } from '../review/input-of.ts';
import { listAuthorizations } from '../store/authorizations.ts';
import { engineInputOfEncounter } from '../store/encounters.ts';
import { inPractice, type Tx } from '../store/in-practice.ts';
import { historyOf } from '../store/ledger.ts';
import { today } from './patients.ts';

const TAG = 'authorizations';
const LIMIT = 12 * 1024 * 1024;

/** What is asked of payers (PAS, 278) and what they answer. Nothing is sent from here: files go out and come in by hand or program. */
export function authorizationMessageRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'POST',
    url: '/api/authorizations/:id/request/:form',
    summary: 'The request to the payer as a file: Da Vinci PAS Bundle or X12 278',
    description:
      '`pas-submit` and `x12-278` make a new request with its number, `pas-inquire` asks after the latest one. The file is kept with the authorization; send it yourself. Open items of the packet are in the header `x-interspace-open-items` and with the kept request.',
    tag: TAG,
    permission: 'authorization:write',
    params: z.object({ id: Id, form: RequestForm }),
    body: AskPayer,
    bodyLimit: LIMIT,
    produces: ['application/fhir+json', 'application/edi-x12'],
    transaction: 'own',
    audit: {
      action: 'authorization.request',
      subject: ({ params }) => `authorization ${params.id}`,
      detail: ({ params }) => params.form,
    },
    handler: async ({ actor, params, body, inTx, reply }) => {
      const found = await inPractice(deps.database.db, actor, async (tx) => chartOf(tx, params.id, body, today(deps)));
      const judged = await judge(deps.engine, withAnswers(found.input, body.answers));
      let file: FileAnswer | undefined;
      await inTx(async (tx) => {
        const { row, subject, practice } = found;
        const number = await numberOf(tx, params.id, params.form);
        const now = deps.now();
        const { codes, program } = row;
        const request = requestOf({ ...judged, number, program, codes, subject, practice, asked: body, now });
        if (!request.ok) throw refuseWith(request.issues);
        const written = writeRequest(params.form, request.value, practice, now);
        if (!written.ok) throw refuseWith(written.issues);
        const open = written.issues.map(({ at = '' }) => at.replace(/^packet\./, ''));
        await tx
          .insertInto('authorization_messages')
          .values({
            practice_id: actor.practice,
            patient_id: row.patient_id,
            authorization_id: params.id,
            direction: 'request',
            form: params.form,
            request_number: number,
            at: now.toISOString(),
            by_id: actor.id,
            by_name: actor.name,
            open_items: open,
            body: written.value,
          })
          .execute();
        const x12 = params.form === 'x12-278';
        reply.header('x-interspace-request', number);
        if (open.length > 0) reply.header('x-interspace-open-items', open.join(','));
        file = new FileAnswer(
          x12 ? Buffer.from(written.value, 'latin1') : written.value,
          TYPES[params.form],
          `${number}.${x12 ? '278' : 'json'}`,
        );
      });
      return file;
    },
  });
  route(app, deps, {
    method: 'POST',
    url: '/api/authorization-answers',
    summary: 'Take in what a payer answered (PAS ClaimResponse or 278); it is kept with the request that it answers',
    tag: TAG,
    permission: 'authorization:write',
    idempotent: true,
    body: PayerAnswer,
    answer: AnswerTaken,
    audit: {
      action: 'authorization.answer',
      subject: (_, { taken }) => taken[0] && `authorization ${taken[0].authorization.id}`,
      detail: ({ body }, { taken, unmatched }) => `${body.form}: ${taken.length} taken, ${unmatched} unmatched`,
    },
    handler: async ({ actor, tx, body }) => {
      const text = body.form === 'pas' ? JSON.stringify(body.answer) : body.answer;
      const read =
        body.form === 'pas'
          ? readAuthorizationAnswer(body.answer)
          : readAuthorizationAnswers(Buffer.from(text, 'latin1'));
      if (!read.ok) throw refuseWith(read.issues);
      const answers = 'answers' in read.value ? read.value.answers : read.value;
      const at = deps.now().toISOString();
      const taken: z.infer<typeof AnswerTaken>['taken'] = [];
      for (const answer of answers) {
        const { form, authorization } = body;
        const one = await takeAnswer(tx, actor, answer, { form, body: text, authorization, at });
        if (one === undefined) continue;
        const { items } = await listAuthorizations(tx, { id: one.authorization }, today(deps), { offset: 0, limit: 1 });
        taken.push({
          authorization: seen(items[0]),
          applied: one.applied,
          errors: answer.errors.map(({ code }) => code),
          ...(answer.request === undefined ? {} : { request: answer.request }),
          ...(answer.decision === undefined ? {} : { decision: answer.decision }),
        });
      }
      return { taken, unmatched: answers.length - taken.length };
    },
  });
  route(app, deps, {
    method: 'GET',
    url: '/api/authorizations/:id/messages',
    summary: 'What was asked and answered, word for word',
    tag: TAG,
    permission: 'chart:read',
    audit: { action: 'authorization.read', subject: ({ params }) => `authorization ${params.id}` },
    params: z.object({ id: Id }),
    answer: z.array(AuthorizationMessage),
    handler: async ({ tx, params }) => {
      seen(await tx.selectFrom('authorizations').select('id').where('id', '=', params.id).executeTakeFirst());
      const rows = await tx
        .selectFrom('authorization_messages')
        .selectAll()
        .where('authorization_id', '=', params.id)
        .orderBy('at')
        .execute();
      return rows.map(({ id, at, by_name, direction, form, request_number, answer, open_items, body }) => ({
        id,
        at,
        by: by_name,
        direction,
        form,
        request: request_number,
        openItems: open_items,
        body,
        ...(answer?.decision === undefined ? {} : { decision: answer.decision }),
        ...(answer?.number === undefined ? {} : { number: answer.number }),
      }));
    },
  });
}

/** What a request is made from: what was sent, else the chart of the encounter, else the coverage and the codes alone. */
async function chartOf(tx: Tx, id: string, { input: sent, from }: z.infer<typeof AskPayer>, now: IsoDate) {
  const row = seen(await tx.selectFrom('authorizations').selectAll().where('id', '=', id).executeTakeFirst());
  const { patient_id, encounter_id } = row;
  const chart = encounter_id === null ? undefined : await engineInputOfEncounter(tx, encounter_id);
  const on = from ?? chart?.context.dateOfService ?? now;
  const subject = await claimSubject(tx, patient_id, { encounter: encounter_id ?? undefined, on });
  const context: Context = {
    ...(subject?.payer === undefined ? {} : { payer: subject.payer }),
    ...(subject?.person.state === undefined ? {} : { state: subject.person.state }),
    dateOfService: on,
    ...chart?.context,
    ...sent?.context,
  };
  const own = sent ? engineInputOf(sent) : (chart ?? { documents: [], context });
  const history = own.history ?? (await historyOf(tx, patient_id, on, encounter_id ?? undefined));
  const input: EngineInput = {
    ...own,
    context,
    planned: own.planned ?? row.codes,
    ...(history ? { history } : {}),
  };
  return { row, subject, input, practice: await practiceDetails(tx) };
}

/** The next number of a request for this authorization; an inquiry asks after the latest. One at a time. */
async function numberOf(tx: Tx, id: string, form: RequestForm): Promise<string> {
  seen(await tx.selectFrom('authorizations').select('id').where('id', '=', id).forUpdate().executeTakeFirst());
  const { made } = await tx
    .selectFrom('authorization_messages')
    .select((one) => one.fn.countAll<number>().as('made'))
    .where('authorization_id', '=', id)
    .where('direction', '=', 'request')
    .where('form', '<>', 'pas-inquire')
    .executeTakeFirstOrThrow();
  const inquires = form === 'pas-inquire';
  if (inquires && made === 0) throw refuse('server/authorization/not-asked');
  return `${id.replaceAll('-', '')}-${made + (inquires ? 0 : 1)}`;
}

function seen<T>(found: T | undefined): T {
  if (found === undefined) throw refuse('server/http/not-found');
  return found;
}
