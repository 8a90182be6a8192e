import { describe, expect, it } from 'vitest';
import { agentsOf, findingsOf, told } from '../../testing.ts';

/** Invented notes in several styles: dictated, template, telegraphic; the last ones tell nothing that was done. */
const NOTES: readonly (readonly [expected: string, note: string])[] = [
  [
    'joint-injection knee right; unsaid',
    `PROCEDURE: Right knee injection
After consent the right knee was prepped with betadine. Via the lateral approach a 22 gauge needle was inserted and 40 mg of Kenalog with 4 mL 1% lidocaine was injected. Tolerated well.`,
  ],
  [
    'joint-injection knee bilateral; unsaid',
    `Procedure: bilateral knee Synvisc-One injections. Each knee prepped, 21g needle, superolateral approach, 6 mL Synvisc-One injected into each knee. No complications.`,
  ],
  [
    'joint-injection shoulder left; ultrasound',
    `PROCEDURE: Ultrasound guided left shoulder injection
DETAILS: The left glenohumeral joint was visualised in long axis. A 22 gauge needle was advanced in plane into the joint. 40 mg triamcinolone and 4 mL ropivacaine were injected. Images were saved to PACS.`,
  ],
  [
    'joint-injection subacromial-bursa right; unsaid',
    `Right subacromial bursa injection performed today: posterior approach, 25g 1.5 in needle, 1 mL Depo-Medrol 40 mg/mL and 4 mL 1% lidocaine injected without resistance.`,
  ],
  [
    'joint-injection trochanteric-bursa left; fluoroscopy',
    `OPERATION: Left greater trochanteric bursa injection under fluoroscopic guidance.
TECHNIQUE: Right lateral decubitus. The left greater trochanter was seen under fluoroscopy, a 22 gauge spinal needle was advanced to bone and contrast outlined the bursa. 80 mg of methylprednisolone and 4 mL bupivacaine were injected.`,
  ],
  [
    'joint-injection hip right, knee left; fluoroscopy',
    `PROCEDURES: Right hip intra-articular injection with fluoroscopy; left knee steroid injection.
DESCRIPTION: The right hip was entered with a 22 gauge needle under fluoroscopy and 40 mg triamcinolone injected. Then the left knee was prepped and 40 mg triamcinolone injected via a 25 gauge needle.`,
  ],
  [
    'joint-injection acromioclavicular left; unsaid',
    `Procedure: L AC joint inj
25g, superior approach, 20 mg Kenalog/1 cc lido. Pt tolerated.`,
  ],
  [
    'joint-injection temporomandibular right; unsaid',
    `PROCEDURE: Right TMJ steroid injection. A 27 gauge needle was placed in the superior joint space with the mouth open and 10 mg of Kenalog was injected.`,
  ],
  [
    'joint-injection carpometacarpal right; unsaid',
    `PROCEDURE: Corticosteroid injection of the right thumb CMC joint
The joint was prepped; 25 gauge needle; 0.5 mL of Kenalog-40 and 0.5 mL lidocaine were injected.`,
  ],
  [
    'joint-injection costochondral left, costochondral left, costochondral left; ultrasound',
    `PROCEDURE: Ultrasound guided injection of the left 4th, 5th and 6th costochondral junctions
Each junction was seen under ultrasound and with a 27 gauge needle 0.5 mL of lidocaine and triamcinolone 10 mg were injected at each.`,
  ],
  [
    'joint-injection sacrococcygeal; fluoroscopy',
    `PROCEDURE: Sacrococcygeal joint injection under fluoroscopy
With a 25 gauge needle under lateral fluoroscopy the sacrococcygeal joint was entered; 40 mg methylprednisolone with 1 mL bupivacaine was injected.`,
  ],
  [
    'carpal-tunnel-injection carpal-tunnel right; unsaid',
    `Procedure: Right carpal tunnel injection
The right wrist was prepped. A 25 gauge needle was inserted ulnar to the palmaris longus and 40 mg of triamcinolone with 1 mL lidocaine was injected.`,
  ],
  [
    'tendon-injection first-dorsal-compartment left; unsaid',
    `PROCEDURE: Left de Quervain tendon sheath injection
25 gauge needle into the first dorsal compartment of the left wrist; 20 mg triamcinolone and 1 mL lidocaine injected.`,
  ],
  [
    'tendon-origin-injection lateral-epicondyle right; unsaid',
    `PROCEDURE: Right lateral epicondyle injection (tennis elbow)
Using a 25 gauge needle 40 mg Depo-Medrol and 2 mL lidocaine was peppered into the common extensor origin; injected without complication.`,
  ],
  [
    'tendon-injection trigger-finger right; unsaid',
    `PROCEDURE: Right ring trigger finger injection. The A1 pulley was prepped and with a 27 gauge needle 0.5 mL Kenalog 40 and 0.5 mL lidocaine injected into the flexor sheath.`,
  ],
  [
    'tendon-injection plantar-fascia left; ultrasound',
    `Procedure: US-guided left plantar fascia injection; 25g needle, medial approach, 1 mL dexamethasone 4 mg/mL and 2 mL ropivacaine injected. Images saved.`,
  ],
  [
    'joint-injection knee right; unsaid',
    `SUBJECTIVE: Right knee pain for two years, worse with stairs.
OBJECTIVE: Crepitus, small effusion.
ASSESSMENT: OA right knee.
PROCEDURE: After informed consent, the right knee was injected with 80 mg Depo-Medrol and 3 cc lidocaine from the anterolateral approach with a 22 gauge needle under sterile conditions. She tolerated it well.`,
  ],
  [
    'joint-injection glenohumeral right; fluoroscopy',
    `PROCEDURE: Fluoroscopically guided right glenohumeral joint injection
Supine, externally rotated. Under fluoroscopy a 22 gauge spinal needle was directed to the medial humeral head. 1 mL Isovue flowed freely into the joint. 40 mg methylprednisolone and 4 mL ropivacaine 0.5% were injected.`,
  ],
  [
    'joint-injection knee left; unsaid',
    `Knee injection, left.
Indication: osteoarthritis. Sterile prep. 21 gauge needle, superolateral. 12 cc clear fluid aspirated, then 80 mg Depo Medrol and 3 cc lidocaine injected through the same needle.`,
  ],
  [
    'joint-injection hip bilateral; ultrasound',
    `PROCEDURE PERFORMED: Ultrasound guided bilateral intra-articular hip injections
The right hip was imaged in the long axis of the femoral neck. A 22 gauge needle was advanced in plane to the head-neck junction and 40 mg triamcinolone with 4 mL lidocaine was injected. The procedure was repeated on the left side in identical fashion. Permanent images were stored.`,
  ],
  [
    'joint-injection subacromial-bursa bilateral; unsaid',
    `Bilateral shoulder cortisone injections today: each subacromial space entered from posterior with 22 g needle, 1 cc kenalog 40 and 4 cc lidocaine injected each side.`,
  ],
  [
    'joint-injection elbow right; unsaid',
    `PROCEDURE: Injection of right elbow joint. A 25 gauge needle was introduced through the soft spot and 20 mg of Kenalog was injected into the joint.`,
  ],
  [
    'joint-injection ankle left; unsaid',
    `PROCEDURE: Left ankle joint injection with 40 mg Depo-Medrol. The ankle was prepped. A 25 gauge needle was placed anteromedially. Injected without resistance.`,
  ],
  [
    'joint-injection ischial-bursa left; ultrasound',
    `PROCEDURE: Ultrasound-guided left ischial bursa injection
A 22 gauge needle was advanced into the left ischial bursa under live ultrasound and 40 mg methylprednisolone with 3 mL bupivacaine injected.`,
  ],
  [
    'joint-injection pes-anserine-bursa right; unsaid',
    `Procedure: R pes anserine bursa injection. 25 ga needle, 1 cc lidocaine, 20 mg Kenalog. No complications.`,
  ],
  [
    'joint-injection metacarpophalangeal right, metacarpophalangeal right; unsaid',
    `PROCEDURE: Injection of right index and long finger MCP joints
Each joint was prepped and a 27 gauge needle used to inject 10 mg triamcinolone.`,
  ],
  [
    'joint-injection knee right, shoulder right; unsaid',
    `PROCEDURES: 1. Right knee injection 2. Right shoulder injection
The right knee was injected with 40 mg Kenalog and 4 mL lidocaine with a 22 gauge needle. The right shoulder was injected from behind with 40 mg Kenalog and 4 mL lidocaine.`,
  ],
  [
    'carpal-tunnel-injection carpal-tunnel bilateral; unsaid',
    `PROCEDURE: Bilateral carpal tunnel steroid injections
A 27 gauge needle was inserted at the wrist crease ulnar to the palmaris longus. 20 mg triamcinolone was injected. Repeated on the other side.`,
  ],
  [
    'tendon-injection biceps-sheath left; ultrasound',
    `PROCEDURE: Left biceps tendon sheath injection under ultrasound
The bicipital groove was seen in short axis. A 25 gauge needle was advanced into the sheath and 40 mg methylprednisolone with 2 mL lidocaine injected.`,
  ],
  [
    'tendon-origin-injection medial-epicondyle right; unsaid',
    `Right medial epicondyle injection: 25g, 1 mL 40 mg/mL kenalog, 1 mL lidocaine injected at the common flexor origin.`,
  ],
  [
    'tendon-injection iliolumbar-ligament left; fluoroscopy',
    `PROCEDURE: Left iliolumbar ligament injection with fluoroscopy
Under fluoroscopy a 22 gauge needle was placed at the iliac crest and 40 mg depo-medrol with 2 mL bupivacaine injected.`,
  ],
  [
    'epidural-caudal sacral-hiatus; fluoroscopy',
    `PROCEDURE: Caudal epidural steroid injection
With the patient prone a pillow was placed under the hips. A 22 gauge Tuohy needle was advanced through the sacral hiatus under fluoroscopy; contrast confirmed epidural spread. 80 mg methylprednisolone and 5 mL saline were injected.`,
  ],
  [
    'joint-injection shoulder; unsaid',
    `SHOULDER INJECTION

PROCEDURE::  Informed consent was obtained.  The shoulder was prepared with Betadine and alcohol.  The posterior aspect of the shoulder was entered with a 25 gauge needle and 3 mL of 0.25% Marcaine with 40 mg of Depo-Medrol was injected.  There were no complications.`,
  ],
  [
    'joint-injection trochanteric-bursa; unsaid',
    `GREATER TROCHANTERIC BURSA INJECTION

PROCEDURE:  The patient was placed in the lateral decubitus position with the affected side up.  The point of maximum tenderness over the greater trochanter was marked.  A 22 gauge 3-1/2 inch needle was advanced to bone and withdrawn slightly.  6 mL of 0.5% Marcaine with 80 mg of Kenalog was injected in a fan-like manner.`,
  ],
  [
    'tendon-origin-injection lateral-epicondyle; unsaid',
    `TENNIS ELBOW INJECTION

PROCEDURE:  The lateral epicondyle was prepared.  A 25 gauge needle was inserted to the common extensor tendon and 1 mL of Depo-Medrol and 1 mL of lidocaine injected.`,
  ],
  [
    'joint-injection knee right; unsaid',
    `CHIEF COMPLAINT: Right knee pain.
HISTORY: 65-year-old with OA. Had Synvisc last year.
EXAM: Crepitus on range of motion.
PLAN: We injected the right knee today.
PROCEDURE NOTE: Under sterile conditions the right knee was injected through a lateral approach with 80 mg of Depo-Medrol and 4 cc of Xylocaine.`,
  ],
  [
    'epidural-interlaminar C7-T1; fluoroscopy',
    `PROCEDURE: C7-T1 interlaminar epidural steroid injection
She also has trigger points in the trapezius for which injections may be considered. Under fluoroscopy an 18 gauge Tuohy needle was advanced to the epidural space by loss of resistance. Contrast confirmed. 80 mg methylprednisolone was injected.`,
  ],
  [
    'joint-injection shoulder left; fluoroscopy',
    `Procedure performed:

Left shoulder joint injection under fluoroscopy

Procedure in detail:

Under fluoroscopic control in two planes a 22-gauge spinal needle was directed at the humeral head on the left. Nothing was aspirated, and the place of the tip was shown with Omnipaque. Then 1mL of a mixture of 0.5mL of 40mg/mL triamcinolone with 0.5mL of 0.25% bupivacaine was injected in small portions.`,
  ],
  [
    'joint-injection knee bilateral; fluoroscopy',
    `Procedure performed:

Bilateral knee joint injection under fluoroscopy

Procedure in detail:

Fluoroscopy was used to guide a 22-gauge needle to the right knee joint space. 1mL of a mixture of 0.5mL of 40mg/mL triamcinolone with 0.5mL of 0.25% bupivacaine was injected in small portions. The same technique was then repeated on the contralateral side.`,
  ],
  [
    'joint-injection sternoclavicular left; ultrasound',
    `Procedure: Left sternoclavicular joint injection, US guidance
A 25g needle was advanced into the joint in plane and 10 mg kenalog with 0.5 mL lidocaine was injected; image stored.`,
  ],
  [
    '',
    `PROCEDURE: Right knee arthroscopy with partial medial meniscectomy
DESCRIPTION: Portals were made. The meniscus was trimmed. At the end 20 mL of 0.25% Marcaine was injected into the knee joint.`,
  ],
  [
    '',
    `PROCEDURE: Arthrocentesis of the left knee
The left knee was prepped, an 18 gauge needle inserted and 40 mL of straw colored fluid was aspirated and sent for cell count and crystals.`,
  ],
  [
    '',
    `PLAN: Right shoulder subacromial injection today was discussed but he declined. He will consider trigger point injections next visit.`,
  ],
  [
    '',
    `HPI: She received a left hip injection last month and cortisone shots in both knees in 2023.
IMPRESSION: hip osteoarthritis.`,
  ],
  [
    '',
    `PREOPERATIVE DIAGNOSIS: Carpal tunnel syndrome, right.
PROCEDURE: Right endoscopic carpal tunnel release.
DESCRIPTION: The wrist was infiltrated with 10 mL of 1% lidocaine. A transverse incision was made and the ligament divided.`,
  ],
  [
    '',
    `PROCEDURE: Left total knee arthroplasty
The knee was exposed. The capsule was infiltrated and 60 mL of ropivacaine, ketorolac and epinephrine was injected into the posterior capsule before cementing.`,
  ],
  [
    '',
    `PROCEDURE: Right shoulder MR arthrogram injection. Under fluoroscopy a 22 gauge needle was advanced into the glenohumeral joint and 12 mL of dilute gadolinium injected.`,
  ],
  [
    '',
    `HPI: Had a cortisone shot into the right shoulder two months ago with 3 weeks of relief. Knee injections have not helped.
PLAN: Schedule left knee Synvisc injection. Consider trochanteric bursa injection if not better.`,
  ],
  [
    '',
    `MEDICATIONS: Humira injection every two weeks. EXAM: right knee effusion. She was given Toradol 60 mg IM injection in the left hip for pain.`,
  ],
  [
    '',
    `PROCEDURE: Left L5-S1 transforaminal epidural steroid injection was cancelled. Patient had knee swelling and wishes to see orthopedics for a knee injection.`,
  ],
  [
    '',
    `OPERATION: Carpal tunnel release right; trigger finger release right ring finger.
The palm was infiltrated with 1% lidocaine. Through a longitudinal incision the transverse ligament was divided.`,
  ],
  [
    '',
    `PROCEDURE: Open reduction internal fixation left hip fracture. The wound was closed and 20 mL of Marcaine was injected around the hip.`,
  ],
  ['', `LABOR EPIDURAL: the patient with hips flexed. 18 gauge needle at L3-4.`],
  ['', `She reports that her rheumatologist injected both knees with Kenalog 40 mg last Tuesday. Knees feel better.`],
];

