import type { EngineInput } from '@interspace/core/model/review-input';
import type { Review } from '@interspace/core/model/review';
import type { EnginePool } from '../engine/pool.ts';
import type { Urgency } from '../engine/urgency.ts';

/** A Review and the text that the engine made of it. */
export interface JudgedInput {
  readonly input: EngineInput;
  readonly reviewText: string;
  readonly review: Review;
}

/** Asks the engine. The text is kept as it came, so that a replay can be compared byte by byte. */
export async function judge(engine: EnginePool, input: EngineInput, urgency: Urgency = 'now'): Promise<JudgedInput> {
  const reviewText = await engine.ask('reviewText', input, urgency);
  return { input, reviewText, review: JSON.parse(reviewText) as Review };
}
