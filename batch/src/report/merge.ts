import {
  groupOf,
  keepParties,
  KEPT_CLAIMS,
  MOST_ISSUES,
  settleWorst,
  type Group,
  type Report,
  type ReportClaim,
  type ReportNews,
} from './report.ts';

/** Adds the report of a part, or of a heap of history, to the whole. */
export function addReport(to: Report, from: Report): void {
  for (const [id, words] of Object.entries(from.rules)) to.rules[id] ??= words;
  for (const name of ['payers', 'providers'] as const)
    for (const group of Object.values(from[name])) addGroup(groupOf(to[name], group.name), group);
  for (const [number, names] of Object.entries(from.parties)) keepParties(to, number, names);
  for (const [reason, count] of Object.entries(from.notJudged))
    to.notJudged[reason] = (to.notJudged[reason] ?? 0) + count;
  to.issues.push(...from.issues.slice(0, Math.max(0, MOST_ISSUES - to.issues.length)));
  to.worst.push(...from.worst);
  if (to.worst.length > 2 * KEPT_CLAIMS) settleWorst(to);
  for (const news of from.news) applyNews(to, news);
}

function addGroup(to: Group, from: Group): void {
  for (const name of ['claims', 'charges'] as const) to[name] += from[name];
  changeGroup(to, from);
}

function changeGroup(to: Group, by: ReportNews['change']): void {
  for (const name of ['blocked', 'toLookAt', 'atRisk'] as const) to[name] += by[name];
  for (const [id, count] of Object.entries(by.causes)) to.causes[id] = (to.causes[id] ?? 0) + count;
}

/** A kept claim becomes what it is with its history; another one may become bad enough to be kept. */
function applyNews(to: Report, { claim, parties, change, withdrawn }: ReportNews): void {
  const names = to.parties[parties];
  if (names) {
    changeGroup(groupOf(to.payers, names[0]), change);
    changeGroup(groupOf(to.providers, names[1]), change);
  }
  const index = to.worst.findIndex(({ file, offset }) => file === claim.file && offset === claim.offset);
  const known = to.worst[index];
  if (known) {
    const gone = new Set(withdrawn.map(({ id, line }) => `${id} ${line}`));
    const findings = [...known.findings.filter(({ id, line }) => !gone.has(`${id} ${line}`)), ...claim.findings];
    to.worst[index] = { ...known, findings, atRisk: atRiskOf(known, findings) };
    return;
  }
  if (!claim.findings.some(({ severity }) => severity !== 'note')) return;
  to.worst.push(claim);
  if (to.worst.length > 2 * KEPT_CLAIMS) settleWorst(to);
}

/** Of the lines that are kept here; a claim with more of them keeps what it had for the others. */
function atRiskOf(claim: ReportClaim, findings: ReportClaim['findings']): number {
  if (claim.moreLines > 0 || claim.moreFindings > 0) return claim.atRisk;
  const blocked = findings.filter(({ severity }) => severity === 'block');
  if (blocked.some(({ line }) => line === undefined)) return claim.charges;
  const lines = new Set(blocked.map(({ line }) => line));
  return claim.lines.reduce((sum, line) => sum + (lines.has(line.number) ? line.charge : 0), 0);
}
