/** Claim files that were scrubbed: one row a batch, one a claim. What a claim's own view shows lies in the batch's folder. */
export const BATCHES = `
create table batches (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  name text not null,
  state text not null default 'receiving',
  bytes bigint not null default 0,
  bytes_done bigint not null default 0,
  claims integer not null default 0,
  blocks integer not null default 0,
  warnings integer not null default 0,
  charges_cents bigint not null default 0,
  at_risk_cents bigint not null default 0,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  finished_at timestamptz,
  problem text,
  summary jsonb
);
create index batches_practice on batches (practice_id, created_at desc);
create index batches_open on batches (created_at) where state in ('queued', 'judging');
select interspace_guard('batches', false);

create table batch_claims (
  practice_id uuid not null references practices,
  batch_id uuid not null references batches on delete cascade,
  number integer not null,
  claim_id text not null,
  date date,
  payer text,
  provider text,
  codes text[] not null default '{}',
  charge_cents bigint not null,
  at_risk_cents bigint not null,
  -- 0 block, 1 warn, 2 note, 3 clean.
  severity smallint not null,
  findings integer not null,
  first text,
  rules text[] not null default '{}',
  -- Where its whole row stands in the file of rows.
  at_byte bigint not null,
  bytes integer not null,
  news jsonb,
  primary key (batch_id, number)
);
create index batch_claims_risk on batch_claims (batch_id, at_risk_cents desc, number);
create index batch_claims_severity on batch_claims (batch_id, severity, number);
select interspace_guard('batch_claims', false);
`;
