import type { IsoDate } from '../model/date.ts';
import type { Fact } from '../model/fact.ts';
import type { SessionRule } from '../model/law/session-rule.ts';
import type { Ledger } from '../model/ledger.ts';
import type { LineView } from '../model/line-view.ts';
import type { Implications } from './code-facts.ts';
import { historyOf } from './known-history.ts';
import { lineFactsOf, sharedFacts, type LineFactsOf } from './line-facts.ts';
import type { CoverageRequest } from './request.ts';

/** A request with what its lines and the policies have in common, derived once: facts, and sessions as a rule counts them. */
export class Occasion {
  readonly request: CoverageRequest;
  readonly #implications: Implications;
  #shared: ReadonlyMap<string, Fact> | undefined;
  readonly #lines = new Map<LineView, LineFactsOf>();
  readonly #ledgers = new Map<SessionRule, Ledger>();

  constructor(request: CoverageRequest, implications: Implications) {
    this.request = request;
    this.#implications = implications;
  }

  /** The facts of one line as a policy with that session rule sees them, and behind them those of the encounter. */
  factOf(line: LineView, rule: SessionRule): (name: string) => Fact | undefined {
    let under = this.#lines.get(line);
    if (!under) {
      this.#shared ??= sharedFacts(this.request);
      this.#lines.set(line, (under = lineFactsOf(line, this.request, this.#implications, this.#shared)));
    }
    const facts = under(rule);
    const { sheet } = this.request;
    return (name) => facts.get(name) ?? sheet.get(name);
  }

  /** The earlier sessions as the rule counts them on the date of service. */
  ledgerOf(rule: SessionRule): Ledger {
    let ledger = this.#ledgers.get(rule);
    if (!ledger) {
      const { openLedger, context } = this.request;
      ledger = openLedger(historyOf(this.request, rule, this.#implications), rule, context.dateOfService as IsoDate);
      this.#ledgers.set(rule, ledger);
    }
    return ledger;
  }
}
