import type { ColumnType, Generated } from 'kysely';

type Moment = ColumnType<string, string | undefined, string>;

export interface SetupLinks {
  id: string;
  expires_at: ColumnType<string, string, string>;
}

export interface AccessTokens {
  id: string;
  practice_id: string;
  client_id: string;
  permissions: string[];
  created_at: Moment;
  expires_at: ColumnType<string, string, string>;
}

export interface SpentAssertions {
  id: string;
  expires_at: ColumnType<string, string, string>;
}

export interface OidcFlows {
  id: string;
  verifier: string;
  nonce: string;
  next: string;
  expires_at: ColumnType<string, string, string>;
}

/** What was changed at somebody's authentication, until that one has seen it. */
export interface AccountNotices {
  id: Generated<string>;
  practice_id: string;
  account_id: string;
  at: Moment;
  what: 'password' | 'second-factor-on' | 'second-factor-off' | 'unlocked' | 'role' | 'provider';
  by_name: string;
}

/** Tables that only signing in uses. */
export interface IdentityTables {
  setup_links: SetupLinks;
  access_tokens: AccessTokens;
  spent_assertions: SpentAssertions;
  oidc_flows: OidcFlows;
  account_notices: AccountNotices;
}
