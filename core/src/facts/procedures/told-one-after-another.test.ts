import { describe, expect, it } from 'vitest';
import { told } from '../testing.ts';

/** Invented notes whose title is general: the narrative tells places and sides one after another. */
const NOTES: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    'foramina, the second by "the same steps"',
    'PROCEDURE: Lumbar transforaminal epidural steroid injections.\nDESCRIPTION: Prone. Under fluoroscopy a 22-gauge needle was advanced into the left L3-L4 foramen. Omnipaque 1 mL. Kenalog 20 mg was injected. The same steps were then carried out at L4-L5 on the left.',
    ['epidural-transforaminal L3-L4 left, L4-L5 left; fluoroscopy'],
  ],
  [
    'a foramen brought into view before the needle',
    'PROCEDURE: Right thoracic transforaminal injections.\nDESCRIPTION: Prone. The C-arm was turned to the right until lamina and rib head were seen at T6-7. A 25-gauge needle was placed into the foramen. It was repeated at T7-8. Isovue outlined both roots. Dexamethasone 8 mg was divided.',
    ['epidural-transforaminal T6-T7 right, T7-T8 right; fluoroscopy'],
  ],
  [
    'uneven foramina under a title without a side',
    'PROCEDURE: Transforaminal epidural injections L3-L4 and L4-L5.\nDESCRIPTION: Prone. Under fluoroscopy a needle was placed into the right L3-L4 foramen, the right L4-L5 foramen and the left L4-L5 foramen. Omnipaque. Dexamethasone 4 mg was injected at each.',
    ['epidural-transforaminal L3-L4 right, L4-L5 bilateral; fluoroscopy'],
  ],
  [
    'joints, the last of them with a difficulty',
    'PROCEDURE: Right lumbar facet joint injections.\nDESCRIPTION: Prone. Under fluoroscopy a 22-gauge needle was placed into the L2-L3 joint. The L3-L4 joint was entered next. The last joint, L4-L5, was narrow and was entered from below. Kenalog 10 mg was injected into each.',
    ['facet-injection L2-L3 right, L3-L4 right, L4-L5 right; fluoroscopy'],
  ],
  [
    'pillars for nerves, by "the same"',
    'PROCEDURE: Radiofrequency neurotomy, cervical medial branches.\nDESCRIPTION: Prone. Under fluoroscopy an 18-gauge cannula was advanced along the waist of the right C4 articular pillar. The nerve was heated to 80 degrees for 90 seconds. I did the same at C5, and then at C6.',
    ['facet-ablation C4-C5 right, C5-C6 right; fluoroscopy'],
  ],
  [
    'bone for the nerve of the vertebra above',
    'PROCEDURE: Rhizotomy, lumbar facets, right, under fluoroscopy.\nDESCRIPTION: Prone. Needles went to the groove at L4, for the L3 nerve; at L5, for the L4 nerve; and onto the ala, for the ramus of L5. Lesions were made at 80 degrees for 90 seconds.',
    ['facet-ablation L4-L5 right, L5-S1 right; fluoroscopy'],
  ],
  [
    'vertebrae between which the joint lies, nothing on the other side',
    'PROCEDURE: Intra-articular facet injection, cervical, under fluoroscopy.\nDESCRIPTION: A 25-gauge needle entered the left joint between C4 and C5. Iohexol 0.2 mL filled the joint. Triamcinolone 10 mg was injected. No injection was made on the opposite side.',
    ['facet-injection C4-C5 left; fluoroscopy'],
  ],
  [
    'the side by how the patient lay',
    'PROCEDURE: Medial branch blocks C5 and C6, diagnostic.\nDESCRIPTION: She was laid in right lateral position with the painful side up. Under fluoroscopy a 25-gauge needle was placed on each pillar. 0.3 mL of lidocaine was injected at each.',
    ['facet-injection C5-C6 left; fluoroscopy'],
  ],
  [
    'the side by the pedicle that was looked for',
    'PROCEDURE: Transforaminal epidural injection at L4-L5.\nDESCRIPTION: Prone. The right L4 pedicle and the pars were displayed by fluoroscopy. A 22-gauge needle was steered below the pedicle. Omnipaque. Kenalog 40 mg was injected.',
    ['epidural-transforaminal L4-L5 right; fluoroscopy'],
  ],
  [
    'a level at which no needle was placed',
    'PROCEDURE: Left L3 and left L4 transforaminal epidural injection.\nDESCRIPTION: Prone. Under fluoroscopy a 22-gauge needle was placed below the L3 pedicle. Omnipaque. Dexamethasone 6 mg was injected. At L4 bone covered the foramen. This level was given up. No needle was placed at L4.',
    ['epidural-transforaminal L3 left; fluoroscopy'],
  ],
  [
    'a way in that was not tried',
    'PROCEDURE: Transforaminal epidural injection, right L5-S1.\nDESCRIPTION: Prone. Under fluoroscopy the foramen was covered by bone. I did not attempt it and chose instead to go through the interlaminar space at L3-L4. A Tuohy needle was advanced until loss of resistance. Isovue. Kenalog 80 mg was injected.',
    ['epidural-interlaminar L3-L4; fluoroscopy'],
  ],
  [
    'no name at all: the foramen in one sentence, the needle in the next',
    'He lay supine. With the image intensifier turned, the right C5-6 foramen opened well. I aimed a 25-gauge needle at its back wall and slid past bone by a millimeter. Omnipaque under digital subtraction outlined the root. Dexamethasone 10 mg was then given.',
    ['epidural-transforaminal C5-C6 right; fluoroscopy'],
  ],
  [
    'the side that is told as not done',
    'PROCEDURE: Lumbar facet joint injections under fluoroscopy.\nDESCRIPTION: Prone. The L3-4 joint was entered with a 22-gauge needle, then the L4-5 joint. Kenalog 20 mg was injected into each. I did not do anything on the right.',
    ['facet-injection L3-L4 left, L4-L5 left; fluoroscopy'],
  ],
  [
    'returning to a side',
    'PROCEDURE: Transforaminal epidural injections with fluoroscopy, L3-L4 and L4-L5.\nDESCRIPTION: Prone. We started at L4-L5 on the left. A needle was placed into the foramen. Omnipaque. Dexamethasone 4 mg was injected. The right L4-L5 foramen was entered and injected likewise. Then, returning to the left, the L3-L4 foramen was cannulated. The right L3-L4 foramen was not treated.',
    ['epidural-transforaminal L3-L4 left, L4-L5 bilateral; fluoroscopy'],
  ],
  [
    'a block as a trial for what may come later',
    'Today I blocked the genicular nerves of the left knee as a trial for ablation. Under fluoroscopy a 25 gauge needle was placed at three corners. Bupivacaine 0.5%, 1 mL, was given at each of the superolateral, superomedial and inferomedial branches.',
    ['genicular-nerve-block genicular left; fluoroscopy'],
  ],
  [
    'what is left over is no side',
    'PROCEDURE: Facet joint injection L4-5, right, under fluoroscopy.\nDESCRIPTION: Prone. A needle entered the L4-5 joint. 1 cc of Kenalog 40 was injected and there was nothing left over.',
    ['facet-injection L4-L5 right; fluoroscopy'],
  ],
  [
    'dictated without hyphens',
    'Procedure facet joint injections on the left L3 4 and L5 S1 with fluoroscopy. He was prone. A 22 gauge needle was placed into the L3 4 joint and another into the L5 S1 joint. Kenalog ten milligrams was injected in each.',
    ['facet-injection L3-L4 left, L5-S1 left; fluoroscopy'],
  ],
];

describe('places told one after another', () => {
  it.each(NOTES)('%s', (_, text, expected) => expect(told(text)).toEqual(expected));
});
