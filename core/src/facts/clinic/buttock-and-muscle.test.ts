import { describe, expect, it } from 'vitest';
import { readButtockAndMuscle } from './buttock-and-muscle.ts';
import { chartOf, valuesOf } from './testing.ts';

const of = (text: string) => valuesOf(readButtockAndMuscle(chartOf(`HISTORY: ${text}`, [])));

describe('pain of the buttock and of muscles', () => {
  it.each([
    ['Right buttock pain for four months.', { 'pain.location-below-l5': true }],
    ['The pain is located over the left sacroiliac joint.', { 'pain.location-below-l5': true }],
    ['Pain over the right PSIS.', { 'pain.location-below-l5': true }],
    ['Pain is felt below L5.', { 'pain.location-below-l5': true }],
    ['Pain lies between the iliac crest and the gluteal fold.', { 'pain.location-below-l5': true }],
    ['He denies buttock pain.', { 'pain.location-below-l5': false }],
    ['Tender over the SI joint.', {}],
    ['She has fibromyalgia.', { 'pain.widespread': true }],
    ['No fibromyalgia.', { 'pain.widespread': false }],
    ['Cervical rotation to the left is blocked by a taut band.', { 'exam.motion-blocked': true }],
    ['Rotation is full.', {}],
    ['Her pain has returned and she is unable to lift her child.', { 'repeat.recurrence-functional-loss': true }],
    ['Low back pain.', {}],
    ['Her mother had fibromyalgia.', {}],
  ])('%s', (text, expected) => expect(of(text)).toEqual(expected));
});
