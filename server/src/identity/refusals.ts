import { appendAudit } from '../audit-log/append.ts';
import type { Deps } from '../http/deps.ts';
import { inPractice } from '../store/in-practice.ts';
import type { Caller } from './caller.ts';

/** Somebody known asked for what the role does not do: that is worth knowing later. `what` is a route's pattern. */
export async function recordRefusal(deps: Deps, caller: Caller, what: string): Promise<void> {
  await inPractice(deps.database.db, caller, async (tx) => appendAudit(tx, caller, 'access.refused', undefined, what));
}
