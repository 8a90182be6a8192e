import type { RecordEvidence } from '../model/evidence.ts';
import type { FactName } from '../model/fact-name.ts';
import type { FactValue } from '../model/fact.ts';
import type { SessionRule } from '../model/law/session-rule.ts';
import type { LineView } from '../model/line-view.ts';
import { implicationOf, type Implications } from './code-facts.ts';
import { highestLevel } from './day-facts.ts';
import { FactsOfDay, type Facts } from './facts-of-day.ts';
import { FactsUnderRule } from './facts-under-rule.ts';
import { lineEvidence } from './line-evidence.ts';
import { FactCollector } from './procedure-facts.ts';
import type { CoverageRequest } from './request.ts';

/** Facts of a line that hang on nothing but the line itself and the context. */
const OF_ITSELF = /^line\.(code|modifiers|units|diagnoses|place-of-service|guidance-included)$/;

/** Whether a fact of a line may be another when the claim has other lines beside it; what a chart tells is neither. */
export function seesOtherLines(fact: string): boolean {
  return /^(line|claim|session)\./.test(fact) && !OF_ITSELF.test(fact);
}

/** Whether a fact may differ between lines that stand for one procedure and lie in one region group. */
export function isOfLine(fact: string): boolean {
  return fact.startsWith('line.') || fact === 'procedure.role';
}

/** Facts by name, some of them derived only when they are asked for. */
export type FactsOfLine = Pick<Facts, 'get'>;
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
): Facts {
  const day = new FactsOfDay(request, implications);
  const evidence = lineEvidence(line);
  const own = factsOfItself(line, day, evidence);
  return new Map([...day.all(), ...new FactsUnderRule(line, day, rule, own, evidence).all()]);
}

/** The same for several rules, as far as it is asked for: what does not hang on the rule is derived once. */
export function lineFactsOf(
  line: LineView,
  request: CoverageRequest,
  implications: Implications,
  day: FactsOfDay = new FactsOfDay(request, implications),
): LineFactsOf {
  const evidence = lineEvidence(line);
  let own: Facts | undefined;
  const known = new Map<SessionRule, FactsOfLine>();
  return (rule) => {
    let facts = known.get(rule);
    if (!facts) {
      own ??= factsOfItself(line, day, evidence);
      const under = new FactsUnderRule(line, day, rule, own, evidence);
      facts = { get: (name) => under.get(name) ?? day.get(name) };
      known.set(rule, facts);
    }
    return facts;
  };
}

/** What no session rule changes. */
function factsOfItself(line: LineView, { request, implications }: FactsOfDay, from: RecordEvidence): Facts {
  const { context, lines } = request;
  const on = context.dateOfService;
  const implied = implicationOf(implications, line.code, on);
  const found = new FactCollector();
  const evidence = [from];
  const put = (name: FactName, value: FactValue | undefined) => found.add(name, value, evidence);
  put('line.code', line.code);
  put('line.modifiers', line.modifiers);
  put('line.units', line.units);
  put('line.diagnoses', line.diagnoses);
  put('line.place-of-service', line.placeOfService ?? context.placeOfService);
  put('line.guidance-included', implied?.guidanceIncluded);
  put('line.highest-level', highestLevel(line, lines, implications, on));
  return found.facts;
}
