import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asSystem } from '../store/in-practice.ts';
import type { Database } from '../store/open-database.ts';
import type { Anchor } from './verify.ts';

/** Notes of where each chain ended, outside the database: who rewrites the whole log there must also come here. */
function anchorFile(folder: string): string {
  return join(folder, 'audit-anchors.jsonl');
}

export function readAnchors(folder: string): Anchor[] {
  const file = anchorFile(folder);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Anchor];
      } catch {
        // The last line may be half written when the machine stopped.
        return [];
      }
    });
}

/** Notes the ends of all chains that moved since `before`; answers them for the next time. */
export async function noteAnchors(
  db: Database,
  folder: string,
  before: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const heads = await asSystem(db, async (tx) => tx.selectFrom('audit_heads').selectAll().execute());
  const moved = heads.filter(({ practice_id, sequence }) => before.get(practice_id) !== sequence);
  if (moved.length > 0) {
    const at = new Date().toISOString();
    const lines = moved.map(({ practice_id: practice, sequence, hash }) =>
      JSON.stringify({ at, practice, sequence, hash }),
    );
    appendFileSync(anchorFile(folder), `${lines.join('\n')}\n`, { mode: 0o600 });
  }
  return new Map(heads.map(({ practice_id, sequence }) => [practice_id, sequence]));
}

const HOUR = 3_600_000;

/** Notes the ends every hour, and once more when it is stopped. */
export async function keepAnchors(db: Database, folder: string): Promise<() => Promise<void>> {
  let last = await noteAnchors(db, folder, new Map());
  const note = async (): Promise<void> => {
    // A database that is away is noted the next time.
    last = await noteAnchors(db, folder, last).catch(() => last);
  };
  const timer = setInterval(() => void note(), HOUR);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await note();
  };
}
