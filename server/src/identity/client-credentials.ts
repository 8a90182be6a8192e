import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import type { Selectable } from 'kysely';
import type { Deps } from '../http/deps.ts';
import { sameSecret } from '../http/same-secret.ts';
import { asSystem } from '../store/in-practice.ts';
import type { Clients } from '../store/tables.ts';
import { digestOf } from './secrets.ts';

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** The algorithms of SMART Backend Services; `none` and shared secrets are not among them. */
const ALGORITHMS = ['RS384', 'ES384'];
const LONGEST_S = 300;
const SKEW_S = 5;

type Client = Selectable<Clients>;

/** The client that a signed assertion proves; undefined when it proves nothing. Each assertion is good once. */
export async function clientOfAssertion(deps: Deps, assertion: string, audience: string): Promise<Client | undefined> {
  const claimed = read(assertion);
  const client = await clientCalled(deps, claimed?.iss);
  if (!client?.jwks) return undefined;
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet(client.jwks as JSONWebKeySet), {
      algorithms: ALGORITHMS,
      audience,
      issuer: client.client_id,
      subject: client.client_id,
      requiredClaims: ['exp', 'jti'],
      clockTolerance: SKEW_S,
      currentDate: deps.now(),
    });
    const seconds = deps.now().getTime() / 1000;
    const { exp = 0, jti } = payload;
    if (exp > seconds + LONGEST_S + SKEW_S || typeof jti !== 'string' || jti === '') return undefined;
    return (await spend(deps, client.client_id, jti, exp)) ? client : undefined;
  } catch {
    return undefined;
  }
}

/** The client that a secret proves. */
export async function clientOfSecret(deps: Deps, clientId: string, secret: string): Promise<Client | undefined> {
  const client = await clientCalled(deps, clientId);
  return client?.secret_hash && sameSecret(client.secret_hash, digestOf(secret)) ? client : undefined;
}

async function clientCalled(deps: Deps, clientId: string | undefined): Promise<Client | undefined> {
  if (clientId === undefined || clientId.length > 200 || clientId.includes('\0')) return undefined;
  return asSystem(deps.database.db, async (tx) =>
    tx
      .selectFrom('clients')
      .selectAll()
      .where('client_id', '=', clientId)
      .where('disabled', '=', false)
      .executeTakeFirst(),
  );
}

/** Who it says to be from, before anything is proved. */
function read(assertion: string): JWTPayload | undefined {
  try {
    return decodeJwt(assertion);
  } catch {
    return undefined;
  }
}

/** Keeps the number of the assertion as long as it would be good; false when it was kept before. */
async function spend(deps: Deps, clientId: string, jti: string, exp: number): Promise<boolean> {
  return asSystem(deps.database.db, async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('spent_assertions')
      .values({ id: digestOf(`${clientId}\n${jti}`), expires_at: new Date((exp + 60) * 1000).toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  });
}
