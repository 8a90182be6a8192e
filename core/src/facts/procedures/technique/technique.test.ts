import { describe, expect, it } from 'vitest';
import { told } from '../../testing.ts';

/** Invented tellings without a name of the procedure in a title; no patient is real. */
const TOLD: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    'a stellate ganglion by its landmark and what followed',
    'Ms. Invented returned today for her left arm, cold since the cast. Supine, neck prepped. Under fluoroscopy the C6 tubercle was touched with a 25 gauge needle, which was drawn back a little. Dye lay along the longus colli. Eight mL of 0.25% bupivacaine went in slowly. A Horner was seen within minutes.',
    ['sympathetic-block stellate left; fluoroscopy'],
  ],
  [
    'alcohol in front of the first lumbar body for the pancreas',
    'Mr. Invented has cancer of the pancreas. Today he lay prone. Two 22 gauge needles were led past the body of L1 under fluoroscopy until they lay beside the aorta. Twenty mL of 98% alcohol was injected on each side.',
    ['sympathetic-ablation celiac; fluoroscopy'],
  ],
  [
    'a lumbar chain by the front of the body and warmth',
    'INDICATION: Sympathetic pain of the left foot.\nTECHNIQUE: Prone. Fluoroscopy. A 22-gauge needle was walked to the anterolateral aspect of L3. Contrast did not enter the psoas. Bupivacaine 0.25% 12 mL was injected. The temperature rose by four degrees.',
    ['sympathetic-block lumbar-sympathetic left; fluoroscopy'],
  ],
  [
    'two joints of a visit, one of them seen by ultrasound',
    'S: Left knee swollen. Right shoulder hurts at night.\nP: He wants both done. Left knee: linear probe over the suprapatellar recess, 22G in plane, 40 mg Kenalog with 3 mL lidocaine put in, picture saved. Right shoulder: 25G from behind into the subacromial space, 40 mg Kenalog and 4 mL lidocaine, no resistance.',
    ['joint-injection knee left; ultrasound', 'joint-injection subacromial-bursa right; unsaid'],
  ],
  [
    'knuckles counted by their ordinals',
    'The right 2nd, 3rd and 4th MCP joints are boggy. With a 27-gauge needle the second, third and fourth MCP of the right hand were entered from the back and each was given 0.3 mL of Kenalog 40 mg/mL.',
    ['joint-injection metacarpophalangeal right, metacarpophalangeal right, metacarpophalangeal right; unsaid'],
  ],
  [
    'a wrist and a finger by their landmarks',
    'A: Left carpal tunnel syndrome and left ring trigger finger. P: 25G needle beside the palmaris longus at the wrist crease, 20 mg of Kenalog with 1 mL of lidocaine deposited. Then 27G at the A1 pulley of the ring finger, 10 mg of Kenalog into the flexor sheath.',
    ['carpal-tunnel-injection carpal-tunnel left; unsaid', 'tendon-injection trigger-finger left; unsaid'],
  ],
  [
    'the outer thigh beside the iliac spine',
    'Burning on the outside of the right thigh, meralgia. Flat on the table. An inch medial and an inch below the ASIS a 22 gauge needle gave a pop. 6 mL of lidocaine went in. No imaging was used.',
    ['peripheral-nerve-block lateral-femoral-cutaneous right; none'],
  ],
  [
    'the plane of the belly in the flank, both sides',
    'Abdominal wall pain on both sides. Supine. With the linear probe in the midaxillary line on the left, a 22 gauge needle reached the plane between internal oblique and transversus abdominis and 15 mL of ropivacaine 0.2% was given. The same was done on the right.',
    ['fascial-plane-block transversus-abdominis bilateral; ultrasound'],
  ],
  [
    'the same plane beside the iliac spine with its nerves named',
    'REASON: left groin pain, ilioinguinal and iliohypogastric neuralgia after hernia surgery. Supine, linear probe from the ASIS to the navel. 22-gauge needle in plane between internal oblique and transversus. 8 mL of bupivacaine 0.25% with 20 mg Kenalog spread around both nerves. Image stored.',
    ['peripheral-nerve-block ilioinguinal left, iliohypogastric left; ultrasound'],
  ],
  [
    'ribs one line each',
    'Right chest wall pain. Prone, C-arm, ribs counted. Each: 25g to the lower edge of the rib, walked off, 2-3 mm deeper.\nR 4 - bupi 0.25% 3 mL\nR 5 - same\nDone, no cough.',
    ['intercostal-nerve-block T4 right, T5 right; fluoroscopy'],
  ],
  [
    'front of the thigh, then the buttock',
    'Painful right leg after a crush. US linear at the groin: femoral nerve lateral to the artery, 22g in plane, ropi 0.2% 12 mL around it. Then curvilinear, subgluteal: right sciatic nerve, 21g, ropi 0.2% 15 mL. Images stored.',
    ['peripheral-nerve-block femoral right, sciatic right; ultrasound'],
  ],
  [
    'in front of the tail bone, not into a joint',
    'Pain of the coccyx. Prone, fluoroscopy. A 22 gauge needle went through the sacrococcygeal disc, dye made a comma, and 4 mL of bupivacaine 0.25% was given.',
    ['sympathetic-block impar; fluoroscopy'],
  ],
  [
    'under the muscle of the back on a transverse process',
    'Rib pain on the right. Linear probe beside the T5 transverse process, 22 gauge needle under the erector spinae, 20 mL of bupivacaine lifted the muscle. Images kept.',
    ['fascial-plane-block erector-spinae right; ultrasound'],
  ],
];

