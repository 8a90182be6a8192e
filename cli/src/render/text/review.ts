import type { Context } from '@interspace/core/model/review-input';
import type { Review } from '@interspace/core/model/review';
import { hang } from '../layout.ts';
import { tint, title, type Page } from '../page.ts';
import { headlineOf } from '@interspace/core/review/summary';
import { authorization } from './authorization.ts';
import { claimLines } from './claim-lines.ts';
import { coverage } from './coverage.ts';
import { findings } from './findings.ts';
import { prompts } from './prompts.ts';

/** Which parts of a Review a command shows. */
export type Part = 'lines' | 'findings' | 'prompts' | 'coverage' | 'authorization';
/** What asks for action stands above the long table. */
export const ALL_PARTS: readonly Part[] = ['lines', 'findings', 'prompts', 'authorization', 'coverage'];

export interface Subject {
  readonly source: string;
  readonly context: Context;
}

/** One screen for one encounter. Ends without a line feed. */
export function reviewAsText(review: Review, subject: Subject, page: Page, parts: readonly Part[] = ALL_PARTS): string {
  const draw: Readonly<Record<Part, (review: Review, page: Page) => string[]>> = {
    lines: claimLines,
    findings,
    prompts,
    coverage,
    authorization,
  };
  const blocks = [
    heading(review, subject, page, parts),
    ...parts.map((part) => draw[part](review, page)),
    footer(review, page),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}

function heading(review: Review, { source, context }: Subject, page: Page, parts: readonly Part[]): string[] {
  const mark = headlineOf(review, parts);
  const name = review.id === undefined || review.id === source ? source : `${review.id} · ${source}`;
  const surroundings = surroundingsInWords(review, context);
  return [
    ...hang('', `${page.style.bold(name)}${surroundings === '' ? '' : ` · ${surroundings}`}`, page.width),
    tint(page, mark, page.style.bold(`${mark.sign} ${mark.word}`)),
  ];
}

/** Date, payer, contractor, place: what the answer depends on. */
export function surroundingsInWords(review: Review, context: Context): string {
  const date = review.trace.dateOfService ?? context.dateOfService;
  return [
    date === undefined ? 'date of service unknown' : `date of service ${date}`,
    context.payer ?? 'payer not given',
    review.trace.contractor ?? context.contractor,
    context.state,
    context.placeOfService === undefined ? undefined : `place ${context.placeOfService}`,
    context.claimType,
  ]
    .filter((word) => word !== undefined && word !== '')
    .join(' · ');
}

function footer(review: Review, page: Page): string[] {
  const { trace } = review;
  const silent =
    trace.notEvaluated.length === 0
      ? []
      : [title(page, 'NOT EVALUATED'), ...trace.notEvaluated.flatMap((text) => hang('  - ', text, page.width)), ''];
  const stamp = `library ${trace.library.slice(0, 12)} · engine ${trace.engine} · input ${trace.input.slice(0, 12)}`;
  return [...silent, page.style.dim(stamp)];
}
