import { describe, expect, it } from 'vitest';
import { told } from '../../testing.ts';

/** Invented notes; no patient is real. */
const DONE: readonly (readonly [style: string, text: string, expected: readonly string[]])[] = [
  [
    'kyphoplasty of one body',
    'PROCEDURE: Balloon kyphoplasty, L2\nDESCRIPTION: Under biplane fluoroscopy an 11-gauge needle was advanced through each pedicle of L2. The balloon was inflated. 4 mL of cement was placed.',
    ['kyphoplasty L2; fluoroscopy'],
  ],
  [
    'kyphoplasty of a range across the border',
    'OPERATION PERFORMED: Kyphoplasty T11-L1 with fluoroscopic guidance\nANESTHESIA: General endotracheal\nA small incision was made at each level. Cannulas were placed through the pedicles. Blood loss 10 mL. Skin was closed with Dermabond.',
    ['kyphoplasty T11, T12, L1; fluoroscopy'],
  ],
  [
    'vertebroplasty',
    'PROCEDURE: Vertebroplasty at T8 and T10\nUnder fluoroscopy a needle was advanced through the pedicle at each level and PMMA cement was injected.',
    ['vertebroplasty T8, T10; fluoroscopy'],
  ],
  [
    'augmentation, cavity told in the narrative',
    'PROCEDURE: Vertebral augmentation of L3\nUnder fluoroscopy the balloon tamp was inflated in the vertebral body of L3 and cement was injected through the cannula.',
    ['kyphoplasty L3; fluoroscopy'],
  ],
  [
    'levels in the narrative only',
    'PROCEDURE: Percutaneous vertebroplasty\nCLINICAL: fractures of L1 and L4, L4 old.\nDESCRIPTION: Under fluoroscopy an 11-gauge needle was advanced through the left L1 pedicle and 3 mL of cement was injected.',
    ['vertebroplasty L1; fluoroscopy'],
  ],
  [
    'basivertebral nerve',
    'PROCEDURE: Basivertebral nerve ablation L4, L5 and S1 (Intracept)\nUnder fluoroscopy the introducer was advanced through the pedicle of each body and the nerve ablated for 15 minutes.',
    ['basivertebral-ablation L4, L5, S1; fluoroscopy'],
  ],
  [
    'discography',
    'PROCEDURE: Provocative lumbar discography L3-4, L4-5 and L5-S1\nUnder fluoroscopy 22-gauge needles were placed in the center of each disc. 2 mL of Isovue was injected with pressure recorded. L4-5 was concordant.',
    ['discography L3-L4, L4-L5, L5-S1; fluoroscopy'],
  ],
  [
    'cervical discogram',
    'Procedure: C5-6 and C6-7 discogram, fluoro\n25g needles into discs, contrast injected, pain 8/10 concordant at C5-6.',
    ['discography C5-C6, C6-C7; fluoroscopy'],
  ],
  [
    'blood patch',
    'PROCEDURE: Epidural blood patch at L3-4\nINDICATION: headache after dural puncture. A Tuohy needle was advanced with loss of resistance under fluoroscopy. 20 mL of autologous blood was injected.',
    ['epidural-blood-patch L3-L4; fluoroscopy'],
  ],
  [
    'lysis of adhesions in one day',
    'PROCEDURE: Percutaneous epidural lysis of adhesions with Racz catheter\nUnder fluoroscopy a needle was passed through the sacral hiatus; the catheter was advanced to L5. Hypertonic saline 10 mL, Kenalog 40 mg and bupivacaine were injected and the catheter was removed.',
    ['epidural-adhesiolysis ; fluoroscopy'],
  ],
  [
    'pump refill',
    'PROCEDURE: Intrathecal pump refill and reprogramming\nThe pump was interrogated. A 22-gauge needle was inserted into the reservoir, 4 mL was aspirated and 20 mL of morphine was instilled. The rate was increased by 10%.',
    ['pump-refill ; unsaid'],
  ],
  [
    'pump read and set anew',
    'PROCEDURE: Interrogation and reprogramming of the baclofen pump\nBy telemetry the pump was read. The rate was increased to 120 mcg a day. No complications.',
    ['pump-analysis ; unsaid'],
  ],
  [
    'pump and catheter placed',
    'OPERATION: 1. Implantation of intrathecal catheter. 2. Placement of programmable intrathecal pump.\nAn incision was made, the needle was advanced to the intrathecal space under fluoroscopy and the catheter tunneled. The pump was placed in the pocket. Closed with Vicryl.',
    ['pump-catheter ; fluoroscopy', 'pump-implant ; fluoroscopy'],
  ],
];
const NOT_DONE: readonly (readonly [why: string, text: string])[] = [
  [
    'history',
    'HISTORY: Status post kyphoplasty of L1 in 2024. Discography in 2019 was negative. PLAN: physical therapy.',
  ],
  ['planned', 'PLAN: If the fracture does not heal we will consider kyphoplasty at T12. Discogram was discussed.'],
  ['pump of another kind', 'Her insulin pump was refilled and reprogrammed in the clinic. A needle was changed.'],
  ['pump in the history', 'HISTORY: She has an intrathecal pump; last refill in March 2026. PLAN: refill in June.'],
  [
    'lysis in the abdomen',
    'PROCEDURE: Laparoscopic lysis of adhesions\nPorts were placed and adhesions of the bowel were taken down. Bupivacaine was injected at the ports.',
  ],
  ['result of an earlier discogram', 'IMAGING: The discogram showed concordant pain at L4-5. PROCEDURE: none today.'],
];

describe('vertebrae, discs, blood patch', () => {
  it.each(DONE)('%s', (_, text, expected) => expect(told(text)).toEqual(expected));
  it.each(NOT_DONE)('nothing: %s', (_, text) => expect(told(text)).toEqual([]));
});
