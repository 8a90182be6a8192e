import type { Page } from '../page.ts';
import type { Review } from '@interspace/core/model/review';
import type { Part, Subject } from '../text/review.ts';
export function reviewAsMarkdown(_review: Review, _subject: Subject, _page: Page, _parts: readonly Part[]): string {
  return '';
}
