import type { Review } from '@interspace/core/model/review';
import type { EnginePool } from '../engine/pool.ts';
import { systemActor } from '../store/actor.ts';
import { engineInputOfEncounter } from '../store/encounters.ts';
import { asSystem, inPractice } from '../store/in-practice.ts';
import type { Database } from '../store/open-database.ts';
import { keepRecord, openUnderAnotherLaw } from '../store/records.ts';
import { differencesOf, type Difference } from './differences.ts';
import { judge } from './judge.ts';

export interface Rejudged {
  readonly examined: number;
  readonly changed: number;
}

interface Change {
  readonly encounter: string;
  readonly before: string;
  readonly after: string;
  readonly differences: readonly Difference[];
}

const PAGE = 50;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Judges again every encounter that is not billed yet and whose latest record comes from another library or engine. Each
 * gets a new record; where the answer is another one, a work item says what changed. Runs at the start and after an
 * import, and goes on where it was stopped: what is judged again is no longer under the other law.
 */
export async function rejudgeOpen(
  db: Database,
  engine: EnginePool,
  stopped: () => boolean = () => false,
): Promise<Rejudged> {
  const changes = new Map<string, Change[]>();
  const examined = new Map<string, number>();
  let law: { library: string; engine: string } | undefined;
  let after = NOBODY;
  for (;;) {
    law ??= await lawOf(engine);
    const { library, engine: version } = law;
    const page = await asSystem(db, async (tx) => openUnderAnotherLaw(tx, library, version, after, PAGE));
    for (const { id, practice, patient, record } of page) {
      if (stopped()) return told(examined, changes);
      after = id;
      const actor = systemActor(practice, 'new law');
      const input = await inPractice(db, actor, async (tx) => engineInputOfEncounter(tx, id));
      if (input === undefined) continue;
      const judged = await judge(engine, input, 'later');
      examined.set(practice, (examined.get(practice) ?? 0) + 1);
      await inPractice(db, actor, async (tx) => {
        const before = await tx
          .selectFrom('decision_records')
          .select('review')
          .where('id', '=', record)
          .executeTakeFirstOrThrow();
        const kept = await keepRecord(tx, actor, { ...judged, patient, encounter: id });
        const differences = differencesOf(JSON.parse(before.review) as Review, judged.review);
        if (differences.length === 0) return;
        changes.set(practice, [
          ...(changes.get(practice) ?? []),
          { encounter: id, before: record, after: kept, differences: differences.slice(0, 20) },
        ]);
        await tx
          .insertInto('work_items')
          .values({
            practice_id: practice,
            patient_id: patient,
            encounter_id: id,
            record_id: kept,
            kind: 're-judged',
            key: `re-judged ${id}`,
            title: 'The rules changed: this encounter is judged differently now',
            detail: differences
              .slice(0, 6)
              .map(({ what, before: was, after: is }) => `${what}: ${was ?? 'nothing'} → ${is ?? 'nothing'}`)
              .join('\n'),
            role: 'coder',
          })
          .onConflict((conflict) =>
            conflict
              .columns(['practice_id', 'key'])
              .where('state', '<>', 'resolved')
              .doUpdateSet((eb) => ({ detail: eb.ref('excluded.detail'), record_id: kept })),
          )
          .execute();
      });
    }
    if (page.length < PAGE) break;
  }
  await keepAccount(db, law, examined, changes);
  return told(examined, changes);
}

/** Revision and version that judge now: an empty Review says them. */
async function lawOf(engine: EnginePool): Promise<{ library: string; engine: string }> {
  const { trace } = await engine.ask('review', { context: {}, documents: [] }, 'later');
  return { library: trace.library, engine: trace.engine };
}

async function keepAccount(
  db: Database,
  law: { library: string; engine: string },
  examined: ReadonlyMap<string, number>,
  changes: ReadonlyMap<string, readonly Change[]>,
): Promise<void> {
  await asSystem(db, async (tx) => {
    for (const [practice, number] of examined) {
      const own = changes.get(practice) ?? [];
      await tx
        .insertInto('rejudgements')
        .values({ practice_id: practice, ...law, examined: number, changed: own.length, changes: JSON.stringify(own) })
        .execute();
    }
  });
}

function told(examined: ReadonlyMap<string, number>, changes: ReadonlyMap<string, readonly Change[]>): Rejudged {
  return {
    examined: [...examined.values()].reduce((sum, number) => sum + number, 0),
    changed: [...changes.values()].reduce((sum, list) => sum + list.length, 0),
  };
}
