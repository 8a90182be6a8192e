import type { Claim } from '../model/claim.ts';
import { diagnosesOfLine } from '../model/line-diagnoses.ts';
import type { ServiceLine } from '../model/review.ts';

/** The billed lines in the form of the Review; `supported` are those that the note speaks for. */
export function linesOfClaim(
  claim: Claim,
  supported: readonly ServiceLine[],
  kindOf: (code: string) => ServiceLine['kind'],
): ServiceLine[] {
  return claim.lines.map((line) => {
    const match = supported.find((entry) => entry.code === line.code);
    return {
      code: line.code,
      modifiers: [...line.modifiers],
      units: line.units,
      kind: match?.kind ?? kindOf(line.code),
      diagnoses: [...diagnosesOfLine(claim, line)],
      why: match ? `As billed. The note supports it: ${match.why}` : 'As billed.',
      evidence: match?.evidence ?? [{ source: 'claim' as const, at: `lines[${line.number - 1}]`, quote: line.code }],
      ...(match?.procedure === undefined ? {} : { procedure: match.procedure }),
    };
  });
}
