import type { IsoDate } from '@interspace/core/model/date';
import type { DiffTold, LawAsked } from '../aside/law.ts';
import { runAside } from '../aside/run-aside.ts';
import type { Deps } from '../http/deps.ts';

const LIMITS = { timeoutMs: 60_000, memoryMb: 1024 };
const KEPT = 20;

const known = new Map<string, Promise<DiffTold>>();

/** What the law of two days says differently; compared aside, once for each pair of days and each law. */
export function lawDiff(deps: Deps, from: IsoDate, to: IsoDate): Promise<DiffTold> {
  const { library } = deps.engine.settings;
  const key = `${library.revision} ${from} ${to}`;
  let told = known.get(key);
  if (!told) {
    const asked: LawAsked = { what: 'diff', library, from, to };
    told = runAside<DiffTold>(deps.law.workers.law, asked, LIMITS);
    known.set(key, told);
    told.catch(() => known.delete(key));
    const oldest = known.keys().next();
    if (known.size > KEPT && !oldest.done) known.delete(oldest.value);
  }
  return told;
}
