import { describe, expect, it } from 'vitest';
import { readContraindications } from './contraindications.ts';
import { readSafety } from './safety.ts';
import { chartOf, valuesOf } from './testing.ts';

const safety = (text: string) => valuesOf(readSafety(chartOf(text)));
const contra = (text: string) => valuesOf(readContraindications(chartOf(text)));

describe('safety', () => {
  it.each([
    ['HISTORY: No signs of infection.', { 'safety.infection': false }],
    ['HISTORY: He denies active infection.', { 'safety.infection': false }],
    ['ASSESSMENT: Active skin infection over the lumbar spine.', { 'safety.infection': true }],
    ['CONSENT: Risks include bleeding and infection.', {}],
    ['PLAN: Call for signs of infection such as redness.', {}],
    ['PAST MEDICAL HISTORY: History of cellulitis.', {}],
    ['HISTORY: No cauda equina syndrome.', { 'safety.cord-compression': false }],
    ['DIAGNOSIS: Lumbar spondylosis without myelopathy.', { 'safety.cord-compression': false }],
    ['IMAGING: MRI shows spinal cord compression at C5-6.', { 'safety.cord-compression': true }],
    ['HISTORY: No history of cancer.', { 'safety.malignancy-suspected': false }],
    ['IMAGING: Lesion suspicious for metastatic disease.', { 'safety.malignancy-suspected': true }],
    ['PAST MEDICAL HISTORY: Breast cancer 2009.', { 'safety.malignancy-suspected': 'unknown' }],
    ['FAMILY HISTORY: Cancer.', {}],
    ['HISTORY: She takes Eliquis for atrial fibrillation.', { 'safety.anticoagulated': true }],
    ['HISTORY: Plavix was held for 7 days.', { 'safety.anticoagulated': false }],
    ['HISTORY: He is not on any blood thinners.', { 'safety.anticoagulated': false }],
    ['MEDICATIONS: Warfarin 5 mg daily.', { 'safety.anticoagulated': 'unknown' }],
    [
      'MEDICATIONS: Warfarin 5 mg daily.\nHISTORY: Coumadin was stopped 5 days ago.',
      { 'safety.anticoagulated': false },
    ],
  ])('%s', (text, expected) => expect(safety(text)).toEqual(expected));
});

describe('reasons against contrast', () => {
  it.each([
    ['ALLERGIES: Iodinated contrast (hives).', { 'contrast.contraindication': 'contrast-allergy' }],
    ['HISTORY: She is allergic to contrast dye.', { 'contrast.contraindication': 'contrast-allergy' }],
    [
      'HISTORY: Contrast was not used because of a documented contrast allergy.',
      { 'contrast.contraindication': 'contrast-allergy' },
    ],
    ['HISTORY: No known allergy to contrast.', { 'contrast.contraindication': 'none' }],
    ['ALLERGIES: Shellfish.', { 'contrast.contraindication': 'unknown' }],
    ['ALLERGIES: Penicillin.', {}],
    ['HISTORY: She is currently pregnant.', { 'contrast.contraindication': 'pregnancy', 'patient.pregnant': true }],
    ['HISTORY: Urine pregnancy test was negative.', { 'patient.pregnant': false }],
    ['HISTORY: The patient is not pregnant.', { 'patient.pregnant': false }],
    ['HISTORY: Back pain since her last pregnancy.', {}],
    ['CONSENT: Tell us if you could be pregnant.', {}],
  ])('%s', (text, expected) => expect(contra(text)).toEqual(expected));
});
