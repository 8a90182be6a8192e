import { addDays, daysBetween, type IsoDate } from '@interspace/core/model/date';
import type { Insertable } from 'kysely';
import type { Authorizations, WorkItems } from '../store/tables.ts';
import type { Draw } from './draw.ts';
import { demoId } from './ids.ts';
import type { InventedVisit } from './invent.ts';
import type { InventedClaim } from './money.ts';

interface Ids {
  readonly practice: string;
  readonly patient: string;
  readonly encounter: string;
}

/** Denials stay on the desk for as long as one may appeal. */
const APPEAL = 120;

/** A denied claim is work for the biller until the time for an appeal is over. */
export function denialItem(
  { practice, patient, encounter }: Ids,
  { claim, remittance, denial }: InventedClaim,
  today: IsoDate,
  biller: string,
  draw: Draw,
): Insertable<WorkItems> | undefined {
  if (!denial || !remittance) return undefined;
  const due = addDays(remittance.date as IsoDate, APPEAL);
  const closed = due < today;
  return {
    id: demoId(`denial ${claim.number}`),
    practice_id: practice,
    kind: 'denial',
    title: `Claim ${claim.number} denied: ${denial.words}`,
    detail: `${denial.group}-${denial.reason}${denial.remarks.length > 0 ? ` ${denial.remarks.join(' ')}` : ''}. The appeal must be sent by the day it is due.`,
    state: closed ? 'resolved' : draw.chance(0.25) ? 'waiting' : 'open',
    priority: daysBetween(today, due) < 30 ? 'high' : 'normal',
    role: 'biller',
    assignee_id: draw.chance(0.5) ? biller : null,
    patient_id: patient,
    encounter_id: encounter,
    due,
    amount_cents: claim.charge_cents,
    key: `denial ${claim.number}`,
    created_at: `${remittance.date}T09:00:00.000Z`,
    ...(closed ? { resolved_at: `${addDays(remittance.date as IsoDate, 20)}T15:00:00.000Z` } : {}),
  };
}

/** The authorization of a procedure that a payer wants to be asked for, at some stage of its life. */
export function inventAuthorization(
  { practice, patient, encounter }: Ids,
  visit: InventedVisit,
  program: string,
  today: IsoDate,
  draw: Draw,
): Insertable<Authorizations> {
  const stage = draw.pick(['approved', 'approved', 'approved', 'requested', 'needed', 'denied'] as const);
  const decided = addDays(visit.date, -draw.below(9));
  const answered = stage === 'approved' || stage === 'denied';
  const past = decided > today ? today : decided;
  return {
    id: demoId(`authorization ${encounter}`),
    practice_id: practice,
    patient_id: patient,
    encounter_id: encounter,
    program,
    number: stage === 'approved' ? `TEST${String(10_000_000 + draw.below(89_999_999))}` : null,
    status: stage,
    codes: visit.lines.map(({ code }) => code).filter((code, at, all) => all.indexOf(code) === at),
    requested: stage === 'needed' ? null : addDays(past, -4),
    decided: answered ? past : null,
    valid_through: stage === 'approved' ? addDays(past, draw.pick([30, 60, 90, 120])) : null,
  };
}

/** What is still to be asked for or waited for. */
export function authorizationItem(
  authorization: Insertable<Authorizations>,
  today: IsoDate,
): Insertable<WorkItems> | undefined {
  if (authorization.status !== 'needed' && authorization.status !== 'requested') return undefined;
  const codes = (authorization.codes as readonly string[]).join(', ');
  const waits = authorization.status === 'requested';
  return {
    id: demoId(`work ${authorization.id}`),
    practice_id: authorization.practice_id,
    kind: 'authorization',
    title: waits
      ? `Waiting for the answer to the request for ${codes}`
      : `Ask before ${codes}: ${authorization.program}`,
    detail: waits ? 'Look into the portal; answers come within days.' : 'The packet lists what the request must hold.',
    state: waits ? 'waiting' : 'open',
    role: 'biller',
    patient_id: authorization.patient_id,
    encounter_id: authorization.encounter_id ?? null,
    due: addDays(today, waits ? 5 : 3),
    key: `authorization ${authorization.id}`,
  };
}
