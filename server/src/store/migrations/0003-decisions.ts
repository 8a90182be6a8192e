/** What was judged: never changed, never deleted. */
export const DECISIONS = `
create function interspace_refuse() returns trigger language plpgsql as $$
begin
  raise exception '% of % is not allowed: its rows are kept as they were written', tg_op, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;

create table decision_records (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  patient_id uuid,
  encounter_id uuid,
  at timestamptz not null default now(),
  by_id uuid not null,
  by_name text not null,
  -- The exact bytes that were judged and answered, as JSON.
  input text not null,
  review text not null,
  input_digest text not null,
  review_digest text not null,
  library text not null,
  engine text not null,
  outcome text,
  blocks integer not null,
  warnings integer not null,
  lines text[] not null,
  foreign key (practice_id, patient_id) references patients (practice_id, id),
  foreign key (practice_id, encounter_id) references encounters (practice_id, id)
);
create index decision_records_at on decision_records (practice_id, at desc);
create index decision_records_patient on decision_records (patient_id, at desc);
create index decision_records_encounter on decision_records (encounter_id, at desc);
create index decision_records_library on decision_records (practice_id, library);
select interspace_guard('decision_records', true);
revoke update, delete on decision_records from interspace_app, interspace_system;
create trigger immutable before update or delete on decision_records for each row execute function interspace_refuse();
create trigger immutable_whole before truncate on decision_records execute function interspace_refuse();

-- Each time that a new library judged again what is open: what it looked at and what came out otherwise.
create table rejudgements (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  at timestamptz not null default now(),
  library text not null,
  engine text not null,
  examined integer not null,
  changed integer not null,
  -- [{ encounter, before, after, differences }]
  changes jsonb not null
);
create index rejudgements_at on rejudgements (practice_id, at desc);
select interspace_guard('rejudgements');
revoke update, delete on rejudgements from interspace_app, interspace_system;
`;
