import { describe, expect, it } from 'vitest';
import { readNote } from '../text/read-note.ts';
import { agentsOf, findingsOf, testReader, told } from '../testing.ts';
import { readProcedures } from './read-procedures.ts';

/** Invented notes whose layout, not whose language, is unusual. */
const LAYOUTS: readonly (readonly [layout: string, text: string, expected: readonly string[]])[] = [
  [
    'transcript whose line ends became commas',
    'PREOPERATIVE DIAGNOSIS:,  Sciatica.,PROCEDURE PERFORMED:,  Left L4-L5 transforaminal epidural steroid injection.,ANESTHESIA:,  Local.,TECHNIQUE:,  He lay prone.  Under fluoroscopy a 22-gauge needle was advanced to the left L4-L5 foramen.  Omnipaque, 1 mL, outlined the root and 40 mg of Kenalog was injected.,PLAN:,  Two weeks.',
    ['epidural-transforaminal L4-L5 left; fluoroscopy'],
  ],
  [
    'a row for each nerve',
    'RF ABLATION LOG\nDx  Lumbar spondylosis\nRight L3/4 and L4/5 facet denervation.\n\nGenerator: any     Sedation: none\n\n| # | Side | Nerve | Target | Temp | Sec |\n| 1 | R | L2 MB | L3 SAP/TP | 80 | 90 |\n| 2 | R | L3 MB | L4 SAP/TP | 80 | 90 |\n| 3 | R | L4 MB | L5 SAP/TP | 80 | 90 |\n\nFluoroscopy in two planes. Lidocaine 2% 1 mL each.',
    ['facet-ablation L3-L4 right, L4-L5 right; fluoroscopy'],
  ],
  [
    'lesions in a list, title only a kind of paper',
    'Radiofrequency Ablation Record\nDx: Spondylosis     Side: LEFT\nTarget joints: L4-5, L5-S1\n\nElectrode 18G, 10 mm tip. Fluoroscopy.\n\nLesions, all 80 C / 90 s:\n - L3 MB at L4: motor clean\n - L4 MB at L5: motor clean\n - L5 DR at ala: cannula drawn back 2 mm',
    ['facet-ablation L4-L5 left, L5-S1 left; fluoroscopy'],
  ],
  [
    'procedure performed, and a log of needles',
    'PROCEDURE PERFORMED: Transforaminal Epidural Steroid Injections - L4 Bilateral, L3 Right\nINDICATION: Stenosis\nIMAGING: fluoroscopy\n\nNEEDLE LOG\nLevel  Side   Needle   Injectate\nL4     Right  22G 5 in  dexamethasone 3 mg + 1 mL saline\nL4     Left   22G 5 in  dexamethasone 3 mg + 1 mL saline\nL3     Right  22G 5 in  dexamethasone 3 mg + 1 mL saline\n\nCOMPLICATIONS: none',
    ['epidural-transforaminal L4 bilateral, L3 right; fluoroscopy'],
  ],
  [
    'two epidurals, each told under its part of the body',
    'PROCEDURES\n- C7-T1 interlaminar epidural steroid injection, fluoroscopic\n- Right L4 transforaminal epidural steroid injection, fluoroscopic\n\nNECK\n- Prone\n- Tuohy at C7-T1, loss of resistance\n- Omnipaque 1 mL, dexamethasone 8 mg injected\n\nBACK\n- 22G Quincke beneath right L4 pedicle\n- Omnipaque 1 mL, dexamethasone 6 mg injected',
    ['epidural-interlaminar C7-T1; fluoroscopy', 'epidural-transforaminal L4 right; fluoroscopy'],
  ],
  [
    'the other side on another day',
    'Radiofrequency Ablation, Lumbar Facet:\n Side: RIGHT\n Nerves: medial branches L3, L4 plus dorsal ramus L5\n Imaging: C-arm\n Cannulae: 20g x 3\n Lesion: 80 C, 75 sec each\n\nTreatment\n Notes: Left side done 9/14/2025, better there.',
    ['facet-ablation L4-L5 right, L5-S1 right; fluoroscopy'],
  ],
  [
    'macro whose choices bear a star',
    'PROCEDURE MACRO .ESI\nApproach: {interlaminar* | transforaminal | caudal}\nLevel: {L3-4 | L4-5* | L5-S1}\nGuidance: {fluoroscopy* | CT}\nContrast: {Omnipaque* | none}\nSedation: {none* | IV}\n\nProne. Under fluoroscopy a Tuohy needle was advanced at L4-5 with loss of resistance to {air/saline*}. 80 mg Depo-Medrol injected. Return {2 / 4*} wk.',
    ['epidural-interlaminar L4-L5; fluoroscopy'],
  ],
  [
    'headings in bold without a colon',
    '**Reason** Neck pain. Rotation is limited to about 50 degrees.\n\n**Procedure** Bilateral C5 and C6 medial branch blocks, diagnostic.\n\n**What was done** Prone. 25-gauge needles were dropped onto the C5 and C6 pillars under fluoroscopy. Bupivacaine 0.3 mL per nerve.\n\n**Plan** Diary.',
    ['facet-injection C5-C6 bilateral; fluoroscopy'],
  ],
  [
    'title that names a place only',
    'PROCEDURE: Sacral injection.\n\nSTEPS:\n1. Prone. Lower back cleaned.\n2. Fluoroscopy showed the sacral hiatus.\n3. A 22-gauge needle was pushed through the sacrococcygeal ligament.\n4. Omnipaque 3 mL was given.\n5. Kenalog 60 mg with saline was given.',
    ['epidural-caudal sacral-hiatus; fluoroscopy'],
  ],
  [
    'places in a list, the name of the procedure elsewhere',
    'Presenting for: TRANSFORAMINAL ESI\n\nPROCEDURE NOTE\nLevels and sides:\n - Right L4 root (L4-L5 foramen)\n - Left L4 root (L4-L5 foramen)\n - Left L5 root (L5-S1 foramen)\n\nProne. Fluoroscope turned for each. Three needles were placed under the pedicles. Iohexol. Kenalog 30 mg was divided.',
    ['epidural-transforaminal L4-L5 bilateral, L5-S1 left; fluoroscopy'],
  ],
  [
    'an order for both sides, one done',
    'Transforaminal Epidural Steroid Injection\nOrder: TFESI L4-5 bilateral (placed last week).\nToday: Patient asks for the right only. Left side NOT done.\nGuidance: C-arm.\nTechnique: Prone. Quincke 22 ga to the right L4-5 foramen. Omnipaque 1 mL. Kenalog 40 mg was injected.',
    ['epidural-transforaminal L4-L5 right; fluoroscopy'],
  ],
  [
    'table of two columns and one of three',
    '| Field | Value |\n|---|---|\n| Procedure | Transforaminal epidural steroid injection |\n| Level | L5-S1 |\n| Laterality | Bilateral |\n| Guidance | Fluoroscopy |\n| Consent | signed |\n\n| Step | Right | Left |\n|---|---|---|\n| Needle | 22g | 22g |\n| Contrast | Omnipaque 1 mL | Omnipaque 1 mL |\n| Injectate | dexamethasone 5 mg | dexamethasone 5 mg |\n\nOutcome: pain 6 to 2. Discharged home with a neighbour.',
    ['epidural-transforaminal L5-S1 bilateral; fluoroscopy'],
  ],
  [
    'dots between label and value',
    'Procedure ......... Medial branch block, lumbar\nSide .............. Left\nNerves ............ L3, L4 medial branches and L5 dorsal ramus\nGuidance .......... fluoroscopy\nPosition / prep ... prone / ChloraPrep\nNeedles ........... 25g x 3\nAnesthetic ........ bupivacaine 0.5% 0.5 mL x 3\nComplications ..... none',
    ['facet-injection L4-L5 left, L5-S1 left; fluoroscopy'],
  ],
  [
    'what was done today, behind the letter of the plan',
    'S: Here for the burn. Two blocks helped.\nO: Strength full.\nA: Spondylosis.\nP (done today): Rt C4 + C5 medial branch RF ablation. Prone, prepped. C-arm lateral: pillars. 22 g cannula to each pillar. Motor 2 Hz neg. 2% lidocaine 0.5 mL each. 85 C 90 sec.',
    ['facet-ablation C4-C5 right; fluoroscopy'],
  ],
  [
    'one word beside a ticked box',
    'PROC: [ ]LUMBAR IL  [X]CAUDAL  [ ]TFESI\nPOSITION: [X]prone  PREP: [X]chlorhex\nIMAGING: [X]C-arm  [ ]none\nNEEDLE: [X]spinal  gauge 22\nENTRY: [X]sacral hiatus\nSTEROID: [X]Kenalog  dose 80 mg\nTOLERATED: [X]well',
    ['epidural-caudal sacral-hiatus; fluoroscopy'],
  ],
  [
    'telegrams below a history',
    'Proc: L C4, C5 mb RFA\nDx: neck pain\nHx: MBB 3/1 (90%), 4/2 (85%).\nConsent ok.\nPos prone. CHG prep.\nC-arm AP / lat.\n18g cannulas at C4 and C5 pillars.\nMotor neg 1.5V. Lidocaine 2% 1 cc each.\n80C/90s each.\nHome w/ spouse.',
    ['facet-ablation C4-C5 left; fluoroscopy'],
  ],
  [
    'heat named alone in the title',
    'RADIOFREQUENCY NEUROLYSIS\n\nThe patient was prone and prepped. Under fluoroscopy 20-gauge cannulas were placed at the right L3 and L4 medial branches and the right L5 dorsal ramus. Each was heated to 85 degrees for 90 seconds.',
    ['facet-ablation L4-L5 right, L5-S1 right; fluoroscopy'],
  ],
  [
    'what an earlier block brought',
    'PROCEDURE: Left L2-L3 transforaminal epidural injection.\nREASON: Groin pain. Ilioinguinal block gave nothing.\nDETAILS: Under fluoroscopy a 25-gauge needle was placed at the left L2-L3 foramen. Omnipaque 1 mL. Dexamethasone 10 mg was injected.',
    ['epidural-transforaminal L2-L3 left; fluoroscopy'],
  ],
  [
    'log with a line for each day',
    'INJECTION SHEET\nDate of service: 10/21\n\n02/11  R L5 TFESI, fluoro, 22g, Omnipaque 1 cc, dex 10 mg.\n\n10/21  CAUDAL EPIDURAL.  Consent renewed.  Prone, prepped.  Fluoro: 22g needle through the sacral hiatus.  Omnipaque 3 cc.  Kenalog 80 mg injected.  No problem.',
    ['epidural-caudal sacral-hiatus; fluoroscopy'],
  ],
  [
    'staff writing by the clock',
    '0805 RN: Arrived. Allergies: penicillin. Driver: husband.\n0831 RN: in room, prone.\n0834-0846 MD: Prep, drape. Fluoro AP then lateral. 20g Tuohy into L5-S1 interspace, loss of resistance at 6 cm. Depo-Medrol 80 mg + NS 4 cc injected into the epidural space. Needle out.\n0905 RN: no rash. Pain 3/10.',
    ['epidural-interlaminar L5-S1; fluoroscopy'],
  ],
  [
    'summary above, technique below short fields',
    'PROCEDURE SUMMARY\n-----------------\n1) RFA right L4-5 and L5-S1 facets (L3 MB, L4 MB, L5 DR)\n\nSedation: none\n\n1) RFA\n   Prone, ChloraPrep\n   18G cannulas to L4 and L5 SAP-TP junctions and sacral ala, R\n   AP and lateral fluoroscopy\n   Lido 2%, 3 mL\n   80 C / 90 s / 1 lesion each',
    ['facet-ablation L4-L5 right, L5-S1 right; fluoroscopy'],
  ],
  [
    'degrees in words',
    'This is Mr. Nobody, right thoracic radiofrequency. He was laid prone. Under AP fluoroscopy I went for the right T6, T7 and T8 medial branches. I used the eighteen gauge cannulas. One cc of two percent lidocaine in each, and did eighty degrees ninety seconds at each.',
    ['facet-ablation T7-T8 right, T8-T9 right; fluoroscopy'],
  ],
  [
    'blocks of other days with what they brought',
    'R C2-3 RFA. TON + C3 blocks 3/3 (100%, 2 h) and 3/24 (100%, 6 h).\n\nProne. CHG. AP + lat fluoro. 18g cannulas.\nTON: three placements across C2-3 joint line.\nC3: waist of pillar.\nMotor nil to 1.2 V. Lidocaine 2% 1 cc each.\n80 deg x 90 s each.',
    ['facet-ablation C2-C3 right; fluoroscopy'],
  ],
  [
    'boxes behind labels',
    'SPINE INJECTION RECORD\nRegion   [x] Cervical   [ ] Lumbar   [ ] Caudal\nType     [x] Interlaminar   [ ] Transforaminal   [ ] MBB\nLevel    C6-7\n\nTechnique\n Prep     [x] Chlorhexidine\n Imaging  [x] Fluoroscopy   [ ] CT\n Needle   [x] 20  Tuohy\n Endpoint [x] LOR saline\n Drug     [x] betamethasone 9 mg   [ ] triamcinolone\n\nResult\n Pain pre/post  8 / 4',
    ['epidural-interlaminar C6-C7; fluoroscopy'],
  ],
  [
    'letter that went ahead',
    'Dear Dr. Sample,\n\nI saw your patient this morning. We had agreed at his consultation on a left L2-3 transforaminal injection, and I went ahead with that today. He lay prone, and I used the C-arm to bring a 22 gauge needle to just below the L2 pedicle. Omnipaque tracked out along the nerve. I left 40 mg of methylprednisolone there.\n\nRegards',
    ['epidural-transforaminal L2-L3 left; fluoroscopy'],
  ],
  [
    'field with one letter',
    'Lumbar MBB\nBlock no: 1 (diagnostic)   Side: R\nJoint: L4-5 only   Branches: L3 and L4\nPosition: prone, prepped\nC-arm: AP, oblique\nNeedles: 25 G x 3.5 in, two\nDrug: lidocaine 2% 0.3 mL each\nComplications: none',
    ['facet-injection L4-L5 right; fluoroscopy'],
  ],
  [
    'an injection of another month beside the block',
    'L L1, L2, L3 MBB - dx #1 (L2-3, L3-4 fcts)\n\n68F. Upper lumbar pain. TFESI L3 w/ Dr K in Mar - zip.\n\nProne, CHG. C-arm L obl. SAP/TP junction L2, L3, L4. 25g 3.5 x3. Lido 2% 0.5 each. Out.',
    ['facet-injection L2-L3 left, L3-L4 left; fluoroscopy'],
  ],
  [
    'ticked letter of the position, which is no side',
    'MEDIAL BRANCH BLOCK C4, C5, C6\n\nPOSITION  [ ] prone  [x] L lateral decub\nPREP      [x] CHG\nFLUORO    [x] true lateral\n\nNEEDLE    25G 1.5", 3 passes\nLA        bupivacaine 0.5%   0.3 mL each\nADVERSE   [x] none',
    ['facet-injection C4-C5, C5-C6; fluoroscopy'],
  ],
];

