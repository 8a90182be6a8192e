import type { AuthorizationAnswer } from '@interspace/wire/authorization/authorization-answer';
import type { ColumnType, Generated } from 'kysely';

export interface AuthorizationMessages {
  id: Generated<string>;
  practice_id: string;
  patient_id: string;
  authorization_id: string;
  direction: 'request' | 'answer';
  form: string;
  request_number: string;
  at: ColumnType<string, string | undefined, never>;
  by_id: string;
  by_name: string;
  answer: ColumnType<AuthorizationAnswer | null, string | null | undefined, never>;
  open_items: Generated<string[]>;
  body: string;
}

/** Requests to payers and their answers. */
export interface AuthorizationTables {
  authorization_messages: AuthorizationMessages;
}
