import { inDollars, type Cents } from '@interspace/core/model/money';
import type { Finding } from '@interspace/core/model/finding';
import type { JudgedClaim } from '../judge/judged-claim.ts';

const MARK = { block: 'BLOCK', warn: 'warn ', note: 'note ' } as const;

/** A claim with findings as a small table; nothing for a clean one. */
export function claimAsText(judged: JudgedClaim): string {
  const { findings } = judged;
  if (findings.length === 0) return '';
  const { claim } = judged.read;
  const total = claim.chargeTotal === undefined ? '' : `  ${inDollars(claim.chargeTotal)}`;
  const day = claim.lines.find(({ from }) => from !== undefined)?.from ?? 'no date';
  const lines = claim.lines.length === 1 ? '1 line' : `${claim.lines.length} lines`;
  return `${claim.id}  ${day}  ${lines}${total}\n${findings.map(findingAsText).join('')}\n`;
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
