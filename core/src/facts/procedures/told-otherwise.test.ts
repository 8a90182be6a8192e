import { describe, expect, it } from 'vitest';
import { told } from '../testing.ts';

/** Invented notes that tell the act in an odd place or way; each row is one general cause. No patient is real. */
const TOLD: readonly (readonly [cause: string, text: string, expected: readonly string[]])[] = [
  [
    'telegrams behind a line of consent',
    'L-MBB #1\nDx: spondylosis, axial LBP, no radic\nTargets: b/l L3, L4 MB, L5 DR\nConsent y / TO y / no sedation\nProne, ChloraPrep, drape\nFluoro AP and oblique\n25G 3.5" to SAP/TP junction, x6\nAsp neg. 0.5 mL bupi 0.5% each. No dye.\nCompl: none',
    ['facet-injection L4-L5 bilateral, L5-S1 bilateral; fluoroscopy'],
  ],
  [
    'levels counted from both ends are none that were treated',
    'Px: R T8-9 transforaminal ESI w/ fluoro\nProne. Levels counted from C7 down and again from L5 up. 25g into the foramen. Isovue 0.5 cc, live. Inj 6 mg dexamethasone.',
    ['epidural-transforaminal T8-T9 right; fluoroscopy'],
  ],
  [
    'the ligament on the way of an epidural needle',
    'PROCEDURE: Cervical epidural steroid injection, C7-T1.\nThe skin and interspinous ligament were infiltrated with 1% lidocaine. An 18-gauge needle was advanced in the midline by hanging drop into the epidural space; no imaging was used. 40 mg triamcinolone was injected.',
    ['epidural-interlaminar C7-T1; none'],
  ],
  [
    'earlier blocks in the opening words of an ablation',
    'PROCEDURE NOTE\n\nBlocks of the right L4 medial branch and L5 dorsal ramus gave her 90% relief on two visits. She came in today for the ablation of the same two nerves. Under fluoroscopy a 20-gauge radiofrequency needle was laid along the right L4 medial branch; a second along the L5 dorsal ramus. Each was heated to 80 degrees for 90 seconds.',
    ['facet-ablation L5-S1 right; fluoroscopy'],
  ],
  [
    'a title behind the words Operative Report',
    'Operative Report - Third Occipital Nerve Radiofrequency Ablation\n\nDiagnosis: C2-3 facet pain, right\n\nProne. Under fluoroscopy an 18-gauge cannula was laid against the right C2-3 joint and lesioned at 85 degrees for 90 seconds.',
    ['facet-ablation C2-C3 right; fluoroscopy'],
  ],
  [
    'levels of a finding are not those of the block',
    'DIAGNOSTIC SELECTIVE NERVE ROOT BLOCK\n\nQuestion: Central stenosis at L4-5 and foraminal narrowing at L5-S1. Which root?\n\nTechnique: Fluoroscopy. A 25-gauge needle was placed under the right L5 pedicle at the foramen. Omnipaque lit up the L5 root. Lidocaine 2%, 0.5 mL, was injected.',
    ['epidural-transforaminal L5 right; fluoroscopy'],
  ],
  [
    'a head turned to the opposite side is no side of the needle',
    'PREPROCEDURE DIAGNOSIS: Right C6 radiculopathy.\nPROCEDURE: Cervical transforaminal epidural steroid injection.\nShe was placed supine with her head turned to the opposite side. The right neck was prepped and draped. Under fluoroscopy a 25-gauge needle was advanced to the C5-C6 foramen. Contrast showed the root. Dexamethasone 10 mg was injected.',
    ['epidural-transforaminal C5-C6 right; fluoroscopy'],
  ],
  [
    'the symptomatic side of one who hurts on one side',
    'PROCEDURE: Transforaminal epidural steroid injection of L4 and L5.\nHISTORY: He has pain of the left leg to the foot.\nTECHNIQUE: Under fluoroscopy 22-gauge needles were advanced below the pedicles of L4 and L5 on the symptomatic side. Contrast outlined both roots. Kenalog 80 mg was injected.',
    ['epidural-transforaminal L4 left, L5 left; fluoroscopy'],
  ],
  [
    'the same joints on that side, after the tube was swung over',
    'OPERATION: Intra-articular facet joint injections.\nProne on the fluoroscopy table. The tube was rotated to the left until the L3-L4 joint line opened. A 22-gauge needle was placed into the joint. The L4-L5 joint was treated likewise. The tube was swung to the right and the same two joints were entered on that side. In each of the four joints 20 mg of Depo-Medrol was placed.',
    ['facet-injection L3-L4 bilateral, L4-L5 bilateral; unsaid'],
  ],
  [
    'a telegram of foramina without a word for the procedure',
    '2/2/26 Pt Testy McTest 50M. Dx L L5 radic.\nProne, chlorhex, C-arm oblique.\n22g 3.5, L L5-S1 foramen, subpedicular. Omni 1 cc: L5 root + epidural, no vasc.\nDecadron 10 mg + lido 1% 1 cc, slow.\nOk after. F/u 3 wk.',
    ['epidural-transforaminal L5-S1 left; fluoroscopy'],
  ],
  [
    'a caudal by its ligament and needle size',
    'Prone. Hiatus felt, lateral fluoro. 22g 3.5 in thru SC ligament, pop. Isovue 2 mL epidural to L5, no vasc. Kenalog 40 mg + NS 8 mL slow. No CSF.',
    ['epidural-caudal sacral-hiatus; fluoroscopy'],
  ],
  [
    'an interlaminar by loss of resistance alone',
    'PROCEDURE NOTE: The patient is a 66-year-old baker with left sciatica. The C-arm was out of order and this was done by feel. Sitting, the back was prepped with Betadine and draped. An 18-gauge needle was advanced in the midline at L4-5 until loss of resistance to air. 80 mg of Depo-Medrol with 4 mL of saline was injected.',
    ['epidural-interlaminar L4-L5; none'],
  ],
  [
    'the space below a vertebra',
    'Under fluoroscopy an 18-gauge Tuohy needle was advanced into the space below L3 with loss of resistance. Contrast showed epidural spread. 80 mg of Kenalog was injected.',
    ['epidural-interlaminar L3-L4; fluoroscopy'],
  ],
  [
    'imaging denied for one portion alone',
    'PROCEDURES:\n1. Right C4, C5 and C6 medial branch blocks with fluoroscopy.\n2. Trigger point injection, left trapezius.\nPROCEDURE: In the fluoroscopy room 25-gauge needles were set on the pillars of C4, C5 and C6 on the right and 0.5 mL of bupivacaine given to each nerve. In the examination room the left trapezius was injected with 1 mL of lidocaine. No imaging was needed for this portion.',
    ['facet-injection C4-C5 right, C5-C6 right; fluoroscopy', 'trigger-point-injection trapezius left; none'],
  ],
  [
    'through the foramen after the interspace was given up',
    'PROCEDURES:\n1. Attempted L3-L4 interlaminar epidural steroid injection, abandoned.\n2. Right L3-L4 transforaminal epidural steroid injection.\nDESCRIPTION: A Tuohy needle was advanced at L3-L4 under fluoroscopy without dependable loss of resistance. I elected to abandon the interlaminar approach and no drug was given there. A spinal needle was then guided under the right L3 pedicle. Contrast outlined the right L3 root. Dexamethasone 10 mg was given.',
    ['epidural-transforaminal L3-L4 right; fluoroscopy'],
  ],
  [
    'one side of two given up',
    'PROCEDURE: Bilateral L5-S1 transforaminal epidural steroid injections.\nDESCRIPTION: Under fluoroscopy a 22-gauge needle was advanced to the left L5-S1 foramen, contrast outlined the root and 8 mg of dexamethasone was injected. The needle was then started on the right, but he felt faint and the decision was made to abandon the right side. No steroid was given on the right.',
    ['epidural-transforaminal L5-S1 left; fluoroscopy'],
  ],
  [
    'a side of one level left out beside other levels',
    'PROCEDURE:\n1. Bilateral S1 transforaminal epidural steroid injections.\n2. Right L5-S1 transforaminal epidural steroid injection.\nDESCRIPTION: Under fluoroscopy needles were advanced to both S1 foramina and to the right L5-S1 foramen. Contrast was good. 4 mg of dexamethasone was injected at each. The left L5-S1 foramen was not treated.',
    ['epidural-transforaminal S1 bilateral, L5-S1 right; fluoroscopy'],
  ],
  [
    'another way in after the first was given up',
    'PROCEDURE SCHEDULED: Left L4 transforaminal epidural steroid injection.\nNARRATIVE: The left L4-5 foramen was approached with a 22-gauge needle under fluoroscopy. Hardware lay in the way and the foramen could not be entered; the needle was abandoned and nothing was injected there. A Tuohy needle was instead advanced at the L5-S1 interspace with loss of resistance, contrast showed epidural spread and 80 mg of Depo-Medrol was injected.',
    ['epidural-interlaminar L5-S1; fluoroscopy'],
  ],
  [
    'sides behind the levels of a list',
    'Procedures:\n - TFESI L4-5, R and L\n - TFESI L5-S1, R\nWhat was done:\nProne, fluoroscopy. 22G needles at R L4-5, L L4-5 and R L5-S1 foramina. Contrast good at each. Dexamethasone 4 mg injected at each site.',
    ['epidural-transforaminal L4-L5 bilateral, L5-S1 right; fluoroscopy'],
  ],
  [
    'a side corrected by an addendum',
    'PROCEDURE: Left L4-5 transforaminal epidural steroid injection\nTECHNIQUE: Under fluoroscopy a 22-gauge needle was advanced to the left L4-5 foramen and 10 mg of dexamethasone was injected.\n\nADDENDUM: The wrong macro was used. Every entry was checked; all references to "left" above should read RIGHT.',
    ['epidural-transforaminal L4-L5 right; fluoroscopy'],
  ],
  [
    'text copied forward from an earlier visit',
    'RETURN PROCEDURE VISIT\n\n-- carried forward from 01/05 --\nProcedure: C6-7 interlaminar epidural steroid injection. 18G Tuohy, loss of resistance. Kenalog 40 mg.\n-- end of carried text --\n\nPROCEDURE TODAY: Left L4-5 transforaminal epidural steroid injection under fluoroscopy.\nA 22-gauge needle was guided to the left L4-5 foramen, contrast outlined the root and 10 mg of dexamethasone was injected.',
    ['epidural-transforaminal L4-L5 left; fluoroscopy'],
  ],
  [
    'what was picked from the lists of a template',
    'PROCEDURE: {RIGHT:2} lumbar medial branch block, nerves {L3, L4 medial branch and L5 dorsal ramus:31}\nGUIDANCE: fluoroscopic\nDESCRIPTION: Three 25 gauge *** inch needles were advanced to the nerves. 0.5 mL of {lidocaine 2%:2} was injected at each.',
    ['facet-injection L4-L5 right, L5-S1 right; fluoroscopy'],
  ],
  [
    'a heading with a remark in brackets above ticked boxes',
    'ENCOUNTER FORM\nProvider: [x] Doe [ ] Roe\nConsent: [x] signed\nPROCEDURE (tick what was done today)\n[x] Interlaminar ESI\n   Region: [ ] cervical [x] lumbar\n   Level: [ ] L4-5 [x] L5-S1\n[ ] Transforaminal ESI\n   Level: [ ] L4-5 [ ] L5-S1 Side: [ ] R [ ] L\nGuidance: [x] fluoroscopy [ ] none\nNeedle: [x] 20g Tuohy\nContrast: [x] Omnipaque 1 mL, epidural pattern\nInjectate: [x] triamcinolone 40 mg [x] NS 3 mL',
    ['epidural-interlaminar L5-S1; fluoroscopy'],
  ],
  [
    'a table of nerves under heat, boxes behind their options',
    'PROCEDURE NOTE: RADIOFREQUENCY\nSIDE: [ ] R [X] L [ ] B/L\nNERVE TABLE\n  C3 MB [ ]\n  C4 MB [X] sens 0.4 V\n  C5 MB [X] sens 0.3 V\n  C6 MB [ ]\nCANNULA: 20G 100 mm, 10 mm tip\nLESION: 80 C x 90 s\nIMAGING: [X] fluoroscopy\nCOMMENTS: cannulae along the pillars, no arm pain while heating.',
    ['facet-ablation C4-C5 left; fluoroscopy'],
  ],
  [
    'nerves told by the bone that they cross',
    'He presents for rhizotomy of the lower facet joints on both sides. Under fluoroscopy RF needles were placed at the junction of the transverse process and superior articular process of L4 and L5 and at the sacral ala, three each side. Lesions were made at 80 degrees for 90 seconds, right then left.',
    ['facet-ablation L4-L5 bilateral, L5-S1 bilateral; fluoroscopy'],
  ],
  [
    'a joint that was only looked for',
    'PROCEDURE: Right L3-4, L4-5 and L5-S1 facet joint injections.\nDESCRIPTION: Under fluoroscopy needles were advanced to the right L3-4, L4-5 and L5-S1 joints. Contrast gave arthrograms. 20 mg of Kenalog was injected per joint.\nADDENDUM: The L3-4 joint was fused and could not be entered; nothing was injected there. Only right L4-5 and L5-S1 were injected.',
    ['facet-injection L4-L5 right, L5-S1 right; fluoroscopy'],
  ],
  [
    'facet rhizotomy of the sacral branches',
    'PROCEDURE PERFORMED: Right lumbar facet rhizotomy L5, S1, S2, S3.\nTECHNIQUE: Under fluoroscopy a radiofrequency cannula was placed at the sacral ala for the L5 dorsal ramus and lateral to the S1, S2 and S3 foramina for the lateral branches. Lesions were made at 80 degrees for 90 seconds.',
    ['sacral-lateral-branch-ablation sacroiliac right; fluoroscopy'],
  ],
  [
    'the tilt of the beam is no side',
    'PROCEDURE: Left SI joint injection, fluoroscopic.\nTECHNIQUE: With the C-arm tilted slightly cephalad and to the right, the joint lines were superimposed. A 22-gauge needle was pushed into the joint, contrast outlined it, and 40 mg of Depo-Medrol was injected.',
    ['si-joint-injection sacroiliac left; fluoroscopy'],
  ],
  [
    'a sacroiliac joint named some sentences before the needle',
    'Her rheumatologist asked for the right sacroiliac joint to be treated. She was put prone and prepped. Under fluoroscopy a 22-gauge needle entered the inferior third of the joint. Contrast outlined it. 40 mg of Kenalog and 1 cc of lidocaine were injected.',
    ['si-joint-injection sacroiliac right; fluoroscopy'],
  ],
  [
    'the nerves of the sacroiliac joint by their foramina',
    'Here for the test of the nerves to the right SI joint. Prone, prepped. Under fluoroscopy 25-gauge needles were placed just lateral to the S1, S2 and S3 posterior foramina on the right and at the sacral ala for L5. 0.4 mL of 2% lidocaine was injected at each.',
    ['sacral-lateral-branch-block sacroiliac right; fluoroscopy'],
  ],
  [
    'the other knee the same way',
    'He came for shots in both knees. Supine, the superolateral corner of the right patella was marked and prepped. A 22-gauge needle was slid under the kneecap and 40 mg of Kenalog with 3 cc of Marcaine was put in. The other knee was then done the same way with the same amounts.',
    ['joint-injection knee bilateral; unsaid'],
  ],
  [
    'two places of one shoulder, "both injected"',
    'She has bursitis and a sore acromioclavicular joint and wants both injected. The right subacromial space was entered with a 22-gauge needle and 40 mg of Kenalog was injected. The right acromioclavicular joint was then entered with a 25-gauge needle and 10 mg of Kenalog was injected.',
    ['joint-injection subacromial-bursa right, acromioclavicular right; unsaid'],
  ],
];

