import { describe, expect, it } from 'vitest';
import { findingsOf, told } from '../testing.ts';

/** A note that contradicts itself is told so, with both quotes; nothing is settled quietly. */
const ROWS: readonly (readonly [
  what: string,
  text: string,
  procedures: readonly string[],
  findings: readonly string[],
])[] = [
  [
    'side',
    'PROCEDURE: Right L5-S1 transforaminal epidural injection.\nDESCRIPTION: Under fluoroscopy a needle was advanced into the left L5-S1 foramen. 10 mg of dexamethasone was injected.',
    ['epidural-transforaminal L5-S1; fluoroscopy'],
    ['note/title-body-side'],
  ],
  [
    'one side told of two',
    'PROCEDURE: Bilateral L4-5 facet joint injection.\nDESCRIPTION: Under fluoroscopy a needle was advanced into the right L4-5 facet joint. 10 mg of Kenalog was injected.',
    ['facet-injection L4-L5 bilateral; fluoroscopy'],
    ['note/body-one-side'],
  ],
  [
    'level',
    'PROCEDURE: C7-T1 interlaminar epidural injection.\nDESCRIPTION: Under fluoroscopy a Tuohy needle was advanced at the C6-7 interspace. 10 mg of dexamethasone was injected.',
    ['epidural-interlaminar C6-C7; fluoroscopy'],
    ['note/title-body-level'],
  ],
  [
    'imaging',
    'PROCEDURE: L4-5 interlaminar epidural injection without fluoroscopy.\nDESCRIPTION: Under fluoroscopic guidance a Tuohy needle was advanced at L4-5. 80 mg of Depo-Medrol was injected.',
    ['epidural-interlaminar L4-L5; unsaid'],
    ['note/title-body-guidance'],
  ],
  [
    'approach',
    'PROCEDURE: Left L5 transforaminal epidural injection.\nDESCRIPTION: Under fluoroscopy a Tuohy needle was advanced by loss of resistance at L5-S1. 80 mg of Depo-Medrol was injected.',
    ['epidural-interlaminar L5-S1; fluoroscopy'],
    ['note/title-body-approach'],
  ],
  [
    'attempted level',
    'PROCEDURE: Right L4, attempted L5, and S1 transforaminal epidural injections.\nDESCRIPTION: Under fluoroscopy needles were placed at L4 and S1. 10 mg of dexamethasone was injected.',
    ['epidural-transforaminal L4 right, S1 right; fluoroscopy'],
    ['note/level-attempted'],
  ],
  [
    'level tried in vain',
    'PROCEDURE: L5-S1 interlaminar epidural steroid injection.\nDESCRIPTION: Attempts to enter the L5-S1 interspace were unsuccessful. The L4-5 interspace was entered with a Tuohy needle under fluoroscopy. 80 mg of Depo-Medrol was injected.',
    ['epidural-interlaminar L4-L5; fluoroscopy'],
    ['note/title-body-level'],
  ],
  [
    'nerve without a joint',
    'PROCEDURE: Left L3 medial branch block.\nDESCRIPTION: Under fluoroscopy a needle was placed and 0.5 mL of lidocaine was injected.',
    ['facet-injection ?lumbar left; fluoroscopy'],
    ['note/nerves-without-joint'],
  ],
  [
    'joints and nerves',
    'PROCEDURE: Left L3, L4 medial branch blocks for the L4-5 and L5-S1 facet joints.\nDESCRIPTION: Under fluoroscopy needles were placed and lidocaine was injected.',
    ['facet-injection L4-L5 left, L5-S1 left; fluoroscopy'],
    ['note/joints-nerves-differ'],
  ],
  [
    'named, not told',
    'PROCEDURE: L4-5 interlaminar epidural steroid injection.\nINDICATION: Leg pain.',
    [],
    ['note/procedure-not-described'],
  ],
  [
    'given up',
    'PROCEDURE: L5-S1 interlaminar epidural steroid injection.\nDESCRIPTION: A Tuohy needle was advanced, but the space could not be entered and the procedure was abandoned.',
    [],
    ['note/procedure-abandoned'],
  ],
];

describe('notes that contradict themselves', () => {
  it.each(ROWS)('%s', (_what, text, procedures, findings) => {
    expect(told(text)).toEqual(procedures);
    expect(findingsOf(text)).toEqual(findings);
  });
});
