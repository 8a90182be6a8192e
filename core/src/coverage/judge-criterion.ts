import type { ClauseResult, CriterionResult, Status } from '../model/determination.ts';
import type { CriterionInForce, PreparedPart } from './in-force.ts';
import { NONE, notesIn, type Scene } from './scene.ts';
import { missingOf } from './status.ts';

/**
 * One criterion on one line. `when` not met or `unless` met: it does not apply. While one of them is unknown, a
 * requirement that is met anyway stands; one that is not met waits for it.
 */
export function judgeCriterion(entry: CriterionInForce, scene: Scene): CriterionResult {
  const { id, title } = entry;
  const when = entry.when && named('when', entry.when, scene);
  const unless = entry.unless && named('unless', entry.unless, scene);
  const require = excluded(when?.status, unless?.status) ? undefined : named('require', entry.require, scene);
  const open = when?.status === 'unknown' || unless?.status === 'unknown';
  const status = require === undefined ? 'not-applicable' : whole(require.status, open);
  const parts = present(when, unless, require);
  // Facts that decide whether it applies are asked first; a requirement that is known waits only for them.
  const missing = status === 'unknown' ? missingOf(parts) : [];
  const severity = scene.doubts.length > 0 && entry.severity === 'block' ? 'warn' : entry.severity;
  return {
    criterion: id,
    title,
    status,
    severity,
    tree: composed('criterion', status, title, missing, parts),
    citation: entry.citation,
    missing,
    silence: silenceOf(entry, when?.status),
  };
}

/** A result that is nothing but its parts. All results have the same keys in one order: one shape is read fastest. */
function composed(
  operator: string,
  status: Status,
  says: string,
  missing: readonly string[],
  parts: readonly ClauseResult[],
): ClauseResult {
  const nothing = undefined;
  return {
    operator,
    status,
    says,
    fact: nothing,
    found: nothing,
    evidence: NONE,
    missing,
    count: nothing,
    citation: nothing,
    parts,
  };
}

/** Those that were judged, in order. */
function present(
  when: ClauseResult | undefined,
  unless: ClauseResult | undefined,
  require: ClauseResult | undefined,
): readonly ClauseResult[] {
  if (!unless) return when ? (require ? [when, require] : [when]) : require ? [require] : NONE;
  if (!when) return require ? [unless, require] : [unless];
  return require ? [when, unless, require] : [when, unless];
}

/** What is said of a criterion where only its status is asked. */
export type CriterionStatus = Pick<CriterionResult, 'criterion' | 'title' | 'status' | 'severity' | 'silence'>;

/** How the same criterion comes out, without the tree that shows why. */
export function statusOfCriterion(entry: CriterionInForce, scene: Scene): CriterionStatus {
  const { id, title, severity } = entry;
  const when = entry.when?.status(scene);
  const unless = excluded(when, undefined) ? undefined : entry.unless?.status(scene);
  const open = when === 'unknown' || unless === 'unknown';
  const status = excluded(when, unless) ? 'not-applicable' : whole(entry.require.status(scene), open);
  return { criterion: id, title, status, severity, silence: silenceOf(entry, when) };
}

function excluded(when: Status | undefined, unless: Status | undefined): boolean {
  return when === 'not-met' || when === 'not-applicable' || unless === 'met';
}

function whole(require: Status, open: boolean): Status {
  return open && require === 'not-met' ? 'unknown' : require;
}

/** What is known to apply is asked for; only silence about whether it applies is tolerated. */
function silenceOf({ silence }: CriterionInForce, when: Status | undefined): CriterionResult['silence'] {
  return when === 'met' ? undefined : silence;
}

const SAYS = { when: 'applies when', unless: 'does not apply when', require: 'requires' } as const;

function named(role: keyof typeof SAYS, part: PreparedPart, scene: Scene): ClauseResult {
  const known = part.ofProcedure ? scene.known?.get(part) : undefined;
  if (known) return known;
  const noted = notesIn(scene);
  const result = part.judge(scene);
  const told = composed(role, result.status, SAYS[role], result.missing, [result]);
  // What was noted beside the result must be noted for each line.
  if (part.ofProcedure && scene.known && notesIn(scene) === noted) scene.known.set(part, told);
  return told;
}
