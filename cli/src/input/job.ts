import type { Finding } from '@interspace/core/model/finding';
import type { Issue } from '@interspace/core/model/result';
import type { EngineInput } from '@interspace/core/model/review-input';

/** One thing to review, or the reasons why it cannot be. */
export type Job = ReadyJob | RefusedJob;

export interface ReadyJob {
  /** File, or file and place, that it came from: for headings and messages. */
  readonly source: string;
  readonly input: EngineInput;
  /** Warnings of the reader that did not stop it. */
  readonly issues: readonly Issue[];
  /** Puts a Finding at its place in a claim file. */
  readonly locate?: (finding: Finding) => Finding;
}

export interface RefusedJob {
  readonly source: string;
  readonly id?: string | undefined;
  readonly issues: readonly Issue[];
  readonly input?: undefined;
}

export function refused(source: string, issues: readonly Issue[], id?: string): RefusedJob {
  return { source, id, issues };
}
