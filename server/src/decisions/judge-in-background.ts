import type { Logger } from 'pino';
import type { EnginePool } from '../engine/pool.ts';
import type { Database } from '../store/open-database.ts';
import { rejudgeOpen } from './rejudge.ts';

/**
 * After the start: judges again, behind everybody's requests, what an older library judged. `first` is done before.
 * Answers how to stop it.
 */
export function judgeInBackground(
  db: Database,
  engine: EnginePool,
  log: Logger,
  first: (stopped: () => boolean) => Promise<void> = async () => undefined,
): () => Promise<void> {
  let stopped = false;
  const work = (async () => {
    await first(() => stopped);
    return rejudgeOpen(db, engine, () => stopped);
  })().then(
    ({ examined, changed }) => {
      if (examined > 0) log.info({ examined, changed }, 'judged again under the new library');
    },
    (error: unknown) => {
      // The next start goes on where this one ended.
      if (!stopped) log.warn({ err: error }, 'judging again');
    },
  );
  return async () => {
    stopped = true;
    await work;
  };
}
