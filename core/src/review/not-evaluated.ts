import type { CodedDiagnosis } from '../coding/diagnoses/statement.ts';
import type { Claim } from '../model/claim.ts';
import { factValue, type FactSheet } from '../model/fact.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';

/** Sedation that has codes of its own. */
const SEDATION_WITH_CODES = new Set<unknown>(['moderate', 'deep', 'monitored-anesthesia-care', 'general']);

/** What the Review did not judge, and why: an honest list, in words. */
export function notEvaluated(
  context: ResolvedContext,
  assumed: readonly string[],
  notCoded: readonly string[],
  claim: Claim | undefined,
  diagnoses: readonly CodedDiagnosis[],
  facts: FactSheet,
): string[] {
  const list = [...assumed, ...(claim ? [] : notCoded)];
  if (!claim && SEDATION_WITH_CODES.has(factValue(facts, 'sedation.kind')))
    list.push(
      'Codes of sedation: sedation is told, but who may bill it depends on who gave it, an independent observer and the minutes.',
    );
  if (context.dateOfService === undefined)
    list.push(
      'Date of service not known: current codes were assumed; edits and coverage that depend on the date were not judged.',
    );
  if (!claim && diagnoses.length === 0)
    list.push('No diagnosis was found in the chart: diagnosis lists were not judged.');
  list.push('Expected amount: no fee data are loaded.');
  return list;
}
