import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { IsoDate } from '@interspace/core/model/date';
import type { Role } from '../contract/roles.ts';
import type { AuthorizationTables } from './authorization-tables.ts';
import type { IdentityTables } from './identity-tables.ts';

/** Written by the database when we do not say it; read as text. */
type Moment = ColumnType<string, string | undefined, string>;
type MomentOrNull = ColumnType<string | null, string | null | undefined, string | null>;
/** `YYYY-MM-DD`. */
type Day = ColumnType<IsoDate, string, string>;
type DayOrNull = ColumnType<IsoDate | null, string | null | undefined, string | null>;
type Json<T> = JSONColumnType<T & object>;
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;
type Id = Generated<string>;

export interface Practices {
  id: Id;
  name: string;
  settings: JsonWithDefault<Record<string, unknown>>;
  created_at: Moment;
}

export interface Accounts {
  id: Id;
  practice_id: string;
  login: string;
  name: string;
  role: Role;
  npi: string | null;
  password_hash: string | null;
  totp_secret: string | null;
  totp_pending: string | null;
  totp_step: number | null;
  oidc_issuer: string | null;
  oidc_subject: string | null;
  disabled: Generated<boolean>;
  failures: Generated<number>;
  locked_until: MomentOrNull;
  last_sign_in_at: MomentOrNull;
  created_at: Moment;
}

export interface Clients {
  id: Id;
  practice_id: string;
  client_id: string;
  name: string;
  secret_hash: string | null;
  jwks: ColumnType<unknown, string | null | undefined, string | null>;
  jwks_uri: string | null;
  issuer: string | null;
  disabled: Generated<boolean>;
  created_at: Moment;
}

export interface WebSessions {
  id: string;
  practice_id: string;
  account_id: string;
  csrf: string;
  created_at: Moment;
  seen_at: Moment;
  expires_at: ColumnType<string, string, string>;
  handle: Id;
  agent: string | null;
  by_provider: Generated<boolean>;
}

export interface IdempotencyKeys {
  practice_id: string;
  actor_id: string;
  key: string;
  request_digest: string;
  status: number | null;
  headers: ColumnType<Record<string, string> | null, string | null | undefined, string | null>;
  body: string | null;
  created_at: Moment;
}

export interface BreakGlassRows {
  id: Id;
  practice_id: string;
  account_id: string;
  patient_id: string;
  reason: string;
  at: Moment;
  until: ColumnType<string, string, never>;
}

export interface Patients {
  id: Id;
  practice_id: string;
  mrn: string;
  first_name: string;
  last_name: string;
  birth_date: Day;
  sex: string | null;
  state: string | null;
  street: string | null;
  city: string | null;
  zip: string | null;
  physician_id: string | null;
  created_at: Moment;
  updated_at: Moment;
  last_key: ColumnType<string, never, never>;
  first_key: ColumnType<string, never, never>;
  mrn_key: ColumnType<string, never, never>;
}

export interface Coverages {
  id: Id;
  practice_id: string;
  patient_id: string;
  payer: string;
  plan: string | null;
  member_id: string | null;
  sequence: 'primary' | 'secondary' | 'tertiary';
  valid_from: DayOrNull;
  valid_through: DayOrNull;
}

/** What a clinician answered to a question. */
export interface StatedAnswer {
  readonly value: string | number | boolean | readonly string[];
  readonly by: string;
  readonly at: string;
}

export type EncounterStatus = 'open' | 'held' | 'ready' | 'billed' | 'paid' | 'denied';

export interface Encounters {
  id: Id;
  practice_id: string;
  patient_id: string;
  date: Day;
  place_of_service: string | null;
  physician_id: string | null;
  title: string;
  status: Generated<EncounterStatus>;
  context: JsonWithDefault<Record<string, unknown>>;
  answers: JsonWithDefault<Record<string, StatedAnswer>>;
  external_id: string | null;
  outcome: string | null;
  record_id: string | null;
  created_at: Moment;
  updated_at: Moment;
}

export interface Documents {
  id: Id;
  practice_id: string;
  patient_id: string;
  encounter_id: string;
  name: string;
  kind: Generated<string>;
  date: DayOrNull;
  text: string;
  created_at: Moment;
}

export interface LedgerSessions {
  id: Id;
  practice_id: string;
  patient_id: string;
  encounter_id: string | null;
  date: Day;
  family: string;
  session: Json<Record<string, unknown>>;
  created_at: Moment;
}

export interface Claims {
  id: Id;
  practice_id: string;
  patient_id: string;
  encounter_id: string | null;
  number: string;
  date: Day;
  payer: string;
  status: 'ready' | 'submitted' | 'paid' | 'denied' | 'part-paid';
  lines: JsonWithDefault<readonly unknown[]>;
  charge_cents: number;
  submitted_on: DayOrNull;
  created_at: Moment;
}

