import { expect, test } from 'vitest';
import type { Review } from '@interspace/core/model/review';
import { INVENTED_NOTE, inventedReview } from './invented-review.fixture.ts';
import { reviewAsMarkdown } from './markdown/review.ts';
import { pageOf } from './page.ts';
import { widthOf } from './style.ts';
import { headline } from '@interspace/core/review/summary';
import { ALL_PARTS, reviewAsText } from './text/review.ts';

const documents = [{ id: 'note', text: INVENTED_NOTE }];
const subject = { source: 'invented.txt', context: { payer: 'medicare', state: 'OH', placeOfService: '24' } };
const text = (width: number, color = false, review: Review = inventedReview): string =>
  reviewAsText(review, subject, pageOf(width, color, documents));
const folded = (page: string): string => page.replaceAll(/\s+/g, ' ');

test.each([80, 96, 110])('the text view keeps to %i columns', (width) => {
  const wide = text(width)
    .split('\n')
    .filter((line) => widthOf(line) > width);
  expect(wide).toEqual([]);
});

test('ink adds nothing and takes nothing away', () => {
  // oxlint-disable-next-line no-control-regex
  expect(text(100, true).replaceAll(/\u{1B}\[\d+m/gu, '')).toBe(text(100));
  expect(text(100)).not.toContain('\u{1B}');
});

test('everything that the Review says to people is on the page', () => {
  const said = [
    ...inventedReview.lines.map(({ why }) => why),
    ...inventedReview.findings.flatMap((finding) => [finding.what, finding.why, finding.do, finding.id]),
    ...inventedReview.prompts.flatMap(({ question, because }) => [question, because]),
    ...inventedReview.determinations.flatMap(({ because, criteria }) => [
      because,
      ...criteria.map(({ title }) => title),
    ]),
    ...inventedReview.authorization.flatMap((entry) => [entry.what, entry.do, ...entry.missing]),
    ...inventedReview.trace.notEvaluated,
    '2026-05-11',
    'Limitations',
  ];
  const markdown = folded(reviewAsMarkdown(inventedReview, subject, pageOf(100, false, documents), ALL_PARTS));
  const plain = folded(text(100));
  for (const sentence of said) {
    expect(plain).toContain(folded(sentence));
    expect(markdown).toContain(folded(sentence));
  }
});

test('states are words as well as signs', () => {
  for (const words of [
    '✓ met',
    '✗ not met',
    '? unknown',
    '✗ FIX',
    '! CHECK',
    '! required',
    '✗ fails a criterion',
    '· not judged',
    'not applicable here',
  ])
    expect(text(100)).toContain(words);
});

test('the page points at lines of the note and at places of the claim file', () => {
  expect(text(110)).toContain('“right L4-L5 foramen” (note line 4)');
  expect(folded(text(110))).toContain('2400 SV1-01.2 (transaction 1, segment 31, byte 1204)');
});

test.each<[string, Partial<Review>, RegExp]>([
  ['a block', {}, /^✗ HOLD: 1 to fix · 1 to check · 1 question/],
  ['a warning', { findings: inventedReview.findings.slice(1) }, /^! CHECK: 1 to check/],
  ['only questions', { findings: [] }, /^\? OPEN: 1 question/],
  [
    'a policy that is met',
    { findings: [], prompts: [], determinations: [{ ...inventedReview.determinations[0]!, outcome: 'meets' }] },
    /^✓ NOTHING TO FIX/,
  ],
  [
    'silence of all policies',
    { findings: [], prompts: [], determinations: [] },
    /^· NO FINDINGS · coverage not judged/,
  ],
  ['no lines', { findings: [], prompts: [], lines: [], determinations: [] }, /^· NOTHING TO CODE/],
])('%s decides the headline', (_, change, starts) => {
  const { sign, word } = headline({ ...inventedReview, ...change });
  expect(`${sign} ${word}`).toMatch(starts);
});

test('a quote cannot become a tag or break a table of the markdown view', () => {
  const evil = '<script>alert(1)</script> | x';
  const review = {
    ...inventedReview,
    lines: [{ ...inventedReview.lines[0]!, evidence: [{ source: 'history' as const, at: 'x', quote: evil }] }],
  };
  const page = reviewAsMarkdown(review, subject, pageOf(100, false, documents), ALL_PARTS);
  expect(page).not.toContain('<script>');
  expect(page).toContain(String.raw`\| x`);
});
