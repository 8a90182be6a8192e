import { describe, expect, it } from 'vitest';
import { readBilateralPain } from './bilateral-pain.ts';
import { readFacetHistory } from './facet-history.ts';
import { chartOf, facetProcedure, lumbarEpidural, valuesOf } from './testing.ts';

const of = (text: string) => valuesOf(readFacetHistory(chartOf(text, [facetProcedure('facet-injection')])));
const REASON = 'facet.rfa-not-possible-reason';
const FUSED = 'facet.prior-fusion-at-level';
const ABLATED = 'facet.prior-ablation-at-level';

describe('what was done before at the levels treated (L4-L5, L5-S1)', () => {
  it.each([
    ['Radiofrequency ablation is not possible because of a pacemaker.', { [REASON]: 'implanted-electrical-device' }],
    ['RFA is contraindicated given her implanted defibrillator.', { [REASON]: 'implanted-electrical-device' }],
    ['He is not a candidate for radiofrequency ablation due to pseudarthrosis.', { [REASON]: 'pseudarthrosis' }],
    ['She declines radiofrequency ablation.', { [REASON]: 'patient-declines' }],
    ['She has a pacemaker.', {}],
    ['If the block is negative, RFA is not indicated.', {}],
    ['He is a candidate for RFA.', {}],
    ['Status post L4-L5 fusion in 2018.', { [FUSED]: true }],
    ['She underwent fusion from L3 to S1.', { [FUSED]: true }],
    ['History of ALIF at L5-S1.', { [FUSED]: true, 'facet.prior-anterior-fusion-at-level': true }],
    ['Prior ACDF C5-6.', { [FUSED]: 'unknown' }],
    ['He has had a lumbar fusion.', { [FUSED]: 'unknown' }],
    ['No prior lumbar surgery.', { [FUSED]: false, 'facet.prior-anterior-fusion-at-level': false }],
    ['We discussed lumbar fusion at L4-5 with him; he may consider fusion.', {}],
    ['She had successful radiofrequency ablation at L4-5 and L5-S1 in 2023.', { [ABLATED]: true }],
    ['She had radiofrequency ablation in 2023.', { [ABLATED]: 'unknown' }],
    ['No prior radiofrequency ablation.', { [ABLATED]: false }],
    ['We plan radiofrequency ablation at L4-5.', {}],
  ])('%s', (text, expected) => expect(of(`HISTORY: ${text}`)).toEqual(expected));
});

describe('bilateral.indicated', () => {
  it.each([
    ['HISTORY: Bilateral low back pain.', true],
    ['HISTORY: Pain radiating into both legs.', true],
    ['INDICATIONS: Bilateral L5 radiculopathy.', true],
    ['HISTORY: Low back pain radiating to the left leg.', undefined],
    ['PROCEDURE: Bilateral L4-5 transforaminal epidural steroid injection for pain.', undefined],
    ['HISTORY: Bilateral knee pain.', undefined],
    ['HISTORY: Denies bilateral leg symptoms.', undefined],
  ])('%s → %s', (text, expected) =>
    expect(valuesOf(readBilateralPain(chartOf(text, [lumbarEpidural()])))['bilateral.indicated']).toBe(expected),
  );
});
