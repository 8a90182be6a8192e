import { addDays, daysBetween, type IsoDate } from '@interspace/core/model/date';
import type { Insertable } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { authorizationItem, denialItem, inventAuthorization } from './desk.ts';
import { drawFrom, type Draw } from './draw.ts';
import { demoId } from './ids.ts';
import type { InventedChart, InventedVisit } from './invent.ts';
import { ANSWERED, BILLED, inventClaim } from './money.ts';

type Table =
  | 'patients'
  | 'coverages'
  | 'encounters'
  | 'documents'
  | 'ledger_sessions'
  | 'claims'
  | 'remittances'
  | 'authorizations'
  | 'work_items'
  | 'work_comments';
/** In the order in which they can be written. */
export type DemoRows = { readonly [T in Table]: Insertable<Tables[T]>[] };

export interface Facts {
  readonly practice: string;
  /** Ids of the accounts, in the order of STAFF. */
  readonly staff: readonly string[];
  readonly today: IsoDate;
}

const BILLER = 3;

/** The charts as rows of the store. */
export function rowsOf(charts: readonly InventedChart[], facts: Facts): DemoRows {
  const rows: DemoRows = {
    patients: [],
    coverages: [],
    encounters: [],
    documents: [],
    ledger_sessions: [],
    claims: [],
    remittances: [],
    authorizations: [],
    work_items: [],
    work_comments: [],
  };
  const draw = drawFrom(11);
  for (const [at, chart] of charts.entries()) addChart(rows, chart, at, facts, draw);
  return rows;
}

function addChart(rows: DemoRows, chart: InventedChart, at: number, facts: Facts, draw: Draw): void {
  const { practice, staff, today } = facts;
  const { patient } = chart;
  const id = demoId(`patient ${patient.mrn}`);
  const physician = staff[chart.physician] ?? null;
  rows.patients.push({
    id,
    practice_id: practice,
    mrn: patient.mrn,
    first_name: patient.first,
    last_name: patient.last,
    birth_date: patient.birthDate,
    sex: patient.sex,
    state: patient.state,
    physician_id: physician,
  });
  rows.coverages.push({
    id: demoId(`coverage ${patient.mrn}`),
    practice_id: practice,
    patient_id: id,
    payer: patient.payer,
    member_id: patient.memberId,
    sequence: 'primary',
    valid_from: addDays(today, -900),
  });
  for (const [place, visit] of chart.visits.entries()) {
    const encounter = demoId(`encounter ${patient.mrn} ${place}`);
    const ids = { practice, patient: id, encounter };
    const number = `DEMO-${String(at + 1).padStart(4, '0')}-${place + 1}`;
    const billed = inventClaim(practice, ids, chart, visit, number, today, draw);
    rows.encounters.push({
      id: encounter,
      practice_id: practice,
      patient_id: id,
      date: visit.date,
      place_of_service: visit.act.placeOfService,
      physician_id: physician,
      title: visit.act.title,
      status: statusOf(visit, today, billed?.denial !== undefined),
      context: JSON.stringify({ payer: patient.payer, state: patient.state }),
    });
    rows.documents.push({
      id: demoId(`document ${encounter}`),
      practice_id: practice,
      patient_id: id,
      encounter_id: encounter,
      name: 'note',
      kind: visit.act.kind,
      date: visit.date,
      text: visit.note,
    });
    if (visit.session && daysBetween(visit.date, today) > BILLED)
      rows.ledger_sessions.push({
        id: demoId(`session ${encounter}`),
        practice_id: practice,
        patient_id: id,
        encounter_id: encounter,
        date: visit.date,
        family: visit.session.family,
        session: JSON.stringify({
          ...visit.session,
          status: billed?.denial ? 'denied' : daysBetween(visit.date, today) > ANSWERED ? 'paid' : 'pending',
        }),
      });
    if (billed) {
      rows.claims.push(billed.claim);
      if (billed.remittance) rows.remittances.push(billed.remittance);
      const item = denialItem(ids, billed, today, staff[BILLER] ?? '', draw);
      if (item) rows.work_items.push(item);
      if (item?.state === 'waiting')
        rows.work_comments.push({
          id: demoId(`comment ${number}`),
          practice_id: practice,
          item_id: item.id ?? '',
          patient_id: id,
          by_id: staff[BILLER] ?? '',
          by_name: 'Bill Billington',
          text: 'Records sent with the appeal; the payer confirmed that they arrived.',
        });
    }
    addAuthorization(rows, ids, chart, visit, today, draw);
  }
}

/** Programs ask about some procedures; old answers are only kept for the last quarter. */
function addAuthorization(
  rows: DemoRows,
  ids: { practice: string; patient: string; encounter: string },
  { patient }: InventedChart,
  visit: InventedVisit,
  today: IsoDate,
  draw: Draw,
): void {
  const age = daysBetween(visit.date, today);
  const family = visit.session?.family;
  if (age > 90 || family === undefined) return;
  const program =
    patient.payer === 'medicare'
      ? patient.state === 'OH' && (family === 'epidural' || family === 'spinal-cord-stimulation')
        ? 'wiser'
        : undefined
      : 'plan-list';
  if (program === undefined || draw.chance(0.4)) return;
  const authorization = inventAuthorization(ids, visit, program, today, draw);
  // What was done and paid long ago had its answer.
  if (age > BILLED && (authorization.status === 'needed' || authorization.status === 'requested')) return;
  rows.authorizations.push(authorization);
  const item = authorizationItem(authorization, today);
  if (item) rows.work_items.push(item);
}

function statusOf({ date }: InventedVisit, today: IsoDate, denied: boolean): 'open' | 'billed' | 'paid' | 'denied' {
  const age = daysBetween(date, today);
  if (age <= BILLED) return 'open';
  return age <= ANSWERED ? 'billed' : denied ? 'denied' : 'paid';
}
