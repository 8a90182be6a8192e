import type { Insertable, SelectQueryBuilder } from 'kysely';
import type { z } from 'zod';
import type { IsoDate } from '@interspace/core/model/date';
import type { ChartDocument, Context, EngineInput, StatedFacts } from '@interspace/core/model/review-input';
import type { Encounter, EncounterRow } from '../contract/patients.ts';
import type { Tx } from './in-practice.ts';
import { historyOf } from './ledger.ts';
import { nameOf } from './patients.ts';
import type { Documents, Encounters, EncounterStatus, Tables } from './tables.ts';

type Row = z.infer<typeof EncounterRow>;

export interface EncounterFilter {
  readonly patient?: string | undefined;
  readonly status?: EncounterStatus | undefined;
  readonly from?: IsoDate | undefined;
  readonly through?: IsoDate | undefined;
}

/** Encounters, newest first. */
export async function listEncounters(
  tx: Tx,
  { patient, status, from, through }: EncounterFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ total: number; items: Row[] }> {
  const found = tx
    .selectFrom('encounters')
    .$if(patient !== undefined, (query) => query.where('encounters.patient_id', '=', patient ?? ''))
    .$if(status !== undefined, (query) => query.where('encounters.status', '=', status ?? 'open'))
    .$if(from !== undefined, (query) => query.where('encounters.date', '>=', from as IsoDate))
    .$if(through !== undefined, (query) => query.where('encounters.date', '<=', through as IsoDate));
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await asRows(found)
    .orderBy('encounters.date', 'desc')
    .orderBy('encounters.id')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, items: rows.map(toRow) };
}

/** One encounter with its documents and what is known around it. */
export async function findEncounter(tx: Tx, id: string): Promise<z.infer<typeof Encounter> | undefined> {
  const row = await asRows(tx.selectFrom('encounters').where('encounters.id', '=', id))
    .innerJoin('patients', 'patients.id', 'encounters.patient_id')
    .select(['encounters.context', 'patients.first_name', 'patients.last_name'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...toRow(row),
    patientName: nameOf(row),
    documents: await documentsOf(tx, id),
    context: row.context,
  };
}

/** Everything that the practice knows about an encounter, as the engine takes it: chart, answers, ledger. */
export async function engineInputOfEncounter(tx: Tx, id: string): Promise<EngineInput | undefined> {
  const row = await tx
    .selectFrom('encounters')
    .select(['patient_id', 'date', 'place_of_service', 'context', 'answers'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const facts: StatedFacts = Object.fromEntries(
    Object.entries(row.answers).map(([fact, { value }]) => [fact, typeof value === 'object' ? [...value] : value]),
  );
  const history = await historyOf(tx, row.patient_id, row.date, id);
  return {
    id,
    context: {
      dateOfService: row.date,
      ...(row.place_of_service === null ? {} : { placeOfService: row.place_of_service }),
      ...(row.context as Context),
    },
    documents: (await documentsOf(tx, id)) as ChartDocument[],
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
    ...(history === undefined ? {} : { history }),
  };
}

/** Adds an encounter with its documents. Answers the id. */
export async function addEncounter(
  tx: Tx,
  encounter: Insertable<Encounters>,
  documents: readonly Omit<Insertable<Documents>, 'practice_id' | 'patient_id' | 'encounter_id'>[],
): Promise<string> {
  const { id } = await tx.insertInto('encounters').values(encounter).returning('id').executeTakeFirstOrThrow();
  if (documents.length > 0)
    await tx
      .insertInto('documents')
      .values(
        documents.map((one) => ({
          ...one,
          text: one.text.replaceAll('\0', ' '),
          practice_id: encounter.practice_id,
          patient_id: encounter.patient_id,
          encounter_id: id,
        })),
      )
      .execute();
  return id;
}

/** Keeps what somebody answered to a question of the Review. */
export async function keepAnswer(
  tx: Tx,
  id: string,
  fact: string,
  answer: { value: string | number | boolean | readonly string[]; by: string; at: string },
): Promise<void> {
  const row = await tx.selectFrom('encounters').select('answers').where('id', '=', id).forUpdate().executeTakeFirst();
  await tx
    .updateTable('encounters')
    .set({ answers: JSON.stringify({ ...row?.answers, [fact]: answer }), updated_at: answer.at })
    .where('id', '=', id)
    .execute();
}

async function documentsOf(tx: Tx, encounter: string) {
  const rows = await tx
    .selectFrom('documents')
    .select(['name', 'kind', 'date', 'text'])
    .where('encounter_id', '=', encounter)
    .orderBy('created_at')
    .orderBy('name')
    .execute();
  return rows.map(({ name, kind, date, text }) => ({ id: name, kind, ...(date === null ? {} : { date }), text }));
}

function asRows<O>(encounters: SelectQueryBuilder<Tables, 'encounters', O>) {
  return encounters.select((eb) => [
    'encounters.id',
    'encounters.patient_id',
    'encounters.date',
    'encounters.place_of_service',
    'encounters.title',
    'encounters.status',
    'encounters.outcome',
    'encounters.record_id',
    eb
      .selectFrom('accounts')
      .select('accounts.name')
      .whereRef('accounts.id', '=', 'encounters.physician_id')
      .as('physician'),
  ]);
}

interface SelectedRow {
  readonly id: string;
  readonly patient_id: string;
  readonly date: IsoDate;
  readonly place_of_service: string | null;
  readonly title: string;
  readonly status: EncounterStatus;
  readonly outcome: string | null;
  readonly record_id: string | null;
  readonly physician: string | null;
}

function toRow(row: SelectedRow): Row {
  return {
    id: row.id,
    patient: row.patient_id,
    date: row.date,
    title: row.title,
    status: row.status,
    ...(row.place_of_service === null ? {} : { placeOfService: row.place_of_service }),
    ...(row.physician === null ? {} : { physician: row.physician }),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...(row.record_id === null ? {} : { record: row.record_id }),
  };
}
