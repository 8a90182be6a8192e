import { describe, expect, it } from 'vitest';
import { told } from '../testing.ts';

type Forms = readonly (readonly [what: string, text: string, expected: readonly string[]])[];

/** Invented records made of labels and values, and papers of the same labels in which nothing was done. */
const FIELDS: Forms = [
  [
    'fields of a cervical epidural',
    'Cervical Epidural Steroid Injection\nPerformed by: Nobody Invented, MD\nAuthorized by: Nobody Invented, MD\n\nConsent: Written consent obtained.\nRisks and benefits: Risks, benefits and alternatives were discussed\nTime out: Immediately prior to procedure a "time out" was called\nIndications: Cervical radiculopathy (M54.12), left arm, six months of pain and numbness into the small finger that therapy has not changed\nSedation: None\nApproach: Interlaminar, left paramedian\nLevel: C6-C7\nImaging: Fluoroscopy, permanent images saved to the record of the patient\nNeedle: 20 G x 3.5 in Tuohy\nNumber of attempts: 2\nLoss of resistance: Air\nAspiration: Negative for blood and CSF\nContrast: Isovue 300, 1 mL. Epidural spread seen, no vascular uptake\nInjectate: Dexamethasone 10 mg (1 mL) + PF normal saline 3 mL\nPost-procedure: Dressing. Grip unchanged.\nPatient tolerance: Tolerated well\nComments: Prior ESI 10/2024 gave 70% relief for 4 months. RTC 4 wks. Consider repeat if > 50%.',
    ['epidural-interlaminar C6-C7; fluoroscopy'],
  ],
  [
    'fields of facet joint injections',
    'Lumbar Facet Joint Injection\nPerformed by: Nobody Invented, MD\n\nConsent: Verbal consent obtained.\nTime out: called at 0911\nIndications: Axial low back pain without radiation for more than a year, worse with extension, not better after therapy and naproxen, films with facet arthrosis of the two lowest levels.\nSide: Left\nLevels: L4-5, L5-S1\nPosition: Prone\nSkin prep: ChloraPrep\nImaging: Fluoroscopy\nNeedle: 22 G x 3.5 in spinal\nEntry: inferior recess, oblique view\nAspiration: negative\nContrast: 0.2 mL each, arthrogram seen\nInjectate: Kenalog 20 mg and bupivacaine 0.5% 0.5 mL in each joint\nPost-procedure: Pain 7 before, 2 after\nPatient tolerance: good\nDisposition: home with daughter',
    ['facet-injection L4-L5 left, L5-S1 left; fluoroscopy'],
  ],
  [
    'fields of a sacroiliac injection',
    'PROCEDURE DOCUMENTATION\nProcedure: Sacroiliac joint injection\nLaterality: Right\nConsent: signed\nTime-out: done 1402\nHistory: Right buttock pain since a fall, three of five provocation tests positive, therapy for eight weeks, belt, meloxicam, no lasting help with any of those measures so far.\nPosition: prone\nGuidance: C-arm\nNeedle: 22 G 3.5 in\nTarget: inferior third\nContrast: 0.5 mL, arthrogram\nSolution: triamcinolone 40 mg + ropivacaine 1 mL\nBlood loss: none\nTolerance: good\nComplications: none\nComments: Left side not painful.',
    ['si-joint-injection sacroiliac right; fluoroscopy'],
  ],
  [
    'a field for each medication',
    'Thoracic Epidural\nAttending: Invented Person, DO\nConsent: obtained\nDiagnosis: T10-11 disc herniation with band-like pain around the right flank, worse on coughing and on sitting at the wheel; six weeks of therapy and gabapentin\nInterspace: T10-T11\nPosition: prone, arms down\nPrep: betadine x3\nLocal: 1% lidocaine 3 mL\nNeedle: 20 ga Tuohy\nTechnique: loss of resistance to saline, lateral view\nContrast: 1 mL Omnipaque, dorsal epidural flow\nGuidance: fluoroscopy\nMedication 1: Depo-Medrol 80 mg\nMedication 2: PF saline 2 mL\nComplications: none\nDischarge pain score: 2/10',
    ['epidural-interlaminar T10-T11; fluoroscopy'],
  ],
  [
    'fields of a genicular ablation',
    'Genicular Nerve Radiofrequency Ablation\nPerformed by: Nobody Invented, MD\nConsent: Written.\nTime out: performed.\nSide: Right\nIndications: Knee osteoarthritis, not a candidate for replacement, block gave 80% for six hours\nNerves: superomedial, superolateral, inferomedial\nImaging: Fluoroscopy\nNeedle: 18 G, 10 mm active tip\nMotor stimulation: 2 Hz to 1.5 V, no foot movement\nLocal: lidocaine 2% 1 mL each\nLesion: 80 C for 90 seconds at each\nPost-procedure: Band-aids. Walked to the car.\nPatient tolerance: well',
    [
      'genicular-nerve-ablation genicular-superolateral right, genicular-superomedial right, genicular-inferomedial right; fluoroscopy',
    ],
  ],
  [
    'a plan that its fields carry out',
    'Visit note\nImpression/Plan:\n1. Radiculopathy, lumbar (M54.16)\n Plan: Transforaminal Epidural Steroid Injection\n Laterality: Right\n Levels: L5-S1\n Consent: obtained\n Position: prone\n Needle: 22G\n Guidance: Fluoroscopy\n Contrast: Isovue 1 cc, root outlined\n Medication injected: dexamethasone 10 mg\n Dressing: bandage\n Tolerance: good\n Complications: none\n\n Counseling: rest today',
    ['epidural-transforaminal L5-S1 right; fluoroscopy'],
  ],
  [
    'an order',
    'LUMBAR INTERLAMINAR ESI - ORDER\nOrdering: Nobody Invented, MD\nApproach: Interlaminar\nLevel: L4-L5\nNeedle: 20 G Tuohy\nImaging: Fluoroscopy\nContrast: Omnipaque 240\nInjectate: Triamcinolone 80 mg + saline 2 mL\nPosition: Prone\nSedation: None\nConsent: to be obtained on the day\nSchedule: within 2 weeks',
    [],
  ],
  [
    'a plan with its fields',
    'Clinic visit\nAssessment: lumbar radiculopathy\nPlan: Transforaminal Epidural Steroid Injection\nLaterality: Left\nLevels: L5-S1\nMedication: dexamethasone 10 mg\nSedation: none\nSchedule in two weeks, pending authorization.',
    [],
  ],
  [
    'a template',
    'PROCEDURE TEMPLATE\nProcedure: Lumbar epidural steroid injection\nConsent: ***\nTime out: ***\nApproach: ***\nLevel: ***\nNeedle: *** G Tuohy\nLoss of resistance: ***\nAspiration: ***\nInjectate: ***\nComplications: ***\nPatient tolerance: ***',
    [],
  ],
  [
    'a checklist of a procedure to come',
    'PRE-PROCEDURE CHECKLIST\nPlanned: Right L4-5 transforaminal injection\nConsent: signed\nTime out: pending\nPosition: prone\nNeedle: 22 G\nContrast: Omnipaque\nMedication: dexamethasone 10 mg\nAllergies: none\nPatient not yet in the room.',
    [],
  ],
  [
    'how the last one was borne',
    'Follow-up visit\nInterval history: L4-5 interlaminar ESI on 03/02/2026 gave 70% relief.\nPost-procedure: no headache, no fever. Band-aid removed next day.\nPatient tolerance: she tolerated the procedure well.\nComplications: none since\nPlan: repeat L4-5 interlaminar ESI with triamcinolone 80 mg under fluoroscopy, 20 G Tuohy.',
    [],
  ],
];

