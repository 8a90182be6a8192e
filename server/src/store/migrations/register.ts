import { PRACTICES } from './0001-practices.ts';
import { CHARTS } from './0002-charts.ts';
import { DECISIONS } from './0003-decisions.ts';
import { WORK } from './0004-work.ts';
import { AUDIT_LOG } from './0005-audit-log.ts';
import { IDENTITY } from './0100-identity.ts';
import { BATCHES } from './0200-batches.ts';
import { ADDRESSES } from './0201-addresses.ts';
import { CDS_CLIENTS } from './0202-cds-clients.ts';
import { AUTHORIZATION_MESSAGES } from './0203-authorization-messages.ts';
import { ACCOUNT_SAFETY } from './0204-account-safety.ts';

/**
 * Every change of the tables in its order, forward only. One that was released is never edited: a further change is a
 * further file, `NNNN-what.ts`. `select interspace_guard('<table>', <has patient_id>)` puts a new table under the guard.
 */
export const MIGRATIONS: Readonly<Record<string, string>> = {
  '0001-practices': PRACTICES,
  '0002-charts': CHARTS,
  '0003-decisions': DECISIONS,
  '0004-work': WORK,
  '0005-audit-log': AUDIT_LOG,
  '0100-identity': IDENTITY,
  '0200-batches': BATCHES,
  '0201-addresses': ADDRESSES,
  '0202-cds-clients': CDS_CLIENTS,
  '0203-authorization-messages': AUTHORIZATION_MESSAGES,
  '0204-account-safety': ACCOUNT_SAFETY,
};
