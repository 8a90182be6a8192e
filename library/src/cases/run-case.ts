import { judgeOne, type Situation } from '@interspace/core/coverage/judge-one';
import type { PreparedPolicies } from '@interspace/core/coverage/prepare';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import type { Status } from '@interspace/core/model/determination';
import type { Fact } from '@interspace/core/model/fact';
import type { History } from '@interspace/core/model/history';
import type { Clause } from '@interspace/core/model/law/clause';
import type { Criterion } from '@interspace/core/model/law/criterion';
import type { Policy } from '@interspace/core/model/law/policy';
import { defined } from '../compile/citations.ts';
import type { CriterionCase } from './case-file.ts';

/** What a case found against what it expected; no `wrong` means that it passed. */
export interface CaseOutcome {
  readonly status: Status;
  readonly wrong: readonly string[];
}

/** Runs one case of a criterion. Not in force on the date is `not-applicable`. */
export function runCase(
  stated: CriterionCase,
  criterion: Criterion,
  policy: Policy,
  law: PreparedPolicies,
  watch: (clause: Clause, status: Status) => void,
): CaseOutcome {
  const judged = judgeOne({ ...situationOf(stated, criterion, policy), watch }, law);
  const status = judged?.result.status ?? 'not-applicable';
  const wrong: string[] = [];
  const compare = (what: string, expected: string | undefined, found: string | undefined) => {
    if (expected !== undefined && expected !== found)
      wrong.push(`${what}: expected ${expected}, found ${found ?? 'nothing'}`);
  };
  compare('status', stated.expect, status);
  compare('next eligible date', stated.next, judged?.next);
  compare('severity', stated.severity, judged?.result.severity);
  if (stated.missing)
    compare('missing', [...stated.missing].sort().join(', '), [...(judged?.result.missing ?? [])].sort().join(', '));
  if (stated.says !== undefined && !judged?.finding?.what.includes(stated.says)) {
    wrong.push(`finding: "${judged?.finding?.what ?? ''}" does not contain "${stated.says}"`);
  }
  return { status, wrong };
}

/** A stated case as the situation that coverage judges. */
export function situationOf(stated: CriterionCase, criterion: Criterion, policy: Policy): Situation {
  return {
    policy,
    criterion,
    document: stated.document,
    on: stated.on,
    facts: factsOf(stated),
    line: stated.line && { number: 1, ...stated.line, diagnoses: stated.line.diagnoses },
    history: historyOf(stated, policy),
    openLedger,
  };
}

function factsOf(stated: CriterionCase): Map<string, Fact> {
  return new Map(Object.entries(stated.facts).map(([name, value]) => [name, { name, value, evidence: [] }]));
}

function historyOf({ history }: CriterionCase, policy: Policy): History | undefined {
  if (history === undefined) return undefined;
  if (history === 'none') return { complete: true, sessions: [] };
  const family = policy.session.families[0] ?? '';
  return {
    ...defined({ complete: history.complete, completeSince: history['complete-since'] }),
    sessions: history.sessions.map((session) => ({
      ...defined(session),
      family: session.family ?? family,
    })),
  };
}
