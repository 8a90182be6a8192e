import { inDollars, type Cents } from '@interspace/core/model/money';
import type { Finding } from '@interspace/core/model/finding';
import type { WireIssue } from '@interspace/wire/issues';
import type { HistoryNews } from '../history/history-pass.ts';
import type { JudgedClaim } from '../judge/judged-claim.ts';

const MARK = { block: 'BLOCK', warn: 'warn ', note: 'note ' } as const;

/** A claim with findings as a small table; nothing for a clean one. `file` is empty when there is only one. */
export function claimAsText(judged: JudgedClaim, file = ''): string {
  const { findings } = judged;
  if (findings.length === 0) return '';
  const { claim } = judged.read;
  const total = claim.chargeTotal === undefined ? '' : inDollars(claim.chargeTotal);
  const day = claim.lines.find(({ from }) => from !== undefined)?.from ?? 'no date';
  const lines = claim.lines.length === 1 ? '1 line' : `${claim.lines.length} lines`;
  return `${columns(claim.id, day, lines, total, file)}\n${findings.map(findingAsText).join('')}\n`;
}

/** What of a file cannot be read; a remark is read all the same, and is not among the issues that the summary counts. */
export function issueAsText({ code, message, at, hint, level }: WireIssue, file = ''): string {
  const mark = level === 'warning' ? 'remark' : 'ISSUE ';
  const place = [code, file, at ?? ''].filter((part) => part !== '').join('; ');
  return hint === undefined
    ? `  ${mark}       ${message}  [${place}]\n\n`
    : `  ${mark}       ${message}\n               → ${hint}  [${place}]\n\n`;
}

/** What the patient's other claims show about one claim. */
export function newsAsText({ kept, added, withdrawn }: HistoryNews, file = ''): string {
  const { id, lines } = kept.claim;
  const head = columns(id, lines[0]?.from ?? '', "seen with the patient's other claims", file);
  const gone = withdrawn.map(
    (one) => `  no longer: ${one.id}${one.line === undefined ? '' : ` on line ${one.line}`}\n`,
  );
  return `${head}\n${added.map(findingAsText).join('')}${gone.join('')}\n`;
}

function columns(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('  ');
}

/** What stands in a file must not move the cursor or clear the screen of who reads about it. */
export function forScreen(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the question is exactly whether one occurs
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}

export function findingAsText(finding: Finding): string {
  const line = finding.line === undefined ? '   –' : `line ${finding.line}`.padStart(4);
  const at = finding.at ? placeInWords(finding.at) : '';
  const why = finding.why === '' ? '' : `               ${finding.why}\n`;
  return `  ${MARK[finding.severity]} ${line}  ${finding.what}\n${why}               → ${finding.do}  [${finding.id}; ${at}]\n`;
}

/** `loop 2400, SV101-2, byte 1234`. */
export function placeInWords({ loop, segment, element, component, offset }: NonNullable<Finding['at']>): string {
  const position = element === undefined ? '' : String(element).padStart(2, '0');
  const part = component === undefined ? '' : `-${component}`;
  return `${loop === undefined ? '' : `loop ${loop}, `}${segment}${position}${part}, byte ${offset}`;
}

export function dollars(cents: number): string {
  return inDollars(cents as Cents);
}
