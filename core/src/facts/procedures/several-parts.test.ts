import { describe, expect, it } from 'vitest';
import { told } from '../testing.ts';

/** Invented notes: what is said of one part, of another day or at the end must not change the rest. */
const NOTES: readonly (readonly [why: string, expected: readonly string[], note: string])[] = [
  [
    'imaging denied of the joint only',
    ['epidural-interlaminar L3-L4; fluoroscopy', 'joint-injection trochanteric-bursa left; none'],
    'Two injections were done.\n\nEpidural: with fluoroscopy I entered at L3-4 with an 18-gauge Tuohy, loss of resistance at 5 cm. Contrast spread in the epidural space. Methylprednisolone 80 mg was injected.\n\nHip: for the bursitis a 22-gauge needle was passed to bone at the left greater trochanter, and 40 mg of Kenalog in 4 mL of lidocaine followed. Done by palpation without imaging.',
  ],
  [
    'blocks of other days below the name',
    ['genicular-nerve-ablation genicular left; fluoroscopy'],
    'PROCEDURE: Left genicular nerve radiofrequency ablation.\n  Genicular block 4 March 2025: 90% for 6 hours.\nUnder fluoroscopy 18 g cannulas were placed at the genicular nerves. 80 C for 90 s.',
  ],
  [
    'injections of months',
    ['sacral-lateral-branch-ablation sacroiliac right; fluoroscopy'],
    'Procedure: Right sacral lateral branch RFA, L5-S3\nSI joint injection (Aug 2024) 80% x 3 weeks; lateral branch block Sept 9 - 90% x 5 h\nFluoroscopy. 18 g electrodes, lesions at S1, S2, S3 and L5. 80 C 90 s.',
  ],
  [
    'lesions in telegrams',
    ['sacral-lateral-branch-ablation sacroiliac right; unsaid'],
    '0905 Pad L thigh.\n0910 Time-out RIGHT SI RF.\nProcedure: RF ablation of the right sacral lateral branches (L5-S3).\nTechnique: Cooled 17 g probes. Ala first, then around S1, S2 and S3. 60 C, 150 s each.\nComplications: none. Fluoro 50 s. Home with son.',
  ],
  [
    'named in the conclusion only',
    ['epidural-interlaminar L4-L5; none'],
    'He sat with his feet on a stool. The L4-L5 interspace was marked. A 17 gauge needle was inserted. Loss of resistance to air was met at 6 cm. Then 80 mg of methylprednisolone in 6 cc of saline was given slowly. X-ray was not used.\nIMPRESSION: Second epidural block completed without difficulty.',
  ],
  [
    'a conclusion about another day',
    [],
    'HISTORY: Needle EMG showed L5 radiculopathy. She was given steroid tablets.\nIMPRESSION: L5 radiculopathy, epidural steroid injection done by her surgeon in March.',
  ],
  [
    'muscles in a sentence of their own',
    ['trigger-point-injection infraspinatus right, supraspinatus right, rhomboid right, trapezius right; unsaid'],
    'PROCEDURE: Trigger point injections\nThe bands were pinched and injected with a 25 gauge needle, 1 mL of bupivacaine each. The muscles were the right infraspinatus, right supraspinatus, right rhomboid and right trapezius.',
  ],
  [
    'muscles that were tender, and the one that was injected',
    ['trigger-point-injection trapezius right; unsaid'],
    'PROCEDURE: Trigger point injection\nEXAM: The muscles were tender: right infraspinatus, right supraspinatus, right rhomboid.\nTECHNIQUE: The right trapezius was injected with a 25 gauge needle, 1 mL of bupivacaine.',
  ],
];

describe('parts of a note', () => {
  it.each(NOTES)('%s', (_why, expected, note) => expect(told(note)).toEqual(expected));
});
