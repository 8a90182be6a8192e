import type { DiagnosisSupport } from '../../model/law/diagnosis.ts';
import type { Procedure } from '../../model/procedure.ts';
import type { ServiceLine } from '../../model/review.ts';
import type { CodedDiagnosis } from './statement.ts';

/** A claim line holds this many pointers. */
const POINTERS = 4;

/**
 * Each line points at the diagnoses that were its reason: those that speak for its procedure's family first, and those
 * alone when several families were done, because a pointer to another procedure's reason explains nothing. Where the
 * first was only told in the narrative, the line quotes it.
 */
export function pointDiagnoses(
  lines: readonly ServiceLine[],
  procedures: readonly Procedure[],
  diagnoses: readonly CodedDiagnosis[],
  supports: readonly DiagnosisSupport[],
): ServiceLine[] {
  const families = new Map(procedures.map((procedure) => [procedure.id, procedure.family]));
  const several = new Set(families.values()).size > 1;
  return lines.map((line) => {
    const family = line.procedure === undefined ? undefined : families.get(line.procedure);
    const codes = supports.find((entry) => entry.family === family)?.codes ?? [];
    const own = diagnoses.filter(({ code }) => codes.some((prefix) => code.startsWith(prefix)));
    const ordered = [...own, ...(several && own.length > 0 ? [] : diagnoses.filter((one) => !own.includes(one)))];
    const pointed = { ...line, diagnoses: ordered.slice(0, POINTERS).map(({ code }) => code) };
    const [first] = ordered;
    return first?.told === undefined || line.kind !== 'procedure' ? pointed : quoting(pointed, first);
  });
}

/** A coder sees where a reason comes from that no list of diagnoses states. */
function quoting(line: ServiceLine, { code, why, evidence }: CodedDiagnosis): ServiceLine {
  return { ...line, why: `${line.why} ${code}: ${why}`.trim(), evidence: [...line.evidence, ...evidence] };
}
