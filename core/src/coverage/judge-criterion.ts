import type { ClauseResult, CriterionResult, Status } from '../model/determination.ts';
import type { Clause } from '../model/law/clause.ts';
import { evaluate } from './evaluate.ts';
import type { CriterionInForce } from './in-force.ts';
import type { Scene } from './scene.ts';
import { missingOf } from './status.ts';

/**
 * One criterion on one line. `when` not met or `unless` met: it does not apply. While one of them is unknown, a
 * requirement that is met anyway stands; one that is not met waits for it.
 */
export function judgeCriterion(entry: CriterionInForce, scene: Scene): CriterionResult {
  const { criterion } = entry;
  const when = criterion.when && named('when', criterion.when, scene);
  const unless = criterion.unless && named('unless', criterion.unless, scene);
  const excluded =
    (when && (when.status === 'not-met' || when.status === 'not-applicable')) || unless?.status === 'met';
  const require = excluded ? undefined : named('require', criterion.require, scene);
  const open = [when, unless].filter((part): part is ClauseResult => part?.status === 'unknown');
  const status: Status =
    require === undefined
      ? 'not-applicable'
      : open.length > 0 && require.status === 'not-met'
        ? 'unknown'
        : require.status;
  const parts = [when, unless, require].filter((part): part is ClauseResult => part !== undefined);
  // Facts that decide whether it applies are asked first; a requirement that is known waits only for them.
  const missing = status === 'unknown' ? missingOf(require?.status === 'unknown' ? [...open, require] : open) : [];
  // What is known to apply is asked for; only silence about whether it applies is tolerated.
  const tolerated = criterion.silence === 'tolerated' && when?.status !== 'met';
  const tree: ClauseResult = { operator: 'criterion', status, says: criterion.title, evidence: [], missing, parts };
  const severity = scene.doubts.length > 0 && entry.severity === 'block' ? 'warn' : entry.severity;
  return {
    criterion: criterion.id,
    title: criterion.title,
    status,
    severity,
    tree,
    citation: entry.citation,
    missing,
    ...(tolerated && { silence: 'tolerated' as const }),
  };
}

function named(role: 'when' | 'unless' | 'require', clause: Clause, scene: Scene): ClauseResult {
  const result = evaluate(clause, scene);
  return {
    operator: role,
    status: result.status,
    says: role === 'when' ? 'applies when' : role === 'unless' ? 'does not apply when' : 'requires',
    evidence: [],
    missing: result.missing,
    parts: [result],
  };
}
