import { describe, expect, it } from 'vitest';
import { readPainScale } from './pain-scale.ts';
import { readPainSeverity } from './pain-severity.ts';
import { chartOf, lumbarEpidural, valuesOf } from './testing.ts';

const of = (text: string) => valuesOf(readPainScale(chartOf(text, [lumbarEpidural()])));

describe('scores of pain', () => {
  it.each([
    ['HISTORY: He rates his low back pain 7/10.', 'unnamed-0-10', 7],
    ['HISTORY: NRS 7.', 'nrs', 7],
    ['HISTORY: VAS of 8 out of 10.', 'vas', 8],
    ['HISTORY: Pain is seven out of ten.', 'unnamed-0-10', 7],
    ['HISTORY: She rates the pain as a 6.', 'unnamed-0-10', 6],
    ['HISTORY: Pain score: 8', 'unnamed-0-10', 8],
    ['HISTORY: Numeric rating scale 5/10 at present, 9/10 at worst, 3/10 at best.', 'nrs', 5],
    ['HISTORY: Pain is 6-7/10 on average.', 'unnamed-0-10', 6],
    ['VITAL SIGNS: BP 120/80. Pain 4/10.', 'unnamed-0-10', 4],
    ['HISTORY: On the VAS pain scale her current and average pain is 6/10, the worst 10/10, the least 3/10.', 'vas', 6],
  ])('%s', (text, scale, score) =>
    expect(of(text)).toMatchObject({
      'pain.scale-name': scale,
      'pain.baseline-score': score,
      'pain.scale-baseline-documented': true,
    }),
  );

  it.each([
    ['Pre-procedure pain score was 8/10 and post-procedure pain score was 2/10.', 8, 2],
    ['Pain went from 7/10 to 1/10 after the procedure.', 7, 1],
    ['Pain decreased from 6 to 2.', 6, 2],
    ['Baseline NRS 8. After the injection the pain was 3/10.', 8, 3],
    ['Pain before the block was 9/10; it was 0/10 afterwards.', 9, 0],
  ])('%s', (text, pre, post) =>
    expect(of(`FINDINGS: ${text}`)).toMatchObject({ 'response.pre-score': pre, 'response.post-score': post }),
  );

  it.each([
    ['a date', 'HISTORY: MRI of 2/10/2006 shows pain generators.'],
    ['stress', 'HISTORY: She has pain. Rates her stress level as an 8/10.'],
    ['a goal', 'PLAN: The goal is pain of less than 4/10.'],
    ['the other end of the body', 'HISTORY: Right shoulder pain 8/10.'],
    ['strength', 'EXAM: Strength is 5/5 with pain.'],
    ['the response to an earlier procedure', 'HISTORY: After the last injection her pain was 2/10.'],
    ['the name of a scale', 'HISTORY: Pain is asked on the VAS 0-10.'],
    ['recall', 'EXAM: 2/10 word recall. No pain.'],
  ])('is not taken from %s', (_, text) => expect(of(text)).toEqual({}));

  it('is unknown when two scores of the same moment differ', () => {
    expect(of('HISTORY: Current pain is 4/10. Current pain is 8/10.')).toMatchObject({
      'pain.baseline-score': 'conflict',
      'pain.scale-baseline-documented': true,
    });
  });

  it('the worst pain alone is no baseline score, but a scale was used', () => {
    expect(of('HISTORY: The worst pain is 9/10.')).toEqual({
      'pain.scale-baseline-documented': true,
      'pain.scale-name': 'unnamed-0-10',
    });
  });
});

describe('pain.moderate-to-severe in words', () => {
  it.each([
    ['Severe low back pain.', true],
    ['Moderate to severe axial low back pain.', true],
    ['The pain is described as moderate.', true],
    ['Mild low back pain.', false],
    ['Severe spinal stenosis with low back pain.', undefined],
    ['Significant low back pain.', undefined],
    ['Call the office if severe pain occurs.', undefined],
    ['Severe right knee pain.', undefined],
    ['Moderate sedation for pain control.', undefined],
    ['Denies severe back pain.', undefined],
  ])('%s → %s', (text, expected) =>
    expect(valuesOf(readPainSeverity(chartOf(`HISTORY: ${text}`, [lumbarEpidural()])))['pain.moderate-to-severe']).toBe(
      expected,
    ),
  );
});
