import { addDays, daysBetween, type IsoDate } from '@interspace/core/model/date';
import type { Session } from '@interspace/core/model/history';
import type { Act, Scene, Slip } from './acts/act.ts';
import { COURSES, SHARES } from './courses.ts';
import { drawFrom, type Draw } from './draw.ts';
import { arrange } from './layouts.ts';
import { inventPatients, STAFF, type InventedPatient } from './people.ts';

export interface InventedLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly charge: number;
}

export interface InventedVisit {
  readonly date: IsoDate;
  readonly act: Act;
  readonly note: string;
  readonly lines: readonly InventedLine[];
  readonly session?: Session;
}

export interface InventedChart {
  readonly patient: InventedPatient;
  /** Place in STAFF of who sees the patient. */
  readonly physician: 0 | 1;
  readonly visits: readonly InventedVisit[];
}

const YEAR = 365;
/** Share of notes in which something is forgotten or mixed up. */
const SLIPS = 0.3;

/** The charts of the invented practice: a year that ends on `today`. The same day gives the same charts. */
export function inventCharts(today: IsoDate, patients = 200): InventedChart[] {
  const draw = drawFrom(20_260_101);
  return inventPatients(patients, draw).map((patient, at) => {
    const physician = at % 5 === 4 ? 1 : 0;
    const steps = COURSES[SHARES[at % SHARES.length] ?? 0] ?? [];
    // Courses began at different times, so that every stage of each is seen on any day.
    const start = addDays(today, -YEAR - draw.below(70) + 40);
    const side = draw.pick<'left' | 'right'>(['left', 'right']);
    const visits: InventedVisit[] = [];
    for (const { after, act } of steps) {
      const date = weekday(addDays(start, after + draw.below(6)));
      if (date > today) break;
      visits.push(inventVisit(act, date, patient, side, visits, STAFF[physician]?.name ?? '', draw));
    }
    return { patient, physician, visits };
  });
}

function inventVisit(
  act: Act,
  date: IsoDate,
  patient: InventedPatient,
  side: 'left' | 'right',
  before: readonly InventedVisit[],
  signer: string,
  draw: Draw,
): InventedVisit {
  const earlier = before.flatMap((one) => {
    const { session } = one;
    if (session === undefined) return [];
    // An ablation looks back at its blocks, everything else at its own kind; a visit at whatever was last.
    const related = act.session === undefined || session.family === act.session.family;
    const wanted = act.session?.kind === 'facet-ablation' ? session.role === 'diagnostic' : related;
    const { painReliefPercent = 0, durationDays = 0 } = session.response ?? {};
    return wanted
      ? [{ day: american(one.date), relief: painReliefPercent, weeks: Math.max(1, Math.round(durationDays / 7)) }]
      : [];
  });
  const slip: Slip | undefined =
    act.slips.length > 0 && draw.chance(SLIPS) ? draw.pick(act.slips as readonly [Slip, ...Slip[]]) : undefined;
  const scene: Scene = {
    draw,
    day: american(date),
    patient: `${patient.last}, ${patient.first}`,
    age: Math.floor(daysBetween(patient.birthDate as IsoDate, date) / 365.25),
    sex: patient.sex,
    signer,
    side,
    earlier,
    slip,
  };
  const lines = act.lines.map(({ code, sided, units = 1, charge }, line) => ({
    code,
    modifiers: [
      ...(sided ? [side === 'left' ? 'LT' : 'RT'] : []),
      ...(act.session?.role === 'diagnostic' && act.session.family === 'facet' ? ['KX'] : []),
      ...(code.startsWith('J') && line > 1 ? ['JW'] : []),
    ].slice(0, 2),
    units,
    charge,
  }));
  const base: InventedVisit = { date, act, note: arrange(act.write(scene), scene), lines };
  if (act.session === undefined) return base;
  const relief = act.session.role === 'diagnostic' ? draw.pick([85, 90, 80]) : draw.pick([50, 60, 70, 75, 80, 40]);
  const session: Session = {
    ...act.session,
    ...(act.sided ? { side } : {}),
    date,
    response: {
      painReliefPercent: relief,
      functionGainPercent: Math.max(20, relief - 10),
      durationDays: act.session.role === 'diagnostic' ? 1 : draw.pick([90, 105, 84, 120, 60]),
      scale: 'NRS',
      sameScale: true,
    },
    status: 'paid',
    source: `note of ${date}`,
  };
  return { ...base, session };
}

/** Nobody works on weekends here. */
function weekday(date: IsoDate): IsoDate {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 ? addDays(date, 1) : day === 6 ? addDays(date, -1) : date;
}

/** 03/02/2026, as notes have it. */
function american(date: IsoDate): string {
  return `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;
}
