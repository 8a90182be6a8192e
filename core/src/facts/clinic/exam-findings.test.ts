import { describe, expect, it } from 'vitest';
import { readExamFindings } from './exam-findings.ts';
import { chartOf, valuesOf } from './testing.ts';

const of = (text: string) => {
  const { 'exam.documented': _, ...values } = valuesOf(readExamFindings(chartOf(`PHYSICAL EXAMINATION: ${text}`)));
  return values;
};

describe('signs at the examination', () => {
  it.each([
    ['Straight leg raise is positive on the left.', { 'exam.radicular-signs': true }],
    ['Straight leg raising was negative bilaterally.', { 'exam.radicular-signs': false }],
    ["Positive Spurling's to the right.", { 'exam.radicular-signs': true }],
    ['Negative SLR.', { 'exam.radicular-signs': false }],
    ['Facet loading is positive bilaterally.', { 'exam.facet-signs': true }],
    ['There is pain with lumbar extension.', { 'exam.facet-signs': true }],
    ['No facet tenderness.', { 'exam.facet-signs': false }],
    [
      'A taut band was palpated with a local twitch response and referred pain to the temple.',
      { 'exam.taut-band': true, 'exam.hyperirritable-spot': true, 'exam.referred-pain': true },
    ],
  ])('%s', (text, expected) => expect(of(text)).toEqual(expected));

  it.each([
    ["FABER, Gaenslen's and thigh thrust were positive.", 3],
    ['Positive FABER, Gaenslen, SI compression and distraction tests.', 4],
    ['Patrick test positive, Gaenslen negative, Yeoman negative.', 1],
    ['Fortin finger test positive and FABER positive.', 1],
  ])('%s → %d', (text, count) => expect(of(text)['exam.provocation-positive-count']).toBe(count));

  it('a disc compression is no test', () => expect(of('There is compression of the nerve root.')).toEqual({}));
});

describe('an examination without a heading', () => {
  const documented = (text: string) => valuesOf(readExamFindings(chartOf(text)))['exam.documented'];
  it.each([
    'HISTORY: Low back pain for a year. On physical examination straight leg raising is positive on the left.',
    'She has neck pain. Upon exam there is tenderness over the cervical facets.',
    'Lumbar examination shows pain with extension.',
  ])('%s', (text) => expect(documented(text)).toBe(true));
  it.each([
    'HISTORY: Low back pain for a year.',
    'Physical examination was deferred; strength will be tested at the next visit.',
    'PLAN: On examination next month we will look at strength again.',
    'On exam blood pressure was 120/80.',
  ])('not told: %s', (text) => expect(documented(text)).toBeUndefined());
});
