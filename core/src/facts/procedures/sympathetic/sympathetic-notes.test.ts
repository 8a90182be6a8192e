import { describe, expect, it } from 'vitest';
import { findingsOf, told } from '../../testing.ts';

/** Invented notes; no patient is real. */
const DONE: readonly (readonly [style: string, text: string, expected: readonly string[]])[] = [
  [
    'stellate, telegram',
    'R SGB under US, 10cc 0.25% bupi, 22g, neg asp. Horner + at 5 min.',
    ['sympathetic-block stellate right; ultrasound'],
  ],
  [
    'stellate with the head turned to the other side',
    'PROCEDURE: Left stellate ganglion block\nDESCRIPTION: The head was turned slightly to the right. Under fluoroscopy a 25-gauge needle was advanced to the C6 tubercle. Contrast spread was seen. 8 mL of 0.25% bupivacaine was injected.',
    ['sympathetic-block stellate left; fluoroscopy'],
  ],
  [
    'lumbar chain at two vertebrae is one block',
    'PROCEDURE PERFORMED: Right lumbar sympathetic block at L2 and L3 under fluoroscopic guidance\nTECHNIQUE: 22-gauge needles were advanced to the anterolateral border of L2 and L3. Omnipaque showed a linear spread. 10 mL of 0.25% bupivacaine was injected through each needle.',
    ['sympathetic-block lumbar-sympathetic right; fluoroscopy'],
  ],
  [
    'lumbar chain on the affected side',
    'PREOPERATIVE DIAGNOSIS: CRPS type I of the left lower extremity\nPROCEDURE: Lumbar sympathetic block\nDESCRIPTION: The patient was prone. The symptomatic side was prepped. A needle was advanced to the anterior border of L3 under fluoroscopy and 15 mL of bupivacaine injected.',
    ['sympathetic-block lumbar-sympathetic left; fluoroscopy'],
  ],
  [
    'sympathetic block named by its level only',
    'PROCEDURE: Left sympathetic block, L2-L3, fluoroscopy\nA 22g needle was advanced to L3 and 10 mL of ropivacaine 0.2% was injected.',
    ['sympathetic-block lumbar-sympathetic left; fluoroscopy'],
  ],
  [
    'celiac plexus with two needles',
    'OPERATION: Celiac plexus block, bilateral retrocrural approach\nDESCRIPTION: Under CT guidance needles were placed on the left and the right. 20 mL of 0.25% bupivacaine was injected through each needle.',
    ['sympathetic-block celiac; ct'],
  ],
  [
    'celiac neurolysis named a block',
    'PROCEDURE: Celiac plexus block\nDESCRIPTION: Under fluoroscopy needles were advanced anterior to L1. After contrast, 20 mL of absolute alcohol was injected on each side.',
    ['sympathetic-ablation celiac; fluoroscopy'],
  ],
  [
    'splanchnic nerves by radiofrequency',
    'PROCEDURE: Bilateral splanchnic nerve radiofrequency ablation at T11 and T12\nUnder fluoroscopy cannulae were placed. Lesions at 80 degrees for 90 seconds.',
    ['sympathetic-ablation splanchnic; fluoroscopy'],
  ],
  [
    'superior hypogastric',
    'Procedure: superior hypogastric plexus block, fluoro guided. 22g x 2, contrast good, 10cc 0.25% bupivacaine each side.',
    ['sympathetic-block superior-hypogastric; fluoroscopy'],
  ],
  [
    'hypogastric neurolysis',
    'PROCEDURE: Phenol neurolysis of the superior hypogastric plexus\nUnder fluoroscopy needles were advanced to L5-S1 and 8 mL of 6% phenol was injected on each side.',
    ['sympathetic-ablation superior-hypogastric; fluoroscopy'],
  ],
  [
    'ganglion impar',
    'PROCEDURE: Ganglion impar block\nDESCRIPTION: Under lateral fluoroscopy a needle was advanced through the sacrococcygeal disc. 1 mL of contrast, then 40 mg of Depo-Medrol with 4 mL of bupivacaine was injected.',
    ['sympathetic-block impar; fluoroscopy'],
  ],
  [
    'sphenopalatine through the nose',
    'Procedure: Bilateral sphenopalatine ganglion block\nUsing the catheter 2 mL of 4% lidocaine was instilled in each nostril.',
    ['sympathetic-block sphenopalatine bilateral; unsaid'],
  ],
  [
    'told in the course of a visit',
    'She returned for her CRPS. After consent a right stellate ganglion block was performed under ultrasound with 7 mL of 0.5% ropivacaine through a 25 gauge needle. She had warming of the hand.',
    ['sympathetic-block stellate right; ultrasound'],
  ],
];
const NOT_DONE: readonly (readonly [why: string, text: string])[] = [
  [
    'earlier',
    'HPI: Pancreatic cancer. He underwent celiac plexus block last month with good relief. PLAN: continue opioids.',
  ],
  ['planned', 'PLAN: We will proceed with a left stellate ganglion block next week under fluoroscopy.'],
  ['vessel', 'PROCEDURE: Angiogram of the celiac trunk. 40 mL of Omnipaque was injected through a 5 French catheter.'],
  [
    'endoscopy',
    'PROCEDURE: EUS with celiac plexus neurolysis\nThe echoendoscope was advanced. 20 mL of absolute alcohol was injected with a 22 gauge needle.',
  ],
  [
    'operation',
    'PROCEDURE: Thoracoscopic sympathectomy, bilateral.\nThe sympathetic chain was identified and divided. Bupivacaine was injected at the port sites.',
  ],
];

describe('ganglia and plexuses', () => {
  it.each(DONE)('%s', (_, text, expected) => expect(told(text)).toEqual(expected));
  it.each(NOT_DONE)('nothing: %s', (_, text) => expect(told(text)).toEqual([]));
  it('says when the narrative is on the other side', () => {
    const text =
      'PROCEDURE: Left lumbar sympathetic block\nUnder fluoroscopy a needle was advanced on the right side to L3 and 10 mL of bupivacaine was injected.';
    expect(told(text)).toEqual(['sympathetic-block lumbar-sympathetic; fluoroscopy']);
    expect(findingsOf(text)).toContain('note/title-body-side');
  });
});
