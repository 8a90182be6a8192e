import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { codeDiagnoses } from '@interspace/core/coding/diagnoses/code-diagnoses';
import { prepareDiagnoses } from '@interspace/core/coding/diagnoses/prepare-diagnoses';
import { date } from '@interspace/core/model/date';
import { openLibrary } from '../../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('../..', import.meta.url)));
const law = prepareDiagnoses(library.diagnoses);
const codes = (words: string) =>
  codeDiagnoses([{ words, evidence: [] }], [], law, date('2026-04-10')).map((one) => one.code);

describe('conditions of a list', () => {
  it.each([
    ['Post-traumatic arthrosis of the left ankle', ['M19.172']],
    ['Seronegative RA, left wrist', ['M06.032']],
    ['Psoriatic arthritis', ['L40.50']],
    ['Bilateral shoulder impingement', ['M75.41', 'M75.42']],
    ['Full-thickness rotator cuff tear, right shoulder', ['M75.121']],
    ['Left rotator cuff tendinosis', ['M75.82']],
    ['Right trigger thumb', ['M65.311']],
    ['Trigger finger, left ring finger', ['M65.342']],
    ['Osteoarthritis of the left elbow', ['M19.022']],
    ['Chronic cluster headache', ['G44.029']],
    ['Adenocarcinoma of the tail of the pancreas', ['C25.2']],
    ['Gluteus medius tendinitis on the left', ['M76.02']],
    ['Thoracic compression fracture from multiple myeloma', ['M84.58XA', 'C90.00']],
    ['Migrated spinal cord stimulator lead', ['T85.122A']],
    ['Erosive arthritis of the C4-5 facet joints', ['M47.812']],
    ['Right C6 radiculopathy', ['M54.12']],
    ['S1 radiculopathy', ['M54.17']],
    ['Phantom foot pain', ['G54.6']],
    ['Possible lumbar radiculopathy', []],
    ['Rule out carpal tunnel syndrome', []],
    ['History of plantar fasciitis', []],
    ['Right knee pain, probable osteoarthritis', ['M25.561']],
  ])('%s', (words, expected) => expect(codes(words)).toEqual(expected));
});
