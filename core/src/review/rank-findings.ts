import type { Finding, Severity } from '../model/finding.ts';

const WEIGHT: Readonly<Record<Severity, number>> = { block: 0, warn: 1, note: 2 };

/**
 * What to fix first: blocks before warnings before notes, the claim as a whole before its lines, then in claim order.
 * Two findings that say the same about the same line are one.
 */
export function rankFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  const distinct = findings.filter((finding) => {
    const key = `${finding.id}\n${finding.line ?? 0}\n${finding.what}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return distinct.toSorted(
    (one, other) =>
      WEIGHT[one.severity] - WEIGHT[other.severity] ||
      (one.line ?? 0) - (other.line ?? 0) ||
      compareText(one.id, other.id) ||
      compareText(one.what, other.what),
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
