import type { Review } from '@interspace/core/model/review';
import { hang, pad } from '../layout.ts';
import { tint, title, type Page } from '../page.ts';
import { AUTHORIZATION, source } from '../words.ts';

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
        ...hang(indent, entry.why, page.width),
        ...(entry.status === 'not-required' ? [] : hang(indent, entry.do, page.width)),
        ...(entry.missing.length === 0
          ? []
          : hang(
              indent,
              `The chart does not show yet: ${entry.missing.map((fact) => fact.replaceAll(/[.-]/g, ' ')).join('; ')}.`,
              page.width,
            )),
        ...hang(
          indent,
          [entry.citation === undefined ? '' : source(entry.citation), entry.program].filter(Boolean).join(' · '),
          page.width,
        ).map((text) => page.style.dim(text)),
      ];
    }),
  ];
}
