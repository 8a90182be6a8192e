import { lineInWords } from '@interspace/core/edits/scope';
import type { Claim } from '@interspace/core/model/claim';
import type { Finding } from '@interspace/core/model/finding';
import type { WireIssue } from '@interspace/wire/issues';
import { changeOfStanding } from '../history/alone.ts';
import type { HistoryNews } from '../history/history-pass.ts';
import type { JudgedClaim } from '../judge/judged-claim.ts';
import {
  groupOf,
  KEPT_CLAIMS,
  MOST_FINDINGS,
  MOST_ISSUES,
  MOST_LINES,
  MOST_REASONS,
  partiesOf,
  settleWorst,
  type Report,
  type ReportClaim,
  type ReportFinding,
} from './report.ts';

/**
 * Adds one judged claim to the report, and says the number of its payer and provider. `identifiers`: member number and birth
 * date are wanted on the page.
 */
export function collectClaim(report: Report, judged: JudgedClaim, file: string, identifiers: boolean): number {
  const { read, findings, coverage } = judged;
  const { claim } = read;
  const charges = claim.lines.reduce((sum, line) => sum + (line.charge ?? 0), 0);
  const atRisk = moneyAtRisk(claim, findings);
  for (const finding of findings) keepWords(report, finding);
  for (const { because } of coverage?.lines ?? []) {
    if (because === undefined) continue;
    const whenever = because.replaceAll(DAY, 'the date of service');
    const known = report.notJudged[whenever] !== undefined || Object.keys(report.notJudged).length < MOST_REASONS;
    const reason = known ? whenever : 'other reasons';
    report.notJudged[reason] = (report.notJudged[reason] ?? 0) + 1;
  }
  const [payer, provider] = [payerOf(claim), providerOf(claim)];
  const parties = partiesOf(report, payer, provider);
  for (const group of [groupOf(report.payers, payer), groupOf(report.providers, provider)]) {
    group.claims++;
    group.charges += charges;
    group.atRisk += atRisk;
    if (findings.some(({ severity }) => severity === 'block')) group.blocked++;
    else if (findings.some(({ severity }) => severity === 'warn')) group.toLookAt++;
    for (const id of causesOf(findings)) group.causes[id] = (group.causes[id] ?? 0) + 1;
  }
  if (!findings.some(({ severity }) => severity !== 'note')) return parties;
  report.worst.push({
    ...claimInReport(claim, findings, file, read.places.own.base),
    ...(identifiers && claim.subscriber?.memberId ? { member: claim.subscriber.memberId } : {}),
    ...(identifiers && claim.patientBirthDate ? { birthDate: claim.patientBirthDate } : {}),
  });
  if (report.worst.length > 2 * KEPT_CLAIMS) settleWorst(report);
  return parties;
}

/** A reason is the same on every day: counted by days it would be told hundreds of times. */
const DAY = /\b\d{4}-\d\d-\d\d\b/g;

/** Adds what other claims of the patient say about one claim. */
export function collectNews(report: Report, news: HistoryNews, file: string): void {
  const { kept, alone, parties, added, withdrawn } = news;
  for (const finding of added) keepWords(report, finding);
  const claim = claimInReport(kept.claim, added, file, kept.offset);
  const { lines } = kept.claim;
  const causes: Record<string, number> = {};
  for (const id of causesOf(added)) causes[id] = 1;
  for (const id of causesOf(withdrawn)) causes[id] = (causes[id] ?? 0) - 1;
  report.news.push({
    parties,
    change: { ...changeOfStanding(alone, lines, added, withdrawn), causes },
    claim: {
      ...claim,
      payer: '',
      partial: true,
      findings: claim.findings.map((finding) => ({ ...finding, fromHistory: true })),
    },
    withdrawn: withdrawn.map(({ id, line }) => (line === undefined ? { id } : { id, line })),
  });
}

export function collectIssue(report: Report, { code, message, at }: WireIssue, file: string): void {
  if (report.issues.length < MOST_ISSUES) report.issues.push({ code, message, at: at ?? '', file });
}

/** Charges of the lines with a blocking finding, each once; of the whole claim when one concerns no line. */
export function moneyAtRisk(
  claim: Pick<Claim, 'lines'>,
  findings: readonly Pick<Finding, 'severity' | 'line'>[],
): number {
  const lines = new Set<number | undefined>();
  for (const { severity, line } of findings) if (severity === 'block') lines.add(line);
  let sum = 0;
  for (const line of claim.lines) if (lines.has(undefined) || lines.has(line.number)) sum += line.charge ?? 0;
  return sum;
}

export function payerOf({ payer }: Claim): string {
  const name = payer?.name?.trim();
  return name ? name : (payer?.id ?? 'payer not named');
}

/** Who did the services: the rendering provider, else the billing one, by name and number. */
export function providerOf(claim: Claim): string {
  const party = claim.rendering ?? claim.lines.find(({ rendering }) => rendering)?.rendering ?? claim.billing;
  const name = [party?.lastName, party?.firstName].filter(Boolean).join(', ');
  return [name, party?.npi].filter(Boolean).join(' · ') || 'provider not named';
}

function keepWords(report: Report, { id, what, why, do: remedy, citation }: Finding): void {
  report.rules[id] ??= { what, why, do: remedy, ...(citation ? { citation } : {}) };
}

function causesOf(findings: readonly Finding[]): Set<string> {
  return new Set(findings.filter(({ severity }) => severity !== 'note').map(({ id }) => id));
}

function claimInReport(claim: Claim, findings: readonly Finding[], file: string, offset: number): ReportClaim {
  return {
    file,
    offset,
    id: claim.id,
    day: claim.lines.find(({ from }) => from !== undefined)?.from ?? '',
    payer: payerOf(claim),
    provider: providerOf(claim),
    charges: claim.lines.reduce((sum, line) => sum + (line.charge ?? 0), 0),
    lines: claim.lines.slice(0, MOST_LINES).map((line) => ({
      number: line.number,
      words: lineInWords({ ...line, from: undefined }),
      charge: line.charge ?? 0,
    })),
    moreLines: Math.max(0, claim.lines.length - MOST_LINES),
    findings: findings.slice(0, MOST_FINDINGS).map(inReport),
    moreFindings: Math.max(0, findings.length - MOST_FINDINGS),
    atRisk: moneyAtRisk(claim, findings),
  };
}

function inReport({ id, severity, line, what, why, do: remedy, at }: Finding): ReportFinding {
  return { id, severity, what, why, do: remedy, ...(line === undefined ? {} : { line }), ...(at ? { at } : {}) };
}
