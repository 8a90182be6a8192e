import type { IsoDate } from '../model/date.ts';
import type { History } from '../model/history.ts';
import type { Ledger, LedgerEntry } from '../model/ledger.ts';
import { groupOfRegion, roleOf, type SessionRule } from '../model/law/session-rule.ts';
import { nextEligibleDate, windowStart } from './window.ts';

/**
 * The earlier sessions as one policy counts them on one date of service. A session's role is the one that is stated,
 * else the one that the policy's rule gives for its kind and modifiers, else unknown.
 */
export function openLedger(history: History | undefined, rule: SessionRule, on: IsoDate): Ledger {
  const entries: LedgerEntry[] = [];
  for (const [index, session] of (history?.sessions ?? []).entries()) {
    if (session.date >= on) continue;
    const group = session.region === undefined ? undefined : groupOfRegion(rule, session.region);
    const role = session.role ?? roleOf(rule, { kinds: session.kind === undefined ? undefined : [session.kind], modifiers: session.modifiers });
    entries.push({ session, index, group, role });
  }
  entries.sort((a, b) =>
    a.session.date < b.session.date ? 1 : a.session.date > b.session.date ? -1 : a.index - b.index,
  );
  const since = history?.completeSince;
  return {
    entries,
    completeSince: (date) => history?.complete === true || (since !== undefined && date !== undefined && since <= date),
    windowStart: (window, boundary) => windowStart(on, window, boundary ?? rule.windowStart),
    nextEligible: (dates, window, limit) => nextEligibleDate(dates, window, limit, rule.windowStart),
  };
}
