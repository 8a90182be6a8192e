import type { BatchSummary } from '../summary.ts';
import { dollars } from './text.ts';

const SHOWN = 20;

/** The summary as a page of plain text. */
export function summaryAsText(summary: BatchSummary): string {
  const { claims, lines, charges, findings, history } = summary;
  const clean = claims - summary.claimsWithBlock - summary.claimsWithWarning;
  const out = [
    'SUMMARY',
    `  ${counted(claims, 'claim')}, ${counted(lines, 'line')}, ${dollars(charges)}, services ${summary.dates.from || '–'} to ${summary.dates.through || '–'}`,
    `  ${counted(summary.claimsWithBlock, 'claim')} blocked, ${number(summary.claimsWithWarning)} to look at, ${number(clean)} clean`,
    `  findings: ${number(findings.block)} block, ${number(findings.warn)} warn, ${number(findings.note)} note; ${counted(summary.issues, 'issue')} of the file`,
    `  money at risk: ${dollars(summary.moneyAtRisk)} (charges of lines with a blocking finding)`,
  ];
  const causes = summary.causes.filter((cause) => cause.findings > 0);
  if (causes.length > 0) {
    out.push('', 'TOP CAUSES                                    findings    claims         charges');
    for (const cause of causes.slice(0, SHOWN))
      out.push(
        `  ${cause.severity.padEnd(5)} ${cause.id.padEnd(36)} ${number(cause.findings).padStart(9)} ${number(cause.claims).padStart(9)} ${dollars(cause.charges).padStart(15)}`,
      );
    if (causes.length > SHOWN) out.push(`  … and ${causes.length - SHOWN} more`);
  }
  if (Object.keys(summary.coverage).length > 0) {
    out.push('', 'COVERAGE, by the claim alone (lines)');
    for (const [outcome, count] of Object.entries(summary.coverage))
      out.push(`  ${number(count).padStart(12)}  ${COVERAGE_WORDS[outcome] ?? outcome}`);
  }
  out.push('', 'TABLES (claims judged by each)');
  for (const [name, count] of Object.entries(summary.editions)) out.push(`  ${number(count).padStart(12)}  ${name}`);
  out.push(
    '',
    'HISTORY',
    `  ${history.seen}`,
    `  ${counted(history.added, 'finding')} came from it, ${number(history.withdrawn)} were withdrawn.`,
    '',
  );
  return out.join('\n');
}

export const COVERAGE_WORDS: Readonly<Record<string, string>> = {
  meets: 'meet the criteria as published',
  fails: 'do not meet the criteria as published',
  incomplete: 'wait for facts that a claim does not carry',
  'no-policy': 'no policy in the library speaks about them, or it cannot be chosen',
};

function counted(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
