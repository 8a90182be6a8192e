import type { Review } from '@interspace/core/model/review';
import { hang } from '../layout.ts';
import { title, type Page } from '../page.ts';

/** The questions that would turn an unknown into a fact. */
export function prompts(review: Review, page: Page): string[] {
  if (review.prompts.length === 0) return [];
  return [
    title(page, 'QUESTIONS FOR THE PHYSICIAN'),
    ...review.prompts.flatMap((prompt, index, all) => [
      ...hang(`  ${String(index + 1).padStart(2)}. `, prompt.question, page.width),
      // Questions that serve the same criterion stand together and name it once.
      ...(all[index + 1]?.because === prompt.because
        ? []
        : hang('      ', prompt.because, page.width).map((text) => page.style.dim(text))),
    ]),
  ];
}
