import type { ClauseResult, CriterionResult, Status } from '../model/determination.ts';
import type { Criterion } from '../model/law/criterion.ts';
import type { CriterionInForce } from './in-force.ts';
import type { PreparedClause, Scene } from './scene.ts';
import { missingOf } from './status.ts';

/**
 * One criterion on one line. `when` not met or `unless` met: it does not apply. While one of them is unknown, a
 * requirement that is met anyway stands; one that is not met waits for it.
 */
export function judgeCriterion(entry: CriterionInForce, scene: Scene): CriterionResult {
  const { criterion } = entry;
  const when = entry.when && named('when', entry.when, scene);
  const unless = entry.unless && named('unless', entry.unless, scene);
  const require = excluded(when?.status, unless?.status) ? undefined : named('require', entry.require, scene);
  const open = [when, unless].filter((part): part is ClauseResult => part?.status === 'unknown');
  const status = require === undefined ? 'not-applicable' : whole(require.status, open.length > 0);
  const parts = [when, unless, require].filter((part): part is ClauseResult => part !== undefined);
  // Facts that decide whether it applies are asked first; a requirement that is known waits only for them.
  const missing = status === 'unknown' ? missingOf(require?.status === 'unknown' ? [...open, require] : open) : [];
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
    ...silenceOf(criterion, when?.status),
  };
}

/** What is said of a criterion where only its status is asked. */
export type CriterionStatus = Pick<CriterionResult, 'criterion' | 'title' | 'status' | 'severity' | 'silence'>;

/** How the same criterion comes out, without the tree that shows why. */
export function statusOfCriterion(entry: CriterionInForce, scene: Scene): CriterionStatus {
  const { criterion, severity } = entry;
  const when = entry.when?.status(scene);
  const unless = excluded(when, undefined) ? undefined : entry.unless?.status(scene);
  const open = when === 'unknown' || unless === 'unknown';
  const status = excluded(when, unless) ? 'not-applicable' : whole(entry.require.status(scene), open);
  return { criterion: criterion.id, title: criterion.title, status, severity, ...silenceOf(criterion, when) };
}

function excluded(when: Status | undefined, unless: Status | undefined): boolean {
  return when === 'not-met' || when === 'not-applicable' || unless === 'met';
}

function whole(require: Status, open: boolean): Status {
  return open && require === 'not-met' ? 'unknown' : require;
}

/** What is known to apply is asked for; only silence about whether it applies is tolerated. */
function silenceOf({ silence }: Criterion, when: Status | undefined): Pick<CriterionResult, 'silence'> {
  return silence === 'tolerated' && when !== 'met' ? { silence } : {};
}

function named(role: 'when' | 'unless' | 'require', clause: PreparedClause, scene: Scene): ClauseResult {
  const result = clause.judge(scene);
  return {
    operator: role,
    status: result.status,
    says: role === 'when' ? 'applies when' : role === 'unless' ? 'does not apply when' : 'requires',
    evidence: [],
    missing: result.missing,
    parts: [result],
  };
}
