import type { FactName } from '../model/fact-name.ts';
import type { Fact, FactValue } from '../model/fact.ts';
import type { SessionRule } from '../model/law/session-rule.ts';
import type { LineView } from '../model/line-view.ts';
import { implicationOf, type Implications } from './code-facts.ts';
import { addClaimFacts, highestLevel } from './day-facts.ts';
import { FactsUnderRule } from './facts-under-rule.ts';
import { lineEvidence } from './line-evidence.ts';
import { addProcedureFacts, FactCollector } from './procedure-facts.ts';
import type { CoverageRequest } from './request.ts';
import { addToldFacts } from './told-facts.ts';

/** Facts of a line that hang on nothing but the line itself and the context. */
const OF_ITSELF = /^line\.(code|modifiers|units|diagnoses|place-of-service|guidance-included)$/;

/** Whether a fact of a line may be another when the claim has other lines beside it; what a chart tells is neither. */
export function seesOtherLines(fact: string): boolean {
  return /^(line|claim|session)\./.test(fact) && !OF_ITSELF.test(fact);
}

/** Facts by name, some of them derived only when they are asked for. */
export type FactsOfLine = Pick<ReadonlyMap<string, Fact>, 'get'>;
/** The facts of one line as a policy with that session rule sees them. */
export type LineFactsOf = (rule: SessionRule) => FactsOfLine;

/**
 * Everything that is derived for one line under one policy's session rule: `line.*`, `procedure.*`, `session.*` of the
 * date of service, `encounter.*` of the context. Only what is known is in the map.
 */
export function lineFacts(
  line: LineView,
  request: CoverageRequest,
  rule: SessionRule,
  implications: Implications,
): ReadonlyMap<string, Fact> {
  const shared = sharedFacts(request);
  const own = factsOfItself(line, request, implications);
  return new Map([...shared, ...new FactsUnderRule(line, request, implications, rule, own).all()]);
}

/** The same for several rules, as far as it is asked for: what does not hang on the rule is derived once. */
export function lineFactsOf(
  line: LineView,
  request: CoverageRequest,
  implications: Implications,
  shared: ReadonlyMap<string, Fact> = sharedFacts(request),
): LineFactsOf {
  let own: ReadonlyMap<string, Fact> | undefined;
  const known = new Map<SessionRule, FactsOfLine>();
  return (rule) => {
    let facts = known.get(rule);
    if (!facts) {
      own ??= factsOfItself(line, request, implications);
      const under = new FactsUnderRule(line, request, implications, rule, own);
      facts = { get: (name) => under.get(name) ?? shared.get(name) };
      known.set(rule, facts);
    }
    return facts;
  };
}

/** What is the same for all lines: of the claim, the context and what the chart tells at all. */
export function sharedFacts(request: CoverageRequest): ReadonlyMap<string, Fact> {
  const found = new FactCollector();
  addClaimFacts(found, request);
  addContextFacts(found, request);
  addToldFacts(found, request.sheet);
  return found.facts;
}

/** What no session rule changes. */
function factsOfItself(
  line: LineView,
  request: CoverageRequest,
  implications: Implications,
): ReadonlyMap<string, Fact> {
  const on = request.context.dateOfService;
  const implied = implicationOf(implications, line.code, on);
  const found = new FactCollector();
  const evidence = [lineEvidence(line)];
  if (line.procedure) addProcedureFacts(found, line.procedure);
  const put = (name: FactName, value: FactValue | undefined) => found.add(name, value, evidence);
  put('line.code', line.code);
  put('line.modifiers', line.modifiers);
  put('line.units', line.units);
  put('line.diagnoses', line.diagnoses);
  put('line.place-of-service', line.placeOfService ?? request.context.placeOfService);
  put('line.guidance-included', implied?.guidanceIncluded);
  put('line.highest-level', highestLevel(line, request.lines, implications, on));
  return found.facts;
}

type EncounterFact = FactName extends infer N ? (N extends `encounter.${infer Rest}` ? Rest : never) : never;

function addContextFacts(found: FactCollector, { context }: CoverageRequest): void {
  const put = (name: EncounterFact, value: string | undefined) =>
    found.add(`encounter.${name}`, value, [{ source: 'context', at: `context.${name}`, quote: value ?? '' }]);
  put('place-of-service', context.placeOfService);
  put('claim-type', context.claimType);
  put('state', context.state);
  put('payer', context.payer);
  put('contractor', context.contractor);
  put('date-of-service', context.dateOfService);
}
