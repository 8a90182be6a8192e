import { PracticeDetails } from '../contract/practice.ts';
import { asSystem, type Tx } from '../store/in-practice.ts';
import type { Actor } from '../store/actor.ts';
import type { Database } from '../store/open-database.ts';

/** What claims say of the practice of this transaction. */
export async function practiceDetails(tx: Tx): Promise<PracticeDetails> {
  const row = await tx.selectFrom('practices').select('settings').executeTakeFirst();
  const kept = PracticeDetails.safeParse((row?.settings as { claims?: unknown } | undefined)?.claims ?? {});
  return kept.success ? kept.data : PracticeDetails.parse({});
}

/** Only an administrator's route calls this: people of the practice may read its row, not write it. */
export async function keepPracticeDetails(db: Database, actor: Actor, details: PracticeDetails): Promise<void> {
  await asSystem(db, async (tx) => {
    const row = await tx
      .selectFrom('practices')
      .select('settings')
      .where('id', '=', actor.practice)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('practices')
      .set({ settings: JSON.stringify({ ...row.settings, claims: details }) })
      .where('id', '=', actor.practice)
      .execute();
  });
}