/** What was before, or is talked about, beside what was done. */
const ASIDES: Forms = [
  [
    'lesions below earlier blocks',
    'Procedure: Cervical radiofrequency ablation, left\nNerves: C4 MB, C5 MB, C6 MB\nPrevious blocks: 06/03/2025 85%, 06/24/2025 90%\nMost recent RFA: 01/2024, relief 11 months\n\nLesions\nNerve    Sensory V    Temp/Time\nC4       0.4          80C / 90 s\nC5       0.3          80C / 90 s\nC6       0.5          80C / 90 s\n\nFluoroscopic images saved. Lidocaine 2% 1 mL per nerve.',
    ['facet-ablation C4-C5 left, C5-C6 left; fluoroscopy'],
  ],
  [
    'a paragraph below the last injection',
    'Procedure: TFESI\nLevel: L4-5\nSide: left\nLast ESI: 03/2025, 60% for two months\n\n22G 5 in to the left L4-5 foramen under fluoroscopy. Isovue 1 mL, root outlined. Dexamethasone 10 mg. Tolerated well.',
    ['epidural-transforaminal L4-L5 left; fluoroscopy'],
  ],
  [
    'a log of needles below an earlier block',
    'Dx: M47.816\nProcedure: R L2, L3, L4 medial branch blocks\nPrior MBB: 03/02/2026 left side, 90%\n\nNeedle log\nL2  25G  0.5 mL bupivacaine 0.5%\nL3  25G  0.5 mL bupivacaine 0.5%\nL4  25G  0.5 mL bupivacaine 0.5%\nFluoroscopy AP and oblique. Pain 6 to 1.',
    ['facet-injection L3-L4 right, L4-L5 right; fluoroscopy'],
  ],
  [
    'a paragraph below earlier injections',
    'Procedure: Left sacroiliac joint injection\nEarlier injections: right SI 05/2024, 70%\n\nProne, prepped. C-arm, 22G needle into the lower third of the left SI joint, Omnipaque 0.5 mL arthrogram, Kenalog 40 mg with 1 mL lidocaine.',
    ['si-joint-injection sacroiliac left; fluoroscopy'],
  ],
  [
    'rows with one stroke',
    'Pain practice record\nProc | RFA lumbar, right\nNerves | L2, L3, L4 medial branches\nPrior MBBs | 2, both >80%\nLast RFA | 2023\n\nNerve | V | Lesion\nL2 | 0.4 | 80C 90s\nL3 | 0.3 | 80C 90s\nL4 | 0.3 | 80C 90s\n\nC-arm AP, oblique, lateral. Lidocaine 2%. Motor negative. Tolerated.',
    ['facet-ablation L3-L4 right, L4-L5 right; fluoroscopy'],
  ],
  [
    'blocks and lesions of before',
    'Follow-up visit\nPrior blocks: 08/05/2025 90%, 08/26/2025 85%\nLast RFA: 02/2024, relief > 12 months\n\nLumbar spondylosis. Pain back to 7/10.\nPlan: repeat bilateral L4-5, L5-S1 radiofrequency ablation, 80 C for 90 s, under fluoroscopy.',
    [],
  ],
  [
    'sessions of before in paragraphs',
    'Consultation\nPast procedures: L4-5 ESI 03/2025 80%\n\nL5-S1 TFESI 05/2025, 22G under fluoroscopy by Dr. Nobody, dexamethasone 10 mg, 60% for a month.\n\nAssessment: radiculopathy. Continue therapy.',
    [],
  ],
  [
    'the last injection, described',
    'Clinic note\nLast ESI: 01/2026 (left L4-5 TFESI, 10 mg dexamethasone, fluoroscopy), 70%\nVitals: 130/80\nExam: SLR positive\nPlan: continue gabapentin',
    [],
  ],
  [
    'an addendum that asks about the other side',
    'Proc: R L3 + L4 MB RFA (L4-5), fluoro\nConsent, TO, prone, CHG. 18g RF x2, AP/lat ok. Motor neg. 2% lido 1 cc each. 80C 90s each. Tol well.\n\nADDENDUM (phone, 1640): She called with a question about her left knee, and whether the left side of the back could be treated. I told her that the left joint may be considered later.',
    ['facet-ablation L4-L5 right; fluoroscopy'],
  ],
  [
    'the other side talked about',
    'PROCEDURE: Left L5-S1 transforaminal epidural steroid injection\nDESCRIPTION: Prone, prepped. Under fluoroscopy a 22-gauge needle was advanced to the L5-S1 foramen. Omnipaque 1 mL. Dexamethasone 10 mg was injected. He wondered whether the right side should be injected as well; we talked about doing the right foramen another day.',
    ['epidural-transforaminal L5-S1 left; fluoroscopy'],
  ],
  [
    'another visit talked about',
    'PROCEDURE: Right C5-6 facet joint injection\nDESCRIPTION: Prone, prepped. Under fluoroscopy a 25-gauge needle was placed into the C5-6 joint. Omnipaque 0.2 mL. Kenalog 20 mg was injected.\nADDENDUM 03/04/2026 15:10: Spoke with the patient. She is interested in blocks on the left side next. Discussed left C5-6 injection.',
    ['facet-injection C5-C6 right; fluoroscopy'],
  ],
  [
    'a letter of the side behind a bracket',
    'PROC: third occipital nerve block (C2-3), L\nProne. Lateral fluoro. 25g needle, 3 placements along the C2-3 joint line. 0.3 mL 0.5% bupivacaine each. HA 8 -> 1. Tol well.',
    ['facet-injection C2-C3 left; fluoroscopy'],
  ],
  [
    'a letter of the side behind levels in brackets',
    'Transforaminal injections (L3-4 and L4-5 foramina), L\nProne. CHG. Fluoro. 22g x2. Omnipaque 1 mL each. Dexamethasone 6 mg each. No complications.',
    ['epidural-transforaminal L3-L4 left, L4-L5 left; fluoroscopy'],
  ],
  [
    'one side and then the other',
    'Procedure: Lumbar RFA L4-5 and L5-S1, right and then the left\nCannulae 18g placed at L4, L5 SAP and ala on each side under fluoroscopy. 85 C for 90 sec. Lidocaine 2% 1 mL each. No complications.',
    ['facet-ablation L4-L5 bilateral, L5-S1 bilateral; fluoroscopy'],
  ],
  [
    'one side and the other',
    'Operation: L4-5 transforaminal epidural injection on the left and on the right\nUnder fluoroscopy a 22-gauge needle was advanced to each foramen. Omnipaque 1 mL each. Dexamethasone 5 mg was injected at each.',
    ['epidural-transforaminal L4-L5 bilateral; fluoroscopy'],
  ],
];

