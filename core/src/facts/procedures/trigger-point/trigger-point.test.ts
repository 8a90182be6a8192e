import { describe, expect, it } from 'vitest';
import { told } from '../../testing.ts';

/** Invented notes in several styles: dictated, template, telegraphic; the last ones tell nothing that was done. */
const NOTES: readonly (readonly [expected: string, note: string])[] = [
  [
    'trigger-point-injection trapezius right, levator-scapulae right, rhomboid right; unsaid',
    `PROCEDURE: Trigger point injections x 3: right trapezius, levator scapulae, rhomboid
Each trigger point was palpated, prepped with alcohol and injected with 1 mL of 1% lidocaine using a 27 gauge needle.`,
  ],
  [
    'trigger-point-injection lumbar-paraspinal bilateral; unsaid',
    `PROCEDURE: Trigger point injections, bilateral lumbar paraspinal muscles
Skin prepped. 25 gauge needle, 0.25% bupivacaine 2 mL injected into each of 4 trigger points after negative aspiration.`,
  ],
  [
    'trigger-point-injection gluteus-medius left, piriformis left, quadratus-lumborum left; unsaid',
    `Procedure note: TPI
Muscles injected: left gluteus medius, left piriformis, left quadratus lumborum. 1% lidocaine 1 mL each, 25g needle, local twitch seen. No complications.`,
  ],
  [
    'trigger-point-injection ?; unsaid',
    `PROCEDURE: Trigger point injections
Six trigger points in the neck and shoulders were injected with a total of 6 mL of 0.5% lidocaine with a 25 gauge needle.`,
  ],
  [
    'trigger-point-injection piriformis right; fluoroscopy',
    `PROCEDURE: Right piriformis muscle injection under fluoroscopy
A 22 gauge spinal needle was advanced into the right piriformis muscle, contrast showed a myogram, and 40 mg triamcinolone and 3 mL bupivacaine were injected.`,
  ],
  [
    'dry-needling trapezius left, infraspinatus left; unsaid',
    `PROCEDURE: Dry needling
Solid filament needles were inserted into trigger points of the left trapezius and left infraspinatus; local twitch responses obtained. No medication was injected. Needles removed.`,
  ],
  [
    'epidural-interlaminar L4-L5; fluoroscopy | trigger-point-injection quadratus-lumborum right; unsaid',
    `PROCEDURE:
1. L4-5 interlaminar epidural steroid injection
2. Trigger point injection right quadratus lumborum
DESCRIPTION: Under fluoroscopy a Tuohy needle was advanced to the L4-5 epidural space with loss of resistance. Contrast confirmed. 80 mg Depo-Medrol injected. Then a trigger point of the right quadratus lumborum was injected with 2 mL lidocaine through a 25 gauge needle.`,
  ],
  [
    'trigger-point-injection splenius right, cervical-paraspinal right; unsaid',
    `PROCEDURE: Trigger point injections
DESCRIPTION: Taut bands were found in the right splenius capitis and right cervical paraspinal muscles. Each trigger point was injected with 0.5 mL of 1% lidocaine with a 30 gauge needle.
MUSCLES INJECTED: right splenius capitis, right cervical paraspinals.`,
  ],
  [
    'trigger-point-injection trapezius bilateral, rhomboid bilateral; unsaid',
    `OFFICE PROCEDURE NOTE
Trigger point injections performed today in bilateral upper trapezius and bilateral rhomboids. 0.25% bupivacaine 1 cc per site, 27 gauge needle. Patient tolerated well.`,
  ],
  [
    'trigger-point-injection levator-scapulae left; ultrasound',
    `PROCEDURE: Ultrasound guided trigger point injection, left levator scapulae. A 25 gauge needle was advanced in plane into the trigger point; 2 mL of 0.5% ropivacaine injected. Image saved.`,
  ],
  [
    'trigger-point-injection ?; unsaid',
    `Trigger point injections were performed in the neck today. 3 points were injected with 1 mL lidocaine each with a 25 gauge needle.`,
  ],
  [
    'trigger-point-injection quadratus-lumborum left, gluteus-maximus left, gluteus-medius left; unsaid',
    `PROCEDURE: TPI
The following muscles were injected with 1 mL of 0.25% bupivacaine each using a 25 gauge needle:
1. Left quadratus lumborum
2. Left gluteus maximus
3. Left gluteus medius`,
  ],
  [
    'dry-needling gastrocnemius right, soleus right, tibialis-anterior right; unsaid',
    `PROCEDURE: Trigger point dry needling
0.30 x 50 mm needles were inserted into the right gastrocnemius, right soleus and right tibialis anterior. No injectate. Twitch responses noted.`,
  ],
  [
    'trigger-point-injection piriformis; fluoroscopy',
    `PIRIFORMIS MUSCLE INJECTION

PROCEDURE:  The patient was placed prone.  Under fluoroscopy the lateral edge of the sacrum and the greater trochanter were identified.  A 22 gauge spinal needle was advanced to the piriformis muscle.  Contrast outlined the muscle.  40 mg of triamcinolone and 4 mL of 0.25% bupivacaine was injected.`,
  ],
  [
    'trigger-point-injection trapezius right, rhomboid right; unsaid',
    `Pt here for TPIs. Ongoing neck tightness.
PROCEDURE: R trap x2, R rhomboid x1 TPI with 1% lido 3 cc total, 27g. Tolerated.`,
  ],
  [
    'trigger-point-injection lumbar-paraspinal bilateral, gluteus-medius bilateral; ultrasound',
    `Procedure performed:

Trigger point injection under ultrasound at bilateral lumbar paraspinals and gluteus medius

Procedure in detail:

Ultrasound was used to guide a 25-gauge needle into the trigger point. Aspiration was negative and 1mL of 0.25% bupivacaine was injected. The same was repeated at the other marked trigger points.`,
  ],
  [
    '',
    `EXAM: Trigger points palpated in the trapezius and rhomboids bilaterally with referral.
PLAN: Trigger point injections next visit if massage does not help. Dry needling was also offered.`,
  ],
  [
    '',
    `PROCEDURE: Botulinum toxin injection for cervical dystonia
100 units of Botox were injected into the splenius capitis and trapezius with EMG guidance through a 27 gauge needle.`,
  ],
  [
    '',
    `Interscalene brachial plexus block was performed under ultrasound with a 22 gauge needle and 20 mL ropivacaine injected around the roots between the scalene muscles.`,
  ],
];

/** Procedures of other families are their own tests' business. */
const OURS = /^(?:si-joint|sacral|trigger|dry|joint|carpal|tendon|facet|epidural)/;

describe('Trigger points and dry needling', () => {
  it.each(NOTES)('%s: %s', (expected, note) => {
    expect(
      told(note)
        .filter((one) => OURS.test(one))
        .join(' | '),
    ).toBe(expected);
  });
});
