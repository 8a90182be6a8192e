import { describe, expect, it } from 'vitest';
import { readNote } from '../text/read-note.ts';
import { statedDiagnoses } from './stated-diagnoses.ts';

/** Place and words of what is told, without what was blotted out. */
const told = (text: string) =>
  statedDiagnoses(readNote({ id: 'note', text })).map(({ told: place, words }) =>
    [
      place ?? 'list',
      words
        .toLowerCase()
        .replaceAll(/[·\s]+/g, ' ')
        .trim(),
    ].join(': '),
  );
const words = (text: string) => told(text).join(' | ');

describe('diagnoses of a note without a list', () => {
  it.each<[string, string, string[], string[]]>([
    ['an indication', 'INDICATIONS: Left L5 radiculopathy from a disc herniation at L4-5.', ['radiculopathy'], []],
    ['what is denied', 'HPI: She denies radiculopathy. Chronic axial back pain.', ['axial back pain'], ['radiculo']],
    ['what is only possible', 'HPI: Low back pain, possible lumbar radiculopathy.', ['low back'], ['radiculo']],
    ['what is suspected', 'HPI: Knee pain, suspected meniscal arthritis.', ['knee pain'], ['arthritis']],
    ['what the findings fit', 'HPI: Leg pain consistent with spinal stenosis.', ['leg pain'], ['stenosis']],
    ['one or the other', 'HPI: Lumbar stenosis versus facet arthropathy.', [], ['stenosis', 'facet']],
    ['what was ruled out', 'HPI: Leg pain; radiculopathy was ruled out.', ['leg pain'], ['radiculo']],
    ['the family', 'FAMILY HISTORY: Mother with spinal stenosis.', [], ['stenosis']],
    ['the plan', 'PLAN: Consider treatment of spinal stenosis.', [], ['stenosis']],
    ['what was before', 'HPI: History of carpal tunnel syndrome. Now heel pain.', ['heel pain'], ['carpal']],
    ['what began long ago', 'HPI: A six-year history of sacroiliac joint pain.', ['sacroiliac joint pain'], []],
    ['what lasts', 'HPI: She has had occipital neuralgia for two years.', ['occipital neuralgia'], []],
    ['onset after a fall', 'INDICATION: Painful wrist arthritis after a fall 5 weeks ago.', ['wrist arthritis'], []],
    ['an image', 'HPI: Neck pain. MRI shows cervical stenosis.', ['imaging: mri shows cervical stenosis'], []],
    [
      'an image in the midst of a sentence',
      'HPI: Here with right hip pain, x-ray shows severe coxarthrosis, and she is here for an injection.',
      ['history: here with right hip pain', 'imaging: x-ray shows severe coxarthrosis'],
      [],
    ],
    [
      'a narrative without headings',
      'Mrs. Invented has tennis elbow on the left and comes for an injection.  The arm was prepped with chlorhexidine. A 25-gauge needle was placed where lateral epicondylitis is felt.',
      ['history: mrs. invented has tennis elbow on the left'],
      ['epicondylitis'],
    ],
    [
      'letters',
      'Visit of an invented patient\nS: Knee is sore, was told of gout elsewhere.\nO: Swollen, synovitis.\nA: Left knee arthrosis.\nP: Injection for bursitis at the next visit.',
      ['list: left knee arthrosis'],
      ['synovitis', 'bursitis'],
    ],
    [
      'dictated without a colon',
      'Okay, this is on an invented man. Preoperative diagnosis sacral insufficiency fracture. Prone on the table.',
      ['assessment: sacral insufficiency fracture'],
      [],
    ],
    [
      'a first line about the patient',
      'This invented lady has myofascial neck pain and comes for trigger point injections.\n\nPROCEDURE: Injection of both trapezius muscles.',
      ['history: this invented lady has myofascial neck pain'],
      [],
    ],
    ['a title', 'PROCEDURE: Right heel injection for plantar fasciitis', ['title: for plantar fasciitis'], ['heel']],
  ])('%s', (_, text, heard, unheard) => {
    const all = words(text);
    for (const one of heard) expect(all).toContain(one);
    for (const one of unheard) expect(all).not.toContain(one);
  });

  it.each([
    ['a list goes before', 'DIAGNOSIS: Lumbar radiculopathy.\nHPI: Cervical stenosis.', ['list: lumbar radiculopathy']],
    ['so does a code', 'Dx M54.16\nHPI: Low back pain.', ['list: ']],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected));

  it('quotes the sentence that tells it', () => {
    const text = 'Title of nothing\n\nHPI: She was well.  She  has meralgia paresthetica on the right.';
    const found = statedDiagnoses(readNote({ id: 'note', text })).find((one) => one.words.includes('meralgia'));
    expect(found?.evidence).toMatchObject([{ quote: 'She  has meralgia paresthetica on the right.' }]);
  });
});
