import type { TableBuffer } from '@interspace/core/edits/agency/layout';
import type { Library } from '@interspace/core/model/library';

/** The law that a pool judges by: plain data and shared memory, so that it can be posted to a worker. */
export interface EngineSettings {
  readonly library: Library;
  /** Imported table files in shared memory; opening one again costs nothing. */
  readonly tables: readonly TableBuffer[];
}
