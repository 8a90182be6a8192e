import { MOST_OF_ONE } from './history/crowds.ts';
import type { HistoryTally } from './history/history-pass.ts';
import { number } from './render/numbers.ts';
import type { Report } from './report/report.ts';
import type { Tally } from './tally.ts';

export interface CauseSummary {
  readonly id: string;
  readonly severity: string;
  readonly findings: number;
  readonly claims: number;
  /** Cents. */
  readonly charges: number;
}

/** The whole batch on one page. Money in cents. */
export interface BatchSummary {
  readonly files: readonly string[];
  readonly claims: number;
  readonly lines: number;
  readonly charges: number;
  readonly dates: { readonly from: string; readonly through: string };
  readonly claimsWithBlock: number;
  readonly claimsWithWarning: number;
  /** Claims of which something could not be read: that nothing was found in one says little. */
  readonly claimsInPart: number;
  readonly findings: Tally['findings'];
  readonly issues: number;
  /** Charges of lines with a blocking finding. */
  readonly moneyAtRisk: number;
  readonly causes: readonly CauseSummary[];
  readonly coverage: Tally['coverage'];
  /** Claims by the edition that judged them. */
  readonly editions: Tally['editions'];
  readonly history: HistoryTally & { readonly seen: string };
  readonly library: string;
  /** Only when a page about the batch is wanted. */
  readonly report?: Report;
}

export function summarize(
  tally: Tally,
  history: HistoryTally,
  files: readonly string[],
  library: string,
): BatchSummary {
  const causes = Object.entries(tally.causes)
    .map(([id, cause]) => ({ id, ...cause }))
    .toSorted(
      (one, other) =>
        WEIGHT[one.severity] - WEIGHT[other.severity] || other.charges - one.charges || (one.id < other.id ? -1 : 1),
    );
  return {
    files,
    claims: tally.claims,
    lines: tally.lines,
    charges: tally.charges,
    dates: { from: tally.from, through: tally.through },
    claimsWithBlock: tally.claimsWithBlock,
    claimsWithWarning: tally.claimsWithWarning,
    claimsInPart: tally.claimsInPart,
    findings: tally.findings,
    issues: tally.issues,
    moneyAtRisk: tally.atRisk,
    causes,
    coverage: sorted(tally.coverage),
    editions: sorted(tally.editions),
    history: { ...history, seen: seenInWords(tally, history) },
    library,
    ...(tally.report ? { report: tally.report } : {}),
  };
}

const WEIGHT = { block: 0, warn: 1, note: 2 } as const;

function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)));
}

function seenInWords(tally: Tally, history: HistoryTally): string {
  if (history.claims === 0) return 'No claim named a patient: no history was seen.';
  const days = tally.from === '' ? 'no date of service' : `services ${tally.from} to ${tally.through}`;
  const together =
    history.several === 0 && history.crowds === 0
      ? `No patient has several claims in this batch (${days}).`
      : `${number(history.several)} of ${number(history.patients)} patients have several claims in this batch (${days}); these were seen together.`;
  return `${together} Claims outside the batch were not seen.${crowdsInWords(history)}`;
}

function crowdsInWords({ crowds, crowded }: HistoryTally): string {
  if (crowds === 0) return '';
  const whose = crowds === 1 ? '1 patient has' : `${number(crowds)} patients have`;
  return (
    ` ${whose} more than ${MOST_OF_ONE} claims (${number(crowded)} in all), which no one person has: these were not seen together. ` +
    'Check the member numbers: one that stands for many people, as in test files, hides the history of each.'
  );
}
