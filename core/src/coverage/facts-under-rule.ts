import type { FactName } from '../model/fact-name.ts';
import type { Fact, FactValue } from '../model/fact.ts';
import { roleOf, type SessionRule } from '../model/law/session-rule.ts';
import type { LineView } from '../model/line-view.ts';
import { addImpliedFacts, addImpliedGroup, implicationOf, type Implications } from './code-facts.ts';
import { addDayFacts, regionOrder, siteOrder } from './day-facts.ts';
import { lineEvidence } from './line-evidence.ts';
import { addGroupFacts, FactCollector } from './procedure-facts.ts';
import type { CoverageRequest } from './request.ts';

/** The facts of one line that hang on a session rule, laid over those of the line itself; those of the day when asked for. */
export class FactsUnderRule {
  readonly #line: LineView;
  readonly #request: CoverageRequest;
  readonly #implications: Implications;
  readonly #rule: SessionRule;
  readonly #own: ReadonlyMap<string, Fact>;
  readonly #found = new FactCollector();
  readonly #asked = new Set<string>();

  constructor(
    line: LineView,
    request: CoverageRequest,
    implications: Implications,
    rule: SessionRule,
    own: ReadonlyMap<string, Fact>,
  ) {
    this.#line = line;
    this.#request = request;
    this.#implications = implications;
    this.#rule = rule;
    this.#own = own;
    this.#addProcedure();
  }

  get(name: string): Fact | undefined {
    return this.#found.facts.get(name) ?? this.#own.get(name) ?? this.#ofDay(name);
  }

  /** Every one that is known. */
  all(): ReadonlyMap<string, Fact> {
    for (const name of [SESSION, REGION, SITE]) this.#ofDay(name);
    return new Map([...this.#own, ...this.#found.facts]);
  }

  #addProcedure(): void {
    const { procedure } = this.#line;
    const implied = implicationOf(this.#implications, this.#line.code, this.#request.context.dateOfService);
    const evidence = lineEvidence(this.#line);
    if (procedure) addGroupFacts(this.#found, procedure, this.#request.procedures, this.#rule);
    else if (implied) addImpliedFacts(this.#found, implied, this.#rule, evidence);
    if (procedure && implied && !this.#known('procedure.region-group'))
      addImpliedGroup(this.#found, implied, this.#rule, evidence);
    const kind = this.#known('procedure.kind');
    const intent = this.#known('procedure.intent')?.value;
    const role = roleOf(this.#rule, {
      kinds: typeof kind?.value === 'string' ? [kind.value] : kind?.among,
      modifiers: this.#line.modifiers,
      intent: typeof intent === 'string' ? intent : undefined,
    });
    this.#put('procedure.role', role);
  }

  #ofDay(name: string): Fact | undefined {
    const group = name.startsWith(SESSION) ? SESSION : name === REGION || name === SITE ? name : undefined;
    if (group === undefined || this.#asked.has(group)) return undefined;
    this.#asked.add(group);
    if (group === SESSION) addDayFacts(this.#found, this.#request, this.#rule, this.#implications);
    else {
      const order = group === REGION ? regionOrder : siteOrder;
      this.#put(group, order(this.#line, this.#request, this.#rule, this.#implications));
    }
    return this.#found.facts.get(name);
  }

  #known(name: FactName): Fact | undefined {
    return this.#found.facts.get(name) ?? this.#own.get(name);
  }

  #put(name: FactName, value: FactValue | undefined): void {
    this.#found.add(name, value, [lineEvidence(this.#line)]);
  }
}

/** What looks at the whole day, and is asked for by few criteria. */
const [SESSION, REGION, SITE] = ['session.', 'line.region-order', 'line.site-order'] as const;
