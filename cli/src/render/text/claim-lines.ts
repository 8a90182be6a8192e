import type { Review } from '@interspace/core/model/review';
import { hang, pad, shorten, table } from '../layout.ts';
import { quotes, tint, title, type Page } from '../page.ts';
import { outcomeOfLine } from '@interspace/core/review/summary';
import { widthOf } from '../style.ts';
import { OUTCOME } from '@interspace/core/review/words';

/** The lines as they would stand on the claim, each with its verdict and its reason. */
export function claimLines(review: Review, page: Page): string[] {
  if (review.lines.length === 0)
    return [
      title(page, 'CLAIM LINES'),
      '  none: no billable procedure was found as done.',
      ...doneWithoutCode(review, page),
    ];
  const columns = [
    { title: '#', align: 'right' as const },
    { title: 'Code' },
    { title: 'Mod' },
    { title: 'Units', align: 'right' as const },
    { title: 'Diagnoses' },
    { title: 'Coverage' },
  ];
  const rows = review.lines.map((line, index) => {
    const outcome = outcomeOfLine(review, index + 1);
    const mark = outcome === undefined ? undefined : OUTCOME[outcome];
    return [
      String(index + 1),
      page.style.bold(line.code),
      line.modifiers.join(' ') || '-',
      String(line.units),
      line.diagnoses.join(' ') || '-',
      mark === undefined ? page.style.dim('· not judged') : tint(page, mark, `${mark.sign} ${mark.word}`),
    ];
  });
  const [head = '', ...body] = table(columns, rows, page.width);
  const indent = widthOf(body[0]?.slice(0, body[0].indexOf(review.lines[0]!.code)) ?? '') + 2;
  return [
    title(page, 'CLAIM LINES'),
    `  ${page.style.dim(head)}`,
    ...review.lines.flatMap((line, index) => [
      `  ${body[index] ?? ''}`,
      ...hang(' '.repeat(bareIndent(indent)), line.why, page.width),
      ...(line.evidence.length === 0
        ? []
        : hang(' '.repeat(bareIndent(indent)), quotes(page, line.evidence), page.width).map((text) =>
            page.style.dim(text),
          )),
    ]),
  ];
}

function bareIndent(measured: number): number {
  return Math.min(8, Math.max(5, measured));
}

/** Said when something was done and no line stands for it: the reader must not think that it was overlooked. */
function doneWithoutCode(review: Review, page: Page): string[] {
  return review.procedures.flatMap((procedure) => {
    const targets = procedure.targets
      .map((target) => [target.name, target.side].filter(Boolean).join(' '))
      .filter((text) => text !== '');
    return hang(
      pad('  done', 8),
      shorten(`${procedure.kind.replaceAll('-', ' ')} ${targets.join(', ')}`, 200),
      page.width,
    );
  });
}
