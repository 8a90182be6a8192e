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

-- Called once, as the last thing of a transaction: the lock on the head is held until the commit and no longer.
-- entries: [[canonical text, at, actor id, actor, role, action, subject, detail], …]
create function interspace_append_audit(practice uuid, entries jsonb) returns void language plpgsql as $$
declare entry jsonb; head interspace.audit_heads; link text;
begin
  insert into interspace.audit_heads values (practice, 0, '') on conflict do nothing;
  select * into head from interspace.audit_heads where practice_id = practice for update;
  for entry in select * from jsonb_array_elements(entries) loop
    head.sequence := head.sequence + 1;
    link := encode(sha256(convert_to(head.hash || E'\\n' || head.sequence || E'\\n' || (entry ->> 0), 'UTF8')), 'hex');
    insert into interspace.audit_log values (
      practice, head.sequence, (entry ->> 1)::timestamptz, (entry ->> 2)::uuid, entry ->> 3, entry ->> 4, entry ->> 5,
      entry ->> 6, entry ->> 7, head.hash, link);
    head.hash := link;
  end loop;
  update interspace.audit_heads set sequence = head.sequence, hash = head.hash where practice_id = practice;
end $$;
`;
