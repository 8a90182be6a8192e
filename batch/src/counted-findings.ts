import type { Finding, Severity } from '@interspace/core/model/finding';
import { addCause, graver, type Tally } from './tally.ts';

/** What of a Finding is counted. */
export type Counted = Pick<Finding, 'id' | 'severity' | 'line'>;

/** What is asked of a claim here. */
export interface Charges {
  /** Of the line with this number, in cents. */
  chargeOf(line: number): number;
}

/** What one cause says of a claim: a line counts once, and a claim no more than once. */
interface CountedCause {
  readonly id: string;
  severity: Severity;
  findings: number;
  /** Lines it stands at; nothing: it concerns the whole claim. */
  lines: readonly number[] | undefined;
  charges: number;
}

/**
 * The same Findings of one claim or of many: how often, of which cause and of how much money. Everything but the money is
 * the same for all claims; `add` takes that from each of them, `settle` hands all of it over and begins anew.
 */
export class CountedFindings {
  claims = 0;
  readonly #causes: readonly CountedCause[];
  readonly #severities: Readonly<Record<Severity, number>>;
  /** Lines with a blocking Finding; nothing: the whole claim is at risk. */
  readonly #blocked: readonly number[] | undefined;
  #atRisk = 0;

  constructor(findings: readonly Counted[]) {
    // Of one claim little is said: to go through it is faster than to keep it in maps.
    const causes: CountedCause[] = [];
    const severities = { block: 0, warn: 0, note: 0 };
    let blocked: readonly number[] | undefined = [];
    for (const { id, severity, line } of findings) {
      severities[severity]++;
      if (severity === 'block') blocked = withLine(blocked, line);
      let cause = causes.find((one) => one.id === id);
      if (!cause) causes.push((cause = { id, severity, findings: 0, lines: [], charges: 0 }));
      cause.severity = graver(cause.severity, severity);
      cause.findings++;
      cause.lines = withLine(cause.lines, line);
    }
    this.#causes = causes;
    this.#severities = severities;
    this.#blocked = blocked;
  }

  /** A claim of which all this is said; `total` is what it charges. */
  add(claim: Charges, total: number): void {
    this.claims++;
    for (const cause of this.#causes) cause.charges += chargesOf(cause.lines, claim, total);
    this.#atRisk += chargesOf(this.#blocked, claim, total);
  }

  settle(tally: Tally): void {
    const { block, warn } = this.#severities;
    if (block > 0) tally.claimsWithBlock += this.claims;
    else if (warn > 0) tally.claimsWithWarning += this.claims;
    tally.atRisk += this.#atRisk;
    this.settleCauses(tally, 1);
    this.#atRisk = this.claims = 0;
    for (const cause of this.#causes) cause.charges = 0;
  }

  /** Only what is said, not the claims at risk; `by` -1: it is taken back. */
  settleCauses(tally: Tally, by: 1 | -1): void {
    const claims = by * this.claims;
    for (const severity of ['block', 'warn', 'note'] as const)
      tally.findings[severity] += claims * this.#severities[severity];
    for (const { id, severity, findings, charges } of this.#causes)
      addCause(tally, id, { severity, findings: claims * findings, claims, charges: by * charges });
  }
}

/** Lines are told once, and none of them where the whole claim is concerned. */
function withLine(lines: readonly number[] | undefined, line: number | undefined): readonly number[] | undefined {
  if (lines === undefined || line === undefined) return undefined;
  return lines.includes(line) ? lines : [...lines, line];
}

function chargesOf(lines: readonly number[] | undefined, claim: Charges, total: number): number {
  if (lines === undefined) return total;
  let sum = 0;
  for (const line of lines) sum += claim.chargeOf(line);
  return sum;
}