export interface Remittances {
  id: Id;
  practice_id: string;
  patient_id: string;
  claim_id: string;
  date: Day;
  trace_number: string | null;
  charge_cents: number;
  allowed_cents: number;
  paid_cents: number;
  patient_cents: number;
  denied: Generated<boolean>;
  adjustments: JsonWithDefault<
    readonly { group: string; reason: string; cents: number; remarks?: readonly string[] }[]
  >;
  created_at: Moment;
}

export interface DecisionRecords {
  id: Id;
  practice_id: string;
  patient_id: string | null;
  encounter_id: string | null;
  at: Moment;
  by_id: string;
  by_name: string;
  input: string;
  review: string;
  input_digest: string;
  review_digest: string;
  library: string;
  engine: string;
  outcome: string | null;
  blocks: number;
  warnings: number;
  lines: string[];
}

export interface Rejudgements {
  id: Id;
  practice_id: string;
  at: Moment;
  library: string;
  engine: string;
  examined: number;
  changed: number;
  changes: JsonWithDefault<readonly unknown[]>;
}

export interface Authorizations {
  id: Id;
  practice_id: string;
  patient_id: string;
  encounter_id: string | null;
  record_id: string | null;
  program: string;
  number: string | null;
  status: 'needed' | 'requested' | 'approved' | 'denied' | 'expired';
  codes: Generated<string[]>;
  requested: DayOrNull;
  decided: DayOrNull;
  valid_through: DayOrNull;
  created_at: Moment;
  updated_at: Moment;
}

export type WorkKind = 'hold' | 'question' | 'authorization' | 'stale-rule' | 're-judged' | 'denial';

export interface WorkItems {
  id: Id;
  practice_id: string;
  kind: WorkKind;
  title: string;
  detail: string | null;
  state: Generated<'open' | 'waiting' | 'resolved'>;
  priority: Generated<'high' | 'normal' | 'low'>;
  role: string;
  assignee_id: string | null;
  patient_id: string | null;
  encounter_id: string | null;
  record_id: string | null;
  finding: string | null;
  question: ColumnType<{ fact: string; question: string } | null, string | null | undefined, string | null>;
  due: DayOrNull;
  amount_cents: number | null;
  key: string | null;
  created_at: Moment;
  updated_at: Moment;
  resolved_at: MomentOrNull;
}

export interface WorkComments {
  id: Id;
  practice_id: string;
  item_id: string;
  patient_id: string | null;
  at: Moment;
  by_id: string;
  by_name: string;
  text: string;
}

export interface AuditLog {
  practice_id: string;
  sequence: number;
  at: string;
  actor_id: string | null;
  actor: string;
  role: string;
  action: string;
  subject: string | null;
  detail: string | null;
  previous: string;
  hash: string;
}

export interface AuditInbox extends Omit<AuditLog, 'sequence' | 'previous' | 'hash'> {
  id: ColumnType<number, never, never>;
  canonical: string;
}

export interface AuditHeads {
  practice_id: string;
  sequence: number;
  hash: string;
}

export type BatchState = 'receiving' | 'queued' | 'judging' | 'done' | 'failed' | 'cancelled';

export interface Batches {
  id: Id;
  practice_id: string;
  name: string;
  state: BatchState;
  bytes: number;
  bytes_done: Generated<number>;
  claims: Generated<number>;
  blocks: Generated<number>;
  warnings: Generated<number>;
  charges_cents: Generated<number>;
  at_risk_cents: Generated<number>;
  created_at: Moment;
  created_by: string;
  finished_at: MomentOrNull;
  problem: string | null;
  summary: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface BatchClaims {
  practice_id: string;
  batch_id: string;
  number: number;
  claim_id: string;
  date: string | null;
  payer: string | null;
  provider: string | null;
  codes: string[];
  charge_cents: number;
  at_risk_cents: number;
  severity: number;
  findings: number;
  first: string | null;
  rules: string[];
  at_byte: number;
  bytes: number;
  news: ColumnType<unknown, string | null, string | null>;
}

export interface CdsFeedbackRows {
  id: Id;
  practice_id: string;
  client_id: string;
  service: string;
  card: string;
  outcome: 'accepted' | 'overridden';
  reason: string | null;
  suggestions: string[];
  at: string;
  received_at: Moment;
}

/** Every table of the schema `interspace`; docs/reference/database.md describes them. */
export interface Tables extends IdentityTables, AuthorizationTables {
  practices: Practices;
  accounts: Accounts;
  clients: Clients;
  web_sessions: WebSessions;
  idempotency_keys: IdempotencyKeys;
  break_glass: BreakGlassRows;
  patients: Patients;
  coverages: Coverages;
  encounters: Encounters;
  documents: Documents;
  ledger_sessions: LedgerSessions;
  claims: Claims;
  remittances: Remittances;
  decision_records: DecisionRecords;
  rejudgements: Rejudgements;
  authorizations: Authorizations;
  work_items: WorkItems;
  work_comments: WorkComments;
  batches: Batches;
  batch_claims: BatchClaims;
  cds_feedback: CdsFeedbackRows;
  audit_log: AuditLog;
  audit_heads: AuditHeads;
  audit_inbox: AuditInbox;
}
