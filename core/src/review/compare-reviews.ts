import type { CriterionResult, Determination, Outcome, Status } from '../model/determination.ts';
import type { Severity } from '../model/finding.ts';
import type { Review } from '../model/review.ts';

/** A criterion that is judged otherwise; an absent side means that it was not part of the document. */
export interface TurnedCriterion {
  readonly criterion: string;
  readonly title: string;
  readonly before?: Status | undefined;
  readonly after?: Status | undefined;
  /** What a not-met means after; before, where there is no after. */
  readonly severity: Severity;
}

/** One line under one policy, judged otherwise. */
export interface JudgedOtherwise {
  readonly line: number;
  readonly code: string;
  readonly policy?: string | undefined;
  readonly documents: readonly [before: string | undefined, after: string | undefined];
  readonly outcomes: readonly [before: Outcome | undefined, after: Outcome | undefined];
  readonly turned: readonly TurnedCriterion[];
}

export interface Noted {
  readonly id: string;
  readonly severity?: Severity;
  readonly line?: number | undefined;
  readonly what: string;
}

export interface ReviewDifference {
  /** Claim lines as `64483 LT ×1`, when the two laws propose different ones. */
  readonly lines: readonly [before: readonly string[], after: readonly string[]];
  readonly judged: readonly JudgedOtherwise[];
  /** Findings of coding, edits and claim checks; those of criteria are in `judged`. */
  readonly findings: { readonly gone: readonly Noted[]; readonly come: readonly Noted[] };
  readonly authorization: { readonly gone: readonly Noted[]; readonly come: readonly Noted[] };
}

/** What two laws say differently about one encounter; undefined when they agree. */
export function compareReviews(before: Review, after: Review): ReviewDifference | undefined {
  const lines = [linesOf(before), linesOf(after)] as const;
  const judged = judgedOtherwise(before, after);
  const findings = apart(findingsOf(before), findingsOf(after));
  const authorization = apart(authorizationOf(before), authorizationOf(after));
  const sameLines = lines[0].join('\n') === lines[1].join('\n');
  const nothing = [judged, findings.gone, findings.come, authorization.gone, authorization.come].every(
    (list) => list.length === 0,
  );
  if (sameLines && nothing) return undefined;
  return { lines: sameLines ? [[], []] : lines, judged, findings, authorization };
}

function linesOf({ lines }: Review): string[] {
  return lines.map(({ code, modifiers, units }) => [code, ...modifiers, `×${units}`].join(' '));
}

function judgedOtherwise(before: Review, after: Review): JudgedOtherwise[] {
  // A line is the same one when its place and code are; where proposals differ the lines say so themselves.
  const codeOf = (review: Review, line: number) => review.lines[line - 1]?.code ?? '';
  const key = (review: Review, one: Determination) => `${one.line} ${codeOf(review, one.line)} ${one.policy ?? ''}`;
  const old = new Map(before.determinations.map((one) => [key(before, one), one]));
  const now = new Map(after.determinations.map((one) => [key(after, one), one]));
  const found: JudgedOtherwise[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(name), now.get(name)];
    const turned = turnedBetween(was?.criteria ?? [], is?.criteria ?? []);
    if (was?.outcome === is?.outcome && turned.length === 0) continue;
    const some = (is ?? was) as Determination;
    found.push({
      line: some.line,
      code: codeOf(is ? after : before, some.line),
      policy: some.policy,
      documents: [was?.document, is?.document],
      outcomes: [was?.outcome, is?.outcome],
      // Where a whole document comes or goes its criteria tell nothing more.
      turned: was?.policy !== undefined && is?.policy !== undefined ? turned : [],
    });
  }
  return found.sort((a, b) => a.line - b.line);
}

function turnedBetween(before: readonly CriterionResult[], after: readonly CriterionResult[]): TurnedCriterion[] {
  const old = new Map(before.map((one) => [one.criterion, one]));
  const now = new Map(after.map((one) => [one.criterion, one]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    const some = (is ?? was) as CriterionResult;
    const same = was?.status === is?.status && (was?.status !== 'not-met' || was.severity === is?.severity);
    // Not being there and not applying are the same to a claim.
    const idle = [was, is].every((one) => one === undefined || one.status === 'not-applicable');
    if (same || idle) return [];
    return [{ criterion: id, title: some.title, before: was?.status, after: is?.status, severity: some.severity }];
  });
}

function findingsOf(review: Review): Noted[] {
  const criteria = new Set(review.determinations.flatMap((one) => one.criteria.map(({ criterion }) => criterion)));
  return review.findings
    .filter(({ id }) => !criteria.has(id) && !id.startsWith('coverage/'))
    .map(({ id, severity, line, what }) => ({ id, severity, ...(line === undefined ? {} : { line }), what }));
}

function authorizationOf(review: Review): Noted[] {
  return review.authorization.map(({ program, line, status, what }) => ({
    id: `${program} ${status}`,
    ...(line === undefined ? {} : { line }),
    what,
  }));
}

function apart(before: readonly Noted[], after: readonly Noted[]): { gone: Noted[]; come: Noted[] } {
  const key = ({ id, severity, line }: Noted) => `${id} ${severity ?? ''} ${line ?? ''}`;
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
  return { gone: before.filter((one) => !now.has(key(one))), come: after.filter((one) => !old.has(key(one))) };
}