/** Printed forms, reports of radiology, and what was left out. */
const SHEETS: Forms = [
  [
    'ringed level, boxes behind words',
    'SUNRISE SPINE INJECTION CENTER - PROCEDURE LOG\nName: Invented Person   DOS 02/02/2026\n( ) Interlaminar   (X) Transforaminal   ( ) Caudal\n( ) Right   (X) Left\nLevel: L2-3  L3-4  L4-5  ((L5-S1))\nC-arm (X)   CT ( )\nDexamethasone 10 mg\nA 22 gauge needle was placed under the pedicle at L5-S1 under fluoroscopy. Contrast followed the nerve root. The steroid went in easily.',
    ['epidural-transforaminal L5-S1 left; fluoroscopy'],
  ],
  [
    'ringed level of three',
    'BLOCK ROOM RECORD\nType  [X] Interlaminar  [ ] Transforaminal\nLevel: C5-6  >>C6-7<<  C7-T1\nImaging  [X] Fluoroscopy  [ ] None\nNeedle: 20g Tuohy, LOR saline, 1 pass\nContrast: 1 cc Omnipaque, good flow\nDrug: betamethasone 9 mg\nComplications: none',
    ['epidural-interlaminar C6-C7; fluoroscopy'],
  ],
  [
    'ringed side and joints',
    'RIVERBEND PAIN   INJECTION ROOM WORKSHEET\nType ( ) ESI  (X) Facet  ( ) SI\nSide: Right  >>Left<<\nJoints: L2-3  >>L3-4<<  >>L4-5<<  L5-S1\n22g, C-arm oblique. Omnipaque 0.2 cc each. Kenalog 20 mg injected into each facet joint. Pain 6 to 2.',
    ['facet-injection L3-L4 left, L4-L5 left; fluoroscopy'],
  ],
  [
    'fields under the name of a paper',
    'Procedure Documentation (Fluoroscopic Injection)\nJoint: Sacroiliac\nSide: Right\n1. Prone, C-arm\n2. CHG prep\n3. 22G into inferior third of right SI joint\n4. 0.5 mL Isovue: arthrogram\n5. Kenalog 40 mg plus 1 mL bupivacaine\n6. Needle removed',
    ['si-joint-injection sacroiliac right; fluoroscopy'],
  ],
  [
    'examination of radiology, facet',
    'RADIOLOGY\nEXAM: FL CERVICAL FACET INJECTION LEFT\nCOMPARISON: CT cervical spine 01/02/2026.\nPROCEDURE: Consent obtained. Prone. The left C4-C5 facet joint was localized fluoroscopically. A 25 gauge needle was advanced into the joint. Intra-articular position verified with contrast. Triamcinolone 20 mg was injected.\nIMPRESSION: Technically successful.',
    ['facet-injection C4-C5 left; fluoroscopy'],
  ],
  [
    'examination of radiology, epidural',
    'IR REPORT\nExam: XR EPIDURAL INJECTION TRANSFORAMINAL LUMBAR RIGHT\nComparison study: MRI L5-S1 disc.\nTECHNIQUE: Prone, sterile prep. Under fluoroscopy a 22-gauge needle was advanced to the right L4-5 foramen. Isovue outlined the root. Dexamethasone 10 mg was injected.\nFINDINGS: good spread.',
    ['epidural-transforaminal L4-L5 right; fluoroscopy'],
  ],
  [
    'examination without side',
    'Exam: IR FACET BLOCK\nPrior exams: none\nDetails: The right L4-5 and L5-S1 facets were localised under fluoroscopy. 22 gauge needles entered each joint. 0.2 mL Omnipaque. Kenalog 20 mg was injected into each.',
    ['facet-injection L4-L5 right, L5-S1 right; fluoroscopy'],
  ],
  [
    'study compared with an injection',
    'RADIOLOGY\nEXAM: MRI LUMBAR SPINE\nCOMPARISON: Fluoroscopic facet injection 10/22/2025.\nFINDINGS: L4-5 facet arthropathy. Needle track not seen.\nIMPRESSION: Right L4-5 facet effusion. Facet injection may be considered.',
    [],
  ],
  [
    'trigger points left for another day',
    'PROCEDURE: L5-S1 interlaminar epidural steroid injection.\nDESCRIPTION: Prone, prepped. Under fluoroscopy a Tuohy needle was advanced at L5-S1 with loss of resistance. Omnipaque 1 mL. Kenalog 80 mg was injected.\nThe trigger points in the gluteus were not injected today.',
    ['epidural-interlaminar L5-S1; fluoroscopy'],
  ],
  [
    'trigger points felt and left alone',
    'PROCEDURES: Left L4-5 TFESI\nThe trapezius trigger points were felt and left alone; trigger point injections were not done.\nProne. Under fluoroscopy a 22-gauge needle was advanced to the left L4-5 foramen. Omnipaque 1 mL. Dexamethasone 10 mg was injected.',
    ['epidural-transforaminal L4-L5 left; fluoroscopy'],
  ],
  [
    'a part without imaging',
    'PROCEDURES: Left L4-5 transforaminal epidural; left trochanteric bursa injection\nSPINE: Prone. Under fluoroscopy a 22-gauge needle to the left L4-5 foramen. Omnipaque 1 mL. Dexamethasone 10 mg was injected.\nBURSA: no fluoroscopy. 22 gauge needle to the left greater trochanter, Kenalog 40 mg was injected.',
    ['epidural-transforaminal L4-L5 left; fluoroscopy', 'joint-injection trochanteric-bursa left; none'],
  ],
  [
    'a level of the title that was not done',
    'PROCEDURE: Right L4-5 transforaminal epidural steroid injection. L5-S1 not performed.\nDESCRIPTION: Prone. Under fluoroscopy a 22-gauge needle was advanced to the right L4-5 foramen. Omnipaque 1 mL. Dexamethasone 10 mg was injected.',
    ['epidural-transforaminal L4-L5 right; fluoroscopy'],
  ],
  [
    'a level of the title not done, in brackets',
    'PROCEDURE: Left L4-5 radiofrequency ablation (L5-S1 not done)\nDESCRIPTION: Prone. Under fluoroscopy 18-gauge cannulae were placed at the left L3 and L4 medial branches. 80 C for 90 seconds. No complications.',
    ['facet-ablation L4-L5 left; fluoroscopy'],
  ],
  [
    'a level of the title deferred',
    'PROCEDURE: Right C4-5 and C5-6 facet injections; C5-6 deferred\nDESCRIPTION: Prone. Under fluoroscopy a 25-gauge needle was placed into the right C4-5 joint. Kenalog 20 mg was injected.',
    ['facet-injection C4-C5 right; fluoroscopy'],
  ],
  [
    'by landmarks, in telegrams',
    'INPATIENT PAIN SERVICE - PROCEDURE\nCC: L5 radiculopathy, admitted. Plt 244. Consent signed.\n\nLESI L4-5 interlaminar, landmark technique, no imaging.\nR lateral decub. CHG. 1% lido 3cc. 18g Tuohy L4-5. LOR air 5 cm. Asp neg. Kenalog 80 mg + NS 5 cc. Needle out, bandaid.',
    ['epidural-interlaminar L4-L5; none'],
  ],
  [
    'a list of muscles',
    'Office Procedure: TPI\nExam: taut bands in the muscles listed below.\nMuscle list\n  Trapezius R ..... 2 points\n  Levator scapulae R ..... 1 point\nMethod: alcohol prep, 27 g needle, 1 ml 1% lidocaine per point.',
    ['trigger-point-injection trapezius, levator-scapulae; unsaid'],
  ],
  [
    'earlier blocks in the title of an ablation',
    'Proc: R L2-L4 MB RFA, fluoro. 2 positive MBBs, 80 and 90%.\nProne, CHG. 18g. Lidocaine 2% 1 cc each. 80C 90s. Motor neg. Tol well.',
    ['facet-ablation L3-L4 right, L4-L5 right; fluoroscopy'],
  ],
];

