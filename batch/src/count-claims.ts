import type { Claim } from '@interspace/core/model/claim';
import { CountedFindings, type Charges, type Counted } from './counted-findings.ts';
import { changeOfStanding } from './history/alone.ts';
import type { HistoryNews } from './history/history-pass.ts';
import type { JudgedClaim } from './judge/judged-claim.ts';
import type { Tally } from './tally.ts';

/** Counts a claim that was judged by itself. */
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
  if (findings.length === 0) return;
  const counted = new CountedFindings(findings);
  counted.add(chargesOf(claim), total);
  counted.settle(tally);
}

/** Counts what history added and withdrew, and how the claim stands now instead of how it stood by itself. */
export function countNews(tally: Tally, { kept, alone, added, withdrawn }: HistoryNews): void {
  const { claim } = kept;
  const total = claim.lines.reduce((sum, line) => sum + (line.charge ?? 0), 0);
  const charges = chargesOf(claim);
  const count = (findings: readonly Counted[], by: 1 | -1): void => {
    if (findings.length === 0) return;
    const counted = new CountedFindings(findings);
    counted.add(charges, total);
    counted.settleCauses(tally, by);
  };
  count(added, 1);
  count(withdrawn, -1);
  const { blocked, toLookAt, atRisk } = changeOfStanding(alone, claim.lines, added, withdrawn);
  tally.claimsWithBlock += blocked;
  tally.claimsWithWarning += toLookAt;
  tally.atRisk += atRisk;
}

function chargesOf({ lines }: Pick<Claim, 'lines'>): Charges {
  return { chargeOf: (line) => lines.find(({ number }) => number === line)?.charge ?? 0 };
}
