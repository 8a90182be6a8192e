import { judge } from '../decisions/judge.ts';
import type { EnginePool } from '../engine/pool.ts';
import { engineInputOfEncounter } from '../store/encounters.ts';
import { inPractice } from '../store/in-practice.ts';
import type { Database } from '../store/open-database.ts';
import { keepRecord } from '../store/records.ts';
import type { Demo } from './load-demo.ts';

const TOGETHER = 8;

/** Judges encounters of the invented practice, as its coder would; the desk fills. Stops early when `stopped` says so. */
export async function judgeDemo(
  db: Database,
  engine: EnginePool,
  { actor }: Demo,
  encounters: readonly string[],
  stopped: () => boolean = () => false,
): Promise<number> {
  let done = 0;
  for (let at = 0; at < encounters.length && !stopped(); at += TOGETHER) {
    const some = encounters.slice(at, at + TOGETHER);
    const charts = await inPractice(db, actor, async (tx) => {
      const rows = await tx.selectFrom('encounters').select(['id', 'patient_id']).where('id', 'in', some).execute();
      const inputs = [];
      for (const { id, patient_id } of rows) {
        const input = await engineInputOfEncounter(tx, id);
        if (input) inputs.push({ encounter: id, patient: patient_id, input });
      }
      return inputs;
    });
    const judged = await Promise.all(
      charts.map(async ({ input, ...ids }) => ({ ...ids, ...(await judge(engine, input, 'later')) })),
    );
    await inPractice(db, actor, async (tx) => {
      for (const one of judged) await keepRecord(tx, actor, one);
    });
    done += judged.length;
  }
  return done;
}

/** What a new edition of the rules leaves on the desk, shown with two invented encounters. */
export async function showRejudged(db: Database, { actor }: Demo): Promise<void> {
  await inPractice(db, actor, async (tx) => {
    const there = await tx.selectFrom('work_items').select('id').where('kind', '=', 're-judged').limit(1).execute();
    if (there.length > 0) return;
    const encounters = await tx
      .selectFrom('encounters')
      .select(['id', 'patient_id', 'record_id', 'title'])
      .where('outcome', '=', 'incomplete')
      .orderBy('date', 'desc')
      .limit(2)
      .execute();
    for (const { id, patient_id, record_id, title } of encounters)
      await tx
        .insertInto('work_items')
        .values({
          practice_id: actor.practice,
          kind: 're-judged',
          key: `re-judged ${id}`,
          title: 'The rules changed: this encounter is judged differently now',
          detail: `An example of what an import leaves here. ${title}: meets → incomplete`,
          role: 'coder',
          patient_id,
          encounter_id: id,
          record_id,
        })
        .execute();
  });
}
