import type { Claim } from '@interspace/core/model/claim';
import type { Severity } from '@interspace/core/model/finding';
import { addCause, CountedFindings, type Charges, type Counted } from './counted-findings.ts';
import { changed, standingOf } from './history/alone.ts';
import type { HistoryNews } from './history/history-pass.ts';
import type { JudgedClaim } from './judge/judged-claim.ts';
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

export function addClaim(tally: Tally, { read, findings, coverage }: JudgedClaim): void {
  const { claim } = read;
  tally.claims++;
  tally.lines += claim.lines.length;
  let total = 0;
  for (const line of claim.lines) {
    total += line.charge ?? 0;
    const day = line.from;
    if (day === undefined) continue;
    if (tally.from === '' || day < tally.from) tally.from = day;
    if (day > tally.through) tally.through = day;
  }
  tally.charges += total;
  if (coverage) for (const { outcome } of coverage.lines) tally.coverage[outcome] = (tally.coverage[outcome] ?? 0) + 1;
  if (findings.length > 0) addFindings(tally, findings, chargesOf(claim), total);
}

export function addFindings(tally: Tally, findings: readonly Counted[], claim: Charges, total: number): void {
  const counted = new CountedFindings(findings);
  counted.add(claim, total);
  counted.settle(tally);
}

/** Counts what history added and withdrew, and how the claim stands now instead of how it stood by itself. */
export function countNews(tally: Tally, { kept, alone, added, withdrawn }: HistoryNews): void {
  const { claim } = kept;
  const total = claim.lines.reduce((sum, line) => sum + (line.charge ?? 0), 0);
  const charges = chargesOf(claim);
  const count = (findings: readonly Counted[], by: 1 | -1): void => {
    const counted = new CountedFindings(findings);
    counted.add(charges, total);
    counted.settleCauses(tally, by);
  };
  count(added, 1);
  count(withdrawn, -1);
  const before = standingOf(alone, claim.lines);
  const now = standingOf(changed(alone, claim.lines, added, withdrawn), claim.lines);
  tally.claimsWithBlock += Number(now.blocked) - Number(before.blocked);
  tally.claimsWithWarning += Number(now.warned) - Number(before.warned);
  tally.atRisk += now.atRisk - before.atRisk;
}

function chargesOf({ lines }: Pick<Claim, 'lines'>): Charges {
  return { chargeOf: (line) => lines.find(({ number }) => number === line)?.charge ?? 0 };
}

export function addTally(to: Tally, from: Tally): void {
  to.claims += from.claims;
  to.lines += from.lines;
  to.charges += from.charges;
  to.claimsWithBlock += from.claimsWithBlock;
  to.claimsWithWarning += from.claimsWithWarning;
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
