import { objectionOf, openCriteria, saidOfTwin, type OpenCriterion } from '@interspace/core/coverage/open-criteria';
import { historyOf, type ReadSessions } from '@interspace/core/coverage/known-history';
import { seesOtherLines } from '@interspace/core/coverage/line-facts';
import type { PreparedPolicies } from '@interspace/core/coverage/prepare';
import type { CoverageRequest } from '@interspace/core/coverage/request';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import type { IsoDate } from '@interspace/core/model/date';
import type { FactSheet } from '@interspace/core/model/fact';
import type { Finding } from '@interspace/core/model/finding';
import type { KnownHistory } from '@interspace/core/model/history';
import type { SessionRule } from '@interspace/core/model/law/session-rule';
import type { Ledger } from '@interspace/core/model/ledger';
import type { Epochs } from './epochs.ts';
import { factsSeen, type PolicyScopes } from './policy-scopes.ts';
import { counts, type Need, type SessionCounts } from './session-counts.ts';

/** A need of a criterion in one line of a claim; it says nothing of the line without earlier sessions. */
export interface LineNeed extends Need {
  readonly open: OpenCriterion;
}

/** What counting criteria see of a line with some code. */
export interface CountedSight {
  readonly epochs: Epochs;
  /** The other lines of its claim. */
  readonly others: boolean;
  /** The day itself, and not only the law on it. */
  readonly day: boolean;
}

/** The criteria that count sessions, line by line: all that a patient's other claims alone can make fail. */
export class CountedLines {
  readonly counts: SessionCounts;
  readonly #law: PreparedPolicies;
  readonly #scopes: PolicyScopes;
  readonly #sheet: FactSheet;
  readonly #sights = new Map<string, CountedSight>();

  /** `law` has only criteria that count; `sheet` is that of a claim without a chart. */
  constructor(law: PreparedPolicies, countsOf: SessionCounts, scopes: PolicyScopes, sheet: FactSheet) {
    this.#law = law;
    this.counts = countsOf;
    this.#scopes = scopes;
    this.#sheet = sheet;
  }

  sightOf(code: string): CountedSight {
    let known = this.#sights.get(code);
    if (!known) {
      const { epochs, others } = this.#scopes.of([code]);
      const facts = [...others.keys()].flatMap((policy) => factsSeen(policy, counts));
      known = { epochs, others: facts.some(seesOtherLines), day: facts.includes('encounter.date-of-service') };
      if (this.#sights.size > 10_000) this.#sights.clear();
      this.#sights.set(code, known);
    }
    return known;
  }

  /** What can be objected to in the line with this index. What is told of a criterion without history stays so with it. */
  needsOf(index: number, request: CoverageRequest): readonly LineNeed[] {
    const needs: LineNeed[] = [];
    for (const open of openCriteria(request.lines[index]!, request, this.#law)) {
      const need = this.counts.needOf(open.entry.id);
      // Written out, so that all have one shape.
      if (need && open.status === 'unknown')
        needs.push({ group: need.group, limit: need.limit, near: need.near, open });
    }
    return needs;
  }

  /** What is said of the lines with these needs on a day, after such sessions; `read` keeps how their codes were read. */
  objections(needs: readonly LineNeed[], on: IsoDate, history: KnownHistory, read?: ReadSessions): readonly Finding[] {
    const ledgers = new Map<SessionRule, Ledger>();
    const ledgerOf = (rule: SessionRule): Ledger => {
      let ledger = ledgers.get(rule);
      if (!ledger) {
        const known = historyOf({ history, sheet: this.#sheet, procedures: [] }, rule, this.#law.implications, read);
        ledgers.set(rule, (ledger = openLedger(known, rule, on)));
      }
      return ledger;
    };
    const found: Finding[] = [];
    const told: Told[] = [];
    for (const { open } of needs) {
      const twin = told.find((one) => isTwin(one.open, open));
      const known = twin?.finding && saidOfTwin(twin.finding, open.line);
      const finding = twin && (known || !twin.finding) ? known : objectionOf(open, on, ledgerOf, this.#law);
      if (!twin) told.push({ open, finding });
      if (finding) found.push(finding);
    }
    return found;
  }
}

/** What came of a criterion in one line. */
interface Told {
  readonly open: OpenCriterion;
  readonly finding: Finding | undefined;
}

/** The same criterion, of which the lines show it the same. */
function isTwin(one: OpenCriterion, other: OpenCriterion): boolean {
  return one.entry === other.entry && one.document === other.document && one.sees === other.sees;
}
