import type { IsoDate } from '../model/date.ts';
import type { Fact } from '../model/fact.ts';
import type { SessionRule } from '../model/law/session-rule.ts';
import type { Ledger } from '../model/ledger.ts';
import type { LineView } from '../model/line-view.ts';
import type { Procedure } from '../model/procedure.ts';
import type { Implications } from './code-facts.ts';
import { historyOf } from './known-history.ts';
import { FactsOfDay } from './facts-of-day.ts';
import { lineFactsOf, type LineFactsOf } from './line-facts.ts';
import type { CoverageRequest } from './request.ts';
import type { Scene } from './scene.ts';

/** A request with what its lines and the policies have in common, derived once: facts, and sessions as a rule counts them. */
export class Occasion {
  readonly request: CoverageRequest;
  readonly #implications: Implications;
  readonly #day: FactsOfDay;
  readonly #lines = new Map<LineView, LineFactsOf>();
  readonly #known = new Map<Procedure, Map<Fact | undefined, NonNullable<Scene['known']>>>();
  readonly #ledgers = new Map<SessionRule, Ledger>();

  constructor(request: CoverageRequest, implications: Implications) {
    this.request = request;
    this.#implications = implications;
    this.#day = new FactsOfDay(request, implications);
  }

  /** The facts of one line as a policy with that session rule sees them, and behind them those of the encounter. */
  factOf(line: LineView, rule: SessionRule): (name: string) => Fact | undefined {
    let under = this.#lines.get(line);
    if (!under) {
      under = lineFactsOf(line, this.request, this.#implications, this.#day);
      this.#lines.set(line, under);
    }
    const facts = under(rule);
    const { sheet } = this.request;
    return (name) => facts.get(name) ?? sheet.get(name);
  }

  /**
   * What was judged for lines that are alike to this one: those of its procedure, where they have one Fact of the region
   * group. Undefined where there can be none.
   */
  knownFor({ procedure }: LineView, fact: (name: string) => Fact | undefined): Scene['known'] {
    if (!procedure || !this.#isShared(procedure)) return undefined;
    let ofProcedure = this.#known.get(procedure);
    if (!ofProcedure) this.#known.set(procedure, (ofProcedure = new Map()));
    const group = fact('procedure.region-group');
    let known = ofProcedure.get(group);
    if (!known) ofProcedure.set(group, (known = new Map()));
    return known;
  }

  /** Whether several services stand for a procedure. */
  #isShared(procedure: Procedure): boolean {
    let count = 0;
    for (const { procedure: other, kind } of this.request.lines)
      if (other === procedure && (kind ?? 'procedure') === 'procedure') count++;
    return count > 1;
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
