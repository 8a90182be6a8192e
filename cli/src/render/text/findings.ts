import type { Finding } from '@interspace/core/model/finding';
import type { Review } from '@interspace/core/model/review';
import { hang, pad } from '../layout.ts';
import { quotes, tint, title, type Page } from '../page.ts';
import { groupFindings, type FindingGroup } from '@interspace/core/review/summary';
import { lineList, SEVERITY, source } from '@interspace/core/review/words';

const LABEL = 9;

/** What to fix, gravest first: what is so, why it matters, what to do, where it is written. */
export function findings(review: Review, page: Page): string[] {
  if (review.findings.length === 0) return [];
  return [title(page, 'WHAT TO FIX FIRST'), ...groupFindings(review.findings).flatMap((group) => one(group, page))];
}

function one({ finding, lines, places }: FindingGroup, page: Page): string[] {
  const mark = SEVERITY[finding.severity];
  const { style } = page;
  const head = `  ${tint(page, mark, pad(`${mark.sign} ${mark.word}`, LABEL))}`;
  const label = (name: string): string => `  ${style.dim(pad(`  ${name}`, LABEL))}`;
  const where = [lines.length === 0 ? '' : lineList(lines), ...places.map(place)]
    .filter((text) => text !== '')
    .join(', ');
  const origin = [finding.citation === undefined ? '' : source(finding.citation), finding.id]
    .filter((text) => text !== '')
    .join(' · ');
  return [
    ...hang(head, `${where === '' ? '' : `${where}: `}${finding.what}`, page.width),
    ...hang(label('why'), finding.why, page.width),
    ...hang(label('do'), finding.do, page.width),
    ...(finding.evidence.length === 0 ? [] : hang(label('chart'), quotes(page, finding.evidence), page.width)),
    ...hang(label('source'), origin, page.width).map((text) => style.dim(text)),
  ];
}

/** `2400 SV1-01.2 (segment 31, byte 1204)`. */
export function place(at: NonNullable<Finding['at']>): string {
  const element =
    at.element === undefined
      ? ''
      : `-${String(at.element).padStart(2, '0')}${at.component === undefined ? '' : `.${at.component}`}`;
  const loop = at.loop === undefined ? '' : `${at.loop} `;
  const transaction = at.transaction === undefined ? '' : `transaction ${at.transaction}, `;
  return `${loop}${at.segment}${element} (${transaction}segment ${at.ordinal}, byte ${at.offset})`;
}
