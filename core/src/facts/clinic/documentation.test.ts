import { describe, expect, it } from 'vitest';
import { readSavedImages } from './saved-images.ts';
import { readSignature } from './signature.ts';
import { chartOf, valuesOf } from './testing.ts';

const images = (text: string) => {
  const values = valuesOf(readSavedImages(chartOf(`DESCRIPTION: ${text}`)));
  return [values['procedure.images-saved'], values['procedure.images-saved-count']];
};
const signature = (text: string) => valuesOf(readSignature(chartOf(text)));

describe('images kept', () => {
  it.each([
    ['AP and lateral images were saved.', true, 2],
    ['Final AP, lateral and oblique views were stored in PACS.', true, 3],
    ['Two fluoroscopic images were archived in the chart.', true, 2],
    ['Permanent images were recorded.', true, 'unknown'],
    ['Multiple images were saved.', true, 2],
    ['Hard copies of the films were placed in the record.', true, 'unknown'],
    ['No images were saved.', false, 0],
    ['AP and lateral images were obtained.', undefined, undefined],
    ['Fluoroscopy confirmed the position in two views.', undefined, undefined],
  ])('%s', (text, saved, count) => expect(images(text)).toEqual([saved, count]));
});

describe('signature and date', () => {
  it.each([
    [
      'Electronically signed by: Ann Example, MD on 3/2/2026',
      {
        'documentation.signed': true,
        'documentation.signer': 'Ann Example, MD',
        'documentation.performer-credentials': 'md',
      },
    ],
    [
      '/s/ Bob Invented, DO',
      {
        'documentation.signed': true,
        'documentation.signer': 'Bob Invented, DO',
        'documentation.performer-credentials': 'do',
      },
    ],
    ['Electronically signed by: [PHYSICIAN]', { 'documentation.signed': 'unknown' }],
    ['Signature: ____________', { 'documentation.signed': 'unknown' }],
    ['Signature pending.', { 'documentation.signed': false }],
    ['Informed consent was signed by the patient.', { 'documentation.consent': true }],
    ['Dictated by Dr. Example.', {}],
    ['Date of service: 03/02/2026', { 'documentation.dated': true }],
    ['Date of birth: 03/02/1956', {}],
    ['LATE ENTRY for 3/2/2026.', { 'documentation.late-entry': true }],
    ['Dr. Example is board-certified in pain medicine.', { 'documentation.performer-qualified': true }],
  ])('%s', (text, expected) => expect(signature(text)).toEqual(expected));
});
