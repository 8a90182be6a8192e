import { describe, expect, it } from 'vitest';
import { findingsOf, told } from '../testing.ts';

/** Invented notes, each for one way of telling; no patient is real. */
const TOLD: readonly (readonly [way: string, text: string, expected: readonly string[]])[] = [
  [
    'a level given up sentences later',
    'PROCEDURE: Left L3-4 and L4-5 transforaminal epidural steroid injections.\nDETAILS: Under fluoroscopy a needle was advanced to the left L3-4 foramen and 5 mg of dexamethasone was injected. Attention was turned to L4-5. Several angles were tried past the osteophyte. The attempt at this level was abandoned. No medication was injected there.',
    ['epidural-transforaminal L3-L4 left; fluoroscopy'],
  ],
  [
    'what was planned beside what was done',
    'PLANNED PROCEDURE: Right L3-4, L4-5 and L5-S1 facet joint injections.\nPROCEDURE PERFORMED: Right L4-5 facet joint injection under fluoroscopy.\nDESCRIPTION: A needle was advanced into the right L4-5 facet joint and 20 mg of Kenalog was injected.',
    ['facet-injection L4-L5 right; fluoroscopy'],
  ],
  [
    'what was planned, done as planned',
    'PLANNED PROCEDURE: Right L4-5 facet joint injection under fluoroscopy.\nPROCEDURE PERFORMED: Same.\nDESCRIPTION: A needle was advanced into the right L4-5 facet joint and 20 mg of Kenalog was injected.',
    ['facet-injection L4-L5 right; fluoroscopy'],
  ],
  [
    'a question with its answer',
    'PROCEDURE NOTE\nL4-5 interlaminar epidural steroid injection\nLysis of adhesions? No\nTransforaminal approach? No\nFluoroscopy? Yes\nA Tuohy needle was advanced with loss of resistance and 80 mg of Depo-Medrol was injected.',
    ['epidural-interlaminar L4-L5; fluoroscopy'],
  ],
  [
    'boxes above a narrative under the drugs',
    '\u2610 Left \u2611 Right knee injection\nMedication: \u2611 Kenalog 40 mg \u2610 Depo-Medrol 80 mg\nA 22G needle was advanced into the joint and the medication injected without resistance.',
    ['joint-injection knee right; unsaid'],
  ],
  ['a place and a dose', 'L knee 40 mg kenalog', ['joint-injection knee left; unsaid']],
  [
    'a place and a dose without its unit',
    'R SIJ fluoro, contrast ok, 40 kenalog',
    ['si-joint-injection sacroiliac right; fluoroscopy'],
  ],
  [
    'an item of a plan that tells what was done',
    'HPI: Knee pain.\nPLAN: Right knee arthritis. Injected today: prepped with chlorhexidine, a 22-gauge needle was placed in the right knee joint and 40 mg of Kenalog was injected. Tolerated well.\nHypertension: continue lisinopril.',
    ['joint-injection knee right; unsaid'],
  ],
  [
    'the narrative below a history without a heading of its own',
    'PROCEDURE: Left intercostal nerve block, T6.\nHISTORY: Pain since a fracture of the rib.\n\nShe was placed on her right side and the skin was cleaned with chlorhexidine. Under ultrasound a 25-gauge needle was passed below the left 6th rib and 3 mL of bupivacaine was injected.',
    ['intercostal-nerve-block T6 left; ultrasound'],
  ],
  [
    'an arthrogram of one joint beside the injection of another',
    'PROCEDURES:\n1. Left sacroiliac joint injection with arthrography.\n2. Left trochanteric bursa injection.\nDESCRIPTION: Under fluoroscopy a needle entered the left SI joint, contrast filled it and 40 mg of Kenalog was injected. Then a needle was advanced to the left trochanteric bursa and 40 mg of Kenalog was injected.',
    ['si-joint-injection sacroiliac left; fluoroscopy', 'joint-injection trochanteric-bursa left; unsaid'],
  ],
  [
    'a drug into the spinal fluid to learn what a pump would do',
    'PROCEDURE: Intrathecal baclofen trial.\nDESCRIPTION: On her side, prepped. Under fluoroscopy a 22-gauge spinal needle was advanced at L3-4 and clear CSF returned. Baclofen 50 mcg was injected.',
    ['epidural-interlaminar L3-L4; fluoroscopy'],
  ],
  [
    'x-rays told by their views',
    'PROCEDURE: Caudal epidural steroid injection.\nDESCRIPTION: On the lateral view the sacral hiatus was seen and entered with a 22-gauge needle. Omnipaque ran up to L5 on the AP picture. 80 mg of Depo-Medrol was injected.',
    ['epidural-caudal sacral-hiatus; fluoroscopy'],
  ],
];

const NOT_TOLD: readonly (readonly [why: string, text: string])[] = [
  [
    'cancelled on the table',
    'SCHEDULED PROCEDURE: Right L5-S1 transforaminal epidural steroid injection.\nPROCEDURE PERFORMED: None, cancelled.\nNARRATIVE: Consent was signed and he was placed prone under the C-arm. His blood pressure was too high and I decided to stop before the skin was prepped.',
  ],
  [
    'explained, not done',
    'We talked about an epidural. The procedure was explained: the patient lies prone, a Tuohy needle is advanced at L4-5 under fluoroscopy until loss of resistance, and 80 mg of Depo-Medrol is injected. She will think about it.',
  ],
  [
    'weeks after it',
    'FOLLOW-UP VISIT. Three weeks after left L4-5 TFESI with 80 mg Depo-Medrol under fluoroscopy. 60% relief. Plan: return as needed.',
  ],
  [
    'a cyst beside the joint',
    'PROCEDURE: Aspiration of a left wrist ganglion cyst with injection of 10 mg Kenalog, 18-gauge needle.',
  ],
  [
    'a letter',
    'I am writing to appeal the denial of the left L5-S1 transforaminal epidural steroid injection. Under fluoroscopy a needle would be advanced and 10 mg of dexamethasone injected.',
  ],
  ['a dose that was ordered', 'Order kenalog 40 mg for R knee'],
  ['a dose of last month', 'R knee 40 mg kenalog last month, helped'],
  ['a dose that was declined', 'Pt declined R knee kenalog 40 mg'],
  [
    'a trial of the past',
    'HISTORY: Intrathecal baclofen trial in 2022 by lumbar puncture with 50 mcg. Today the pump was discussed.',
  ],
  ['a trial to come', 'PLAN: Schedule an intrathecal baclofen trial, 50 mcg by lumbar puncture.'],
];

describe('procedures in plain language', () => {
  it.each(TOLD)('%s', (_, text, expected) => expect(told(text)).toEqual(expected));
  it.each(NOT_TOLD)('nothing: %s', (_, text) => expect(told(text)).toEqual([]));
  it('a level given up is told', () => expect(findingsOf(TOLD[0]![1])).toContain('note/level-attempted'));
});
