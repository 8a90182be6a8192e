import { describe, expect, it } from 'vitest';
import { findingsOf, told } from '../../testing.ts';

/** Invented notes; no patient is real. */
const DONE: readonly (readonly [style: string, text: string, expected: readonly string[]])[] = [
  [
    'erector spinae, both sides',
    'PROCEDURE: Bilateral erector spinae plane block at T5, ultrasound guided\nA 22g needle was advanced in plane on each side; 20 mL of 0.25% bupivacaine was injected per side.',
    ['fascial-plane-block erector-spinae bilateral; ultrasound'],
  ],
  [
    'initials',
    'Proc: L ESP block T7, US, 20cc 0.2% ropi, 20g needle, images saved',
    ['fascial-plane-block erector-spinae left; ultrasound'],
  ],
  [
    'abdominal planes',
    'PROCEDURE: Right TAP block and right rectus sheath block\nUnder ultrasound 22g needles were advanced and 10 mL of ropivacaine 0.2% was injected in each plane.',
    ['fascial-plane-block transversus-abdominis right, rectus-sheath right; ultrasound'],
  ],
  [
    'chest wall',
    'PROCEDURE: Left serratus anterior plane block for post-mastectomy pain\nUltrasound guided, needle in plane, 20 mL of bupivacaine 0.25% with dexamethasone 4 mg was injected.',
    ['fascial-plane-block serratus left; ultrasound'],
  ],
  [
    'pectoral',
    'Procedure: right PECS II block\nUltrasound guidance. 22 g needle. 30 mL of ropivacaine 0.2% injected between the muscles.',
    ['fascial-plane-block pectoral right; ultrasound'],
  ],
  [
    'thigh with a catheter',
    'PROCEDURE: Continuous fascia iliaca block, left, with catheter placement\nUnder ultrasound a Tuohy needle was advanced below the fascia. The catheter was threaded and secured. 30 mL of ropivacaine 0.2% was injected.',
    ['fascial-plane-block fascia-iliaca left; ultrasound'],
  ],
  [
    'paravertebral levels',
    'PROCEDURE: Left thoracic paravertebral block at T4, T5 and T6\nUnder ultrasound a 22g needle was advanced at each level and 5 mL of ropivacaine 0.5% was injected.',
    ['paravertebral-block T4 left, T5 left, T6 left; ultrasound'],
  ],
  [
    'a plane without a code of its own is still told',
    'PROCEDURE: Left quadratus lumborum block\nUnder ultrasound a needle was advanced and 20 mL of ropivacaine 0.25% injected.',
    ['fascial-plane-block quadratus-lumborum left; ultrasound'],
  ],
];
const NOT_DONE: readonly (readonly [why: string, text: string])[] = [
  ['muscle', 'Trigger points were found in the quadratus lumborum and the erector spinae. PLAN: dry needling.'],
  ['tenderness', 'EXAM: paravertebral muscle spasm and tenderness, right more than left. No injection today.'],
  [
    'operation',
    'PROCEDURE: Laparoscopic cholecystectomy; bilateral TAP block.\nPorts were placed. At the end 20 mL of bupivacaine was injected in each TAP plane.',
  ],
];

describe('fascial planes', () => {
  it.each(DONE)('%s', (_, text, expected) => expect(told(text)).toEqual(expected));
  it.each(NOT_DONE)('nothing: %s', (_, text) => expect(told(text)).toEqual([]));
  it('says that a block serves an operation', () => {
    const text =
      'PROCEDURE: Bilateral TAP block\nINDICATION: Postoperative pain control, requested by the surgeon.\nUnder ultrasound a needle was advanced and 20 mL of ropivacaine injected on each side.';
    expect(told(text)).toEqual(['fascial-plane-block transversus-abdominis bilateral; ultrasound']);
    expect(findingsOf(text)).toContain('note/block-for-operation');
  });
});
