import { describe, expect, it } from 'vitest';
import { readNote } from '../text/read-note.ts';
import { testReader, told } from '../testing.ts';
import { readProcedures } from './read-procedures.ts';

/** Invented notes in the styles of real practices; no patient is real. */
const EPIDURAL: readonly (readonly [style: string, text: string, expected: readonly string[]])[] = [
  [
    'telegram',
    'R L4/5 TFESI w/ fluoro, 1cc dex 10mg + 1cc 1% lido',
    ['epidural-transforaminal L4-L5 right; fluoroscopy'],
  ],
  [
    'telegram of two roots',
    'Proc: L L5 + S1 TFESI, fluoro, Omni 1cc each, dex 10 mg total. Tol well.',
    ['epidural-transforaminal L5 left, S1 left; fluoroscopy'],
  ],
  [
    'numbered operative report',
    'OPERATION:\n1. Right L4-5 transforaminal epidural steroid injection.\n2. Right L5-S1 transforaminal epidural steroid injection.\n3. Fluoroscopic guidance.\n\nTECHNIQUE: The patient was placed prone. A 22 gauge needle was advanced to each foramen under fluoroscopy. Contrast spread along the roots. 40 mg of Kenalog was injected.',
    ['epidural-transforaminal L4-L5 right, L5-S1 right; fluoroscopy'],
  ],
  [
    'dictation without headings',
    'This is a 60-year-old woman here for a lumbar epidural. After consent she was placed prone and prepped. A Tuohy needle was advanced at the L3-4 interspace with loss of resistance to saline under C-arm. Two cc of Omnipaque showed epidural flow. 80 mg of Depo-Medrol was injected. She tolerated the procedure well.',
    ['epidural-interlaminar L3-L4; fluoroscopy'],
  ],
  [
    'template with side and level on lines',
    'Procedure Performed: Transforaminal Epidural Steroid Injection\nLevel(s): L5\nLaterality: Left\nImage guidance: Fluoroscopy\n\nDescription of Procedure:\nThe patient was positioned prone. Needle was placed. Contrast injected. Dexamethasone 10 mg injected.',
    ['epidural-transforaminal L5 left; fluoroscopy'],
  ],
  [
    'caudal with catheter taken out',
    'PROCEDURE PERFORMED: Caudal epidural steroid injection with catheter, fluoroscopically guided.\nDESCRIPTION: An 18-gauge needle was passed through the sacral hiatus. A catheter was threaded to L5-S1. Omnipaque spread was seen. 80 mg of methylprednisolone was injected and the catheter was removed.',
    ['epidural-caudal sacral-hiatus; fluoroscopy'],
  ],
  [
    'selective root block',
    'PROCEDURE: Selective nerve root block, right S1.\nDETAILS: Under fluoroscopic guidance a 22-gauge needle was placed through the right S1 foramen. 1 mL of 2% lidocaine was injected.',
    ['epidural-transforaminal S1 right; fluoroscopy'],
  ],
  [
    'both sides at different levels',
    'Procedures: Left L4 and right L5 transforaminal epidural steroid injections under fluoroscopy\nNarrative: Needles were advanced to the foramina. 5 mg of dexamethasone was injected at each level.',
    ['epidural-transforaminal L4 left, L5 right; fluoroscopy'],
  ],
  [
    'cervical with CT',
    'TITLE OF PROCEDURE: CT-guided C6-7 interlaminar epidural injection\nPROCEDURE IN DETAIL: Under CT guidance a needle was advanced into the epidural space at C6-7. 10 mg of dexamethasone was injected.',
    ['epidural-interlaminar C6-C7; ct'],
  ],
  [
    'bilateral by repetition',
    'PROCEDURE: L5-S1 transforaminal epidural injection.\nDESCRIPTION OF PROCEDURE: Under fluoroscopy a needle was directed to the right L5-S1 foramen. 40 mg of Kenalog was injected. The same procedure was then repeated on the left.',
    ['epidural-transforaminal L5-S1 bilateral; fluoroscopy'],
  ],
  [
    'history and plan around one injection',
    'INDICATIONS: She had an L4-5 epidural steroid injection last year with 70% relief.\nPROCEDURE: L5-S1 interlaminar epidural steroid injection.\nDESCRIPTION: Under fluoroscopy a Tuohy needle was advanced at L5-S1. Celestone 12 mg was injected.\nPLAN: If no better we will consider an L4-5 transforaminal injection.',
    ['epidural-interlaminar L5-S1; fluoroscopy'],
  ],
  [
    'thoracic paramedian',
    'Procedure: T7-8 thoracic epidural steroid injection, left paramedian approach\nThe patient was brought to the procedure room and placed prone. Fluoroscopy was used to identify the T7-8 interspace and a Tuohy needle was advanced by loss of resistance. Betamethasone 12 mg was injected.',
    ['epidural-interlaminar T7-T8; fluoroscopy'],
  ],
  [
    'level left blank',
    'PROCEDURE: Lumbar interlaminar epidural steroid injection at L__-__ under fluoroscopy.\nDESCRIPTION: A Tuohy needle was advanced at the *** interspace and 80 mg of Depo-Medrol was injected.',
    ['epidural-interlaminar ?lumbar; fluoroscopy'],
  ],
  [
    'inline headings',
    'PREOPERATIVE DIAGNOSIS: Lumbar radiculopathy. POSTOPERATIVE DIAGNOSIS: Same. PROCEDURE: Left S1 transforaminal epidural steroid injection. ANESTHESIA: Local. COMPLICATIONS: None. DESCRIPTION OF PROCEDURE: The patient was taken to the fluoroscopy suite and placed prone. Under fluoroscopy a spinal needle was advanced through the left S1 foramen. After negative aspiration 2 mL of Kenalog-40 was injected.',
    ['epidural-transforaminal S1 left; fluoroscopy'],
  ],
  [
    'two routes on one day',
    'PROCEDURES:\n1. Caudal epidural steroid injection\n2. Left L4 selective nerve root block\nTECHNIQUE: With fluoroscopy a needle was passed through the sacral hiatus and 40 mg of Kenalog injected. A second needle was advanced to the left L4 nerve root and 1 mL of lidocaine injected.',
    ['epidural-caudal sacral-hiatus; fluoroscopy', 'epidural-transforaminal L4 left; fluoroscopy'],
  ],
  [
    'Windows line ends and tabs',
    'PROCEDURE:\tRight L3-4 TFESI\r\nGUIDANCE:\tFluoroscopy\r\n\r\nDESCRIPTION:\tNeedle advanced to the right L3-4 foramen.\tDexamethasone 10 mg injected.\r\n',
    ['epidural-transforaminal L3-L4 right; fluoroscopy'],
  ],
  [
    'ultrasound',
    'PROCEDURE: Ultrasound-guided caudal epidural injection.\nDESCRIPTION: Under ultrasound guidance a needle was passed through the sacral hiatus. 80 mg of Depo-Medrol was injected.',
    ['epidural-caudal sacral-hiatus; ultrasound'],
  ],
  [
    'intralaminar misspelt',
    'Procedure: L4-L5 intralaminar epidural injection under fluroscopy.\nProcedure details: Needle was inserted. Loss of resistance. Kenalog 40 mg was injected.',
    ['epidural-interlaminar L4-L5; fluoroscopy'],
  ],
  [
    'body only, transforaminal',
    'PROCEDURE NOTE: The patient was placed prone. With fluoroscopic guidance a 22-gauge needle was advanced to the left L5 neural foramen. Contrast outlined the left L5 nerve root and the epidural space. Then 10 mg of dexamethasone with 1 mL of 1% lidocaine was injected.',
    ['epidural-transforaminal L5 left; fluoroscopy'],
  ],
  [
    'repeat injection in the title',
    'PROCEDURE: Repeat lumbar epidural steroid injection #2, L4-5.\nPROCEDURE DETAIL: A Tuohy needle was placed in the L4-5 epidural space using loss of resistance under fluoroscopy. 80 mg Depo-Medrol was injected.',
    ['epidural-interlaminar L4-L5; fluoroscopy'],
  ],
];

