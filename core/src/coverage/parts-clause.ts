import type { ClauseResult, Status } from '../model/determination.ts';
import type { Clause } from '../model/law/clause.ts';
import { NONE, type PreparedClause } from './scene.ts';
import { missingOf } from './status.ts';

interface Combined {
  readonly says: string;
  /** How the whole comes out. */
  readonly combine: (statuses: readonly Status[]) => Status;
  /** One part that comes out so decides the whole. */
  readonly decisive?: Status;
  /** How many of the parts must hold, where some of them are enough. */
  readonly count?: number;
}

/** A clause that is nothing but its parts. */
export function partsClause(
  { operator }: Clause,
  parts: readonly PreparedClause[],
  { says, combine, decisive, count }: Combined,
): PreparedClause {
  return {
    status: (scene) => {
      const statuses: Status[] = [];
      for (const part of parts) {
        const status = part.status(scene);
        if (status === decisive) return combine([status]);
        statuses.push(status);
      }
      return combine(statuses);
    },
    judge: (scene) => {
      const results = parts.map((part) => part.judge(scene));
      const status = combine(results.map(statusOf));
      const missing = status === 'unknown' ? missingOf(results) : NONE;
      return {
        operator,
        status,
        says,
        fact: undefined,
        found: undefined,
        evidence: NONE,
        missing,
        count,
        citation: undefined,
        parts: results,
      };
    },
  };
}

function statusOf({ status }: ClauseResult): Status {
  return status;
}