/** Papers that name and explain procedures and record none. */
const NOTHING: readonly (readonly [cause: string, text: string])[] = [
  [
    'what the physician does in general',
    'Transforaminal injection. In this procedure the physician inserts a 22-gauge needle into the L4-5 foramen under fluoroscopy and 10 mg of dexamethasone is injected.',
  ],
  [
    'a leaflet that speaks to its reader',
    'FACET JOINT INJECTION. You will lie on your front. Your doctor guides a needle into the L4-5 facet joint under fluoroscopy and 1 mL of steroid is injected. You may feel pressure. You can go home after 20 minutes.',
  ],
  [
    'how it is usually done',
    'Stellate ganglion block: most patients lie on their back. The block is usually performed under ultrasound with a 25-gauge needle and 5 mL of bupivacaine is injected at C6.',
  ],
  [
    'a consent',
    'CONSENT FOR LUMBAR MEDIAL BRANCH BLOCK\nI authorize Dr. Invented to perform upon me: [x] medial branch block, [x] right, L3, L4, L5. Needles are passed under x-ray and 0.5 mL of anesthetic is injected at each nerve.\nPatient signature: ____',
  ],
  [
    'a template nobody filled in',
    'Procedure: {R/L} greater occipital nerve block. A *** gauge needle was advanced and *** mL of *** was injected after negative aspiration.',
  ],
  [
    'a visit by video',
    'FOLLOW-UP, telehealth video visit\nS: goes over the second diagnostic block. Block #2 02/02: bilateral L4-5 medial branch block, lidocaine 2% 0.5 mL, 90% relief.\nP: proceed to radiofrequency ablation.',
  ],
];

describe('told otherwise', () => {
  it.each(TOLD)('%s', (_, text, expected) => expect(told(text)).toEqual(expected));
  it.each(NOTHING)('no act: %s', (_, text) => expect(told(text)).toEqual([]));
});
