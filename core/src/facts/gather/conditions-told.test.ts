import { describe, expect, it } from 'vitest';
import { readNote } from '../text/read-note.ts';
import { statedDiagnoses } from './stated-diagnoses.ts';

const of = (text: string) => statedDiagnoses(readNote({ id: 'note', text })).map((one) => one.words.toLowerCase());

describe('diagnoses of a note without a list', () => {
  it.each([
    [
      'INDICATION: Right neck pain with occipital headache for 6 months. MRI: no disc herniation, facet arthropathy C2-3.',
      ['facet arthropathy', 'right neck pain with occipital headache'],
    ],
    [
      'INDICATIONS: Left L5 radiculopathy from a disc herniation at L4-5.',
      ['left l5 radiculopathy', 'disc herniation at l4-5'],
    ],
    ['HPI: She denies radiculopathy. Chronic axial low back pain.', ['chronic axial low back pain']],
    ['HPI: Low back pain, possible lumbar radiculopathy.', ['low back pain']],
    ['HPI: Lumbar stenosis versus facet arthropathy.', []],
    ['FAMILY HISTORY: Mother with spinal stenosis.', []],
    ['PLAN: Consider treatment of spinal stenosis.', []],
    ['DIAGNOSIS: Lumbar radiculopathy.\nHPI: Low back pain, cervical stenosis.', ['lumbar radiculopathy']],
    ['Dx M54.16\nHPI: Low back pain.', ['']],
  ])('%s', (text, expected) => expect(of(text)).toEqual(expected));
});
