import { describe, expect, it } from 'vitest';
import { readPriorResponse } from './prior-response.ts';
import { chartOf, facetProcedure, lumbarEpidural, valuesOf } from './testing.ts';

const of = (text: string, procedures = [lumbarEpidural()]) => valuesOf(readPriorResponse(chartOf(text, procedures)));
const pair = (text: string) => {
  const values = of(`HISTORY: ${text}`);
  return [values['prior.relief-percent'], values['prior.relief-weeks']];
};

describe('response to earlier procedures', () => {
  it.each([
    ['She had 80% relief for 4 months after her last epidural injection.', 80, 17],
    ['The previous ESI helped for about two weeks.', 'unknown', 2],
    ['After the last injection he reported 50-60% improvement lasting 3 months.', 50, 13],
    ['Last epidural gave 70 percent pain relief for 12 weeks.', 70, 12],
    ['He underwent a left L4-5 TFESI on 9/2/2025 with greater than 50% relief for more than 3 months.', 50, 13],
    ['Previous TFESI provided complete relief for 6 months.', 100, 26],
    ['The first epidural reduced the pain by 75%.', 75, undefined],
    ['Following the last injection, her pain went from 8 to 2.', 75, undefined],
    ['She had two epidurals last year. She had 60% relief for five months.', 60, 21],
    ['The medial branch block gave 90% relief.', undefined, undefined],
    ['Physical therapy gave 50% relief for 3 months.', undefined, undefined],
    ['She will return if she has 50% relief after the injection.', undefined, undefined],
    ['At least 50% relief is required before repeating the injection.', undefined, undefined],
    ['Prior cervical epidural for neck pain gave 80% relief.', undefined, undefined],
    ['He had excellent relief with the previous epidural.', 'unknown', undefined],
  ])('%s', (text, percent, weeks) => expect(pair(text)).toEqual([percent, weeks]));

  it.each([
    ['The last epidural gave no relief.', true],
    ['The previous injection did not help.', true],
    ['The prior epidural provided 70% relief.', false],
    ['She has failed two prior epidural injections.', true],
  ])('failed: %s → %s', (text, expected) => expect(of(`HISTORY: ${text}`)['prior.failed']).toBe(expected));

  it.each([
    ['She has had two prior epidural injections.', 2],
    ['This is her second lumbar epidural steroid injection.', 1],
    ['She has never had an epidural injection.', 0],
    ['No previous injections.', 0],
    ['No prior medial branch blocks.', undefined],
    ['No prior cervical injections.', undefined],
    ['This is her first injection in a series.', undefined],
  ])('count: %s → %s', (text, expected) => expect(of(`HISTORY: ${text}`)['prior.count-narrative']).toBe(expected));

  it('diagnostic blocks before an ablation: the smaller relief counts', () => {
    const text =
      'HISTORY: He underwent two diagnostic medial branch blocks with 90% and 80% relief consistent with the anesthetic used.';
    expect(of(text, [facetProcedure('facet-ablation')])).toMatchObject({
      'prior.diagnostic-count': 2,
      'prior.diagnostic-relief-percent': 80,
      'prior.diagnostic-technique': 'medial-branch',
      'prior.relief-consistent-with-agent': true,
    });
  });

  it('an earlier ablation', () => {
    const text = 'HISTORY: Last radiofrequency ablation gave 70% relief for 9 months.';
    expect(of(text, [facetProcedure('facet-ablation')])).toMatchObject({
      'prior.ablation-relief-percent': 70,
      'prior.ablation-relief-weeks': 39,
    });
  });
});

describe('response.immediate-relief-percent', () => {
  it.each([
    ['DESCRIPTION: The patient reported 80% relief of her usual pain.', 80],
    ['POST PROCEDURE EVALUATION: Pain was gone post procedure.', undefined],
    ['DESCRIPTION: In the recovery room she was pain-free.', 100],
    ['DESCRIPTION: There was good relief of symptoms.', 'unknown'],
    ['DESCRIPTION: The patient will call if relief is less than 50%.', undefined],
    ['DESCRIPTION: 2 mL of 0.25% bupivacaine was injected.', undefined],
  ])('%s → %s', (text, expected) => {
    const value = of(text)['response.immediate-relief-percent'];
    if (text.startsWith('POST')) expect(value).toBe(100);
    else expect(value).toBe(expected);
  });
});