const NONE: readonly (readonly [why: string, text: string])[] = [
  [
    'for an operation by the anesthesiologist',
    'Before her cuff repair today the anesthesiologist placed an interscalene block with 20 mL of ropivacaine through a 22 gauge needle.',
  ],
  [
    'into a muscle for its own sake',
    'Knots in the trapezius. Ketorolac 60 mg was given IM in the right gluteus with a 22 gauge needle.',
  ],
  [
    'an earlier day',
    'Follow-up. In March I put 40 mg of Kenalog with a 22 gauge needle into the left subacromial space, with relief for a week. No needles today.',
  ],
  [
    'a later day',
    'Plan: if it does not settle we will put 40 mg of Kenalog with a 22 gauge needle into the left subacromial space at the next visit.',
  ],
  [
    'somebody else',
    'The left subacromial space was injected with 40 mg of Kenalog through a 22 gauge needle by Dr. Invented across town.',
  ],
  [
    'a call',
    'TELEPHONE ENCOUNTER. Caller: patient. The olecranon bursa that was injected with 20 mg of Kenalog through an 18 gauge needle is sore.',
  ],
  [
    'an operation',
    'OPERATION: open repair of the cuff. Incision over the acromion. The subacromial space was cleared and sutures passed. A 22 gauge needle was used to put 20 mL of bupivacaine into the subacromial space.',
  ],
  [
    'nothing went in',
    'A 22 gauge needle entered the olecranon bursa of the left elbow and 11 mL of straw fluid was aspirated. Culture sent.',
  ],
  ['no needle', 'The olecranon bursa of the left elbow is swollen. Kenalog 20 mg was considered. Diclofenac gel.'],
  [
    'a landmark that could be several things',
    'Prone under fluoroscopy a 22 gauge needle was led to the transverse process of C6 on the left. 0.5 mL of bupivacaine was injected.',
  ],
  [
    'a plane that could be several things',
    'Supine. A 22 gauge needle was placed between internal oblique and transversus on the left and 10 mL of bupivacaine was injected.',
  ],
  [
    'teaching',
    'WHAT TO EXPECT: the doctor places a 25 gauge needle into the subacromial space and gives 40 mg of Kenalog.',
  ],
];

describe('procedures told by their technique', () => {
  it.each(TOLD)('%s', (_what, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
  it.each(NONE)('proposes nothing: %s', (_why, text) => {
    expect(told(text)).toEqual([]);
  });
});
