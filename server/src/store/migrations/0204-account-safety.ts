/** What people need to watch over their accounts: sessions by name, and what was changed at their authentication. */
export const ACCOUNT_SAFETY = `
alter table web_sessions
  -- By this its owner names it; the id is a digest of the secret and leaves the database never.
  add column handle uuid not null default gen_random_uuid() unique,
  add column agent text,
  -- A provider asks for its own second factor.
  add column by_provider boolean not null default false;

create table account_notices (
  id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practices,
  account_id uuid not null,
  at timestamptz not null default now(),
  what text not null,
  by_name text not null,
  foreign key (practice_id, account_id) references accounts (practice_id, id) on delete cascade
);
create index account_notices_account on account_notices (account_id, at);
select interspace_guard('account_notices');
`;