const FACET: readonly (readonly [style: string, text: string, expected: readonly string[]])[] = [
  [
    'nerves by names',
    'Procedure: Left L3, L4 medial branch and L5 dorsal ramus blocks\nTechnique: Under fluoroscopy needles were placed and 0.5 mL of 0.5% bupivacaine was injected at each nerve.',
    ['facet-injection L4-L5 left, L5-S1 left; fluoroscopy'],
  ],
  [
    'telegram',
    'B/L L3,4,5 MBB #1, fluoro, 0.5cc 0.5% marcaine ea.',
    ['facet-injection L4-L5 bilateral, L5-S1 bilateral; fluoroscopy'],
  ],
  [
    'joints by compact numbers',
    'PROCEDURE: Right facet injections L34, L45\nDESCRIPTION: Under C-arm a needle was placed into each facet joint and 20 mg of Kenalog injected.',
    ['facet-injection L3-L4 right, L4-L5 right; fluoroscopy'],
  ],
  [
    'range of cervical nerves',
    'PROCEDURE: Right C4 through C6 medial branch blocks under fluoroscopy\nDETAILS: A needle was advanced to each articular pillar. 0.5 mL of lidocaine was injected.',
    ['facet-injection C4-C5 right, C5-C6 right; fluoroscopy'],
  ],
  [
    'rhizotomy of the joints',
    'OPERATION: Left lumbar facet rhizotomy L4-5 and L5-S1.\nDESCRIPTION: Under fluoroscopy RF needles were placed. Lesions were made at 80 degrees for 90 seconds.',
    ['facet-ablation L4-L5 left, L5-S1 left; fluoroscopy'],
  ],
  [
    'ablation of nerves, both sides',
    'Procedure: Bilateral radiofrequency ablation of the C5, C6 medial branch nerves\nNarrative: Cannulas were positioned with fluoroscopy. Each nerve was lesioned at 80 C for 60 seconds.',
    ['facet-ablation C5-C6 bilateral; fluoroscopy'],
  ],
  [
    'third occipital nerve',
    'PROCEDURE: Left TON and C3 medial branch block\nTECHNIQUE: Fluoroscopic guidance. Needles placed, 0.5 mL of bupivacaine injected at each.',
    ['facet-injection C2-C3 left; fluoroscopy'],
  ],
  [
    'sides in the narrative only',
    'PROCEDURE: Lumbar facet joint injections, L4-5, L5-S1.\nDESCRIPTION: Under fluoroscopy a needle was advanced into the left L4-5 facet joint and then the left L5-S1 facet joint. 40 mg of Depo-Medrol was injected.',
    ['facet-injection L4-L5 left, L5-S1 left; fluoroscopy'],
  ],
  [
    'different levels by side',
    'PROCEDURE: Facet joint injections: left L4-5 and right L5-S1.\nDESCRIPTION: Under fluoroscopy needles were placed into the joints, and 20 mg of triamcinolone was injected into each joint.',
    ['facet-injection L4-L5 left, L5-S1 right; fluoroscopy'],
  ],
  [
    'thoracic nerves',
    'Procedure performed: Right T8, T9, T10 medial branch blocks under fluoroscopy.\nProcedure in detail: Needles were advanced. 1 mL of bupivacaine was injected at each level.',
    ['facet-injection T9-T10 right, T10-T11 right; fluoroscopy'],
  ],
  [
    'diagnostic block told in the past of one visit',
    'The patient presents for diagnostic medial branch blocks. Bilateral L4-5 and L5-S1 facet medial branch blocks were performed under fluoroscopic guidance. The needle was advanced to each target and 0.5 mL of 2% lidocaine was injected.',
    ['facet-injection L4-L5 bilateral, L5-S1 bilateral; fluoroscopy'],
  ],
  [
    'pulsed',
    'PROCEDURE: Pulsed radiofrequency of right L4-5 medial branches.\nDESCRIPTION: Under fluoroscopy a cannula was placed. Pulsed RF was applied at 42 degrees for 120 seconds.',
    ['facet-ablation L4-L5 right; fluoroscopy'],
  ],
  [
    'cyst rupture',
    'PROCEDURE: Right L4-5 facet synovial cyst rupture under fluoroscopy.\nDESCRIPTION: A needle was advanced into the right L4-5 facet joint. Saline was injected until the cyst ruptured.',
    ['facet-cyst-rupture L4-L5 right; fluoroscopy'],
  ],
  [
    'facet beside epidural',
    'PROCEDURE:\n1. L4-5 interlaminar epidural steroid injection.\n2. Bilateral L5-S1 facet joint injections.\nTECHNIQUE: Fluoroscopy was used. A Tuohy needle entered the epidural space at L4-5 and 80 mg of Depo-Medrol was injected. Then needles were placed into both L5-S1 facet joints and 20 mg of Kenalog injected into each.',
    ['epidural-interlaminar L4-L5; fluoroscopy', 'facet-injection L5-S1 bilateral; fluoroscopy'],
  ],
  [
    'denervation with cervical joints',
    'Title: Left C3-4, C4-5, C5-6 cervical facet denervation.\nProcedure: With the patient prone, fluoroscopy was used. RF electrodes were placed at the medial branches. Lesions at 80 degrees C for 90 sec were made.',
    ['facet-ablation C3-C4 left, C4-C5 left, C5-C6 left; fluoroscopy'],
  ],
  [
    'joint that names its nerve',
    'PROCEDURE: Right C2-3 (third occipital nerve), C3, C4 RFA under fluoroscopy.\nLesions at 85 degrees for 90 seconds were made at the TON, C3 and C4 medial branches.',
    ['facet-ablation C2-C3 right, C3-C4 right; fluoroscopy'],
  ],
  [
    'doses without a needle',
    'PROCEDURE: Right L4-5, L5-S1 facet joint injections.\nINDICATION: On 01/05/2025 she had left-sided facet injections with relief.\nDESCRIPTION: Under fluoroscopy right L4-5 and L5-S1 facet joints were entered. 0.5 mL of 0.5% bupivacaine with 20 mg Depo-Medrol in each.',
    ['facet-injection L4-L5 right, L5-S1 right; fluoroscopy'],
  ],
  [
    'body only',
    'The patient was placed prone and prepped. Under fluoroscopic guidance a 25-gauge needle was advanced into the right L4-5 and L5-S1 facet joints. 20 mg of Kenalog with 0.5 mL of bupivacaine was injected into each joint.',
    ['facet-injection L4-L5 right, L5-S1 right; fluoroscopy'],
  ],
];

