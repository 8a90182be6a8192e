import { describe, expect, it } from 'vitest';
import { told } from '../../testing.ts';

/** Invented notes in several styles: dictated, template, telegraphic; the last ones tell nothing that was done. */
const NOTES: readonly (readonly [expected: string, note: string])[] = [
  [
    'si-joint-injection sacroiliac left; fluoroscopy',
    `PROCEDURE: Left SI joint injection with fluoroscopy and arthrogram
TECHNIQUE: Prone. The inferior margin of the left SI joint was identified under fluoroscopy. A 22G 3.5 inch needle was advanced into the joint. 0.5 mL Isovue showed an arthrogram. 40 mg of Kenalog and 2 mL of 0.5% bupivacaine were injected.`,
  ],
  [
    'si-joint-injection sacroiliac bilateral; fluoroscopy',
    `Procedure: B/L SIJ inj under fluoro
22 ga needle into inferior right SIJ, contrast confirmed, 1 cc depo 40 + 1 cc marcaine injected. Same on left side. Tolerated well.`,
  ],
  [
    'si-joint-injection sacroiliac right; fluoroscopy',
    `DATE: 03/04/2026
PROCEDURES PERFORMED:
1. Intra-articular injection of the right sacroiliac joint.
2. Arthrography.
3. Fluoroscopic guidance.
DESCRIPTION: After time out the patient was placed prone. Using AP fluoroscopy with cephalad tilt the inferior third of the joint was seen and a 25-gauge spinal needle advanced into it. Contrast outlined the joint. A mixture of 1 mL triamcinolone 40 mg/mL and 1 mL lidocaine 1% was injected.`,
  ],
  [
    'si-joint-injection sacroiliac left; ultrasound',
    `PROCEDURE: Ultrasound-guided left sacroiliac joint injection. The patient is allergic to contrast dye.
DESCRIPTION: A curvilinear probe was placed over the sacrum. Under ultrasound guidance a 22 gauge needle was inserted into the left SI joint and 40 mg methylprednisolone with 3 mL lidocaine injected.`,
  ],
  [
    'si-joint-injection sacroiliac right; none',
    `PROCEDURE NOTE: Right sacroiliac joint injection, landmark-guided. No imaging used. Prepped with chlorhexidine, 22g needle, 40 mg Depo-Medrol + 3 cc 1% lidocaine injected over the right SI joint. No complications.`,
  ],
  [
    'sacral-lateral-branch-block sacroiliac left; fluoroscopy',
    `PROCEDURE: Left L5 dorsal ramus and S1, S2, S3 lateral branch blocks, diagnostic #1
TECHNIQUE: Under fluoroscopy 25 gauge needles were placed at the sacral ala and lateral to the S1, S2 and S3 foramina on the left. 0.5 mL of 0.5% bupivacaine was injected at each site.`,
  ],
  [
    'sacral-lateral-branch-ablation sacroiliac right; fluoroscopy',
    `PROCEDURE PERFORMED: Right cooled radiofrequency ablation of the L5 dorsal ramus and S1-S3 lateral branches
DETAILS: With fluoroscopy introducers were placed lateral to the posterior sacral foramina. Sensory and motor testing negative. 1 mL of 2% lidocaine was injected. Lesions were made at 60 degrees C for 150 seconds each.`,
  ],
  [
    'sacral-lateral-branch-ablation sacroiliac bilateral; fluoroscopy',
    `Bilateral SI joint RFA
Pt prone, prepped and draped. RF cannulae placed under fluoro at L5 DR, S1, S2, S3 lateral branches on right. 80 C x 90 sec lesions. Repeated on the left in the same way.`,
  ],
  [
    'facet-ablation L4-L5 right, L5-S1 right; fluoroscopy | sacral-lateral-branch-ablation sacroiliac right; fluoroscopy',
    `PROCEDURE:
1. Right L3, L4 medial branch and L5 dorsal ramus radiofrequency ablation
2. Right S1, S2, S3 lateral branch radiofrequency ablation
DESCRIPTION: Under fluoroscopy 18 gauge RF cannulae were placed at the medial branches of L3 and L4 and the L5 dorsal ramus on the right. Lesions were made at 80 C for 90 seconds. Cannulae were then placed at the S1, S2 and S3 lateral branches on the right and lesions made at 80 C for 90 seconds.`,
  ],
  [
    'si-joint-injection sacroiliac right; fluoroscopy | sacral-lateral-branch-block sacroiliac left; fluoroscopy',
    `PROCEDURE:
1. Right sacroiliac joint injection
2. Left L5 dorsal ramus and S1-S3 lateral branch block
DESCRIPTION: Under fluoroscopy a 22 gauge needle was placed into the right sacroiliac joint and 40 mg triamcinolone with 1 mL bupivacaine injected. Attention was turned to the left. Needles were placed at the L5 dorsal ramus and the S1, S2 and S3 lateral branches, and 0.5 mL bupivacaine injected at each.`,
  ],
  [
    'si-joint-injection sacroiliac right; fluoroscopy | joint-injection trochanteric-bursa right; fluoroscopy',
    `PROCEDURES PERFORMED: 1) Right sacroiliac joint injection. 2) Right greater trochanteric bursa injection. 3) Fluoroscopy
DESCRIPTION: Under fluoroscopic guidance a 22 gauge needle was advanced into the inferior right sacroiliac joint. Contrast outlined the joint. 40 mg triamcinolone and 1 mL bupivacaine was injected. Next the right greater trochanter was identified under fluoroscopy and a 22 gauge needle advanced to the bursa; 40 mg triamcinolone and 4 mL bupivacaine was injected.`,
  ],
  [
    'si-joint-injection sacroiliac right; fluoroscopy',
    `PREOPERATIVE DIAGNOSIS: Right sacroiliitis.
OPERATION: Right SI joint steroid injection.
PROCEDURE IN DETAIL: The patient was placed prone. The C-arm was angled to open the joint line. A 22-gauge Quincke needle was advanced into the inferior recess of the sacroiliac joint. Omnipaque 0.5 mL outlined the joint. Two mL of 0.25% bupivacaine with 40 mg of triamcinolone was instilled.`,
  ],
  [
    'si-joint-injection sacroiliac bilateral; ct',
    `Bilateral sacroiliac joint injections under CT guidance.
After localisation with CT a 22 gauge needle was placed in the right sacroiliac joint under CT guidance and 40 mg methylprednisolone and 1 mL ropivacaine injected. The same was done on the left side.`,
  ],
  [
    'si-joint-injection sacroiliac left; fluoroscopy',
    `S: L buttock pain, prior relief.
O: FABER +, Gaenslen +, thigh thrust + on L.
P: L SIJ injection done today w/ fluoro, 22G spinal needle, 1 mL Omnipaque 240 good arthrogram, 40 mg Kenalog + 2 mL 0.5% marcaine. Tolerated well.`,
  ],
  [
    'si-joint-injection sacroiliac; fluoroscopy',
    `Title: Sacroiliac joint injection
Fluoroscopy was used. A 25 gauge spinal needle was advanced to the sacroiliac joint. After negative aspiration 40 mg depo-medrol was injected.`,
  ],
  [
    'sacral-lateral-branch-block sacroiliac bilateral; fluoroscopy',
    `Procedure: Bilateral sacral lateral branch blocks (S1-S3) with L5 dorsal ramus, fluoro guided
Description: 25g needles x4 per side at sacral ala and lateral to S1, S2, S3 posterior foramina. 0.4 mL 2% lidocaine at each target.`,
  ],
  [
    'sacral-lateral-branch-ablation sacroiliac left; fluoroscopy',
    `PROCEDURE: Left sacroiliac joint denervation by cooled RF
The L5 dorsal ramus and the lateral branches of S1 to S3 were targeted under fluoroscopic guidance with 17 gauge introducers. Eight lesions at 60 C, 150 seconds. `,
  ],
  [
    'facet-injection L4-L5 bilateral, L5-S1 bilateral; fluoroscopy',
    `PROCEDURE: Bilateral L4-5 and L5-S1 facet joint injections
Under fluoroscopy the joints were entered with 22 gauge needles; the SI joint was not injected. 20 mg triamcinolone and 0.5 mL bupivacaine was injected into each joint.`,
  ],
  [
    'facet-injection L4-L5 right, L5-S1 right; fluoroscopy',
    `PROCEDURE: Right L4-5 and L5-S1 facet joint injections
Under fluoroscopy 22 gauge needles were placed into the right L4-5 and L5-S1 facet joints with the hips flexed over a pillow. 20 mg triamcinolone with 0.5 mL bupivacaine was injected into each joint.`,
  ],
  [
    'si-joint-injection sacroiliac left; fluoroscopy',
    `PREOPERATIVE DIAGNOSES: 1. Left sacroiliitis. 2. Hip pain.
POSTOPERATIVE DIAGNOSES: Same.
PROCEDURES: Left sacroiliac joint injection with fluoroscopic guidance and sacroiliac arthrogram.
ANESTHESIA: Local.
INDICATION: Left buttock and hip pain. Prior trochanteric bursa injection did not help.
DESCRIPTION OF PROCEDURE: The patient was brought to the procedure suite and placed prone with a pillow beneath the pelvis. The left SI joint was identified. A 22-gauge needle was advanced to the inferior aspect of the joint. Isovue 1 mL confirmed intra-articular spread. Then 1 mL of 0.5% Marcaine and 1 mL of Kenalog 40 was injected.`,
  ],
  [
    'sacral-lateral-branch-ablation sacroiliac left; fluoroscopy',
    `Procedure performed:

Left sacroiliac radiofrequency ablation under fluoroscopy

Procedure in detail:

Fluoroscopy was used to guide a radiofrequency cannula onto the left sacral ala beside the articular process for the L5 dorsal ramus. Motor stimulation was negative. Radiofrequency cannulas were then placed lateral to the S1, S2 and S3 foramina for the lateral branches. 1mL of 2% lidocaine was injected, then lesioning at 80 degrees for 90 seconds was performed at each level.`,
  ],
  [
    '',
    `ASSESSMENT: SI joint dysfunction on the right.
PLAN: We will schedule a right SI joint injection under fluoroscopy. Continue physical therapy.`,
  ],
  [
    '',
    `HISTORY: She had bilateral SI joint injections in January 2025 with 80% relief for 5 months. 
EXAM: FABER positive on the right.
PLAN: Repeat SI joint injection if approved.`,
  ],
  [
    '',
    `PROCEDURE: Left minimally invasive sacroiliac joint fusion
DESCRIPTION: A small incision was made. Three implants were placed across the sacroiliac joint under fluoroscopy. The incision was closed with Vicryl; 10 mL of bupivacaine was injected into the incision. General endotracheal anesthesia. Blood loss 20 mL.`,
  ],
  [
    '',
    `PROCEDURE: Right SI joint injection - NOT PERFORMED. The patient's blood pressure was 210/110 and the procedure was cancelled before any needle was placed.`,
  ],
  [
    '',
    `IMPRESSION: Lumbar MRI unremarkable. She may benefit from sacroiliac joint injection or lateral branch radiofrequency ablation. We discussed the risks of sacroiliac joint injection.`,
  ],
  [
    '',
    `PROCEDURE: Bone marrow aspiration, left posterior iliac crest
A needle was inserted near the sacroiliac joint and marrow aspirated. Lidocaine 1% 10 mL was injected to the periosteum.`,
  ],
];

/** Procedures of other families are their own tests' business. */
const OURS = /^(?:si-joint|sacral|trigger|dry|joint|carpal|tendon|facet|epidural)/;

describe('Sacroiliac joint', () => {
  it.each(NOTES)('%s: %s', (expected, note) => {
    expect(
      told(note)
        .filter((one) => OURS.test(one))
        .join(' | '),
    ).toBe(expected);
  });
});