/** Papers with the labels of a record, and records beside them. */
const PAPERS: Forms = [
  [
    'a visit in an injection center',
    'SUNRISE SPINE INJECTION CENTER - FOLLOW-UP NOTE\nName: Invented Person   DOS 02/02/2026\nShe had a left L5-S1 TFESI here on 01/05/2026 with a 22 gauge needle under fluoroscopy and dexamethasone 10 mg; 60% better.\nExam: SLR negative.\nPlan: therapy.',
    [],
  ],
  [
    'a note of an injection clinic',
    'INJECTION CLINIC NOTE\nInterval history: Right L4-5 facet injection with 20 mg of Kenalog last month under fluoroscopy did not help.\nAssessment: spondylosis. Plan: medial branch blocks L3, L4, L5 with 0.5 mL bupivacaine each under fluoroscopy.',
    [],
  ],
  [
    'fields of another practice',
    'Clinic visit\nPast procedures: outside pain practice 2024\nLoss of resistance: saline\nLevel: L4-5\nInjectate: Kenalog 80 mg\n(from their report)\nAssessment: stenosis. Plan: walker, therapy.',
    [],
  ],
  [
    'nursing before an ablation',
    'PRE-OP NURSING ASSESSMENT\nProcedure: Right L4-5 medial branch RFA\nConsent: signed\nPosition: will be prone\nLocal: lidocaine available\nGrounding pad: right thigh\nAllergies: none\nDriver: son',
    [],
  ],
  [
    'a schedule of the room',
    'INJECTION ROOM SCHEDULE 03/02/2026\n0800 Person One  L4-5 TFESI right  22G 5in  dex 10 mg  fluoro\n0830 Person Two  C5-6 ILESI  20G Tuohy  Kenalog 40\n0900 Person Three  RFA L3 L4 L5 left 18G 80C 90s',
    [],
  ],
  [
    'a plan with fields to come',
    'Office visit\nPlan: Right sacroiliac joint injection\nSide: Right\nGuidance: fluoroscopy\nMedication: triamcinolone 40 mg\nComplications: discussed, bleeding and infection\nWill schedule next week.',
    [],
  ],
  [
    'a televisit',
    'Televisit: Y\nFollow-up after left L4-5 TFESI of 02/02/2026 with dexamethasone 10 mg, fluoroscopy. 70% better.\nPlan: PT.',
    [],
  ],
  [
    'a video visit',
    'Video visit\nResults of right C4, C5 MBB on 02/02/2026 (25G, 0.3 mL each): 90% for 4 h. Second block next.',
    [],
  ],
  [
    'a study compared with an epidural',
    'RADIOLOGY REPORT\nEXAM: MRI LUMBAR SPINE WITHOUT CONTRAST\nCOMPARISON: L4-5 epidural injection 01/02/2025.\nFINDINGS: Right L4-L5 facet joints localized edema. L5-S1 disc protrusion.\nIMPRESSION: Facet arthropathy. Consider facet injection with triamcinolone 20 mg.',
    [],
  ],
  [
    'a plan with the last one in its fields',
    'VISIT NOTE\nImpression/Plan:\n1. Radiculopathy (M54.16)\n Plan: Transforaminal Epidural Steroid Injection\n Laterality: Right\n Levels: L5-S1\n Contrast: allergy to iodine noted\n Complications of the last injection: none\n Scheduled for 3/9.',
    [],
  ],
  [
    'a template with rings',
    'Template for scribes\nPlan: Facet injection\nSide: >>Left<<\nLevel: L3-4  >>L4-5<<\nInjectate: ___ mg\nComplications: ___',
    [],
  ],
  [
    'a cancelled procedure with what was opened',
    'CANCELLATION RECORD\nPlanned: Bilateral L4-5 facet injections\nStatus: Cancelled, INR 3.1\nNeedle: 22G opened, not used\nKenalog 40 mg drawn up and wasted',
    [],
  ],
  [
    'an earlier injection with its needle',
    'Procedure log\nPrior ESI: L4-5 right 02/2025, 22G, dexamethasone 10 mg, 60%\nProcedure: Right L4-5 TFESI\nGuidance: fluoroscopy\nNeedle: 22G\nContrast: Omnipaque 1 mL\nInjectate: dexamethasone 10 mg\nTolerance: good',
    ['epidural-transforaminal L4-L5 right; fluoroscopy'],
  ],
  [
    'boxes behind words, caudal',
    'EPIDURAL RECORD\n(X) Caudal   ( ) Interlaminar   ( ) Transforaminal\nFluoro (X)   Ultrasound ( )   None ( )\nContrast (X) 2 cc\n22g through the sacral hiatus, Kenalog 80 mg + 8 cc NS injected\nTolerated (X) well   ( ) poorly',
    ['epidural-caudal sacral-hiatus; fluoroscopy'],
  ],
  [
    'rows with one stroke, nerves in a table',
    'Procedure | Cervical medial branch blocks\nSide | Left\nNerves | C3, C4, C5\nVisit | 1st of 2\nPosition | right lateral decubitus\n\nLevel | Needle | Volume\nC3 | 25G | 0.3 mL\nC4 | 25G | 0.3 mL\nC5 | 25G | 0.3 mL\n\nFluoroscopy lateral. Bupivacaine 0.5%. No steroid. NRS 7 to 1.',
    ['facet-injection C3-C4 left, C4-C5 left; fluoroscopy'],
  ],
  [
    'steps below the last block',
    'Procedure: RFA, left side, L4-5 + L5-S1 facet joints\nLast block: 03/02/2026 90% x 6 h\nSteps:\n1. Prone, CHG, C-arm\n2. 18G cannulae to L4, L5 SAP and ala\n3. Motor 2 V negative\n4. Lidocaine 2% 1 mL each\n5. 80 C x 90 s each\nAdverse events: none',
    ['facet-ablation L4-L5 left, L5-S1 left; fluoroscopy'],
  ],
  [
    'a method below an examination',
    'Office Procedure: Occipital nerve block\nExam: tender over the right occiput.\nSide: Right\nMethod: alcohol prep, 27g, lateral to the protuberance, aspirated, 2 mL bupivacaine 0.25% with Kenalog 20 mg at the right greater occipital nerve\nTolerance: good',
    ['peripheral-nerve-block greater-occipital right; unsaid'],
  ],
];

describe.each([
  ['records of fields', FIELDS],
  ['what is said aside', ASIDES],
  ['forms and reports', SHEETS],
  ['papers of the same labels', PAPERS],
])('%s', (_kind, forms) => {
  it.each(forms)('%s', (_what, text, expected) => expect(told(text)).toEqual(expected));
});