const NOTHING: readonly (readonly [what: string, text: string])[] = [
  ['planned', 'PLAN: We will schedule a left L4-5 transforaminal epidural steroid injection under fluoroscopy.'],
  [
    'recommended',
    'IMPRESSION: Lumbar radiculopathy. I recommend an L5-S1 ESI. She is a candidate for medial branch blocks.',
  ],
  [
    'history',
    'HISTORY: She had L4-5 epidural steroid injections in 2008 with good relief. Examination: tender over the facets.',
  ],
  [
    'history without headings',
    'Ms. Nobody returns. Her last L4-5 TFESI with 10 mg dexamethasone was done three months ago and gave 80% relief. Facet loading is positive.',
  ],
  [
    'labor',
    'PROCEDURE: Labor epidural. A Tuohy needle was advanced at L3-4 by loss of resistance. A catheter was threaded for labor analgesia.',
  ],
  [
    'surgery',
    'PROCEDURE: L4-5 laminectomy and facetectomy. Under general anesthesia an incision was made. The fascia was opened and retractors placed. 40 mg of Depo-Medrol was placed in the epidural space. The wound was closed with Vicryl. Estimated blood loss 50 mL.',
  ],
  [
    'imaging',
    'CT LUMBAR SPINE: Facet arthropathy at L4-5. Epidural lipomatosis. L5-S1 disc bulge with foraminal stenosis.',
  ],
  [
    'postoperative epidural catheter',
    'HOSPITAL COURSE: An epidural catheter was placed for postoperative pain and removed on day two.',
  ],
  ['epidural abscess', 'PROCEDURE: Drainage of epidural abscess. An incision was made and pus evacuated.'],
  [
    'blood patch',
    'PROCEDURE: Epidural blood patch.\nA Tuohy needle was advanced into the epidural space by loss of resistance and 15 mL of autologous blood was injected.',
  ],
  ['refused', 'The patient declined the epidural steroid injection today. No injection was performed.'],
  [
    'options',
    'We discussed options including facet injections, L4-5 ESI and radiofrequency ablation. She would like to proceed with therapy.',
  ],
  [
    'consent text',
    'CONSENT: Risks of epidural steroid injection including bleeding, infection and nerve injury were explained.',
  ],
  [
    'abandoned',
    'PROCEDURE: Attempted L5-S1 interlaminar epidural steroid injection, aborted.\nDESCRIPTION: A Tuohy needle was advanced but the space could not be entered and the procedure was abandoned. No medication was injected.',
  ],
  [
    'sacroiliac ablation',
    'PROCEDURE: Right L5, S1, S2 and S3 radiofrequency ablation.\nINDICATION: Sacroiliac joint pain.\nDETAILS: Under fluoroscopy cannulas were placed at the lateral branches and lesions made at 80 degrees.',
  ],
  [
    'stimulator',
    'PROCEDURE: Spinal cord stimulator trial.\nA Tuohy needle was advanced into the epidural space at L1-2 with loss of resistance and a lead was threaded to T8.',
  ],
  [
    'Spanish',
    'PROCEDIMIENTO: Inyección epidural de esteroides L4-L5. El paciente fue colocado en decúbito prono. Se inyectaron 80 mg de metilprednisolona.',
  ],
  ['binary', '\u0000\u0001\u0002PK\u0003\u0004\uFFFD\uFFFDL4-5\u0000epi\uFFFD'],
  ['empty', ''],
  ['headache', 'The patient had a labor epidural two days ago and now has a positional headache.'],
  [
    'authorization request',
    'Request authorization for bilateral L4-5, L5-S1 facet medial branch blocks under fluoroscopy.',
  ],
];

