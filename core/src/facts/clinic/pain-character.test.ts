import { describe, expect, it } from 'vitest';
import { readPainCharacter } from './pain-character.ts';
import { chartOf, facetProcedure, lumbarEpidural, valuesOf } from './testing.ts';

const of = (text: string, procedures = [lumbarEpidural()]) =>
  valuesOf(readPainCharacter(chartOf(`HISTORY: ${text}`, procedures)));
const R = 'pain.radicular';
const A = 'pain.axial-predominant';
const C = 'pain.neurogenic-claudication';

describe('the kind of pain', () => {
  it.each([
    ['Low back pain radiating down the left leg to the foot.', { [R]: true }],
    ['The pain radiates from the back into the posterior aspect of his right thigh.', { [R]: true }],
    ['Lumbar radiculopathy.', { [R]: true }],
    ['He denies any radiation of the pain.', { [R]: false }],
    ['No radicular symptoms.', { [R]: false }],
    ['There are no radicular complaints, weakness or numbness.', { [R]: false }],
    ['Denies bowel or bladder dysfunction, has pain radiating to the left leg.', { [R]: true }],
    ['Lumbar spondylosis without myelopathy or radiculopathy.', { [R]: false }],
    ['Axial low back pain without radiation.', { [A]: true, [R]: false }],
    ['The pain is mostly axial in nature.', { [A]: true }],
    ['Back pain is worse than leg pain.', { [A]: true, [R]: true }],
    ['Leg pain is greater than back pain.', { [A]: false, [R]: true }],
    ['Non-radiating low back pain.', { [A]: true, [R]: false }],
    ['The patient has neurogenic claudication.', { [C]: true }],
    ['No claudication.', { [C]: false }],
    ['Leg pain is worse with walking and relieved by sitting.', { [R]: true, [C]: true }],
    ['Low back pain.', {}],
    ['Straight leg raise negative.', {}],
    ['MRI is recommended to rule out radiculopathy.', {}],
    ['Her mother had sciatica.', {}],
  ])('%s', (text, expected) => expect(of(text)).toEqual(expected));

  it('is silent about another region', () => {
    expect(of('Neck pain radiating to the right arm.')).toEqual({});
    expect(of('Neck pain radiating to the right arm.', [facetProcedure('facet-injection', 'cervical')])).toEqual({
      [R]: true,
    });
  });

  it('is unknown when statements contradict', () => {
    expect(of('Pain radiates to the left leg. Lumbar spondylosis without radiculopathy.')).toEqual({ [R]: 'conflict' });
  });

  it('quotes the denial with its word', () => {
    const [one] = readPainCharacter(chartOf('HISTORY: She has back pain but denies radicular symptoms.'));
    expect(one?.evidence[0]?.quote).toBe('denies radicular');
  });
});
