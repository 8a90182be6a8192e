import { describe, expect, it } from 'vitest';
import { readDisabilityScale } from './disability-scale.ts';
import { readFunctionDeficit } from './function-deficit.ts';
import { chartOf, lumbarEpidural, valuesOf } from './testing.ts';

describe('pain.functional-deficit', () => {
  it.each([
    ['The pain limits his ability to walk and stand.', true],
    ['Pain interferes with activities of daily living.', true],
    ['She is unable to work because of the pain.', true],
    ['Her back hurts with pain. She has difficulty with household chores.', true],
    ['Leg pain. Walking tolerance is 5 minutes.', true],
    ['Back pain. He can only stand 10 minutes before he must sit.', true],
    ['Debilitating low back pain.', true],
    ['Low back pain. Oswestry 44%.', true],
    ['Neck pain, NDI score of 38 percent.', true],
    ['Low back pain. ODI 12%.', undefined],
    ['Low back pain. ODI improved to 24%.', undefined],
    ['Goal: ODI below 30%.', undefined],
    ['The pain does not limit her activities.', false],
    ['No functional limitations.', false],
    ['Independent with all ADLs.', false],
    ['Goals: improve walking.', undefined],
    ['He works as a driver.', undefined],
    ['He has difficulty walking since his stroke.', undefined],
    ['Unable to tolerate physical therapy.', undefined],
    ['Knee pain limits walking.', undefined],
  ])('%s → %s', (text, expected) =>
    expect(
      valuesOf(readFunctionDeficit(chartOf(`HISTORY: ${text}`, [lumbarEpidural()])))['pain.functional-deficit'],
    ).toBe(expected),
  );
  it('sleep is quality of life', () => {
    expect(valuesOf(readFunctionDeficit(chartOf('HISTORY: The pain wakes her at night.')))).toEqual({
      'pain.quality-of-life-impaired': true,
    });
  });
});

describe('disability scales', () => {
  it.each([
    ['ODI 46%.', { name: 'odi', score: 46 }],
    ['Oswestry disability index score of 52 percent.', { name: 'odi', score: 52 }],
    ['Roland-Morris 14/24.', { name: 'roland-morris', score: 14 }],
    ['Neck Disability Index: 38%', { name: 'ndi', score: 38 }],
    ['PROMIS pain interference 64.', { name: 'promis', score: 64 }],
  ])('%s', (text, { name, score }) =>
    expect(valuesOf(readDisabilityScale(chartOf(`HISTORY: ${text}`)))).toEqual({
      'pain.disability-scale-documented': true,
      'pain.disability-scale-name': name,
      'pain.disability-score': score,
    }),
  );
  it('a scale without its score is unknown', () => {
    expect(valuesOf(readDisabilityScale(chartOf('HISTORY: An Oswestry form was completed.')))).toEqual({
      'pain.disability-scale-documented': 'unknown',
    });
    expect(valuesOf(readDisabilityScale(chartOf('HISTORY: No ODI was recorded.')))).toEqual({});
  });
});