describe('notes in the styles of practices', () => {
  it.each(EPIDURAL)('epidural: %s', (_style, text, expected) => expect(told(text)).toEqual(expected));
  it.each(FACET)('facet: %s', (_style, text, expected) => expect(told(text)).toEqual(expected));
  const mine = /^(?:epidural-(?:interlaminar|caudal|transforaminal)|facet-)/;
  it.each(NOTHING)('neither epidural nor facet: %s', (_what, text) =>
    expect(told(text).filter((one) => mine.test(one))).toEqual([]),
  );
});

describe('evidence', () => {
  it.each([...EPIDURAL, ...FACET])('of %s is quoted as it stands', (_style, text) => {
    const { procedures, findings } = readProcedures(readNote({ id: 'note', text }), testReader);
    const all = [
      ...procedures.flatMap((one) => [
        ...one.evidence,
        ...one.guidance.evidence,
        ...one.targets.flatMap((target) => target.evidence),
        ...one.agents.flatMap((agent) => agent.evidence),
        ...Object.values(one.attributeEvidence ?? {}).flat(),
      ]),
      ...findings.flatMap((finding) => finding.evidence),
    ];
    expect(all.length).toBeGreaterThan(2);
    for (const one of all) if (one.source === 'note') expect(text.slice(one.start, one.end)).toBe(one.quote);
  });
});
