/** What signing in and other programs need beside accounts and sessions. Only the system role sees it. */
export const IDENTITY = `
create table setup_links (
  -- Digest of the token in the link.
  id text primary key,
  expires_at timestamptz not null
);

-- Opaque tokens of clients: a copy of the table opens nothing.
create table access_tokens (
  id text primary key,
  practice_id uuid not null references practices,
  client_id uuid not null references clients on delete cascade,
  permissions text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index access_tokens_expires on access_tokens (expires_at);
create index access_tokens_client on access_tokens (client_id);

-- Assertions that were used: each is good once.
create table spent_assertions (
  id text primary key,
  expires_at timestamptz not null
);
create index spent_assertions_expires on spent_assertions (expires_at);

-- A sign-in that went to the provider and is not back yet.
create table oidc_flows (
  id text primary key,
  verifier text not null,
  nonce text not null,
  next text not null,
  expires_at timestamptz not null
);

do $$
declare name text;
begin
  foreach name in array array['setup_links', 'access_tokens', 'spent_assertions', 'oidc_flows'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to interspace_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to interspace_system', name);
  end loop;
end $$;
`;
