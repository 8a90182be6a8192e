/** Roles, the guard of every table, and who works in a practice. */
export const PRACTICES = `
-- Roles belong to the whole cluster: another database of ours may have made them already.
do $$
declare name text;
begin
  foreach name in array array['interspace_app', 'interspace_system'] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, name, 'MEMBER')
       or current_setting('server_version_num')::int >= 160000 and not pg_has_role(current_user, name, 'SET') then
      execute format('grant %I to current_user', name);
    end if;
  end loop;
end $$;

grant usage on schema interspace to interspace_app, interspace_system;

create function interspace_practice() returns uuid language sql stable
  as $$ select nullif(current_setting('interspace.practice', true), '')::uuid $$;
create function interspace_actor() returns uuid language sql stable
  as $$ select nullif(current_setting('interspace.actor', true), '')::uuid $$;
-- A physician sees the own patients; the patients' policy says which those are.
create function interspace_sees_all() returns boolean language sql stable
  as $$ select current_setting('interspace.role', true) is distinct from 'physician' $$;

-- Every table with a practice_id: nothing of another practice, and with a patient_id nothing of a patient one may not see.
create function interspace_guard(target regclass, patient boolean default false) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy practice on %s to interspace_app using (practice_id = (select interspace_practice()))
                  with check (practice_id = (select interspace_practice()))', target);
  execute format('create policy system on %s to interspace_system using (true) with check (true)', target);
  if patient then
    execute format('create policy visible on %s as restrictive to interspace_app using (
      (select interspace_sees_all()) or patient_id is null
      or exists (select 1 from patients p where p.id = patient_id))', target);
  end if;
  execute format('grant select, insert, update, delete on %s to interspace_app, interspace_system', target);
end $$;

create table practices (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
alter table practices enable row level security;
alter table practices force row level security;
create policy practice on practices to interspace_app using (id = (select interspace_practice()));
create policy system on practices to interspace_system using (true) with check (true);
grant select on practices to interspace_app;
grant select, insert, update, delete on practices to interspace_system;

create table accounts (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  login text not null,
  name text not null,
  role text not null,
  npi text,
  password_hash text,
  totp_secret text,
  totp_pending text,
  -- The step of the last accepted code: a code is good once.
  totp_step bigint,
  oidc_issuer text,
  oidc_subject text,
  disabled boolean not null default false,
  failures integer not null default 0,
  locked_until timestamptz,
  last_sign_in_at timestamptz,
  created_at timestamptz not null default now(),
  unique (practice_id, id)
);
create unique index accounts_login on accounts (lower(login));
create unique index accounts_oidc on accounts (oidc_issuer, oidc_subject);
create index accounts_practice on accounts (practice_id);
select interspace_guard('accounts');

create table clients (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  client_id text not null unique,
  name text not null,
  secret_hash text,
  jwks jsonb,
  jwks_uri text,
  disabled boolean not null default false,
  created_at timestamptz not null default now()
);
create index clients_practice on clients (practice_id);
select interspace_guard('clients');

-- id is the digest of what the cookie holds: a copy of the table opens no session.
create table web_sessions (
  id text primary key,
  practice_id uuid not null references practices,
  account_id uuid not null,
  csrf text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  foreign key (practice_id, account_id) references accounts (practice_id, id) on delete cascade
);
create index web_sessions_account on web_sessions (account_id);
create index web_sessions_expires on web_sessions (expires_at);
select interspace_guard('web_sessions');

create table idempotency_keys (
  practice_id uuid not null references practices,
  actor_id uuid not null,
  key text not null,
  request_digest text not null,
  status integer,
  headers jsonb,
  body text,
  created_at timestamptz not null default now(),
  primary key (practice_id, actor_id, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);
select interspace_guard('idempotency_keys');
`;
