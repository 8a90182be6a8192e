import type { RecordEvidence } from '../model/evidence.ts';
import type { FactName } from '../model/fact-name.ts';
import type { Fact } from '../model/fact.ts';
import { sideOfModifiers } from '../model/law/modifier-meanings.ts';
import { roleOf, type SessionRule } from '../model/law/session-rule.ts';
import type { LineView } from '../model/line-view.ts';
import { addImpliedFacts, addImpliedGroup, implicationOf } from './code-facts.ts';
import { regionOrder, siteOrder } from './day-facts.ts';
import type { Facts, FactsOfDay } from './facts-of-day.ts';
import { FactCollector } from './procedure-facts.ts';

const NONE: Facts = new Map();
/** What looks at the other lines of the day, and is asked for by few criteria. */
const [REGION, SITE] = ['line.region-order', 'line.site-order'] as const;

/** The facts of one line as a policy with that session rule sees them, each group derived when it is asked for. */
export class FactsUnderRule {
  readonly #line: LineView;
  readonly #day: FactsOfDay;
  readonly #rule: SessionRule;
  readonly #own: Facts;
  readonly #evidence: RecordEvidence;
  /** `procedure.*` of the chart, which no rule changes. */
  readonly #procedure: Facts;
  #underRule: Facts | undefined;
  readonly #orders = new FactCollector();
  readonly #asked = new Set<string>();

  /** `own` are the facts of the line itself, `evidence` is the line. */
  constructor(line: LineView, day: FactsOfDay, rule: SessionRule, own: Facts, evidence: RecordEvidence) {
    this.#line = line;
    this.#day = day;
    this.#rule = rule;
    this.#own = own;
    this.#evidence = evidence;
    this.#procedure = line.procedure ? day.ofProcedure(line.procedure) : NONE;
  }

  get(name: string): Fact | undefined {
    if (name.startsWith('procedure.')) return this.#ofProcedure(name);
    if (name.startsWith('line.')) return this.#own.get(name) ?? this.#order(name);
    if (name.startsWith('session.')) return this.#day.ofSession(this.#rule).get(name);
    return undefined;
  }

  /** Every one that is known. */
  all(): Facts {
    for (const name of [REGION, SITE]) this.#order(name);
    this.#ofProcedure('procedure.role');
    const maps = [this.#own, this.#procedure, this.#underRule ?? NONE, this.#orders.facts];
    return new Map([...maps, this.#day.ofSession(this.#rule)].flatMap((facts) => [...facts]));
  }

  #ofProcedure(name: string): Fact | undefined {
    return (this.#underRule ??= this.#deriveProcedure()).get(name) ?? this.#procedure.get(name);
  }

  #deriveProcedure(): Facts {
    const { procedure, code, modifiers } = this.#line;
    const { request, implications } = this.#day;
    const implied = implicationOf(implications, code, request.context.dateOfService);
    const found = new FactCollector(procedure ? this.#day.ofGroup(procedure, this.#rule) : NONE);
    if (!procedure && implied) {
      addImpliedFacts(found, implied, this.#rule, this.#evidence);
      found.add('procedure.side', sideOfModifiers(modifiers, implications.modifiers), [this.#evidence]);
    }
    const known = (name: FactName) => found.facts.get(name) ?? this.#procedure.get(name);
    if (procedure && implied && !known('procedure.region-group'))
      addImpliedGroup(found, implied, this.#rule, this.#evidence);
    const kind = known('procedure.kind');
    const intent = known('procedure.intent')?.value;
    const role = roleOf(this.#rule, {
      kinds: typeof kind?.value === 'string' ? [kind.value] : kind?.among,
      modifiers,
      intent: typeof intent === 'string' ? intent : undefined,
    });
    found.add('procedure.role', role, [this.#evidence]);
    return found.facts;
  }

  #order(name: string): Fact | undefined {
    if (name !== REGION && name !== SITE) return undefined;
    if (!this.#asked.has(name)) {
      this.#asked.add(name);
      const order = name === REGION ? regionOrder : siteOrder;
      const value = order(this.#line, this.#day.request, this.#rule, this.#day.implications);
      this.#orders.add(name, value, [this.#evidence]);
    }
    return this.#orders.facts.get(name);
  }
}
