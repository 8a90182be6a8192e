import { addDays, daysBetween, type IsoDate } from '@interspace/core/model/date';
import type { PatientAuthorization } from '../contract/patients.ts';
import type { Tx } from './in-practice.ts';
import { nameOf } from './patients.ts';
import type { Authorizations } from './tables.ts';

export interface AuthorizationFilter {
  readonly id?: string | undefined;
  readonly patient?: string | undefined;
  readonly status?: Authorizations['status'] | undefined;
  /** Only those that end within so many days. */
  readonly within?: number | undefined;
}

/** Authorizations with the days that are left on a day; those that end soonest first. */
export async function listAuthorizations(
  tx: Tx,
  { id, patient, status, within }: AuthorizationFilter,
  today: IsoDate,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ total: number; items: PatientAuthorization[] }> {
  const found = tx
    .selectFrom('authorizations')
    .$if(id !== undefined, (query) => query.where('authorizations.id', '=', id ?? ''))
    .$if(patient !== undefined, (query) => query.where('authorizations.patient_id', '=', patient ?? ''))
    .$if(status !== undefined, (query) => query.where('authorizations.status', '=', status ?? 'needed'))
    .$if(within !== undefined, (query) =>
      query
        .where('authorizations.valid_through', '>=', today)
        .where('authorizations.valid_through', '<=', addDays(today, within ?? 0)),
    );
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .innerJoin('patients', 'patients.id', 'authorizations.patient_id')
    .selectAll('authorizations')
    .select(['patients.first_name', 'patients.last_name'])
    .orderBy('authorizations.valid_through', (order) => order.asc().nullsLast())
    .orderBy('authorizations.id')
    .offset(offset)
    .limit(limit)
    .execute();
  const items = rows.map((row): PatientAuthorization => ({
    id: row.id,
    patient: row.patient_id,
    patientName: nameOf(row),
    program: row.program,
    // An answer that has run out is no answer, whether or not somebody wrote that down.
    status:
      row.status === 'approved' && row.valid_through !== null && row.valid_through < today ? 'expired' : row.status,
    codes: row.codes,
    ...(row.number === null ? {} : { number: row.number }),
    ...(row.requested === null ? {} : { requested: row.requested }),
    ...(row.decided === null ? {} : { decided: row.decided }),
    ...(row.valid_through === null
      ? {}
      : { validThrough: row.valid_through, daysLeft: Math.max(0, daysBetween(today, row.valid_through) + 1) }),
  }));
  return { total, items };
}
