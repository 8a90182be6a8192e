import type { Finding } from '@interspace/core/model/finding';

export const CSV_HEADER =
  'file,claim,line,severity,id,field,what,why,do,loop,segment,ordinal,element,component,offset,length,seen\n';

/** One finding a row. `seen`: `claim` when the claim alone shows it, `history` when other claims of the patient do. */
export function findingAsCsv(
  file: string,
  claim: string,
  finding: Finding,
  seen: 'claim' | 'history' | 'withdrawn',
): string {
  const { at } = finding;
  const cells = [
    file,
    claim,
    finding.line ?? '',
    finding.severity,
    finding.id,
    finding.field ?? '',
    finding.what,
    finding.why,
    finding.do,
    at?.loop ?? '',
    at?.segment ?? '',
    at?.ordinal ?? '',
    at?.element ?? '',
    at?.component ?? '',
    at?.offset ?? '',
    at?.length ?? '',
    seen,
  ];
  return `${cells.map(cell).join(',')}\n`;
}

/** Quoted where needed; a leading sign is made harmless for spreadsheets, which would take it for a formula. */
function cell(value: string | number): string {
  let text = String(value);
  if (typeof value === 'string' && /^[=+@\t\r-]/.test(text)) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
