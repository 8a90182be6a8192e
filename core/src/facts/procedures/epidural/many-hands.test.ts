import { describe, expect, it } from 'vitest';
import { testReader, told } from '../../testing.ts';
import { readNote } from '../../text/read-note.ts';
import { readProcedures } from '../read-procedures.ts';

/** Invented notes of many hands, each with what was done by the words of the note; no patient is real. */
const NOTES: readonly (readonly [style: string, text: string, expected: string])[] = [
  [
    'EMR template with empty fields',
    'PROCEDURE NOTE\nPatient: Madeup, Mona   DOB: 01/01/1950\nProcedure: Transforaminal Epidural Steroid Injection\nLevel(s): L4-5, L5-S1\nLaterality: [ ] Left [x] Right [ ] Bilateral\nGuidance: [x] Fluoroscopy [ ] Ultrasound [ ] CT\nContrast: Omnipaque 240, 1 mL per level\nMedication: Dexamethasone 10 mg total\nSedation: ___\nComplications: ___\nNarrative: Patient prone, prepped and draped. 22G needles advanced to each foramen. Medication injected. Tolerated well.',
    'epidural-transforaminal L4-L5 right, L5-S1 right; fluoroscopy',
  ],
  [
    'EMR template, fields in caps, colon lists',
    'PROCEDURE: EPIDURAL STEROID INJECTION\nAPPROACH: INTERLAMINAR\nLEVEL: L3-4\nSIDE: \nIMAGING: FLUOROSCOPY\nNEEDLE: 18G TUOHY\nTECHNIQUE: LOSS OF RESISTANCE TO SALINE\nCONTRAST: 1 CC ISOVUE\nINJECTED: 80 MG DEPO-MEDROL, 3 CC SALINE\nCOMPLICATIONS: NONE',
    'epidural-interlaminar L3-L4; fluoroscopy',
  ],
  [
    'run-on dictation',
    'the patient was taken to the procedure room placed prone prepped and draped in the usual fashion and under fluoroscopy the c7 t1 interspace was identified local was infiltrated and an 18 gauge tuohy was advanced with loss of resistance to air contrast was injected showing good epidural spread then 10 mg of dexamethasone and 3 ml of saline were injected and the needle was removed she tolerated it well',
    'epidural-interlaminar C7-T1; fluoroscopy',
  ],
  [
    'IR report',
    'EXAM: CT-guided left L5 transforaminal epidural steroid injection.\nCLINICAL HISTORY: Left L5 radiculopathy. Prior L4-5 injection 2024.\nCOMPARISON: MRI lumbar spine 01/04/2026.\nTECHNIQUE: After consent, the patient was positioned prone on the CT table. Using CT fluoroscopic guidance a 22 gauge spinal needle was advanced into the left L5-S1 neural foramen. 0.5 mL Isovue-M 200 confirmed perineural spread along L5. 10 mg dexamethasone and 1 mL 0.25% bupivacaine were injected.\nFINDINGS: Multilevel degenerative change with L3-4 and L4-5 disc bulges.\nIMPRESSION: Technically successful CT-guided left L5 transforaminal epidural steroid injection.',
    'epidural-transforaminal L5 left; ct',
  ],
  [
    'terse: right S1',
    'R S1 TFESI, fluoro, 25g 3.5, omni 0.5, celestone 6mg + 1cc 1% lido. No comps.',
    'epidural-transforaminal S1 right; fluoroscopy',
  ],
  [
    'terse: two lines',
    '3/2/26 L L4-5 TFESI\nfluoro, isovue good flow L4, 10 dex 1cc 0.25% bup, pre 8 post 3',
    'epidural-transforaminal L4-L5 left; fluoroscopy',
  ],
  [
    'dorsal sacral foramen',
    'PROCEDURE: Right S1 transforaminal epidural injection. With AP fluoroscopy the right first dorsal sacral foramen was identified and entered. Contrast outlined the S1 root and ran up to L5. Betamethasone 6 mg given.',
    'epidural-transforaminal S1 right; fluoroscopy',
  ],
  [
    'ASC op note with both sides in the narrative',
    'OPERATIVE REPORT\nPREOPERATIVE DIAGNOSIS: Lumbar radiculopathy.\nPOSTOPERATIVE DIAGNOSIS: Same.\nOPERATION PERFORMED: L5-S1 transforaminal epidural steroid injection.\nANESTHESIA: Local.\nDESCRIPTION OF OPERATION: The patient was brought to the operating room and placed prone. Under fluoroscopic control a 22-gauge needle was directed to the right L5-S1 foramen. 1 mL of Omnipaque outlined the L5 root. 40 mg of Kenalog with 1 mL of lidocaine was injected. The needle was removed. The same was then done on the left.',
    'epidural-transforaminal L5-S1 bilateral; fluoroscopy',
  ],
  [
    'resident note',
    'PGY-4 procedure note, attending present throughout.\nProcedure: C6-7 ILESI\nIndication: R C7 radic failing PT\nConsent in chart. TO performed. Prone w/ neck flexed. Skin lido. 20G Tuohy, LOR to saline at C6-7, R paramedian. Fluoro CLO + AP. Omnipaque 1 mL: epidural spread C4-T1. Dex 10 mg + 2 mL NS. No complications. EBL 0.\nAttending attestation: I was present for the entire procedure.',
    'epidural-interlaminar C6-C7; fluoroscopy',
  ],
  [
    'caudal with catheter threaded and removed',
    'PROCEDURE: Caudal epidural steroid injection with catheter.\nPROCEDURE IN DETAIL: The sacral hiatus was entered with a 17-gauge needle under fluoroscopy. A Racz catheter was threaded to the L5 level on the left. Contrast spread to L4. 80 mg of Depo-Medrol in 8 mL of saline was given and the catheter was removed.',
    'epidural-caudal sacral-hiatus; fluoroscopy',
  ],
  [
    'addendum corrects the side',
    'PROCEDURE: Left L4-5 transforaminal epidural steroid injection.\nDESCRIPTION: Under fluoroscopy a 22G needle was advanced to the left L4-5 foramen; contrast confirmed spread; dexamethasone 10 mg injected.\nADDENDUM 03/03/2026: Images were saved to PACS. Patient called, doing well.',
    'epidural-transforaminal L4-L5 left; fluoroscopy',
  ],
  [
    'history of another family',
    'PROCEDURE: L4-5 interlaminar epidural steroid injection.\nHISTORY: She had bilateral L4-5 and L5-S1 medial branch blocks in 2024 and a right SI joint injection in 2023, and a knee injection last month.\nTECHNIQUE: Under fluoroscopy a 20G Tuohy needle was placed at L4-5 by loss of resistance. Omnipaque showed spread. 80 mg methylprednisolone injected.',
    'epidural-interlaminar L4-L5; fluoroscopy',
  ],
  [
    'abandoned level',
    'PROCEDURE: Left L4-5 and L5-S1 transforaminal epidural steroid injection.\nDESCRIPTION: Under fluoroscopy a needle was advanced to the left L4-5 foramen, contrast confirmed, dexamethasone 5 mg injected. At L5-S1 the foramen could not be entered because of the hardware and this level was abandoned.',
    'epidural-transforaminal L4-L5 left; fluoroscopy',
  ],
  [
    'abandoned interspace, next one used',
    'PROCEDURE: Lumbar interlaminar epidural steroid injection.\nDESCRIPTION: Under fluoroscopy an attempt was made at L4-5 without loss of resistance and was given up. The Tuohy needle was then placed at L3-4, loss of resistance was obtained, contrast spread from L2 to L5, and 80 mg of Depo-Medrol was injected.',
    'epidural-interlaminar L3-L4; fluoroscopy',
  ],
  [
    'only one side done',
    'INDICATION: Bilateral leg pain. Bilateral injections had been planned but the patient asked for the right side only.\nPROCEDURE: Under fluoroscopy the right L5-S1 foramen was entered with a 22G needle, contrast verified epidural flow, dexamethasone 10 mg given. Transforaminal approach.',
    'epidural-transforaminal L5-S1 right; fluoroscopy',
  ],
  [
    'no name at all',
    'Only the right side was injected today. Under fluoroscopy the right L5-S1 foramen was entered, contrast verified, dexamethasone 10 mg given. Needle out intact.',
    'epidural-transforaminal L5-S1 right; fluoroscopy',
  ],
  [
    'thoracic',
    'Procedure: T8-9 left transforaminal ESI\nPt prone. Fluoro. 25G to T8-9 foramen below the pedicle. Isovue: T8 nerve outlined. Dex 4 mg + 0.5 mL lido. CXR not needed.',
    'epidural-transforaminal T8-T9 left; fluoroscopy',
  ],
  [
    'blind lumbar epidural',
    'Procedure: lumbar epidural steroid injection L3-4. No fluoroscopy was used. Sitting. 18G Tuohy midline, loss of resistance to air at 5 cm. 80 mg Depo-Medrol with 4 mL saline injected.',
    'epidural-interlaminar L3-L4; none',
  ],
  [
    'spread to other levels',
    'PROCEDURE: C7-T1 interlaminar epidural steroid injection under fluoroscopy.\nNARRATIVE: Tuohy to C7-T1. Epidurogram: contrast in the epidural space from C5 to T2, no vascular uptake, outlining the left C6 and C7 roots. 80 mg methylprednisolone was injected.',
    'epidural-interlaminar C7-T1; fluoroscopy',
  ],
  [
    'selective root blocks of two',
    'PROCEDURES: 1. Selective nerve root block, left L4. 2. Selective nerve root block, left L5.\nUnder fluoroscopic guidance needles were advanced to the L4 and L5 roots. Contrast outlined each root. 0.5 mL of 2% lidocaine was injected at each. Concordant pain at L5.',
    'epidural-transforaminal L4 left, L5 left; fluoroscopy',
  ],
  [
    'disc and level words apart',
    'PROCEDURE: Right transforaminal epidural steroid injection, one level.\nDX: L5-S1 disc herniation with S1 radiculopathy.\nDESCRIPTION: Under fluoroscopy a 22 gauge needle was placed through the right S1 foramen. Contrast flowed along the S1 root. 40 mg of Kenalog was injected.',
    'epidural-transforaminal S1 right; fluoroscopy',
  ],
  [
    'slash forms',
    'B L4/5 & L5/S1 TFESI under fluoro: 22g x4, contrast ok x4, dex 2.5mg each. d/c home.',
    'epidural-transforaminal L4-L5 bilateral, L5-S1 bilateral; fluoroscopy',
  ],
  [
    'contradictory side in title only once',
    'PROCEDURE: Right L4 transforaminal epidural.\nDESCRIPTION: Under fluoroscopy the needle was advanced to the right L4-5 foramen. Contrast outlined the right L4 root. Kenalog 40 mg given. Left leg was not treated.',
    'epidural-transforaminal L4 right; fluoroscopy',
  ],
  [
    'second dictated paragraph repeats the level',
    "PROCEDURE PERFORMED: Fluoroscopically guided right L3-L4 transforaminal epidural steroid injection\nTECHNIQUE: The L3-L4 level was identified. The C-arm was obliqued to the right. A 22-gauge 5 inch needle was advanced toward the 6 o'clock position of the L3 pedicle. Contrast flowed medially. 12 mg of betamethasone was injected.\nIMPRESSION: Successful L3-L4 transforaminal injection.",
    'epidural-transforaminal L3-L4 right; fluoroscopy',
  ],
  [
    'clinic visit and procedure in one note',
    'HPI: 60-year-old with right leg pain. Tried PT.\nEXAM: SLR positive right.\nA/P: Lumbar radiculopathy. Discussed options including surgery and injection; she opts for injection today.\nPROCEDURE NOTE: Right L5-S1 transforaminal epidural steroid injection. Prone, prepped. Fluoroscopy. 22G needle into the right L5-S1 foramen, Omnipaque 1 mL good spread, dexamethasone 10 mg. Tolerated well.\nPLAN: RTC 3 weeks, consider L4-5 if no better.',
    'epidural-transforaminal L5-S1 right; fluoroscopy',
  ],
  [
    'plan mentions the next injection',
    'Procedure: L5-S1 ILESI #1\nFluoro, 20G Tuohy, LOR, Omnipaque, 40 mg Kenalog + 2 cc NS.\nPlan: repeat at L4-5 with left TFESI in 3 weeks if needed.',
    'epidural-interlaminar L5-S1; fluoroscopy',
  ],
  [
    'epidural with words for laterality',
    'Procedure: Interlaminar ESI at L5-S1, left paramedian\nUnder fluoro a Tuohy needle entered the epidural space at L5/S1 left of midline by LOR. Isovue spread to left S1 root and up to L3. Depo-Medrol 80.',
    'epidural-interlaminar L5-S1; fluoroscopy',
  ],
  [
    'cervical transforaminal',
    'OPERATION: Left C5-6 transforaminal epidural injection, fluoroscopic, live contrast with DSA.\nThe foramen was viewed in oblique projection. A 25-gauge needle was advanced to the posterior foramen at C5-6. Live contrast showed the C6 root without arterial uptake. 10 mg of dexamethasone was injected.',
    'epidural-transforaminal C5-C6 left; fluoroscopy',
  ],
  [
    'abbreviated fields',
    'Px: LESI IL L4/5. Img: fluoro. Ndl: 20g Touhy. Cont: Omni 2cc. Inj: 40mg Depo/2cc NS. Comp: 0.',
    'epidural-interlaminar L4-L5; fluoroscopy',
  ],
  [
    'needle order by nerve',
    'Today I performed a left-sided L3 and L4 transforaminal epidural steroid injection. The patient was prone; under fluoroscopic guidance needles were advanced under the L3 and L4 pedicles, contrast confirmed flow along the nerves and 5 mg of dexamethasone was placed at each.',
    'epidural-transforaminal L3 left, L4 left; fluoroscopy',
  ],
  [
    'a level into which nothing went',
    'PROCEDURE PLANNED: Left L4-5 and L5-S1 transforaminal epidural steroid injections under fluoroscopy.\nPROCEDURE: A needle was guided to the left L4-5 foramen, contrast outlined the root and Kenalog 40 mg was injected. Attention was given to the L5-S1 level. Bone was met with each pass. The needle was withdrawn and nothing was injected at L5-S1.',
    'epidural-transforaminal L4-L5 left; fluoroscopy',
  ],
  [
    'told by the cuts of a CT',
    'She was laid prone in the CT gantry and the T7-T8 interspace was chosen. A Tuohy needle was advanced with a CT acquisition after each move until there was loss of resistance. Isovue lay in the epidural fat. 10 mg of dexamethasone was injected into the epidural space.',
    'epidural-interlaminar T7-T8; ct',
  ],
  [
    'the tube is turned and the same is done',
    'Here for transforaminal epidural steroid injections at L4-5. We started on the left. Under fluoroscopy a 25-gauge needle was passed to the L4-5 foramen and 40 mg of Depo-Medrol was injected. The tube was then turned to the opposite side and the identical steps carried out there.',
    'epidural-transforaminal L4-L5 bilateral; fluoroscopy',
  ],
  [
    'named after the foramen of the nerve',
    'NAME OF OPERATION: Neuroforaminal steroid injection at L4/5, both sides, with C-arm.\nPROCEDURE: Prone. The foramen between L4 and L5 was marked on the right. A 22-gauge needle was taken down under the pedicle. Dye showed the L4 root. 40 mg of triamcinolone was deposited. The identical technique was employed for the left L4-5 foramen.',
    'epidural-transforaminal L4-L5 bilateral; fluoroscopy',
  ],
  [
    'a numbered list of names with needle, contrast and fluoroscopy',
    'PROCEDURES PERFORMED:\n1. Right L5-S1 transforaminal epidural steroid injection.\n2. Right S1 transforaminal epidural steroid injection.\n3. Fluoroscopic needle localization with contrast.\n\nTECHNIQUE: Prone. A 22-gauge needle was brought down to the foramen. A second needle was passed through the posterior S1 foramen. Contrast was given under live fluoroscopy. Each site received dexamethasone.',
    'epidural-transforaminal L5-S1 right, S1 right; fluoroscopy',
  ],
  [
    'what she came for, talked over at the last visit',
    'She returned to the office today for her caudal injection, which we had discussed at the last visit. There is no x-ray here and the landmarks were felt by hand. A 22-gauge needle was put through the hiatus with a pop. 80 mg of Depo-Medrol with saline was injected.',
    'epidural-caudal sacral-hiatus; none',
  ],
  [
    'imaging for the epidural, none for the muscles',
    'OPERATIONS:\n1. Translaminar epidural steroid block, L5-S1, fluoroscopically guided.\n2. Trigger point injections, left gluteus medius.\nPROCEDURE: Under fluoroscopic visualization a Tuohy needle was introduced between the laminae of L5 and S1 with loss of resistance. Kenalog 50 mg was deposited. Then 2 mL of bupivacaine was injected into the gluteus medius; no imaging was used for them.',
    'epidural-interlaminar L5-S1; fluoroscopy',
  ],
];

describe('notes of many hands', () => {
  it.each(NOTES)('%s', (_style, text, expected) =>
    expect(told(text).filter((one) => /^epidural/.test(one))).toEqual([expected]),
  );
});

describe('catheters', () => {
  const NEEDLE =
    'PROCEDURE: L2-3 epidural catheter.\nDESCRIPTION: Under fluoroscopy a Tuohy needle was placed at L2-3, loss of resistance. ';
  it.each([
    [
      'fixed in a sentence of its own',
      'A 19-gauge catheter was threaded 5 cm. It was fixed at the skin with a dressing.',
      true,
    ],
    [
      'an infusion is begun',
      'A catheter was passed. An infusion of ropivacaine 0.2% was begun at 6 mL per hour.',
      true,
    ],
    ['taken out', 'A catheter was threaded. Depo-Medrol 80 mg was given and the catheter was removed.', false],
    ['infusion of a vein only', 'An IV infusion of saline was started. Depo-Medrol 80 mg was injected.', undefined],
  ])('%s', (_, words, indwelling) => {
    const { procedures } = readProcedures(readNote({ id: 'note', text: NEEDLE + words }), testReader);
    expect(procedures[0]?.attributes['catheter.indwelling']).toBe(indwelling);
  });
});
