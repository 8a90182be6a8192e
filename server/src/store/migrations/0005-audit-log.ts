/** Who saw and changed what: one chain of entries for each practice. */
export const AUDIT_LOG = `
create table audit_log (
  practice_id uuid not null,
  sequence bigint not null,
  at timestamptz(3) not null,
  actor_id uuid,
  actor text not null,
  role text not null,
  action text not null,
  subject text,
  detail text,
  previous text not null,
  hash text not null,
  primary key (practice_id, sequence)
);
create index audit_log_at on audit_log (practice_id, at desc);
create index audit_log_subject on audit_log (practice_id, subject);
select interspace_guard('audit_log');
revoke update, delete on audit_log from interspace_app, interspace_system;
create trigger append_only before update or delete on audit_log for each row execute function interspace_refuse();
create trigger append_only_whole before truncate on audit_log execute function interspace_refuse();

-- The end of each chain, so that entries cut off at the end are missed.
create table audit_heads (
  practice_id uuid primary key,
  sequence bigint not null,
  hash text not null
);
select interspace_guard('audit_heads');
revoke delete on audit_heads from interspace_app, interspace_system;
create function interspace_only_forward() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.sequence > old.sequence and new.practice_id = old.practice_id then return new; end if;
  raise exception 'the end of the audit log only moves forward' using errcode = 'integrity_constraint_violation';
end $$;
create trigger forward before update or delete on audit_heads for each row execute function interspace_only_forward();

-- A transaction lays its entries here. They are linked to the chain in the moment of its commit, inside the database:
-- the end of the chain is locked for that moment and not while anybody waits for a network or for another query.
create table audit_inbox (
  id bigint generated always as identity primary key,
  practice_id uuid not null,
  at timestamptz(3) not null,
  actor_id uuid,
  actor text not null,
  role text not null,
  action text not null,
  subject text,
  detail text,
  -- The text that is hashed.
  canonical text not null
);
select interspace_guard('audit_inbox');
revoke update on audit_inbox from interspace_app, interspace_system;

create function interspace_link_audit() returns trigger language plpgsql as $$
declare last interspace.audit_heads; link text;
begin
  select * into last from interspace.audit_heads where practice_id = new.practice_id for update;
  if not found then
    insert into interspace.audit_heads values (new.practice_id, 0, '') on conflict do nothing;
    select * into last from interspace.audit_heads where practice_id = new.practice_id for update;
  end if;
  link := encode(sha256(convert_to(last.hash || E'\\n' || (last.sequence + 1) || E'\\n' || new.canonical, 'UTF8')), 'hex');
  insert into interspace.audit_log values (
    new.practice_id, last.sequence + 1, new.at, new.actor_id, new.actor, new.role, new.action, new.subject, new.detail,
    last.hash, link);
  update interspace.audit_heads set sequence = last.sequence + 1, hash = link where practice_id = new.practice_id;
  delete from interspace.audit_inbox where id = new.id;
  return null;
end $$;
create constraint trigger link after insert on audit_inbox deferrable initially deferred
  for each row execute function interspace_link_audit();
`;
