import { addDays, daysBetween, type IsoDate } from '@interspace/core/model/date';
import type { Insertable } from 'kysely';
import type { Claims, Remittances } from '../store/tables.ts';
import type { Draw } from './draw.ts';
import { demoId } from './ids.ts';
import type { InventedChart, InventedVisit } from './invent.ts';

/** Days until a visit is billed, and until the payer has answered. */
export const BILLED = 30;
export const ANSWERED = 45;

/** Why payers say no: reason of the 835, in words of ours. */
export const DENIALS = [
  { group: 'CO', reason: '50', remarks: ['N115'], words: 'not shown to be medically necessary' },
  { group: 'CO', reason: '197', remarks: [], words: 'authorization is missing' },
  { group: 'CO', reason: '16', remarks: ['N706'], words: 'documentation is missing' },
  { group: 'CO', reason: '97', remarks: [], words: 'said to be included in another service' },
] as const;

export interface InventedClaim {
  readonly claim: Insertable<Claims> & { id: string };
  readonly remittance?: Insertable<Remittances>;
  readonly denial?: (typeof DENIALS)[number];
}

/** The claim of a visit and what the payer answered, as far as it is by today. */
export function inventClaim(
  practice: string,
  ids: { readonly patient: string; readonly encounter: string },
  chart: InventedChart,
  visit: InventedVisit,
  number: string,
  today: IsoDate,
  draw: Draw,
): InventedClaim | undefined {
  const age = daysBetween(visit.date, today);
  if (age <= BILLED) return undefined;
  const charge = visit.lines.reduce((sum, line) => sum + line.charge, 0);
  const fate = age <= ANSWERED ? 'submitted' : draw.chance(0.09) ? 'denied' : draw.chance(0.1) ? 'part-paid' : 'paid';
  const claim = {
    id: demoId(`claim ${number}`),
    practice_id: practice,
    patient_id: ids.patient,
    encounter_id: ids.encounter,
    number,
    date: visit.date,
    payer: chart.patient.payer,
    status: fate,
    lines: JSON.stringify(visit.lines),
    charge_cents: charge,
    submitted_on: addDays(visit.date, BILLED - 14),
  } as const;
  if (fate === 'submitted') return { claim };
  const denial = fate === 'denied' ? draw.pick<(typeof DENIALS)[number]>(DENIALS) : undefined;
  const allowed = denial ? 0 : Math.round(charge * (fate === 'paid' ? 0.46 : 0.31));
  const paid = Math.round(allowed * 0.8);
  return {
    claim,
    ...(denial ? { denial } : {}),
    remittance: {
      id: demoId(`remittance ${number}`),
      practice_id: practice,
      patient_id: ids.patient,
      claim_id: claim.id,
      date: addDays(visit.date, ANSWERED - 3),
      trace_number: `TEST-EFT-${visit.date.replaceAll('-', '')}`,
      charge_cents: charge,
      allowed_cents: allowed,
      paid_cents: paid,
      patient_cents: allowed - paid,
      denied: denial !== undefined,
      adjustments: JSON.stringify([
        denial
          ? { group: denial.group, reason: denial.reason, cents: charge, remarks: denial.remarks }
          : { group: 'CO', reason: '45', cents: charge - allowed },
        ...(denial ? [] : [{ group: 'PR', reason: '2', cents: allowed - paid }]),
      ]),
    },
  };
}
