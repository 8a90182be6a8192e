import type { IsoDate } from '@interspace/core/model/date';
import { Session } from '@interspace/core/model/history';
import type { Review } from '@interspace/core/model/review';

type Procedure = Review['procedures'][number];

/** What was done, as the ledger keeps it: one session for each family and region of the day. */
export function sessionsOfReview(review: Review, date: IsoDate, source: string): Session[] {
  const groups = new Map<string, Procedure[]>();
  for (const one of review.procedures) {
    const key = `${one.family} ${regionOf(one) ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((procedures) => sessionOf(procedures, review, date, source));
}

function sessionOf(procedures: readonly Procedure[], review: Review, date: IsoDate, source: string): Session {
  const [first] = procedures as readonly [Procedure];
  const ids = new Set(procedures.map(({ id }) => id));
  const lines = review.lines.filter(({ procedure }) => procedure !== undefined && ids.has(procedure));
  const targets = procedures.flatMap((one) => one.targets);
  const region = regionOf(first);
  const side = sideOf(targets.map((one) => one.side));
  const role = procedures.some(({ kind }) => kind.includes('ablation')) ? 'ablation' : first.intent;
  return Session.parse({
    date,
    family: first.family,
    kind: first.kind,
    ...(region === undefined ? {} : { region }),
    ...(side === undefined ? {} : { side }),
    ...(role === undefined ? {} : { role }),
    levels: distinct(targets.map(({ name }) => name)),
    codes: distinct(lines.map(({ code }) => code)),
    modifiers: distinct(lines.flatMap(({ modifiers }) => modifiers)),
    agents: distinct(procedures.flatMap(({ agents }) => agents.map(({ drug }) => drug))),
    status: 'pending',
    source,
  });
}

function regionOf({ targets }: Procedure): Session['region'] {
  const found = targets.find(({ region }) => Session.shape.region.safeParse(region).success && region !== undefined);
  return found?.region as Session['region'];
}

function sideOf(sides: readonly (string | undefined)[]): Session['side'] {
  const told = new Set(sides.filter((side) => side !== undefined));
  if (told.has('left') && told.has('right')) return 'bilateral';
  const [only] = told;
  return told.size === 1 ? Session.shape.side.safeParse(only).data : undefined;
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined))];
}