/** Procedures of other families are their own tests' business. */
const OURS = /^(?:si-joint|sacral|trigger|dry|joint|carpal|tendon|facet|epidural)/;

describe('Joints, bursae and tendons', () => {
  it.each(NOTES)('%s: %s', (expected, note) => {
    expect(
      told(note)
        .filter((one) => OURS.test(one))
        .join(' | '),
    ).toBe(expected);
  });
});

describe('amounts in joints and the sacroiliac joint', () => {
  it.each([
    [
      'PROCEDURE: Right SI joint injection under fluoroscopy\nA 22 gauge needle was placed into the right SI joint. 1 mL of a mixture of 1 mL of triamcinolone 40 mg/mL and 1 mL of 0.25% bupivacaine was injected.',
      ['triamcinolone-acetonide 20 mg', 'bupivacaine ? mg'],
    ],
    [
      'PROCEDURE: Bilateral hip injection under fluoroscopy\nA needle was guided to the right hip joint and 0.5 mL of 40 mg/mL triamcinolone was injected. The procedure was repeated on the contralateral side.',
      ['triamcinolone-acetonide 40 mg'],
    ],
    [
      'PROCEDURE: Bilateral knee injections\nEach knee was entered with a 22 gauge needle and 40 mg of Kenalog was injected into each knee.',
      ['triamcinolone-acetonide 80 mg'],
    ],
    [
      'PROCEDURE: Left shoulder injection\nWith a 22 gauge needle 80 mg of Depo-Medrol and 4 mL of lidocaine was injected.',
      ['methylprednisolone-acetate 80 mg', 'lidocaine ? mg'],
    ],
    [
      'PROCEDURE: Trigger point injections, right trapezius\nWith a 27 gauge needle 10 mg of Kenalog was injected into each trigger point.',
      ['triamcinolone-acetonide ? mg'],
    ],
  ])('%s', (note, expected) => expect(agentsOf(note)).toEqual(expected));
});

describe('what the reader tells staff', () => {
  it.each([
    [
      'PROCEDURE: Arthrocentesis of the left knee\nAn 18 gauge needle was inserted and 40 mL of fluid was aspirated.',
      'note/joint-aspirated-only',
    ],
    [
      'PROCEDURE: Left knee injection\nThe right knee was prepped and injected with 40 mg of Kenalog through a 22 gauge needle.',
      'note/title-body-side',
    ],
    [
      'PROCEDURE: Bilateral hip injections under fluoroscopy\nA 22 gauge needle was guided into the right hip and 40 mg triamcinolone was injected.',
      'note/body-one-side',
    ],
    [
      'PROCEDURE: Right sacroiliac joint block\nUnder fluoroscopy needles were placed at the L5 dorsal ramus and at the S1, S2 and S3 lateral branches on the right and 0.5 mL bupivacaine injected at each.',
      'note/title-body-target',
    ],
  ])('%s', (note, id) => expect(findingsOf(note)).toContain(id));
});
