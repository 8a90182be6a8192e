/** What people have to do: authorizations, work items, comments. */
export const WORK = `
create table authorizations (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  patient_id uuid not null,
  encounter_id uuid,
  record_id uuid,
  program text not null,
  number text,
  status text not null,
  codes text[] not null default '{}',
  requested date,
  decided date,
  valid_through date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (practice_id, patient_id) references patients (practice_id, id),
  foreign key (practice_id, encounter_id) references encounters (practice_id, id)
);
create index authorizations_patient on authorizations (patient_id);
create index authorizations_status on authorizations (practice_id, status, valid_through);
select interspace_guard('authorizations', true);

create table work_items (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  kind text not null,
  title text not null,
  detail text,
  state text not null default 'open',
  priority text not null default 'normal',
  role text not null,
  assignee_id uuid,
  patient_id uuid,
  encounter_id uuid,
  record_id uuid,
  finding text,
  question jsonb,
  due date,
  amount_cents bigint,
  -- What it is about, so that the same thing does not lie on the desk twice.
  key text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  resolved_at timestamptz,
  unique (practice_id, id),
  foreign key (practice_id, assignee_id) references accounts (practice_id, id),
  foreign key (practice_id, patient_id) references patients (practice_id, id),
  foreign key (practice_id, encounter_id) references encounters (practice_id, id)
);
create unique index work_items_key on work_items (practice_id, key) where state <> 'resolved';
create index work_items_desk on work_items (practice_id, state, kind, due);
create index work_items_encounter on work_items (encounter_id);
create index work_items_patient on work_items (patient_id);
create index work_items_assignee on work_items (assignee_id) where state <> 'resolved';
select interspace_guard('work_items', true);

create table work_comments (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  item_id uuid not null,
  patient_id uuid,
  at timestamptz not null default now(),
  by_id uuid not null,
  by_name text not null,
  text text not null,
  foreign key (practice_id, item_id) references work_items (practice_id, id) on delete cascade,
  foreign key (practice_id, patient_id) references patients (practice_id, id)
);
create index work_comments_item on work_comments (item_id, at);
select interspace_guard('work_comments', true);
revoke update, delete on work_comments from interspace_app, interspace_system;
`;
