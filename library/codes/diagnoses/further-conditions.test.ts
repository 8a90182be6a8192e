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
    // Radiculopathy by itself and the disorder that causes it exclude each other (ICD-10-CM, M54.1).
    ['Lumbar radiculopathy secondary to L5-S1 disk bulge', ['M51.17']],
    ['Lumbar spondylosis with radiculopathy', ['M47.26']],
    ['Lumbar stenosis with radiculopathy', ['M48.061', 'M54.16']],
    ['Herniated nucleus pulposus L5-S1 with left sciatica', ['M51.17']],
    ['Spondylosis of lumbar spine w/o myelopathy or radiculopathy', ['M47.816']],
    ['R S1 radic, HNP L5-S1', ['M51.17']],
    ['Rule out carpal tunnel syndrome', []],
    ['History of plantar fasciitis', []],
    ['Right knee pain, probable osteoarthritis', ['M25.561']],
  ])('%s', (words, expected) => expect(codes(words)).toEqual(expected));
});
