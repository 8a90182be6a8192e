import type { Severity } from '@interspace/core/model/finding';
import { addReport } from './report/merge.ts';
import { emptyReport, type Report } from './report/report.ts';

export interface Cause {
  severity: Severity;
  findings: number;
  claims: number;
  /** Charges of the lines it stands at, in cents; of the whole claim when it concerns no line. */
  charges: number;
}

/** What a batch amounts to; parts are added up in any order with the same result. */
export interface Tally {
  claims: number;
  lines: number;
  charges: number;
  claimsWithBlock: number;
  claimsWithWarning: number;
  /** Claims of which something could not be read, whatever else is found in them. */
  claimsInPart: number;
  /** Charges of lines with a blocking finding, each line once. */
  atRisk: number;
  findings: Record<Severity, number>;
  issues: number;
  causes: Record<string, Cause>;
  /** Lines by what coverage can say of them from the claim alone. */
  coverage: Record<string, number>;
  /** Claims by the edition that judged their pairs and how it fits their date. */
  editions: Record<string, number>;
  from: string;
  through: string;
  /** Only when a page about the batch is wanted. */
  report?: Report;
}

export function emptyTally(): Tally {
  return {
    claims: 0,
    lines: 0,
    charges: 0,
    claimsWithBlock: 0,
    claimsWithWarning: 0,
    claimsInPart: 0,
    atRisk: 0,
    findings: { block: 0, warn: 0, note: 0 },
    issues: 0,
    causes: {},
    coverage: {},
    editions: {},
    from: '',
    through: '',
  };
}

/** Adds to a cause; of one that is told with several severities the gravest stands, whatever came first. */
export function addCause(tally: Tally, id: string, { severity, findings, claims, charges }: Cause): void {
  const own = (tally.causes[id] ??= { severity, findings: 0, claims: 0, charges: 0 });
  own.severity = graver(own.severity, severity);
  own.findings += findings;
  own.claims += claims;
  own.charges += charges;
}

const WEIGHT: Readonly<Record<Severity, number>> = { block: 2, warn: 1, note: 0 };

export function graver(one: Severity, other: Severity): Severity {
  return WEIGHT[other] > WEIGHT[one] ? other : one;
}

export function addTally(to: Tally, from: Tally): void {
  to.claims += from.claims;
  to.lines += from.lines;
  to.charges += from.charges;
  to.claimsWithBlock += from.claimsWithBlock;
  to.claimsWithWarning += from.claimsWithWarning;
  to.claimsInPart += from.claimsInPart;
  to.atRisk += from.atRisk;
  to.issues += from.issues;
  for (const severity of ['block', 'warn', 'note'] as const) to.findings[severity] += from.findings[severity];
  for (const [id, cause] of Object.entries(from.causes)) addCause(to, id, cause);
  for (const name of ['coverage', 'editions'] as const)
    for (const [key, count] of Object.entries(from[name])) to[name][key] = (to[name][key] ?? 0) + count;
  if (from.from !== '' && (to.from === '' || from.from < to.from)) to.from = from.from;
  if (from.through > to.through) to.through = from.through;
  if (from.report) addReport((to.report ??= emptyReport()), from.report);
}
