import type { Library } from '@interspace/core/model/library';
import { ok, type Result } from '@interspace/core/model/result';
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

export async function loadEngine(): Promise<Result<Engine>> {
  const library = await loadLibrary();
  if (!library.ok) return library;
  const prepared = prepareLibrary(library.value, judgingTables(openTables()));
  return ok({ library: library.value, review: (input) => review(input, prepared) });
}
