import { describe, expect, it } from 'vitest';
import { told } from '../../testing.ts';

/** Invented notes in the styles of practices; no patient is real. */
const DONE: readonly (readonly [style: string, text: string, expected: readonly string[]])[] = [
  [
    'telegram, both occipital nerves of both sides',
    'Proc: B/L GON + LON blocks, 25g, 2cc 0.25% bupi + 10 mg dex each side. Landmark. Tol well.',
    ['peripheral-nerve-block greater-occipital bilateral, lesser-occipital bilateral; unsaid'],
  ],
  [
    'operative report of greater and lesser occipital',
    'PROCEDURE PERFORMED: Right greater and lesser occipital nerve blocks.\nDESCRIPTION: With the patient seated, the occipital artery was palpated and a 25-gauge needle advanced to bone. 3 mL of 0.5% bupivacaine was injected at each nerve after negative aspiration.',
    ['peripheral-nerve-block greater-occipital right, lesser-occipital right; unsaid'],
  ],
  [
    'occipital without more, narrative says which',
    'PROCEDURE: Bilateral occipital nerve block\nTECHNIQUE: The greater occipital nerve was located medial to the artery. A 27g needle was inserted, and 2 mL of lidocaine with 20 mg of Kenalog was injected. This was repeated on the opposite side.',
    ['peripheral-nerve-block greater-occipital bilateral; unsaid'],
  ],
  [
    'occipital without more at all',
    'Procedure: Left occipital nerve block\n25 gauge needle, 3 mL of 0.25% bupivacaine injected after negative aspiration. Tolerated well.',
    ['peripheral-nerve-block greater-occipital left; unsaid'],
  ],
  [
    'branches of the trigeminal nerve',
    'PROCEDURE: Right supraorbital and supratrochlear nerve blocks\nPROCEDURE IN DETAIL: A 30-gauge needle was inserted at the supraorbital notch and 1 mL of 0.5% bupivacaine was injected; it was then redirected to the supratrochlear nerve and another 1 mL given.',
    ['peripheral-nerve-block supraorbital right, supratrochlear right; unsaid'],
  ],
  [
    'gasserian ganglion ablation',
    'OPERATION: Left trigeminal (gasserian) ganglion radiofrequency ablation, fluoroscopically guided.\nDESCRIPTION: The foramen ovale was entered with a 22-gauge cannula under fluoroscopy. Lesion at 70 degrees for 60 seconds.',
    ['peripheral-nerve-ablation trigeminal left; fluoroscopy'],
  ],
  [
    'suprascapular under ultrasound with a limb in the title',
    'PROCEDURE: Ultrasound-guided right shoulder suprascapular nerve block\nThe patient was seated. Under ultrasound a 22 gauge needle was advanced to the suprascapular notch and 5 mL of 0.25% bupivacaine with 40 mg of Depo-Medrol was injected. Images were saved.',
    ['peripheral-nerve-block suprascapular right; ultrasound'],
  ],
  [
    'suprascapular by pulsed treatment',
    'Procedure Performed: Pulsed radiofrequency of the left suprascapular nerve\nDetails: A cannula was placed at the notch under ultrasound guidance. Pulsed RF at 42 degrees for 120 seconds x 2.',
    ['peripheral-nerve-ablation suprascapular left; ultrasound'],
  ],
  [
    'intercostal levels as a range of ribs',
    'PROCEDURE: Left intercostal nerve blocks, ribs 5 through 8\nDESCRIPTION: Under fluoroscopy a 25-gauge needle was walked off the lower edge of each rib and 3 mL of bupivacaine injected at each level.',
    ['intercostal-nerve-block T5 left, T6 left, T7 left, T8 left; fluoroscopy'],
  ],
  [
    'intercostal levels as a list',
    'Procedures: right T6, T7, and T8 intercostal nerve injections under ultrasound\nNarrative: needle advanced in plane to each rib. Dexamethasone 10 mg in 9 mL of 0.25% bupivacaine divided.',
    ['intercostal-nerve-block T6 right, T7 right, T8 right; ultrasound'],
  ],
  [
    'intercostal by ordinals in the narrative only',
    'PROCEDURE: Intercostal nerve block\nTECHNIQUE: The right seventh and eighth ribs were marked. A 22-gauge needle was passed below the seventh rib, then below the eighth rib, and 4 mL of 0.5% bupivacaine was injected at each.',
    ['intercostal-nerve-block T7 right, T8 right; unsaid'],
  ],
  [
    'intercostal ablation by cold',
    'PROCEDURE: Cryoneurolysis of the left T4-T6 intercostal nerves\nDESCRIPTION: Under CT guidance the cryoprobe was advanced below each rib. Two freeze cycles of 2 minutes each were carried out.',
    ['intercostal-nerve-ablation T4 left, T5 left, T6 left; ct'],
  ],
  [
    'groin nerves',
    'PROCEDURE: Left ilioinguinal/iliohypogastric nerve block with ultrasound guidance\nUltrasound showed the plane; a 22-gauge needle was advanced and 8 mL of 0.25% bupivacaine with 40 mg of Kenalog was injected.',
    ['peripheral-nerve-block ilioinguinal left, iliohypogastric left; ultrasound'],
  ],
  [
    'genitofemoral beside ilioinguinal',
    'Procedures:\n1. Right ilioinguinal nerve block\n2. Right genitofemoral nerve block\nTechnique: 25g needle, 5 mL of 0.5% bupivacaine at each nerve after negative aspiration.',
    ['peripheral-nerve-block ilioinguinal right, genitofemoral right; unsaid'],
  ],
  [
    'pudendal, transgluteal',
    'PROCEDURE: Bilateral pudendal nerve block under fluoroscopic guidance\nThe patient was prone. The ischial spine was identified and a 22-gauge needle was advanced to its tip on each side. Contrast outlined the nerve. 40 mg of Depo-Medrol with 4 mL of bupivacaine was injected on each side.',
    ['peripheral-nerve-block pudendal bilateral; fluoroscopy'],
  ],
  [
    'thigh nerve by its initials',
    'PROC: R LFCN block, US guided\n22g needle lateral to sartorius, 5cc 0.25% bupi + 40mg Kenalog injected. Images saved.',
    ['peripheral-nerve-block lateral-femoral-cutaneous right; ultrasound'],
  ],
  [
    'cluneal nerves',
    'Procedure: Left superior cluneal nerve block\nThe iliac crest was palpated 7 cm from midline. 25 g needle, 3 mL of 1% lidocaine and 40 mg of methylprednisolone injected.',
    ['peripheral-nerve-block superior-cluneal left; unsaid'],
  ],
  [
    'obturator and femoral of a hip',
    'PROCEDURE: Diagnostic block of the right femoral nerve and right obturator nerve articular branches, fluoroscopy\nDETAILS: needles were advanced to the targets and 1 mL of 2% lidocaine was injected at each.',
    ['peripheral-nerve-block femoral right, obturator right; fluoroscopy'],
  ],
  [
    'genicular block with three branches',
    'PROCEDURE: Left knee genicular nerve block (superolateral, superomedial, inferomedial) under fluoroscopy\nNARRATIVE: Three 25-gauge needles were placed. 1 mL of 0.5% bupivacaine was injected at each.',
    [
      'genicular-nerve-block genicular-superolateral left, genicular-superomedial left, genicular-inferomedial left; fluoroscopy',
    ],
  ],
  [
    'genicular block of two branches',
    'PROCEDURE: Right genicular nerve block\nDESCRIPTION: Under fluoroscopic guidance needles were advanced to the superior lateral and superior medial genicular nerves of the right knee. 1 mL of bupivacaine was injected at each.',
    ['genicular-nerve-block genicular-superolateral right, genicular-superomedial right; fluoroscopy'],
  ],
  [
    'cooled genicular ablation of both knees',
    'PROCEDURE: Bilateral cooled radiofrequency ablation of genicular nerves\nDESCRIPTION: The superolateral, superomedial and inferomedial genicular nerves were targeted at each knee. Lesions at 60 degrees for 150 seconds. Fluoroscopy was used throughout.',
    [
      'genicular-nerve-ablation genicular-superolateral bilateral, genicular-superomedial bilateral, genicular-inferomedial bilateral; fluoroscopy',
    ],
  ],
  [
    'genicular without branches',
    'Procedure: R genicular nerve RFA w/ fluoro. 18g cannulae x3, 80 C x 90 sec. Kenalog 20 mg after.',
    ['genicular-nerve-ablation genicular right; fluoroscopy'],
  ],
  [
    'neuroma without a heading',
    'The third web space of the left foot was prepped. The interdigital neuroma was found by palpation. A 25-gauge needle was inserted from above and 1 mL of Kenalog-40 with 1 mL of lidocaine was injected.',
    ['plantar-digital-nerve-injection plantar-digital left; unsaid'],
  ],
  [
    'alcohol into a neuroma',
    "PROCEDURE: Alcohol sclerosing injection of Morton's neuroma, right third interspace\nA 27-gauge needle was inserted and 0.5 mL of dehydrated alcohol in bupivacaine injected.",
    ['peripheral-nerve-ablation plantar-digital right; unsaid'],
  ],
  [
    'leg nerves',
    'Procedure: left common peroneal and left sural nerve blocks, landmark guided.\n25g needle, 3 mL 0.5% bupivacaine with dexamethasone 4 mg injected at each.',
    ['peripheral-nerve-block common-peroneal left, sural left; none'],
  ],
  [
    'tarsal tunnel',
    'PROCEDURE: Right posterior tibial nerve injection (tarsal tunnel)\nUnder ultrasound guidance a 25 g needle was advanced and 40 mg of Kenalog with lidocaine was injected.',
    ['peripheral-nerve-block posterior-tibial right; ultrasound'],
  ],
  [
    'arm nerves',
    'PROCEDURE: Ultrasound guided hydrodissection of the left ulnar nerve at the elbow\nDESCRIPTION: A 22g needle was advanced in plane and 5 mL of saline with 1% lidocaine was injected around the nerve. An image was stored.',
    ['peripheral-nerve-block ulnar left; ultrasound'],
  ],
  [
    'brachial plexus for chronic pain',
    'Procedure: Right interscalene brachial plexus block, single shot, US guided\nIndication: CRPS of the right arm. A 22g needle was advanced in plane and 15 mL of 0.25% bupivacaine was injected.',
    ['peripheral-nerve-block brachial-plexus right; ultrasound'],
  ],
  [
    'axillary block is the plexus, axillary nerve is not',
    'Procedures: 1. Left axillary nerve block 2. Left suprascapular nerve block. Under ultrasound 22g needles were advanced and 5 mL of 0.5% bupivacaine was injected at each.',
    ['peripheral-nerve-block axillary left, suprascapular left; ultrasound'],
  ],
  [
    'the affected side is told by the diagnosis',
    'PREOPERATIVE DIAGNOSIS: Left meralgia paresthetica.\nPROCEDURE: Lateral femoral cutaneous nerve block.\nDESCRIPTION: The affected side was prepped. A 22-gauge needle was inserted medial to the anterior superior iliac spine and 8 mL of 0.25% bupivacaine with 40 mg Depo-Medrol was injected.',
    ['peripheral-nerve-block lateral-femoral-cutaneous left; unsaid'],
  ],
  [
    'side not told',
    'PROCEDURE: Suprascapular nerve block.\nDESCRIPTION: A 22-gauge needle was inserted and 8 mL of 0.25% bupivacaine was injected.',
    ['peripheral-nerve-block suprascapular; unsaid'],
  ],
  [
    'chemical destruction of a named nerve',
    'PROCEDURE: Phenol neurolysis of the right obturator nerve\nUnder nerve stimulation a needle was advanced; 4 mL of 6% phenol was injected.',
    ['peripheral-nerve-ablation obturator right; unsaid'],
  ],
  [
    'nerve told in the narrative alone',
    'PROCEDURE: Peripheral nerve block\nDESCRIPTION: The left superficial peroneal nerve was seen under ultrasound. A needle was advanced and 3 mL of 0.5% ropivacaine was injected around it.',
    ['peripheral-nerve-block superficial-peroneal left; ultrasound'],
  ],
  [
    'visit with a block done the same day',
    'ASSESSMENT: Occipital neuralgia.\nPROCEDURE NOTE: After consent, right greater occipital nerve block was performed with a 25g needle, 2 mL lidocaine and 40 mg Depo-Medrol. PLAN: If no better consider pulsed RF.',
    ['peripheral-nerve-block greater-occipital right; unsaid'],
  ],
  [
    'catheter left in',
    'PROCEDURE: Continuous left femoral nerve block with catheter\nUnder ultrasound an 18g needle was advanced. The catheter was threaded 4 cm past the tip and secured. Ropivacaine 0.2% infusion was started.',
    ['peripheral-nerve-block femoral left; ultrasound'],
  ],
  [
    'beside an epidural',
    'PROCEDURES:\n1. L5-S1 interlaminar epidural steroid injection\n2. Right superior cluneal nerve block\nTECHNIQUE: Under fluoroscopy a Tuohy needle was advanced at L5-S1 with loss of resistance and 80 mg of Depo-Medrol injected. A 25g needle was advanced to the right iliac crest at the superior cluneal nerve and 2 mL of bupivacaine was injected.',
    ['epidural-interlaminar L5-S1; fluoroscopy', 'peripheral-nerve-block superior-cluneal right; unsaid'],
  ],
  [
    'imaging of the joints is not the imaging of the nerve',
    'PROCEDURE: Right greater occipital nerve block, right third occipital nerve block under fluoroscopy\nA 25g needle was advanced to the third occipital nerve at C2-3 under fluoroscopy and 0.5 mL of bupivacaine injected. The greater occipital nerve was blocked at the nuchal line with 2 mL of bupivacaine.',
    ['peripheral-nerve-block greater-occipital right; unsaid', 'facet-injection C2-C3 right; fluoroscopy'],
  ],
  [
    'freezing told in one line',
    'PROCEDURE: Cryoablation of left ilioinguinal nerve. Under ultrasound the cryoprobe was placed, three 2 minute freeze cycles.',
    ['peripheral-nerve-ablation ilioinguinal left; ultrasound'],
  ],
  [
    'names in a row on one line',
    'PROCEDURE: Right greater occipital nerve block. Left lesser occipital nerve block.\nA 25 gauge needle was used; 2 mL of bupivacaine was injected at each nerve.',
    ['peripheral-nerve-block greater-occipital right, lesser-occipital left; unsaid'],
  ],
  [
    'neuromas of two spaces are one foot',
    'Procedure: Under aseptic technique the 2nd and 3rd interspace neuromas of the right foot were injected with 1 mL of Kenalog and 1 mL of Marcaine through a 25 gauge needle.',
    ['plantar-digital-nerve-injection plantar-digital right; unsaid'],
  ],
  [
    'three nerves of a shoulder',
    'PROCEDURE: Right suprascapular, axillary nerve and lateral pectoral nerve radiofrequency ablation under fluoroscopy\nCannulas were placed. Lesions at 80 C for 90 seconds at each nerve.',
    ['peripheral-nerve-ablation suprascapular right, axillary right, lateral-pectoral right; fluoroscopy'],
  ],
];

