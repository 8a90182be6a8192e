import type { ColumnType } from 'kysely';

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

/** Tables that only signing in uses. */
export interface IdentityTables {
  setup_links: SetupLinks;
  access_tokens: AccessTokens;
  spent_assertions: SpentAssertions;
  oidc_flows: OidcFlows;
}
