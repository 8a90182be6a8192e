import type { IsoDate } from '@interspace/core/model/date';
import type { History, Session } from '@interspace/core/model/history';
import type { Tx } from './in-practice.ts';

/** A Session as the ledger keeps it. */
export interface KeptSession extends Session {
  readonly id: string;
  readonly encounter?: string;
}

/** Sessions of a patient, oldest first. */
export async function sessionsOf(tx: Tx, patient: string, before?: IsoDate): Promise<KeptSession[]> {
  const rows = await tx
    .selectFrom('ledger_sessions')
    .select(['id', 'encounter_id', 'session'])
    .where('patient_id', '=', patient)
    .$if(before !== undefined, (query) => query.where('date', '<', before as IsoDate))
    .orderBy('date')
    .orderBy('id')
    .execute();
  return rows.map(({ id, encounter_id, session }) => ({
    ...(session as unknown as Session),
    id,
    ...(encounter_id === null ? {} : { encounter: encounter_id }),
  }));
}

/**
 * What the practice knows of earlier sessions before a day, as `review` takes it. Never `complete`: another practice may
 * have treated the patient too. Sessions of the encounter itself are not its history.
 */
export async function historyOf(
  tx: Tx,
  patient: string,
  before: IsoDate | undefined,
  encounter?: string,
): Promise<History | undefined> {
  const kept = await sessionsOf(tx, patient, before);
  const sessions = kept.filter((one) => encounter === undefined || one.encounter !== encounter).map(plainSession);
  return sessions.length === 0 ? undefined : { sessions };
}

/** The session as the engine takes it, without the ledger's own ids. */
export function plainSession(kept: KeptSession): Session {
  const session: Session & { id?: string; encounter?: string } = { ...kept };
  delete session.id;
  delete session.encounter;
  return session;
}

/** Adds a session to the ledger. Answers its id. */
export async function addSession(
  tx: Tx,
  {
    practice,
    patient,
    encounter,
    session,
  }: { practice: string; patient: string; encounter?: string; session: Session },
): Promise<string> {
  const { id } = await tx
    .insertInto('ledger_sessions')
    .values({
      practice_id: practice,
      patient_id: patient,
      encounter_id: encounter ?? null,
      date: session.date,
      family: session.family,
      session: JSON.stringify(session),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