describe('notes in unusual layouts', () => {
  it.each(LAYOUTS)('%s', (_layout, text, expected) => expect(told(text)).toEqual(expected));
  it.each(LAYOUTS)('quotes of %s stand in the text as given', (_layout, text) => {
    const { procedures } = readProcedures(readNote({ id: 'note', text }), testReader);
    for (const { evidence, targets } of procedures)
      for (const one of [...evidence, ...targets.flatMap((target) => target.evidence)])
        if (one.source === 'note') expect(text.slice(one.start, one.end)).toBe(one.quote);
  });
});

describe('a narrative that did something else than its title', () => {
  it('made lesions under the title of a block', () => {
    const text =
      'PROCEDURE: Cervical medial branch block, left C5 and C6.\nDESCRIPTION: Prone, prepped. Under fluoroscopy a 20-gauge radiofrequency cannula was advanced onto the pillars of C5 and C6. A lesion was made at 80 degrees C for 90 seconds for each of the C5 and C6 medial branches.';
    expect(told(text)).toEqual(['facet-ablation C5-C6 left; fluoroscopy']);
    expect(findingsOf(text)).toContain('note/title-body-approach');
  });
  it('went between the laminae under the title of a foramen', () => {
    const text =
      'PROCEDURE: Right L5-S1 transforaminal epidural steroid injection.\nDESCRIPTION: Prone, prepped. Under fluoroscopy the right L5-S1 foramen was hidden, and I elected to go between the laminae instead; no foraminal needle was placed. A Tuohy needle was advanced at L5-S1 to loss of resistance. 40 mg of Kenalog was injected.';
    expect(told(text)).toEqual(['epidural-interlaminar L5-S1; fluoroscopy']);
    expect(findingsOf(text)).toContain('note/title-body-approach');
  });
  it('left one of two joints alone', () => {
    const text =
      'PROCEDURES:\n1. Right L5-S1 facet joint injection.\n2. Right L4-L5 facet joint injection, attempted.\nDESCRIPTION: Prone. Under fluoroscopy a 22-gauge needle was placed into the right L5-S1 facet joint and 20 mg of Kenalog was injected. The right L4-L5 joint was bridged by bone; no contrast, steroid or anesthetic was delivered at L4-L5.';
    expect(told(text)).toEqual(['facet-injection L5-S1 right; fluoroscopy']);
  });
});

