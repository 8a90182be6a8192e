import type { IsoDate } from './date.ts';
import type { Duration } from './duration.ts';
import type { Evidence } from './evidence.ts';
import type { KnownHistory, KnownSession } from './history.ts';
import type { SessionRole, SessionRule } from './law/session-rule.ts';

/** An earlier session as one policy counts it. */
export interface LedgerEntry {
  readonly session: KnownSession;
  /** Place in `History.sessions`, for Evidence. */
  readonly index: number;
  readonly group: string | undefined;
  readonly role: SessionRole | undefined;
}

/** The earlier sessions of one patient on one date of service, seen by one policy. Coverage is handed it. */
export interface Ledger {
  /** Sessions before the date of service, latest first. */
  readonly entries: readonly LedgerEntry[];
  /** What the chart says of the number of earlier sessions, where that closes the list. */
  readonly told: readonly Evidence[];
  /** Whether no session since that date, of these roles where some are given, can be missing from `entries`. */
  readonly completeSince: (date: IsoDate | undefined, roles?: readonly string[]) => boolean;
  /** First date that a window ending at the date of service counts. */
  readonly windowStart: (window: Duration, boundary?: 'inclusive' | 'exclusive') => IsoDate;
  /** First date on which fewer than `limit` of these dates would lie in the window. */
  readonly nextEligible: (dates: readonly IsoDate[], window: Duration, limit: number) => IsoDate | undefined;
}

export type OpenLedger = (history: KnownHistory | undefined, rule: SessionRule, on: IsoDate) => Ledger;
