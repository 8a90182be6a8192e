import { sql, type Insertable, type SelectQueryBuilder } from 'kysely';
import type { z } from 'zod';
import type { Patient, PatientRow } from '../contract/patients.ts';
import type { Tx } from './in-practice.ts';
import type { Coverages, Patients, Tables } from './tables.ts';

const NEWEST_FIRST = { primary: 0, secondary: 1, tertiary: 2 } as const;

/** Patients whose name or record number begins with the text, by name; all when it is empty. */
export async function listPatients(
  tx: Tx,
  { search = '', offset, limit }: { search?: string | undefined; offset: number; limit: number },
): Promise<{ total: number; items: PatientRow[] }> {
  const begins = search.trim().toLowerCase().replaceAll(/\s+/g, ' ').replaceAll(/ ?, ?/g, ', ');
  const found = tx
    .selectFrom('patients')
    .$if(begins !== '', (query) =>
      query.where((eb) =>
        eb.or(
          (['last_key', 'first_key', 'mrn_key'] as const).map((key) =>
            eb.and([eb(key, '>=', begins), eb(key, '<', `${begins}\u{10FFFF}`)]),
          ),
        ),
      ),
    );
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await asRows(found)
    .orderBy('patients.last_key')
    .orderBy('patients.id')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, items: rows.map(toRow) };
}

/** One patient with coverages; undefined when there is none that may be seen. */
export async function findPatient(tx: Tx, id: string): Promise<z.infer<typeof Patient> | undefined> {
  const row = await asRows(tx.selectFrom('patients').where('patients.id', '=', id)).executeTakeFirst();
  if (row === undefined) return undefined;
  const coverages = await tx.selectFrom('coverages').selectAll().where('patient_id', '=', id).execute();
  return {
    ...toRow(row),
    ...(row.sex === null ? {} : { sex: row.sex }),
    coverages: coverages
      .toSorted((one, other) => NEWEST_FIRST[one.sequence] - NEWEST_FIRST[other.sequence])
      .map(({ id: coverage, payer, plan, member_id, sequence, valid_from, valid_through }) => ({
        id: coverage,
        payer,
        sequence,
        ...(plan === null ? {} : { plan }),
        ...(member_id === null ? {} : { memberId: member_id }),
        ...(valid_from === null ? {} : { from: valid_from }),
        ...(valid_through === null ? {} : { through: valid_through }),
      })),
  };
}

/** Whether the practice has the patient at all: the chart of somebody else's patient is closed, not absent. */
export async function patientExists(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select interspace_patient_exists(${id}) as there`.execute(tx);
  return rows[0]?.there === true;
}

/** Adds a patient with coverages. Answers the id. */
export async function addPatient(
  tx: Tx,
  patient: Insertable<Patients>,
  coverages: readonly Omit<Insertable<Coverages>, 'practice_id' | 'patient_id'>[],
): Promise<string> {
  const { id } = await tx.insertInto('patients').values(patient).returning('id').executeTakeFirstOrThrow();
  if (coverages.length > 0)
    await tx
      .insertInto('coverages')
      .values(coverages.map((one) => ({ ...one, practice_id: patient.practice_id, patient_id: id })))
      .execute();
  return id;
}

function asRows(patients: SelectQueryBuilder<Tables, 'patients', object>) {
  return patients.select((eb) => [
    'patients.id',
    'patients.first_name',
    'patients.last_name',
    'patients.birth_date',
    'patients.mrn',
    'patients.state',
    'patients.sex',
    eb
      .selectFrom('coverages')
      .select('coverages.payer')
      .whereRef('coverages.patient_id', '=', 'patients.id')
      .where('coverages.sequence', '=', 'primary')
      .orderBy('coverages.valid_from', (order) => order.desc().nullsLast())
      .limit(1)
      .as('payer'),
    eb
      .selectFrom('accounts')
      .select('accounts.name')
      .whereRef('accounts.id', '=', 'patients.physician_id')
      .as('physician'),
    eb
      .selectFrom('encounters')
      .select((inner) => inner.fn.max('encounters.date').as('last'))
      .whereRef('encounters.patient_id', '=', 'patients.id')
      .as('last_visit'),
    eb
      .selectFrom('work_items')
      .select((inner) => inner.fn.countAll<number>().as('open'))
      .whereRef('work_items.patient_id', '=', 'patients.id')
      .where('work_items.state', '<>', 'resolved')
      .as('open_items'),
  ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof asRows>['executeTakeFirstOrThrow']>>;

function toRow(row: Row): PatientRow {
  return {
    id: row.id,
    name: nameOf(row),
    birthDate: row.birth_date,
    mrn: row.mrn,
    openItems: row.open_items ?? 0,
    ...(row.state === null ? {} : { state: row.state }),
    ...(row.payer === null ? {} : { payer: row.payer }),
    ...(row.physician === null ? {} : { physician: row.physician }),
    ...(row.last_visit === null ? {} : { lastVisit: row.last_visit }),
  };
}

/** As lists show it: `Example, Testina`. */
export function nameOf({ first_name, last_name }: { first_name: string; last_name: string }): string {
  return `${last_name}, ${first_name}`;
}
