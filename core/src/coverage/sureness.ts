import type { Confidence, Standing } from '../model/citation.ts';
import type { Severity } from '../model/finding.ts';

/** How sure a piece of law is. Only law that is sure enough blocks. */
export interface Sureness {
  readonly confidence: Confidence;
  readonly standing: Standing;
}

/** A block that rests on low confidence, or on law that is not settled, only warns. */
export function degrade(severity: Severity, sureness: readonly Sureness[]): Severity {
  const shaky = sureness.some((entry) => entry.confidence === 'low' || entry.standing !== 'settled');
  return severity === 'block' && shaky ? 'warn' : severity;
}
