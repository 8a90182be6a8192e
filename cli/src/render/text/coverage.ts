import type { ClauseResult, CriterionResult, Status } from '@interspace/core/model/determination';
import type { Review } from '@interspace/core/model/review';
import { hang, pad, wrap } from '../layout.ts';
import { quotes, tint, title, type Page } from '../page.ts';
import { widthOf } from '../style.ts';
import { groupDeterminations, type DeterminationGroup } from '../summary.ts';
import { lineList, OUTCOME, source, STATUS } from '../words.ts';

const ORDER: readonly Status[] = ['not-met', 'unknown', 'met', 'not-applicable'];

/** Each policy with its criteria: what is not met and what is unknown first, every one with its source. */
export function coverage(review: Review, page: Page): string[] {
  return groupDeterminations(review).flatMap((group, index) => [
    ...(index > 0 ? [''] : []),
    ...one(group, review, page),
  ]);
}

function one({ lines, determination }: DeterminationGroup, review: Review, page: Page): string[] {
  const mark = OUTCOME[determination.outcome];
  const codes = [
    ...new Set(lines.map((line) => review.lines[line - 1]?.code).filter((code) => code !== undefined)),
  ].join(', ');
  const documents = [determination.document, determination.article].filter((name) => name !== undefined).join(' + ');
  const judge = [documents, determination.contractor].filter((name) => name !== undefined && name !== '').join(', ');
  const verdict = tint(page, mark, `${mark.sign} ${mark.word}`);
  const head = title(
    page,
    'COVERAGE',
    `${lineList(lines)}${codes === '' ? '' : ` (${codes})`} · ${judge === '' ? '' : `${judge} · `}${verdict}`,
  );
  const sorted = ORDER.flatMap((status) => determination.criteria.filter((criterion) => criterion.status === status));
  const shown = sorted.filter(({ status }) => status !== 'not-applicable');
  const aside = sorted.filter(({ status }) => status === 'not-applicable');
  return [
    ...hang('', head, page.width),
    ...hang('  ', determination.because, page.width),
    ...shown.flatMap((criterion) => row(criterion, page)),
    ...(aside.length === 0
      ? []
      : hang('  ·         ', `not applicable here: ${aside.map(({ title }) => title).join('; ')}`, page.width).map(
          (text) => page.style.dim(text),
        )),
    ...(determination.nextEligible === undefined
      ? []
      : hang(
          `  ${page.style.bold('next eligible')}  `,
          `${determination.nextEligible}: first date on which the counted limits allow it again.`,
          page.width,
        )),
  ];
}

function row(criterion: CriterionResult, page: Page): string[] {
  const mark = STATUS[criterion.status];
  const origin = source(criterion.citation);
  const label = `  ${tint(page, mark, pad(`${mark.sign} ${mark.word}`, 9))} `;
  const room = page.width - 12;
  const fits = widthOf(criterion.title) + 3 + widthOf(origin) <= room;
  const first = fits
    ? [
        `${label}${criterion.title}${' '.repeat(room - widthOf(criterion.title) - widthOf(origin))}${page.style.dim(origin)}`,
      ]
    : [
        ...hang(label, criterion.title, page.width),
        ...wrap(origin, room).map((text) => `${' '.repeat(12)}${page.style.dim(text)}`),
      ];
  return [...first, ...details(criterion, page)];
}

/** The clauses that decided, with what was found; a clause that is met only shows its evidence. */
function details(criterion: CriterionResult, page: Page): string[] {
  const leaves = leavesOf(criterion.tree).filter(({ status }) => status === criterion.status);
  return leaves.slice(0, 3).flatMap((leaf) => {
    const found = leaf.found === undefined ? '' : leaf.found;
    const proof = leaf.evidence.length === 0 ? '' : quotes(page, leaf.evidence, 1, 56);
    const parts =
      criterion.status === 'met' ? [found, proof] : [leaf.says, found === '' ? '' : `found: ${found}`, proof];
    const text = parts.filter((part) => part !== '').join(' · ');
    return text === '' ? [] : hang(' '.repeat(12), text, page.width).map((line) => page.style.dim(line));
  });
}

function leavesOf(clause: ClauseResult): ClauseResult[] {
  return clause.parts.length === 0 ? [clause] : clause.parts.flatMap(leavesOf);
}
