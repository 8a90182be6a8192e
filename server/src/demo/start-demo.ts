import { date } from '@interspace/core/model/date';
import type { EnginePool } from '../engine/pool.ts';
import type { Database } from '../store/open-database.ts';
import { judgeDemo, showRejudged } from './judge-demo.ts';
import { loadDemo, type DemoAccounts } from './load-demo.ts';

/** Judging may hold the start up so long; the rest is judged while the server runs. */
const PATIENCE_MS = 6000;

export interface StartedDemo {
  readonly accounts: DemoAccounts;
  /** Judges what is left. */
  readonly rest: (stopped: () => boolean) => Promise<void>;
}

/** Fills an empty database with the invented practice and judges its last weeks. */
export async function startDemo(
  db: Database,
  engine: EnginePool,
  home: string,
  now: Date,
  say: (line: string) => void,
): Promise<StartedDemo | undefined> {
  say('inventing a practice …');
  const demo = await loadDemo(db, home, date(now.toISOString().slice(0, 10)));
  if (demo === undefined) {
    say('The database belongs to a practice: the invented one is not added. Choose another data folder for --demo.');
    return undefined;
  }
  const deadline = performance.now() + PATIENCE_MS;
  const done = await judgeDemo(db, engine, demo, demo.unjudged, () => performance.now() > deadline);
  return {
    accounts: demo.accounts,
    rest: async (stopped) => {
      await judgeDemo(db, engine, demo, demo.unjudged.slice(done), stopped);
      if (!stopped()) await showRejudged(db, demo);
    },
  };
}
