import type { Fact } from '../model/fact.ts';
import type { SessionRule } from '../model/law/session-rule.ts';
import type { Procedure } from '../model/procedure.ts';
import type { Implications } from './code-facts.ts';
import { addContextFacts } from './context-facts.ts';
import { addClaimFacts, addDayFacts } from './day-facts.ts';
import { addGroupFacts, addProcedureFacts, FactCollector } from './procedure-facts.ts';
import type { CoverageRequest } from './request.ts';
import { TOLD, toldFact } from './told-facts.ts';

export type Facts = ReadonlyMap<string, Fact>;

/**
 * What the lines of one date have in common, derived once and only when it is asked for: facts of the claim and the
 * context, of each procedure, and of the day as a session rule sees it. Lines that share a Fact share the very object.
 */
export class FactsOfDay {
  readonly request: CoverageRequest;
  readonly implications: Implications;
  #claim: Facts | undefined;
  readonly #told = new Map<string, Fact | undefined>();
  readonly #procedures = new Map<Procedure, Facts>();
  readonly #groups = new Map<SessionRule, Map<Procedure, Facts>>();
  readonly #sessions = new Map<SessionRule, Facts>();

  constructor(request: CoverageRequest, implications: Implications) {
    this.request = request;
    this.implications = implications;
  }

  /** What is the same for all lines: of the claim, the context and what the chart tells at all. */
  get(name: string): Fact | undefined {
    return TOLD.has(name) ? this.#toldFact(name) : this.#ofClaim().get(name);
  }

  /** Every one of these that is known. */
  all(): Facts {
    const told = [...TOLD.keys()].map((name) => this.#toldFact(name)).filter((fact) => fact !== undefined);
    return new Map([...this.#ofClaim(), ...told.map((fact) => [fact.name, fact] as const)]);
  }

  /** `procedure.*` as every policy sees the procedure. */
  ofProcedure(procedure: Procedure): Facts {
    let facts = this.#procedures.get(procedure);
    if (!facts) {
      const found = new FactCollector();
      addProcedureFacts(found, procedure);
      this.#procedures.set(procedure, (facts = found.facts));
    }
    return facts;
  }

  /** Region group and count of levels, which hang on the rule. */
  ofGroup(procedure: Procedure, rule: SessionRule): Facts {
    let groups = this.#groups.get(rule);
    if (!groups) this.#groups.set(rule, (groups = new Map()));
    let facts = groups.get(procedure);
    if (!facts) {
      const found = new FactCollector();
      addGroupFacts(found, procedure, this.request.procedures, rule);
      groups.set(procedure, (facts = found.facts));
    }
    return facts;
  }

  /** `session.*`: all that was done on the date. */
  ofSession(rule: SessionRule): Facts {
    let facts = this.#sessions.get(rule);
    if (!facts) {
      const found = new FactCollector();
      addDayFacts(found, this.request, rule, this.implications);
      this.#sessions.set(rule, (facts = found.facts));
    }
    return facts;
  }

  #ofClaim(): Facts {
    if (this.#claim) return this.#claim;
    const found = new FactCollector();
    addClaimFacts(found, this.request);
    addContextFacts(found, this.request);
    return (this.#claim = found.facts);
  }

  /** For a chart is read as far as it is asked. */
  #toldFact(name: string): Fact | undefined {
    if (!this.#told.has(name)) this.#told.set(name, toldFact(name, this.request.sheet));
    return this.#told.get(name);
  }
}
