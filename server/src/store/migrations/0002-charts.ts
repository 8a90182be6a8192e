/** Patients and what belongs to their charts. */
export const CHARTS = `
create table patients (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  mrn text not null,
  first_name text not null,
  last_name text not null,
  birth_date date not null,
  sex text,
  state text,
  physician_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Prefix search: bytes in order, compared with >= and <, which row-level security lets an index do.
  last_key text collate "C" generated always as (lower(last_name || ', ' || first_name)) stored,
  first_key text collate "C" generated always as (lower(first_name || ' ' || last_name)) stored,
  mrn_key text collate "C" generated always as (lower(mrn)) stored,
  unique (practice_id, mrn),
  unique (practice_id, id),
  foreign key (practice_id, physician_id) references accounts (practice_id, id)
);
create index patients_last on patients (practice_id, last_key);
create index patients_first on patients (practice_id, first_key);
create index patients_mrn on patients (practice_id, mrn_key);
create index patients_physician on patients (practice_id, physician_id);

create table break_glass (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  account_id uuid not null,
  patient_id uuid not null,
  reason text not null,
  at timestamptz not null default now(),
  until timestamptz not null,
  foreign key (practice_id, account_id) references accounts (practice_id, id),
  foreign key (practice_id, patient_id) references patients (practice_id, id)
);
create index break_glass_of on break_glass (account_id, patient_id, until);
select interspace_guard('break_glass');
revoke update, delete on break_glass from interspace_app, interspace_system;

select interspace_guard('patients');
-- The one place that says whose chart somebody may see. Everything else of a patient asks whether the patient is seen.
create policy visible on patients as restrictive to interspace_app using (
  (select interspace_sees_all())
  or physician_id = (select interspace_actor())
  or exists (
    select 1 from break_glass b
    where b.patient_id = patients.id and b.account_id = (select interspace_actor()) and b.until > now()
  )
);
-- Breaking the glass needs to know that there is such a patient, and no more.
create function interspace_patient_exists(patient uuid) returns boolean language plpgsql as $$
declare role_before text := current_setting('interspace.role', true); found_one boolean;
begin
  perform set_config('interspace.role', 'break-glass', true);
  select exists (select 1 from interspace.patients where id = patient) into found_one;
  perform set_config('interspace.role', coalesce(role_before, ''), true);
  return found_one;
end $$;

create table coverages (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  patient_id uuid not null,
  payer text not null,
  plan text,
  member_id text,
  sequence text not null,
  valid_from date,
  valid_through date,
  foreign key (practice_id, patient_id) references patients (practice_id, id) on delete cascade
);
create index coverages_patient on coverages (patient_id);
select interspace_guard('coverages', true);

create table encounters (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  patient_id uuid not null,
  date date not null,
  place_of_service text,
  physician_id uuid,
  title text not null,
  status text not null default 'open',
  context jsonb not null default '{}',
  -- What clinicians answered to questions: fact -> { value, by, at }.
  answers jsonb not null default '{}',
  -- Identifier of the sender (an EHR's encounter), so that a second delivery finds the first.
  external_id text,
  outcome text,
  record_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (practice_id, external_id),
  unique (practice_id, id),
  foreign key (practice_id, patient_id) references patients (practice_id, id),
  foreign key (practice_id, physician_id) references accounts (practice_id, id)
);
create index encounters_patient on encounters (patient_id, date desc);
create index encounters_day on encounters (practice_id, date desc);
create index encounters_open on encounters (practice_id, status) where status in ('open', 'held', 'ready');
select interspace_guard('encounters', true);

create table documents (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  patient_id uuid not null,
  encounter_id uuid not null,
  -- The name by which Evidence points at it.
  name text not null,
  kind text not null default 'unknown',
  date date,
  text text not null,
  created_at timestamptz not null default now(),
  unique (encounter_id, name),
  foreign key (practice_id, patient_id) references patients (practice_id, id),
  foreign key (practice_id, encounter_id) references encounters (practice_id, id) on delete cascade
);
select interspace_guard('documents', true);

create table ledger_sessions (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  patient_id uuid not null,
  encounter_id uuid,
  date date not null,
  family text not null,
  -- The Session of core/model/history, with its response.
  session jsonb not null,
  created_at timestamptz not null default now(),
  foreign key (practice_id, patient_id) references patients (practice_id, id) on delete cascade,
  foreign key (practice_id, encounter_id) references encounters (practice_id, id)
);
create index ledger_sessions_patient on ledger_sessions (patient_id, date);
select interspace_guard('ledger_sessions', true);

create table claims (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  patient_id uuid not null,
  encounter_id uuid,
  number text not null,
  date date not null,
  payer text not null,
  status text not null,
  lines jsonb not null default '[]',
  charge_cents bigint not null,
  submitted_on date,
  created_at timestamptz not null default now(),
  unique (practice_id, number),
  unique (practice_id, id),
  foreign key (practice_id, patient_id) references patients (practice_id, id),
  foreign key (practice_id, encounter_id) references encounters (practice_id, id)
);
create index claims_patient on claims (patient_id, date desc);
create index claims_encounter on claims (encounter_id);
create index claims_status on claims (practice_id, status, date desc);
select interspace_guard('claims', true);

create table remittances (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  patient_id uuid not null,
  claim_id uuid not null,
  date date not null,
  trace_number text,
  charge_cents bigint not null,
  allowed_cents bigint not null,
  paid_cents bigint not null,
  patient_cents bigint not null,
  denied boolean not null default false,
  -- [{ group, reason, cents, remarks }]
  adjustments jsonb not null default '[]',
  created_at timestamptz not null default now(),
  foreign key (practice_id, patient_id) references patients (practice_id, id),
  foreign key (practice_id, claim_id) references claims (practice_id, id)
);
create index remittances_claim on remittances (claim_id);
create index remittances_day on remittances (practice_id, date desc);
select interspace_guard('remittances', true);
`;