it('a paper that describes a procedure is told to be no record of one', () => {
  const text =
    'DISCHARGE SUMMARY\nHospital course: the pain physician performed an L3-4 interlaminar epidural. A Tuohy needle was placed under fluoroscopy and 80 mg of methylprednisolone was injected.\nDischarge medications: none new.';
  expect(told(text)).toEqual([]);
  expect(findingsOf(text)).toEqual(['note/not-a-record']);
});

describe('amounts', () => {
  const rfa = (each: string) =>
    `PROCEDURE: Bilateral L4-L5 radiofrequency ablation.\nDESCRIPTION: Under fluoroscopy cannulas were placed at both L3 and L4 medial branches. Lesions were made at 80 degrees for 90 seconds. ${each}`;
  it.each([
    // Four nerves, one of eight millilitres each.
    ['1 mL of a mixture of bupivacaine with 8 mg dexamethasone in 8 mL was left at each nerve.', 4],
    ['2 mg of dexamethasone was injected at each nerve.', 8],
    ['1 mL of a mixture of bupivacaine and 8 mg dexamethasone was left at each nerve.', undefined],
  ])('%s', (each, milligrams) =>
    expect(agentsOf(rfa(each)).find((one) => one.startsWith('dexamethasone'))).toBe(
      `dexamethasone-sodium-phosphate ${milligrams ?? '?'} mg`,
    ),
  );
  it('dissolved in saline are those of the drug', () => {
    const text =
      'PROCEDURE: L5-S1 interlaminar epidural steroid injection.\nDESCRIPTION: Under fluoroscopy a Tuohy needle was advanced at L5-S1. I then administered triamcinolone 60 mg in 4 mL of normal saline.';
    expect(agentsOf(text).find((one) => one.startsWith('triamcinolone'))).toContain('60 mg');
  });
});
