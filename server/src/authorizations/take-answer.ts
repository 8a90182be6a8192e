import type { IsoDate } from '@interspace/core/model/date';
import type { Selectable } from 'kysely';
import { factsOfAnswer, type AuthorizationAnswer } from '@interspace/wire/authorization/authorization-answer';
import { refuse } from '../http/refusal.ts';
import type { Actor } from '../store/actor.ts';
import { keepAnswer } from '../store/encounters.ts';
import type { Tx } from '../store/in-practice.ts';
import type { Authorizations } from '../store/tables.ts';

export interface CameAs {
  readonly form: string;
  readonly body: string;
  /** What the sender of the answer says it belongs to. */
  readonly authorization?: string | undefined;
  readonly at: string;
}

export interface Taken {
  readonly authorization: string;
  readonly applied: boolean;
}

/** The authorization that an answer belongs to: by the number of the request, else by what its sender says. */
async function answeredBy(
  tx: Tx,
  { request }: AuthorizationAnswer,
  said: string | undefined,
): Promise<string | undefined> {
  const asked =
    request === undefined
      ? undefined
      : await tx
          .selectFrom('authorization_messages')
          .select('authorization_id')
          .where('request_number', '=', request)
          .where('direction', '=', 'request')
          .limit(1)
          .executeTakeFirst();
  if (asked && said !== undefined && said !== asked.authorization_id)
    throw refuse('server/authorization/other-request');
  return asked?.authorization_id ?? said;
}

/**
 * Keeps an answer with what it answers, and brings the authorization up to date; undefined when it answers nothing of ours.
 * Affirmed is approved and non-affirmed is denied. Anything between approves only the codes that the payer affirmed; what is
 * pending, modified or unclear stays asked for, and people read the answer.
 */
export async function takeAnswer(
  tx: Tx,
  actor: Actor,
  answer: AuthorizationAnswer,
  { form, body, authorization, at }: CameAs,
): Promise<Taken | undefined> {
  const id = await answeredBy(tx, answer, authorization);
  if (id === undefined) return undefined;
  const row = await tx.selectFrom('authorizations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw refuse('server/http/not-found', undefined, { at: 'body/authorization' });
  await tx
    .insertInto('authorization_messages')
    .values({
      practice_id: actor.practice,
      patient_id: row.patient_id,
      authorization_id: id,
      direction: 'answer',
      form,
      request_number: answer.request ?? '',
      at,
      by_id: actor.id,
      by_name: actor.name,
      answer: JSON.stringify(answer),
      body,
    })
    .execute();
  const older = answer.decidedOn !== undefined && row.decided !== null && answer.decidedOn < row.decided;
  // A refusal of the file itself (AAA, error) decides nothing.
  if (older || answer.decision === undefined) return { authorization: id, applied: false };
  const told = standingOf(row, answer);
  await tx
    .updateTable('authorizations')
    .set({ ...told, updated_at: at })
    .where('id', '=', id)
    .execute();
  if (row.encounter_id !== null)
    for (const [fact, value] of Object.entries(factsOfAnswer(answer)))
      await keepAnswer(tx, row.encounter_id, fact, { value, by: actor.name, at });
  if (told.status !== 'requested')
    await tx
      .updateTable('work_items')
      .set({ state: 'resolved', resolved_at: at, updated_at: at })
      .where('state', '<>', 'resolved')
      .where('kind', '=', 'authorization')
      .where((one) =>
        one.or([
          one('key', '=', `authorization ${id}`),
          one('key', '=', `authorization ${row.encounter_id ?? ''} ${row.program}`),
        ]),
      )
      .execute();
  return { authorization: id, applied: true };
}

function standingOf(row: Selectable<Authorizations>, answer: AuthorizationAnswer) {
  const affirmed = answer.lines.filter(({ decision }) => decision === 'affirmed');
  const codes = [...new Set(affirmed.flatMap(({ code }) => code ?? []))];
  const through = affirmed.flatMap((line) => line.through ?? []).toSorted()[0];
  const granted = answer.decision === 'affirmed' || (answer.decision === 'partly-affirmed' && codes.length > 0);
  const status = granted
    ? ('approved' as const)
    : answer.decision === 'non-affirmed'
      ? ('denied' as const)
      : ('requested' as const);
  const decided: IsoDate | null = answer.decidedOn ?? row.decided;
  return {
    status,
    decided,
    ...(answer.number === undefined ? {} : { number: answer.number }),
    ...(granted && codes.length > 0 ? { codes } : {}),
    // An approval without an end is not one with the end of an earlier answer.
    valid_through: granted ? (through ?? null) : null,
  };
}

/** What a payer answered last to a request of ours. */
export async function latestAnswer(tx: Tx, request: string): Promise<AuthorizationAnswer | undefined> {
  const found = await tx
    .selectFrom('authorization_messages')
    .select('answer')
    .where('request_number', '=', request)
    .where('direction', '=', 'answer')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.answer ?? undefined;
}
