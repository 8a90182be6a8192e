import type { IsoDate } from '@interspace/core/model/date';
import type { Library } from '@interspace/core/model/library';
import type { Asked, Told, Verb } from '../engine/verbs.ts';

/** What the tools need: the verbs of the engine (a pool, or the engine itself), the law, and the day. */
export interface McpDeps {
  readonly ask: <V extends Verb>(verb: V, asked: Asked<V>) => Promise<Told<V>>;
  readonly library: () => Library;
  readonly today: () => IsoDate;
  readonly version: string;
}
