/** CDS clients sign each call: by which name, with keys from where. And what became of the cards they were shown. */
export const CDS_CLIENTS = `
alter table clients add column issuer text;
create unique index clients_issuer on clients (issuer) where issuer is not null and not disabled;

create table cds_feedback (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  client_id uuid not null,
  service text not null,
  card text not null,
  outcome text not null,
  reason text,
  suggestions text[] not null default '{}',
  at timestamptz not null,
  received_at timestamptz not null default now()
);
create index cds_feedback_practice on cds_feedback (practice_id, received_at);
select interspace_guard('cds_feedback', false);
revoke update, delete on cds_feedback from interspace_app, interspace_system;
`;
