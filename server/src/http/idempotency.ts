import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { IDEMPOTENCY_HEADER } from '../contract/common.ts';
import type { Caller } from '../identity/caller.ts';
import type { Tx } from '../store/in-practice.ts';
import { refuse } from './refusal.ts';

/** Thrown inside the transaction of a repeated request: nothing is done, the first answer is sent again. */
export class Replayed extends Error {
  constructor(
    readonly status: number,
    readonly body: string | null,
  ) {
    super('replayed');
  }
}

export interface Key {
  readonly key: string;
  readonly digest: string;
}

/** The key of a request, when it has one. `body` is what was validated; a stream counts by its address only. */
export function keyOf(request: FastifyRequest, body: unknown): Key | undefined {
  const key = request.headers[IDEMPOTENCY_HEADER];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw refuse('server/idempotency/invalid');
  const digest = createHash('sha256')
    .update(`${request.method}\n${request.url}\n${JSON.stringify(body) ?? ''}`)
    .digest('hex');
  return { key, digest };
}

/**
 * Takes the key in the transaction that does the work: both are kept or neither. A duplicate that arrives meanwhile waits here
 * until the first has ended, then finds its answer.
 */
export async function claimKey(tx: Tx, actor: Caller, { key, digest }: Key): Promise<void> {
  const owner = { practice_id: actor.practice, actor_id: actor.id, key };
  const taken = await tx
    .insertInto('idempotency_keys')
    .values({ ...owner, request_digest: digest })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 1n) return;
  const earlier = await tx
    .selectFrom('idempotency_keys')
    .select(['request_digest', 'status', 'body'])
    .where((one) => one.and(owner))
    .executeTakeFirstOrThrow();
  if (earlier.request_digest !== digest) throw refuse('server/idempotency/other-request');
  throw new Replayed(earlier.status ?? 204, earlier.body);
}

/** Keeps the answer beside the key, in the same transaction. */
export async function keepAnswer(
  tx: Tx,
  actor: Caller,
  { key }: Key,
  status: number,
  body: string | null,
): Promise<void> {
  await tx
    .updateTable('idempotency_keys')
    .set({ status, body })
    .where((one) => one.and({ practice_id: actor.practice, actor_id: actor.id, key }))
    .execute();
}
