import type { Claim, ClaimLine } from '../model/claim.ts';
import { cents, type Cents } from '../model/money.ts';
import type { Context, StatedClaim } from '../model/review-input.ts';

/** A claim written as lines becomes the same noun that a codec makes of a claim file. */
export function claimFromForm(stated: StatedClaim, context: Context): Claim {
  const diagnoses = [...new Set([...stated.diagnoses, ...stated.lines.flatMap((line) => line.diagnoses)])];
  const lines = stated.lines.map((line, index): ClaimLine => ({
    number: index + 1,
    code: line.code,
    modifiers: line.modifiers,
    units: line.units,
    charge: dollars(line.charge),
    from: line.date ?? context.dateOfService,
    placeOfService: context.placeOfService,
    // A line that names none stands for the claim's diagnoses in their order; a claim form has four pointers.
    pointers:
      line.diagnoses.length > 0
        ? line.diagnoses.map((code) => diagnoses.indexOf(code) + 1)
        : diagnoses.slice(0, 4).map((_, at) => at + 1),
  }));
  return {
    id: stated.id,
    type: context.claimType ?? 'professional',
    placeOfService: context.placeOfService,
    diagnoses,
    authorization: stated.authorization,
    trial: stated.trial,
    lines,
  };
}

function dollars(amount: number | undefined): Cents | undefined {
  return amount === undefined ? undefined : cents(Math.round(amount * 100));
}
