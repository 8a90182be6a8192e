import type { z } from 'zod';
import type { NewAccount } from '@interspace/server/contract/session';

export type PersonRole = z.infer<typeof NewAccount>['role'];

/** The roles of people, each in one sentence. */
export const ROLES: readonly { readonly role: PersonRole; readonly about: string }[] = [
  { role: 'physician', about: 'reviews and answers questions, sees the own patients' },
  { role: 'coder', about: 'reviews notes, works on claims and questions' },
  { role: 'biller', about: 'works on claims, denials and authorizations' },
  { role: 'compliance', about: 'reads charts, records and the audit log, changes nothing' },
  { role: 'administrator', about: 'keeps accounts and the library, sees no chart' },
];
