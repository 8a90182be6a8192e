import type { Claim, ClaimLine } from '../model/claim.ts';
import { factValue, type FactSheet } from '../model/fact.ts';
import type { EngineInput } from '../model/review-input.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import type { ServiceLine } from '../model/review.ts';

/** The claim that the proposed lines would make, so that the same edits judge it that judge a claim from a file. */
export function claimFromLines(
  lines: readonly ServiceLine[],
  context: ResolvedContext,
  input: EngineInput,
  facts: FactSheet,
): Claim {
  const trial = factValue(facts, 'encounter.clinical-trial');
  const diagnoses = [...new Set(lines.flatMap((line) => line.diagnoses))];
  return {
    id: input.id ?? 'review',
    type: context.claimType ?? 'professional',
    placeOfService: context.placeOfService,
    diagnoses,
    trial: typeof trial === 'string' ? trial : undefined,
    lines: lines.map((line, index) => claimLine(line, index + 1, diagnoses, context)),
  };
}

function claimLine(
  line: ServiceLine,
  number: number,
  diagnoses: readonly string[],
  context: ResolvedContext,
): ClaimLine {
  return {
    number,
    code: line.code,
    modifiers: line.modifiers,
    units: line.units,
    from: context.dateOfService,
    placeOfService: context.placeOfService,
    pointers: line.diagnoses.map((code) => diagnoses.indexOf(code) + 1),
  };
}
