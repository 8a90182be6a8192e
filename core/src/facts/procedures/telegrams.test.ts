import { describe, expect, it } from 'vitest';
import { findingsOf, told } from '../testing.ts';

/** Whole procedures in a line or three; invented, no patient is real. */
const DONE: readonly (readonly [text: string, expected: readonly string[]])[] = [
  [
    'L2 balloon kyphoplasty under fluoroscopy, bilateral transpedicular approach, 5 mL PMMA.',
    ['kyphoplasty L2; fluoroscopy'],
  ],
  ['T7 and T8 vertebroplasty via unipedicular approach with cement, fluoro.', ['vertebroplasty T7, T8; fluoroscopy']],
  ['L3 vertebroplasty. Left transpedicular. 4 cc cement. No extravasation.', ['vertebroplasty L3; unsaid']],
  [
    'Basivertebral nerve ablation L4, L5. Transpedicular access. 85 C/7 min.',
    ['basivertebral-ablation L4, L5; unsaid'],
  ],
  ['L4-5 and L5-S1 discogram, fluoro. L5-S1 concordant at 30 psi.', ['discography L4-L5, L5-S1; fluoroscopy']],
  [
    'Discography L3-4, L4-5 and L5-S1, contrast injected, manometry, concordant L5-S1, control L3-4 negative.',
    ['discography L3-L4, L4-L5, L5-S1; unsaid'],
  ],
  [
    'Left knee intra-articular injection. Superolateral approach, sterile prep, 40 mg Kenalog with 3 mL lidocaine injected without difficulty.',
    ['joint-injection knee left; unsaid'],
  ],
  [
    'Left sphenopalatine ganglion block, 4% lidocaine on cotton-tipped applicators intranasally.',
    ['sympathetic-block sphenopalatine left; unsaid'],
  ],
  [
    'Left S1, S2, S3 lateral branch and L5 dorsal ramus RFA for SI joint pain. Fluoro. 80C 90 sec.',
    ['sacral-lateral-branch-ablation sacroiliac left; fluoroscopy'],
  ],
  [
    'SCS trial: two 8-contact percutaneous leads, tips T8, fluoro, good coverage. Leads secured to skin.',
    ['scs-trial T8; fluoroscopy'],
  ],
  [
    'SCS implant: 2 percutaneous leads at T9, IPG L buttock, impedances ok.',
    ['scs-leads T9; unsaid', 'scs-generator ; unsaid'],
  ],
  ['Explant of SCS IPG, left buttock pocket, irrigated, closed.', ['scs-generator-revision ; unsaid']],
  ['SCS reprogrammed today by me: amplitude and rate adjusted.', ['stimulator-programming ; unsaid']],
  ['Acupuncture, 15 min face to face, LI4, ST36. No e-stim.', ['acupuncture li4, st36; unsaid']],
  [
    'Dry needling right trapezius. No medication injected. Solid filament needle, LTR.',
    ['dry-needling trapezius right; unsaid'],
  ],
  [
    'Trigger point injections of right trapezius, right rhomboid with 1% lidocaine 1 mL each, dry needling technique, local twitch response.',
    ['trigger-point-injection trapezius right, rhomboid right; unsaid'],
  ],
];

const NOT_DONE: readonly string[] = [
  'Plan: L2 kyphoplasty under fluoroscopy next week, 6 mL PMMA.',
  'L2 kyphoplasty scheduled for Tuesday under fluoroscopy, transpedicular.',
  'S/p L2 kyphoplasty 2024 with cement, bilateral transpedicular approach.',
  'Post kyphoplasty L2, wound healing, no complications, C-arm images reviewed, cement in place.',
  'Order: L2 kyphoplasty, transpedicular, cement 6 mL, fluoro.',
  'T11 kyphoplasty, bipedicular, 5 cc cement: patient did not show.',
  'L4 vertebroplasty, right transpedicular, 3.5 cc cement - 3 months ago. Doing well, no complications.',
  'Left SPG block with 4% lidocaine cancelled, patient declined.',
  'Rescheduled: R GON block 2 mL bupivacaine, patient ate.',
  'Right hip injection 80 mg Kenalog helped for 2 months.',
  'Right stellate ganglion block follow up. Horner resolved, temp rise noted at the time, 60% relief.',
  'SCS trial follow-up: good coverage, impedances normal, 70% relief.',
  'Authorization request: SCS implant, 2 percutaneous leads at T8, IPG right buttock.',
  'Discogram request L3-4, L4-5 with manometry and fluoroscopy.',
  'Acupuncture referral, 12 visits of 30 minutes face to face.',
  'Dry needling with PT weekly, twitch responses, no injectate.',
  'SCS will be reprogrammed at the next visit: amplitude, rate, pulse width.',
];

describe('telegrams', () => {
  it.each(DONE)('%s', (text, expected) => expect(told(text)).toEqual(expected));
  it.each(NOT_DONE)('nothing: %s', (text) => expect(told(text)).toEqual([]));
  it.each([
    'PROCEDURE: L1 kyphoplasty under fluoroscopic guidance',
    'PROCEDURE: Cervical discogram under fluoroscopy C5-6',
  ])('a name alone tells no act: %s', (text) =>
    expect([told(text), findingsOf(text)]).toEqual([[], ['note/procedure-not-described']]),
  );
});
