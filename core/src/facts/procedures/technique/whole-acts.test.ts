import { describe, expect, it } from 'vitest';
import { findingsOf, told } from '../../testing.ts';

/** Invented tellings of procedures that no single structure tells; no patient is real. */
const TOLD: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    'blood for a headache that comes with standing',
    'Headache on standing since the lumbar puncture. Today on her side, the L4-5 space was numbed and a 17 gauge Tuohy met the epidural space by loss of resistance. The nurse drew blood from the arm under sterile conditions and fifteen cc was injected slowly. Better within the hour.',
    ['epidural-blood-patch L4-L5; unsaid'],
  ],
  [
    'scar dissolved through a catheter',
    'Old surgery, scar at L5. Prone. Through the sacral hiatus a 16 gauge needle was placed and a Racz catheter steered to L5 on the left under fluoroscopy. Hyaluronidase 1500 units, then ropivacaine, then 10% saline were given. The catheter came out whole.',
    ['epidural-adhesiolysis ?; fluoroscopy'],
  ],
  [
    'a trial dose into the spinal fluid',
    'DIAGNOSIS: Spasticity.\nTest before a pump. On the side, under fluoroscopy a 22-gauge spinal needle at L2-3 gave clear CSF. Baclofen 75 micrograms was injected and the needle removed.',
    ['epidural-interlaminar L2-L3; fluoroscopy'],
  ],
  [
    'a lead beside a nerve and a generator on the skin',
    'Heel pain. Peripheral nerve stimulation for sixty days was agreed on. Under ultrasound a test probe lay near the right tibial nerve and stimulation gave tingling over the heel. The introducer carried the lead, which stayed when it was withdrawn; it was plugged into the body-worn generator.',
    ['peripheral-nerve-lead tibial right; ultrasound'],
  ],
  [
    'an array that is its own stimulator',
    'Shoulder pain after a stroke, peripheral nerve stimulation agreed on. Under ultrasound the left axillary nerve was found and stimulation through the probe gave a twitch of the deltoid. Through the introducer the array with its integrated neurostimulator was deployed and the skin closed with one stitch.',
    ['peripheral-nerve-lead axillary left; ultrasound'],
  ],
  [
    'a reservoir filled by the author',
    'Pump: SynchroMed. Prep, template. 22g Huber found the septum, done by me as the nurse could not. Aspirated 3 mL. Filled 20 mL new morphine. Reprogrammed: dose up.',
    ['pump-refill ; unsaid'],
  ],
  [
    'muscles with what each of them got',
    'Neck pain, two knots in the left trapezius and one in the rhomboid. Alcohol, 25 gauge, plain lidocaine. The trapezius got 2 mL and twitched. The rhomboid got 1 mL.',
    ['trigger-point-injection trapezius left, rhomboid left; unsaid'],
  ],
  [
    'a title of injections over a telling of needles alone',
    'TRIGGER POINT INJECTIONS\n\nShe is afraid of numbing drugs, so nothing was injected. Thin solid needles, 0.25 by 40. The taut bands of the right trapezius and rhomboid were pistoned until they twitched.',
    ['dry-needling trapezius right, rhomboid right; unsaid'],
  ],
  [
    'cement through cannulas after balloons',
    'Under sedation 11 gauge cannulas were passed through both pedicles of T12, balloons inflated and taken out, and 5 cc of PMMA pushed in under fluoroscopy. No leak.',
    ['kyphoplasty T12; fluoroscopy'],
  ],
  [
    'dye in discs and what it provoked',
    'Prone. Needles were put into the L3-4 and L4-5 discs under fluoroscopy. 1.5 cc of dye went in each. L4-5 gave the usual pain at 20 psi, the other none.',
    ['discography L3-L4, L4-L5; fluoroscopy'],
  ],
  [
    'swabs behind the nose',
    'Migraine. A cotton applicator with 4% lidocaine was passed along the floor of each nostril to the back wall and left for twenty minutes.',
    ['sympathetic-block sphenopalatine bilateral; unsaid'],
  ],
];

const NONE: readonly (readonly [why: string, text: string])[] = [
  [
    'a patch of last week',
    'Headache gone. Last week blood was drawn from the arm and fifteen cc was injected through a Tuohy in the epidural space.',
  ],
  [
    'a plan',
    'Headache after the tap. If it lasts we will draw blood from the arm and inject fifteen cc through a Tuohy into the epidural space.',
  ],
  [
    'counselling',
    'COUNSELLING NOTE. A lead is placed through an introducer beside the nerve, stimulation gives tingling, and a wearable pulse generator is worn.',
  ],
  [
    'a pump in the history',
    'Knee pain. She has a SynchroMed pump whose reservoir is filled with 20 mL every three months elsewhere.',
  ],
  [
    'muscles that are tender',
    'Tender knots in the left trapezius and rhomboid, they twitch on palpation. Ibuprofen 400 mg. Needles were discussed.',
  ],
];

describe('procedures told by several signs', () => {
  it.each(TOLD)('%s', (_what, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
  it.each(NONE)('proposes nothing: %s', (_why, text) => {
    expect(told(text)).toEqual([]);
  });
  it('tells that title and telling differ', () => {
    expect(findingsOf(TOLD.find(([what]) => what.startsWith('a title of injections'))![1])).toContain(
      'note/title-body-target',
    );
  });
});
