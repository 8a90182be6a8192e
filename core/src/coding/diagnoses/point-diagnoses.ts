import type { DiagnosisSupport } from '../../model/law/diagnosis.ts';
import type { Procedure } from '../../model/procedure.ts';
import type { ServiceLine } from '../../model/review.ts';

/** A claim line holds this many pointers. */
const POINTERS = 4;

/**
 * Each line points at the diagnoses that were its reason: those that speak for its procedure's family first, and those
 * alone when several families were done, because a pointer to another procedure's reason explains nothing.
 */
export function pointDiagnoses(
  lines: readonly ServiceLine[],
  procedures: readonly Procedure[],
  diagnoses: readonly string[],
  supports: readonly DiagnosisSupport[],
): ServiceLine[] {
  const families = new Map(procedures.map((procedure) => [procedure.id, procedure.family]));
  const several = new Set(families.values()).size > 1;
  return lines.map((line) => {
    const family = line.procedure === undefined ? undefined : families.get(line.procedure);
    const codes = supports.find((entry) => entry.family === family)?.codes ?? [];
    const own = diagnoses.filter((code) => codes.some((prefix) => code.startsWith(prefix)));
    const ordered = [...own, ...(several && own.length > 0 ? [] : diagnoses.filter((code) => !own.includes(code)))];
    return { ...line, diagnoses: ordered.slice(0, POINTERS) };
  });
}
