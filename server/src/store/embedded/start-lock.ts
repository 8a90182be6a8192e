import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './processes.ts';

/** How long a holder may be silent, by a clock that nobody sets, before its lock counts as left behind. */
const SILENCE = 10_000;

/** Runs `work` while no other process works under the same lock file; a lock of a dead process is taken over. */
export async function underLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await take(file);
  const sign = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      return;
    }
  }, 2000);
  sign.unref();
  try {
    return await work();
  } finally {
    clearInterval(sign);
    rmSync(file, { force: true });
  }
}

async function take(file: string): Promise<void> {
  let seen: { touched: number; since: number } | undefined;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        // A full disk takes the name and not the number.
        rmSync(file, { force: true });
        throw error;
      }
    }
    const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (touched !== undefined) {
      if (seen?.touched !== touched) seen = { touched, since: performance.now() };
      if (isDead(file) || performance.now() - seen.since > SILENCE) rmSync(file, { force: true });
    }
    await pause(50);
  }
}

function isDead(file: string): boolean {
  let pid: number;
  try {
    pid = Number(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
  // An empty file is a holder that is just writing its number.
  return pid > 0 && pid !== process.pid && !isAlive(pid);
}
