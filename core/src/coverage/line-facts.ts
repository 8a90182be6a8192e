import type { RecordEvidence } from '../model/evidence.ts';
import type { FactName } from '../model/fact-name.ts';
import type { Fact, FactValue } from '../model/fact.ts';
import { roleOf, type SessionRule } from '../model/law/session-rule.ts';
import type { CodeImplication } from '../model/law/policy.ts';
import type { LineView } from '../model/line-view.ts';
import { addImpliedFacts, addImpliedGroup, implicationOf, type Implications } from './code-facts.ts';
import { addClaimFacts, addDayFacts, highestLevel, regionOrder, siteOrder } from './day-facts.ts';
import { addGroupFacts, addProcedureFacts, FactCollector } from './procedure-facts.ts';
import type { CoverageRequest } from './request.ts';
import { addToldFacts } from './told-facts.ts';

/** Facts of a line that hang on nothing but the line itself and the context. */
const OF_ITSELF = /^line\.(code|modifiers|units|diagnoses|place-of-service|guidance-included)$/;

/** Whether a fact of a line may be another when the claim has other lines beside it; what a chart tells is neither. */
export function seesOtherLines(fact: string): boolean {
  return /^(line|claim|session)\./.test(fact) && !OF_ITSELF.test(fact);
}

/** The facts of one line as a policy with that session rule sees them. */
export type LineFactsOf = (rule: SessionRule) => ReadonlyMap<string, Fact>;

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
  return lineFactsOf(line, request, implications)(rule);
}

/** The same for several rules: what does not hang on the rule is derived once. */
export function lineFactsOf(line: LineView, request: CoverageRequest, implications: Implications): LineFactsOf {
  const on = request.context.dateOfService;
  const implied = implicationOf(implications, line.code, on);
  const evidence = [lineEvidence(line)] as const;
  let same: FactCollector | undefined;
  return (rule) => {
    same ??= alike(line, request, implied, evidence, highestLevel(line, request.lines, implications, on));
    const found = new FactCollector(same.facts);
    const put = (name: FactName, value: FactValue | undefined) => found.add(name, value, evidence);
    if (line.procedure) addGroupFacts(found, line.procedure, request.procedures, rule);
    else if (implied) addImpliedFacts(found, implied, rule, evidence[0]);
    if (line.procedure && implied && !found.facts.has('procedure.region-group'))
      addImpliedGroup(found, implied, rule, evidence[0]);
    put('line.region-order', regionOrder(line, request, rule, implications));
    put('line.site-order', siteOrder(line, request, rule, implications));
    const kind = found.facts.get('procedure.kind');
    const intent = found.facts.get('procedure.intent')?.value;
    const role = roleOf(rule, {
      kinds: typeof kind?.value === 'string' ? [kind.value] : kind?.among,
      modifiers: line.modifiers,
      intent: typeof intent === 'string' ? intent : undefined,
    });
    put('procedure.role', role);
    addDayFacts(found, request, rule, implications);
    return found.facts;
  };
}

/** What no session rule changes. */
function alike(
  line: LineView,
  request: CoverageRequest,
  implied: CodeImplication | undefined,
  evidence: readonly [RecordEvidence],
  level: number | undefined,
): FactCollector {
  const found = new FactCollector();
  if (line.procedure) addProcedureFacts(found, line.procedure);
  const put = (name: FactName, value: FactValue | undefined) => found.add(name, value, evidence);
  put('line.code', line.code);
  put('line.modifiers', line.modifiers);
  put('line.units', line.units);
  put('line.diagnoses', line.diagnoses);
  put('line.place-of-service', line.placeOfService ?? request.context.placeOfService);
  put('line.guidance-included', implied?.guidanceIncluded);
  put('line.highest-level', level);
  addClaimFacts(found, request);
  addContextFacts(found, request);
  addToldFacts(found, request.sheet);
  return found;
}

export function lineEvidence(line: LineView): RecordEvidence {
  const modifiers = line.modifiers.length > 0 ? `-${line.modifiers.join('-')}` : '';
  return { source: 'claim', at: `lines[${line.number - 1}]`, quote: `${line.code}${modifiers} x${line.units}` };
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
