import type { ClauseResult, CriterionResult, Status } from '@interspace/core/model/determination';
import type { Review } from '@interspace/core/model/review';
import { hang, pad, wrap } from '../layout.ts';
import { linesOfNote, quotes, tint, title, type Page } from '../page.ts';
import { widthOf } from '../style.ts';
import { groupDeterminations, type DeterminationGroup } from '@interspace/core/review/summary';
import { lineList, OUTCOME, shortSource, STATUS } from '@interspace/core/review/words';

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
  const asked = new Set(review.prompts.map(({ because }) => because));
  const sorted = ORDER.flatMap((status) =>
    determination.criteria
      .filter((criterion) => criterion.status === status)
      .toSorted((one, other) => Number(asked.has(other.title)) - Number(asked.has(one.title))),
  );
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
  const origin = shortSource(criterion.citation);
  const label = `  ${tint(page, mark, pad(`${mark.sign} ${mark.word}`, 9))} `;
  const indent = ' '.repeat(12);
  const room = page.width - 12;
  const aside = page.details ? '' : inShort(criterion, page);
  const free = room - widthOf(criterion.title) - widthOf(origin) - 2;
  if (free < 0) {
    const below = [aside, origin].filter((text) => text !== '').join(' · ');
    return [
      ...hang(label, criterion.title, page.width),
      ...wrap(below, room).map((text) => indent + page.style.dim(text)),
      ...details(criterion, page),
    ];
  }
  const beside = aside !== '' && widthOf(aside) + 3 <= free;
  const text = beside ? `${criterion.title}${page.style.dim(` · ${aside}`)}` : criterion.title;
  return [
    `${label}${text}${' '.repeat(room - widthOf(text) - widthOf(origin))}${page.style.dim(origin)}`,
    ...(beside || aside === '' || criterion.status === 'met'
      ? []
      : hang(indent, aside, page.width).map((line) => page.style.dim(line))),
    ...details(criterion, page),
  ];
}

/** Where a met criterion shows in the chart, what an unknown one lacks, how one that is not met missed. */
function inShort(criterion: CriterionResult, page: Page): string {
  const leaves = leavesOf(criterion.tree).filter(({ status }) => status === criterion.status);
  switch (criterion.status) {
    case 'met':
      return linesOfNote(
        page,
        leaves.flatMap(({ evidence }) => evidence),
      );
    case 'unknown':
      return lacking(criterion.missing);
    case 'not-met':
      return leaves
        .slice(0, 2)
        .map(({ says, found }) => (found === undefined ? says : `${says}; found: ${found}`))
        .join(' · ');
    case 'not-applicable':
      return '';
  }
}

/** `not stated: exam documented`; a list of sessions that may be longer is said as such. */
function lacking(missing: readonly string[]): string {
  const facts = missing.filter((fact) => fact !== 'history.sessions').map((fact) => fact.replaceAll(/[.-]/g, ' '));
  const more = facts.length > 3 ? ` and ${facts.length - 3} more` : '';
  return [
    missing.includes('history.sessions') ? 'the history may be longer' : '',
    facts.length === 0 ? '' : `not stated: ${facts.slice(0, 3).join(', ')}${more}`,
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

/** All clauses that decided, with what was found and the quotes: `--details`. */
function details(criterion: CriterionResult, page: Page): string[] {
  if (!page.details) return [];
  const leaves = leavesOf(criterion.tree).filter(({ status }) => status === criterion.status);
  return leaves.flatMap((leaf) => {
    const found = leaf.found === undefined ? '' : `found: ${leaf.found}`;
    const proof = leaf.evidence.length === 0 ? '' : quotes(page, leaf.evidence, 3, 72);
    const text = [leaf.says, found, proof].filter((part) => part !== '').join(' · ');
    return hang(' '.repeat(12), text, page.width).map((line) => page.style.dim(line));
  });
}

function leavesOf(clause: ClauseResult): ClauseResult[] {
  return clause.parts.length === 0 ? [clause] : clause.parts.flatMap(leavesOf);
}
