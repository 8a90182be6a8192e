import type { RecordEvidence } from '../model/evidence.ts';
import type { FactName } from '../model/fact-name.ts';
import type { Fact, FactValue } from '../model/fact.ts';
import { roleOf, type SessionRule } from '../model/law/session-rule.ts';
import type { LineView } from '../model/line-view.ts';
import { addImpliedFacts, addImpliedGroup, implicationOf, type Implications } from './code-facts.ts';
import { addDayFacts, highestLevel, regionOrder, siteOrder } from './day-facts.ts';
import { FactCollector, procedureFacts } from './procedure-facts.ts';
import type { CoverageRequest } from './request.ts';
import { addToldFacts } from './told-facts.ts';

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
  const on = request.context.dateOfService;
  const implied = implicationOf(implications, line.code, on);
  const evidence = lineEvidence(line);
  const found = line.procedure ? procedureFacts(line.procedure, request.procedures, rule) : new FactCollector();
  if (!line.procedure && implied) addImpliedFacts(found, implied, rule, evidence);
  else if (implied && !found.facts.has('procedure.region-group')) addImpliedGroup(found, implied, rule, evidence);
  const put = (name: FactName, value: FactValue | undefined) => found.add(name, value, [evidence]);
  put('line.code', line.code);
  put('line.modifiers', line.modifiers);
  put('line.units', line.units);
  put('line.diagnoses', line.diagnoses);
  put('line.place-of-service', line.placeOfService ?? request.context.placeOfService);
  put('line.guidance-included', implied?.guidanceIncluded);
  put('line.region-order', regionOrder(line, request, rule, implications));
  put('line.site-order', siteOrder(line, request, rule, implications));
  put('line.highest-level', highestLevel(line, request.lines, implications, on));
  const kind = found.facts.get('procedure.kind');
  const intent = found.facts.get('procedure.intent')?.value;
  const role = roleOf(rule, {
    kinds: typeof kind?.value === 'string' ? [kind.value] : kind?.among,
    modifiers: line.modifiers,
    intent: typeof intent === 'string' ? intent : undefined,
  });
  put('procedure.role', role);
  addDayFacts(found, request, rule, implications);
  addContextFacts(found, request);
  addToldFacts(found, request.sheet);
  return found.facts;
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
