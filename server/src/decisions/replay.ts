import type { EngineInput } from '@interspace/core/model/review-input';
import type { Review } from '@interspace/core/model/review';
import type { z } from 'zod';
import { digestOfText } from '../audit-log/digest.ts';
import type { Replay } from '../contract/patients.ts';
import type { EnginePool } from '../engine/pool.ts';
import type { KeptRecord } from '../store/records.ts';
import { differencesOf } from './differences.ts';
import { judge } from './judge.ts';

/** Judges the kept input again and compares every byte; where they differ, says why and what the answers say differently. */
export async function replay(engine: EnginePool, record: KeptRecord): Promise<z.infer<typeof Replay>> {
  if (digestOfText(record.input) !== record.input_digest || digestOfText(record.review) !== record.review_digest)
    return { same: false, reason: 'the record was changed after it was kept', differences: [] };
  const again = await judge(engine, JSON.parse(record.input) as EngineInput);
  if (again.reviewText === record.review) return { same: true, reason: 'same bytes', differences: [] };
  const { library, engine: version } = again.review.trace;
  const reason =
    library === record.library
      ? version === record.engine
        ? 'other bytes under the same law and engine'
        : 'another engine'
      : 'another library';
  return { same: false, reason, differences: differencesOf(JSON.parse(record.review) as Review, again.review) };
}
