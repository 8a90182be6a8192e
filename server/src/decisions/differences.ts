import type { Review } from '@interspace/core/model/review';
import { compareReviews } from '@interspace/core/review/compare-reviews';

/** One thing that two Reviews of the same encounter say differently; an absent side means that it was not there. */
export interface Difference {
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}

/** What two Reviews say differently, as a flat list for a screen or a work item. Empty when they agree. */
export function differencesOf(before: Review, after: Review): Difference[] {
  const found = compareReviews(before, after);
  if (found === undefined) return [];
  const [was, is] = found.lines;
  const asked = [before, after].map(({ prompts }) => new Set(prompts.map(({ question }) => question)));
  return [
    ...(was.length + is.length === 0 ? [] : [side('Claim lines', was.join(', '), is.join(', '))]),
    ...found.judged.flatMap(({ line, code, documents, outcomes, turned }) => [
      ...(outcomes[0] === outcomes[1]
        ? []
        : [side(`Line ${line} ${code}, ${documents[1] ?? documents[0] ?? 'no document'}`, outcomes[0], outcomes[1])]),
      ...turned.map((one) => side(one.title, one.before, one.after)),
    ]),
    ...found.findings.gone.map(({ what, severity }) => side(what, severity ?? 'said', undefined)),
    ...found.findings.come.map(({ what, severity }) => side(what, undefined, severity ?? 'said')),
    ...found.authorization.gone.map(({ what }) => side(`Authorization: ${what}`, 'said', undefined)),
    ...found.authorization.come.map(({ what }) => side(`Authorization: ${what}`, undefined, 'said')),
    ...[...(asked[0] ?? [])].filter((one) => !asked[1]?.has(one)).map((one) => side(one, 'asked', undefined)),
    ...[...(asked[1] ?? [])].filter((one) => !asked[0]?.has(one)).map((one) => side(one, undefined, 'asked')),
  ];
}

function side(what: string, before: string | undefined, after: string | undefined): Difference {
  return { what, ...(before ? { before } : {}), ...(after ? { after } : {}) };
}
