/** What was asked of payers and what they answered, word for word; an answer is found by the number of its request. */
export const AUTHORIZATION_MESSAGES = `
alter table authorizations add constraint authorizations_in_practice unique (practice_id, id);

create table authorization_messages (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  patient_id uuid not null,
  authorization_id uuid not null,
  direction text not null check (direction in ('request', 'answer')),
  form text not null,
  -- Our number of the request, which the payer repeats.
  request_number text not null,
  at timestamptz not null default now(),
  by_id uuid not null,
  by_name text not null,
  -- What an answer says, as it was read; absent on requests.
  answer jsonb,
  -- Items of the packet that the record did not show when it was asked.
  open_items text[] not null default '{}',
  body text not null,
  foreign key (practice_id, patient_id) references patients (practice_id, id),
  foreign key (practice_id, authorization_id) references authorizations (practice_id, id)
);
create index authorization_messages_of on authorization_messages (authorization_id, at);
create index authorization_messages_number on authorization_messages (practice_id, request_number, direction);
select interspace_guard('authorization_messages', true);
revoke update, delete on authorization_messages from interspace_app, interspace_system;
`;
