import { describe, expect, it } from 'vitest';
import { told } from '../../testing.ts';

/** Invented notes of many hands, each with what was done by the words of the note; no patient is real. */
const NOTES: readonly (readonly [style: string, text: string, expected: string])[] = [
  [
    'terse with abbreviations of nerves',
    'DATE: 01/12/2026. Lumbar facet MBB #2. R L4/5 + L5/S1 facets (L3, L4 MB, L5 DR). Fluoro. 0.5cc 2% lido per nerve. Pre 7 post 1.',
    'facet-injection L4-L5 right, L5-S1 right; fluoroscopy',
  ],
  [
    'pulsed, one line',
    'Procedure: Pulsed radiofrequency of the right L4 and L5 medial branches at 42 degrees C for 120 seconds under fluoroscopy.',
    'facet-ablation L5-S1 right; fluoroscopy',
  ],
  [
    'cooled, telegraphic',
    'Cooled radiofrequency ablation of the left L3, L4 medial branches and L5 dorsal ramus. Fluoroscopic guidance; 60 degrees set temperature, 150 seconds each.',
    'facet-ablation L4-L5 left, L5-S1 left; fluoroscopy',
  ],
  [
    'joints, telegraphic',
    'PROCEDURE: Right C2-3 and C3-4 facet joint injections. Lateral approach, fluoroscopy. Needles into the joints, 0.2 ml Omnipaque, then 0.5 ml bupivacaine with 10 mg Kenalog each.',
    'facet-injection C2-C3 right, C3-C4 right; fluoroscopy',
  ],
  [
    'same done on the left',
    'PROCEDURE: Lumbar medial branch blocks. Under fluoroscopy needles were placed for the L3 and L4 medial branches and the L5 dorsal ramus on the right. 0.5 mL of bupivacaine was injected at each nerve. The same was done on the left.',
    'facet-injection L4-L5 bilateral, L5-S1 bilateral; fluoroscopy',
  ],
  [
    'EMR template with empty fields',
    'Procedure: Medial Branch Block\nRegion: Lumbar\nNerves: L2, L3, L4, L5\nSide: Left\nImaging: Fluoroscopy\nNeedle: 25G 3.5 in\nAnesthetic: 2% lidocaine 0.5 mL per nerve\nSteroid: ______\nSedation: none\nPre-procedure pain: __/10  Post: __/10',
    'facet-injection L3-L4 left, L4-L5 left, L5-S1 left; fluoroscopy',
  ],
  [
    'checkboxes',
    'FACET PROCEDURE NOTE\n[ ] Intra-articular [X] Medial branch block [ ] RFA\nSide: [X] R [ ] L [ ] Both\nLevels: [ ] L3-4 [X] L4-5 [X] L5-S1\nFluoroscopy: [X]\n25G needles placed at L3, L4 medial branches and L5 dorsal ramus. 0.5 mL 0.5% bupivacaine each.',
    'facet-injection L4-L5 right, L5-S1 right; fluoroscopy',
  ],
  [
    'run-on dictation of RFA',
    'patient placed prone prepped draped and with fluoroscopy 18 gauge rf cannulas were placed at the left l3 l4 medial branches and l5 dorsal ramus motor and sensory testing was done then 1 cc of 2 percent lidocaine at each and a lesion at 85 degrees for 90 seconds at each level patient tolerated well',
    'facet-ablation L4-L5 left, L5-S1 left; fluoroscopy',
  ],
  [
    'IR report of facet injection',
    'EXAM: CT-guided bilateral L4-L5 facet joint injections\nHISTORY: Low back pain.\nPROCEDURE: Under CT guidance 22-gauge needles were advanced into the bilateral L4-L5 facet joints. 20 mg triamcinolone and 0.5 mL bupivacaine were injected into each joint.\nIMPRESSION: Successful bilateral L4-L5 facet injections.',
    'facet-injection L4-L5 bilateral; ct',
  ],
  [
    'cervical MBB by nerves',
    'Procedure: Left C4, C5, C6 medial branch blocks (diagnostic)\nLateral decubitus, left side up. Fluoro. 25G to the waist of the articular pillars of C4, C5, C6. 0.3 mL 0.5% bupivacaine each. Pre 7/10, post 1/10.',
    'facet-injection C4-C5 left, C5-C6 left; fluoroscopy',
  ],
  [
    'thoracic joints',
    'Procedure: Bilateral T7-8 and T8-9 facet joint injections. Fluoroscopic guidance. 25G needles into each joint; 0.3 cc contrast arthrogram; 10 mg Kenalog + 0.3 cc lidocaine each.',
    'facet-injection T7-T8 bilateral, T8-T9 bilateral; fluoroscopy',
  ],
  [
    'TON',
    'Procedure: right TON and C3 medial branch RFA under fluoroscopy. 18G RF needle. Lesions at 80 C x 90 s x 3 at the TON, one at C3.',
    'facet-ablation C2-C3 right; fluoroscopy',
  ],
  [
    'ASC op note RFA both joints',
    'PREOPERATIVE DIAGNOSIS: Lumbar facet arthropathy.\nOPERATION: Radiofrequency denervation of right L4-5 and L5-S1 facet joints.\nDESCRIPTION: With fluoroscopy, cannulae were placed on the right at the junction of SAP and transverse process of L4, L5 and at the sacral ala. Stimulation at 50 Hz and 2 Hz. Lidocaine. Lesion at 80 degrees for 75 seconds at each of three sites. Band-Aids applied.',
    'facet-ablation L4-L5 right, L5-S1 right; fluoroscopy',
  ],
  [
    'resident note with history',
    'PGY3 note. Procedure: R L3-S1 MBB (L3-4, L4-5, L5-S1 facets).\nHx: s/p L4-5 TFESI 2025 with no relief; s/p L5-S1 microdisc.\nFluoro, 25G x4, 0.5 mL 2% lido each. No steroid. Post NRS 1 from 7. Attending present.',
    'facet-injection L3-L4 right, L4-L5 right, L5-S1 right; fluoroscopy',
  ],
  [
    'two procedures, facets and TPI',
    'PROCEDURES:\n1. Left L4-5 and L5-S1 intra-articular facet joint injections\n2. Trigger point injections, left quadratus lumborum\nUnder fluoroscopy 22G needles were advanced into the left L4-5 and L5-S1 facet joints; contrast gave arthrograms; 20 mg Kenalog was injected in each. Then the left quadratus lumborum trigger points were injected with 2 mL lidocaine.',
    'facet-injection L4-L5 left, L5-S1 left; fluoroscopy',
  ],
  [
    'abandoned nerve',
    'PROCEDURE: Left L3, L4, L5 medial branch radiofrequency ablation.\nDESCRIPTION: Under fluoroscopy cannulae were placed at the left L3 and L4 medial branches and lesions made at 85 degrees for 90 seconds. The L5 dorsal ramus could not be reached and was abandoned.',
    'facet-ablation L4-L5 left; fluoroscopy',
  ],
  [
    'addendum adds the other side',
    'PROCEDURE: Right L4-5 facet joint injection.\nDESCRIPTION: Under fluoroscopy a 22G needle entered the right L4-5 facet joint. 20 mg Kenalog injected.\nADDENDUM: The patient returned for a wound check; no problems.',
    'facet-injection L4-L5 right; fluoroscopy',
  ],
  [
    'contradictory level of title and body',
    'PROCEDURE: Left L3-4 facet joint injection.\nDESCRIPTION: Under fluoroscopy a 22G needle was advanced into the left L4-5 facet joint. 20 mg Kenalog injected.',
    'facet-injection L3-L4 left; fluoroscopy',
  ],
  [
    'planned RFA in plan',
    'Procedure: Bilateral L4-5, L5-S1 diagnostic MBB with 0.5% bupivacaine under fluoro. 25G needles x6, 0.5 cc each.\nPlan: if >80% relief proceed to second block, then RFA.',
    'facet-injection L4-L5 bilateral, L5-S1 bilateral; fluoroscopy',
  ],
  [
    'narrative name only',
    'Today we blocked the medial branches of the right L4-5 and L5-S1 facet joints with fluoroscopic guidance using 25 gauge needles and 0.5 mL of 0.5% bupivacaine per nerve.',
    'facet-injection L4-L5 right, L5-S1 right; fluoroscopy',
  ],
  [
    'facet rhizotomy old words',
    'OPERATION: Bilateral L4-L5 facet rhizotomy.\nUnder C-arm, RF probes were placed at L3 and L4 medial branches bilaterally, 80 degrees C for 90 seconds.',
    'facet-ablation L4-L5 bilateral; fluoroscopy',
  ],
  [
    'cyst',
    'PROCEDURE: Right L4-5 facet joint injection with cyst rupture.\nUnder fluoroscopy a needle was placed in the right L4-5 facet joint. Contrast filled the joint and the synovial cyst. 40 mg of Depo-Medrol and 3 mL of lidocaine were injected under pressure with rupture of the synovial cyst.',
    'facet-cyst-rupture L4-L5 right; fluoroscopy',
  ],
  [
    'nerves at vertebral landmarks',
    'PROCEDURE: Left lumbar medial branch block L4-5, L5-S1.\nTECHNIQUE: Needles were advanced under fluoroscopy to the junction of the transverse process and SAP at L4 and L5 and to the sacral ala. 0.5 mL bupivacaine each.',
    'facet-injection L4-L5 left, L5-S1 left; fluoroscopy',
  ],
  [
    'cervical one joint',
    'Proc: L C5-6 facet jt inj, fluoro, 25G post approach, 0.1 omni, 5 mg dex + 0.3 lido.',
    'facet-injection C5-C6 left; fluoroscopy',
  ],
  [
    'levels counted as nerves in words',
    'RFA note: Right L2, L3, L4 medial branches and L5 dorsal ramus lesioned at 85C/90s, 18G, fluoro AP/obl/lat, images saved.',
    'facet-ablation L3-L4 right, L4-L5 right, L5-S1 right; fluoroscopy',
  ],
  [
    'unilateral, both in history',
    'HPI: bilateral low back pain, right worse than left. Left RFA done 3 weeks ago.\nPROCEDURE: RIGHT L3, L4, L5 medial branch radiofrequency ablation.\nDESCRIPTION: Fluoroscopy; 18G cannulae at right L3, L4 medial branches, L5 dorsal ramus; 80 C 90 sec each after lidocaine.',
    'facet-ablation L4-L5 right, L5-S1 right; fluoroscopy',
  ],
  [
    'one line template',
    'FACET INJ: LT L3-4, L4-5 // fluoro // 22g // contrast 0.3 ea // celestone 3mg + marcaine 0.5 cc ea // tol well',
    'facet-injection L3-L4 left, L4-L5 left; fluoroscopy',
  ],
  [
    'ultrasound',
    'Procedure: ultrasound-guided right C4 and C5 medial branch blocks. 25G in plane to the articular pillars, 0.5 mL lidocaine each.',
    'facet-injection C4-C5 right; ultrasound',
  ],
  [
    'third opinion: other side repeated',
    'Procedure: cervical medial branch blocks C4, C5, C6. Fluoroscopy. Right side first: 25G needles to the C4, C5 and C6 articular pillars, 0.3 cc each. Repeated on the contralateral side in identical fashion.',
    'facet-injection C4-C5 bilateral, C5-C6 bilateral; fluoroscopy',
  ],
  [
    'range of nerves',
    'Procedure: Left L2-L5 medial branch RF neurotomy\nFluoroscopy. Four cannulas. 85 degrees, 90 sec.',
    'facet-ablation L3-L4 left, L4-L5 left, L5-S1 left; fluoroscopy',
  ],
  [
    'no name, an injection into a joint told by its technique, then the other side',
    'Her neck pain comes from the C5-6 facets on CT. She was laid prone and the C5-6 facet joints were brought into view with the C-arm. A 22-gauge spinal needle was led onto the articular pillar on the right and slipped into the joint. Half a cc of Celestone was injected. The left side was done in the same fashion.',
    'facet-injection C5-C6 bilateral; fluoroscopy',
  ],
  [
    'no name, probes along the nerves and heat',
    'She is back for her radiofrequency. Under fluoroscopy I put 18-gauge probes along the left L3 and L4 medial branches and the L5 dorsal ramus. Each was heated to 85 degrees for 75 seconds after 2% lidocaine.',
    'facet-ablation L4-L5 left, L5-S1 left; fluoroscopy',
  ],
  [
    'here to have the joints injected',
    'She is here to have the T6-7 and the T7-8 zygapophysial joints injected on the right side. Prone. A 25-gauge needle was slid over the lamina of T8 until it fell into the T7-8 articulation. The lateral view under fluoroscopy proved it to be in the joint space. The same was done for T6-7. 0.8 cc of lidocaine and Kenalog was placed in each.',
    'facet-injection T6-T7 right, T7-T8 right; fluoroscopy',
  ],
];

describe('notes of many hands', () => {
  it.each(NOTES)('%s', (_style, text, expected) =>
    expect(told(text).filter((one) => /^facet/.test(one))).toEqual([expected]),
  );
});