const NOT_DONE: readonly (readonly [why: string, text: string])[] = [
  [
    'block of an operation',
    'PROCEDURE: 1. Left total knee arthroplasty. 2. Left femoral nerve block for postoperative pain.\nANESTHESIA: General. DESCRIPTION: An incision was made. The femoral nerve was blocked with 20 mL of ropivacaine. The wound was closed with Vicryl.',
  ],
  [
    'block as anesthesia',
    'PROCEDURE: Open carpal tunnel release, right.\nANESTHESIA: Axillary block.\nDESCRIPTION: After axillary block anesthesia an incision was made and the ligament divided.',
  ],
  [
    'anesthesia of a laceration',
    'PROCEDURE: Laceration repair, right index finger.\nDESCRIPTION: A digital block and a median nerve block were performed with 5 mL of 1% lidocaine. The wound was irrigated and closed with nylon sutures.',
  ],
  [
    'dental',
    'PROCEDURE: Extraction of tooth #17.\nAn inferior alveolar nerve block was given with 1.8 mL of 2% lidocaine and the tooth was extracted.',
  ],
  [
    'eye',
    'PROCEDURE: Phacoemulsification.\nA facial nerve block and a retrobulbar block were given with lidocaine 2%.',
  ],
  ['heart', 'EKG: first degree AV block and left bundle branch block. She received 2 mg of morphine.'],
  [
    'earlier',
    'HPI: He had bilateral greater occipital nerve blocks in March 2025 with 80% relief. PLAN: continue gabapentin.',
  ],
  [
    'planned',
    'ASSESSMENT: Knee osteoarthritis. PLAN: We will schedule a right genicular nerve block under fluoroscopy, followed by RFA if positive.',
  ],
  ['offered', 'We discussed intercostal nerve block and lidocaine patches. She would like to try the patches first.'],
  [
    'condition',
    'Left ulnar nerve entrapment at the elbow; injected nothing today. Morton neuroma of the right foot suspected.',
  ],
  [
    'stimulator of a nerve',
    'PROCEDURE: Left suprascapular peripheral nerve stimulator trial\nA lead was placed near the suprascapular nerve under ultrasound after 2 mL of lidocaine was injected.',
  ],
  [
    'toxin',
    'PROCEDURE: OnabotulinumtoxinA for chronic migraine\n155 units were injected: occipitalis, temporalis, trapezius, procerus per protocol.',
  ],
  [
    'local infiltration',
    'PROCEDURE: Excision of lipoma of the thigh.\nThe lateral femoral cutaneous nerve area was anesthetized with 10 mL lidocaine. The lipoma was excised.',
  ],
  [
    'heart catheter',
    'PROCEDURE: Left heart catheterization.\nThe right groin was anesthetized with lidocaine; the femoral artery was entered lateral to the femoral nerve with an 18 gauge needle.',
  ],
  ['nothing told but the name', 'PROCEDURE: Right suprascapular nerve block\nFollow up in two weeks.'],
  [
    'consent only',
    'The risks of a pudendal nerve block including bleeding, infection and nerve injury were explained. He will think about it.',
  ],
  [
    'study of nerves',
    'PROCEDURE: Nerve conduction study of the median nerve and ulnar nerve. A needle electrode was inserted in the muscle. No injection.',
  ],
  [
    'given up',
    'PROCEDURE: Left pudendal nerve block\nThe patient was placed prone and prepped. She became anxious and the procedure was aborted before any needle was placed.',
  ],
];

describe('named nerves', () => {
  it.each(DONE)('%s', (_, text, expected) => expect(told(text)).toEqual(expected));
  it.each(NOT_DONE)('nothing: %s', (_, text) =>
    expect(told(text).filter((one) => /nerve|block|injection/.test(one))).toEqual([]),
  );
});
