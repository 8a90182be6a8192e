import type { BatchSummary } from '../summary.ts';
import { count, number } from './numbers.ts';
import { dollars } from './text.ts';

const SHOWN = 20;

/** The summary as a page of plain text. */
export function summaryAsText(summary: BatchSummary): string {
  const { claims, lines, charges, findings, history } = summary;
  const clean = claims - summary.claimsWithBlock - summary.claimsWithWarning;
  const { from, through } = summary.dates;
  const out = [
    'SUMMARY',
    ...(claims === 0 ? ['  No claim could be read, so nothing was judged.'] : []),
    `  ${count(claims, 'claim')}, ${count(lines, 'line')}, ${dollars(charges)}, ${from === '' ? 'no date of service' : `services ${from} to ${through}`}`,
    `  ${count(summary.claimsWithBlock, 'claim')} blocked, ${number(summary.claimsWithWarning)} to look at, ${number(clean)} clean`,
    ...(summary.claimsInPart > 0 ? [`  ${inPartInWords(summary.claimsInPart)}`] : []),
    `  findings: ${number(findings.block)} block, ${number(findings.warn)} warn, ${number(findings.note)} note; ${count(summary.issues, 'issue')} of the file`,
    `  money at risk: ${dollars(summary.moneyAtRisk)} (charges of lines with a blocking finding)`,
  ];
  const causes = summary.causes.filter((cause) => cause.findings > 0);
  if (causes.length > 0) {
    out.push('', 'TOP CAUSES                                    findings    claims         charges');
    for (const cause of causes.slice(0, SHOWN))
      out.push(
        `  ${cause.severity.padEnd(5)} ${cause.id} ${number(cause.findings).padStart(45 - cause.id.length)} ${number(cause.claims).padStart(9)} ${dollars(cause.charges).padStart(15)}`,
      );
    if (causes.length > SHOWN) out.push(`  … and ${causes.length - SHOWN} more`);
  }
  if (Object.keys(summary.coverage).length > 0) {
    out.push('', 'COVERAGE, by the claim alone (lines)');
    for (const [outcome, found] of Object.entries(summary.coverage))
      out.push(`  ${number(found).padStart(12)}  ${COVERAGE_WORDS[outcome] ?? outcome}`);
  }
  if (claims > 0) out.push('', 'TABLES (claims judged by each)');
  for (const [name, judged] of Object.entries(summary.editions)) out.push(`  ${number(judged).padStart(12)}  ${name}`);
  out.push(
    '',
    'HISTORY',
    `  ${history.seen}`,
    `  ${count(history.added, 'finding')} came from it, ${number(history.withdrawn)} were withdrawn.`,
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

/** What was not read was not judged: such a claim is not clean because nothing was found in it. */
export function inPartInWords(claims: number): string {
  const of = claims === 1 ? 'of 1 claim' : `of ${number(claims)} claims`;
  return `${of} something could not be read and was not judged: see the issues of the file`;
}
