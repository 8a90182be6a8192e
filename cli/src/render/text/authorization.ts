import type { Authorization, Review } from '@interspace/core/model/review';
import { hang, pad } from '../layout.ts';
import { tint, title, type Page } from '../page.ts';
import { AUTHORIZATION, source } from '@interspace/core/review/words';

/** What needs no line of its own when nothing is to be asked. */
const NOTHING = /^(?:Nothing to ask for|Do not ask for it)\.$/;

/** Whether anybody has to be asked before the procedure, and what the request still lacks. */
export function authorization(review: Review, page: Page): string[] {
  if (review.authorization.length === 0) return [];
  return [
    title(page, 'PRIOR AUTHORIZATION'),
    ...review.authorization.flatMap((entry) => {
      const mark = AUTHORIZATION[entry.status];
      const head = `  ${tint(page, mark, pad(`${mark.sign} ${mark.word}`, 15))} `;
      const indent = ' '.repeat(18);
      return [
        ...hang(head, `${entry.line === undefined ? '' : `line ${entry.line}: `}${entry.what}`, page.width),
        ...[entry.why, NOTHING.test(entry.do) ? '' : entry.do, ...details(entry)]
          .filter((text) => text !== '')
          .flatMap((text) => hang(indent, text, page.width)),
        ...hang(
          indent,
          [entry.citation === undefined ? '' : source(entry.citation), entry.program].filter(Boolean).join(' · '),
          page.width,
        ).map((text) => page.style.dim(text)),
      ];
    }),
  ];
}

/** Number, clocks and packet, each in one sentence; the same words for paper. */
export function details({ packet, missing, number, clocks }: Authorization): string[] {
  const titles = (status: string) => (packet ?? []).filter((item) => item.status === status).map((item) => item.title);
  const absent = packet === undefined ? missing.map((fact) => fact.replaceAll(/[.-]/g, ' ')) : titles('missing');
  return [
    number === undefined
      ? ''
      : `Number: ${number.where} Valid ${number.validDays} days, the day of the decision being the first${number.validThrough === undefined ? '' : ` (through ${number.validThrough})`}.`,
    clocks === undefined
      ? ''
      : `Answer within ${clocks.map((clock) => `${clock.within} (${clock.urgency}${clock.due === undefined ? '' : `, by ${clock.due}`}${clock.late === true ? ', LATE' : ''})`).join(', ')}.`,
    // Before there is a chart, everything is still to be collected.
    ...(titles('shown').length === 0 && packet !== undefined
      ? [sentence('A request holds', [...absent, ...titles('not-judged')])]
      : [
          sentence('The chart does not show yet', absent),
          sentence('The chart shows', titles('shown')),
          sentence('To be put together', titles('not-judged')),
        ]),
  ].filter((text) => text !== '');
}

function sentence(head: string, titles: readonly string[]): string {
  return titles.length === 0 ? '' : `${head}: ${titles.join('; ')}.`;
}
