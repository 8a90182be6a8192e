import type { AccountNotices } from '../store/identity-tables.ts';
import type { Tx } from '../store/in-practice.ts';

/** Tells somebody, at the next look at the page, that the way to sign in was changed and by whom. */
export async function notice(
  tx: Tx,
  account: { readonly id: string; readonly practice: string },
  what: readonly AccountNotices['what'][],
  by: string,
  at: Date,
): Promise<void> {
  if (what.length === 0) return;
  await tx
    .insertInto('account_notices')
    .values(
      what.map((one) => ({
        practice_id: account.practice,
        account_id: account.id,
        what: one,
        by_name: by,
        at: at.toISOString(),
      })),
    )
    .execute();
}

export async function noticesOf(tx: Tx, account: string) {
  return tx
    .selectFrom('account_notices')
    .select(['at', 'what', 'by_name as by'])
    .where('account_id', '=', account)
    .orderBy('at')
    .execute();
}

/** They were read. */
export async function forgetNotices(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom('account_notices').where('account_id', '=', account).execute();
}
