import type { IsoDate } from '../model/date.ts';
import type { Duration } from '../model/duration.ts';
import type { KnownHistory } from '../model/history.ts';
import type { Ledger, LedgerEntry } from '../model/ledger.ts';
import { groupOfRegion, roleOf, type SessionRule } from '../model/law/session-rule.ts';
import { isCalendar, yearCloses, yearStart } from './benefit-year.ts';
import { nextEligibleDate, windowStart } from './window.ts';

/**
 * The earlier sessions as one policy counts them on one date of service. A session's role is the one that is stated,
 * else the one that the policy's rule gives for its kind and modifiers, else unknown.
 */
export function openLedger(history: KnownHistory | undefined, rule: SessionRule, on: IsoDate): Ledger {
  const entries: LedgerEntry[] = [];
  for (const [index, session] of (history?.sessions ?? []).entries()) {
    if (session.date >= on) continue;
    const group = session.region === undefined ? undefined : groupOf(session.region, rule);
    const role =
      session.role ??
      roleOf(rule, { kinds: session.kind === undefined ? undefined : [session.kind], modifiers: session.modifiers });
    entries.push({ session, index, group, role });
  }
  entries.sort((a, b) =>
    a.session.date < b.session.date ? 1 : a.session.date > b.session.date ? -1 : a.index - b.index,
  );
  const rolling = rule.windowStart === 'first-month' ? 'inclusive' : rule.windowStart;
  const firstOfYear = (window: Duration): IsoDate | undefined => {
    if (rule.windowStart !== 'first-month' || !isCalendar(window)) return undefined;
    const own = entries.filter(({ session }) => rule.families.includes(session.family) && session.status !== 'denied');
    return yearStart(
      own.map(({ session }) => session.date),
      on,
      window,
    );
  };
  const since = history?.completeSince;
  return {
    entries,
    told: history?.evidence ?? [],
    completeSince: (date, roles) =>
      history?.complete === true ||
      (since !== undefined && date !== undefined && since <= date) ||
      rule.families.every((family) => closed(history, family, roles)),
    windowStart: (window, boundary) => {
      const first = boundary === undefined ? firstOfYear(window) : undefined;
      return first ?? windowStart(on, window, boundary ?? rolling);
    },
    nextEligible: (dates, window, limit) => {
      const first = firstOfYear(window);
      if (first === undefined) return nextEligibleDate(dates, window, limit, rolling);
      return dates.length >= limit ? yearCloses(first, window) : undefined;
    },
  };
}

const groups = new WeakMap<SessionRule, Map<string, string | undefined>>();

/** The group of a region, looked up once for each rule. */
function groupOf(region: string, rule: SessionRule): string | undefined {
  let known = groups.get(rule);
  if (!known) groups.set(rule, (known = new Map()));
  if (!known.has(region)) known.set(region, groupOfRegion(rule, region));
  return known.get(region);
}

/** Whether the history is closed for the roles of a family; for all of them when none are named. */
function closed(history: KnownHistory | undefined, family: string, roles: readonly string[] | undefined): boolean {
  const own = history?.completeFor?.filter((one) => one.family === family) ?? [];
  if (own.some((one) => one.roles === undefined)) return true;
  return (
    roles !== undefined &&
    roles.length > 0 &&
    roles.every((role) => own.some((one) => one.roles?.includes(role as never)))
  );
}
