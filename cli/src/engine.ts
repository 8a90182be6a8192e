import type { TableFile } from '@interspace/core/edits/agency/layout';
import type { Library } from '@interspace/core/model/library';
import { ok, type Issue, type Result } from '@interspace/core/model/result';
import type { EngineInput } from '@interspace/core/model/review-input';
import type { Review } from '@interspace/core/model/review';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { review } from '@interspace/core/review/review';
import { openTables } from '@interspace/library/tables/open-tables';
import { judgingTables } from '@interspace/library/tables/judging-tables';
import { loadLibrary } from './library.ts';

/** The one place where the door meets the house. */
export interface Engine {
  readonly library: Library;
  readonly review: (input: EngineInput) => Review;
}

/** The engine that a process holds on to, without imported tables: they may come and go. */
let held: Engine | undefined;

export async function loadEngine(): Promise<Result<Engine>> {
  const left: Issue[] = [];
  const tables = judgingTables(openTables(), (issue) => left.push(issue));
  if (held && tables.length === 0) return ok(held, left);
  const library = held ? ok(held.library) : await loadLibrary();
  if (!library.ok) return library;
  return ok(engineOf(library.value, tables), left);
}

/**
 * For an image of the process: its later commands start with the law as it is now. Who starts from the image answers
 * for the law being the same still. Throws where the law does not load.
 */
export async function holdEngine(): Promise<void> {
  const library = await loadLibrary();
  if (!library.ok) throw new Error('the law does not load');
  held = engineOf(library.value, []);
}

function engineOf(library: Library, tables: readonly TableFile[]): Engine {
  const prepared = prepareLibrary(library, tables);
  return { library, review: (input) => review(input, prepared) };
}
