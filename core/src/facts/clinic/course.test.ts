import { describe, expect, it } from 'vitest';
import { readCourse } from './course.ts';
import { readIndicationKind } from './indication-kind.ts';
import { readPatientAge } from './patient-age.ts';
import { chartOf, facetProcedure, lumbarEpidural, valuesOf } from './testing.ts';

const of = (text: string) => valuesOf(readCourse(chartOf(text)));

describe('course of treatment', () => {
  it.each([
    ['PLAN: We will do a series of three epidural steroid injections.', { 'series.planned': true }],
    ['INDICATIONS: This is the second injection in a planned series of three.', { 'series.planned': true }],
    ['INDICATIONS: Epidural #2 of 3 injections.', { 'series.planned': true }],
    ['INDICATIONS: Injection 2 of 3 injections today.', { 'series.planned': true }],
    ['HISTORY: She had a series of three epidural injections in 2019.', {}],
    ['PLAN: No series of injections is planned.', { 'series.planned': false }],
    ['PLAN: A copy of this note was sent to her primary care physician.', { 'course.pcp-notified': true }],
    ['PLAN: The PCP was notified about steroid exposure.', { 'course.pcp-notified': true }],
    ['PLAN: A copy will be sent to the PCP.', {}],
    ['HISTORY: She was referred by her primary care physician.', {}],
    ['HISTORY: He is not a surgical candidate.', { 'course.continuation-reason': 'poor-surgical-risk' }],
    ['HISTORY: She wishes to avoid surgery.', { 'course.continuation-reason': 'declines-surgery' }],
    ['HISTORY: He has been receiving epidural injections for three years.', { 'course.beyond-12-months': true }],
    ['HISTORY: We chose a different approach for this injection.', { 'repeat.technique-changed': true }],
    [
      'HISTORY: The injection is repeated because the pain has returned.',
      { 'repeat.rationale-documented': true, 'repeat.pain-returned': true },
    ],
    ['HISTORY: We chose a different approach for her diet.', {}],
    ['HISTORY: A second injection was given.', {}],
    ['HISTORY: X-ray series of three views.', {}],
  ])('%s', (text, expected) => expect(of(text)).toEqual(expected));
});

describe('indication.kind', () => {
  const kinds = (text: string, procedures = [lumbarEpidural()]) =>
    valuesOf(readIndicationKind(chartOf(text, procedures)))['indication.kind'];
  it.each([
    ['PREOPERATIVE DIAGNOSIS: Lumbar radiculopathy.', ['radiculopathy']],
    ['PREOPERATIVE DIAGNOSIS: Lumbar spinal stenosis with neurogenic claudication.', ['neurogenic-claudication']],
    ['DIAGNOSIS: Lumbar spondylosis without myelopathy or radiculopathy.', ['facet-pain']],
    ['DIAGNOSIS: Post-laminectomy syndrome.', ['post-laminectomy']],
    ['DIAGNOSIS: Failed back surgery syndrome with left sciatica.', ['radicular-pain', 'post-laminectomy']],
    ['DIAGNOSIS: Acute herpes zoster.', ['acute-zoster']],
    ['DIAGNOSIS: Postherpetic neuralgia.', ['postherpetic-neuralgia']],
    ['DIAGNOSIS: CRPS type I of the left leg.', ['crps']],
    ['DIAGNOSIS: Rule out radiculopathy.', undefined],
    ['PAST MEDICAL HISTORY: Fibromyalgia, migraine.', undefined],
    ['FAMILY HISTORY: Sciatica.', undefined],
    ['INDICATIONS: Severe spasticity; intrathecal baclofen trial.', ['pump-trial', 'spasticity']],
    ['DIAGNOSIS: Cervical radiculopathy.', undefined],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected));
  it('facet arthropathy for a facet procedure', () => {
    expect(
      kinds('DIAGNOSIS: Lumbar facet arthropathy, axial low back pain.', [facetProcedure('facet-injection')]),
    ).toEqual(['facet-pain', 'axial-pain']);
  });
});

describe('patient.age', () => {
  it.each([
    ['HISTORY: This is a 54-year-old man.', 54],
    ['HISTORY: 67 y/o female with back pain.', 67],
    ['HISTORY: She lives with her son, a 30-year-old.', undefined],
    ['HISTORY: Pain since age 20.', undefined],
  ])('%s → %s', (text, expected) => expect(valuesOf(readPatientAge(chartOf(text)))['patient.age']).toBe(expected));
});
