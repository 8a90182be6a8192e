import { describe, expect, it } from 'vitest';
import { told } from '../../testing.ts';
import { isWatched } from './watched.ts';

describe('where the patient was watched', () => {
  it.each([
    ['an iv was started in the left hand', 'left', true],
    ['temperature strips were put on the right and left palm', 'right', true],
    ['the right read 30.1 and the left 33.4', 'left', true],
    ['right thumb rose to 34', 'right', true],
    ['a pulse oximeter on the left index finger, the needle on the right', 'left', true],
    ['a pulse oximeter on the left index finger; the needle went to the right side', 'right', false],
    ['the cuff was on the left arm and the needle was placed on the right', 'right', false],
    ['the right 25 gauge needle', 'right', false],
    ['left 30 mg', 'left', false],
    ['right stellate ganglion block with temperature monitoring', 'right', false],
  ] as const)('%s (%s): %s', (words, side, watched) => {
    const start = words.indexOf(side);
    expect(isWatched(words, start, start + side.length)).toBe(watched);
  });
});

/** Invented notes whose side stands in a letter of a form, or beside what says nothing of it. */
const NOTES: readonly (readonly [expected: string, note: string])[] = [
  [
    'sympathetic-block stellate right; ultrasound',
    'PROCEDURE: [x] Stellate ganglion block [ ] Celiac\nLaterality: [ ] L [x] R\nTechnique: Head to L. Under ultrasound a 25 ga needle was led to C6 and 8 mL of 0.25% bupivacaine injected.',
  ],
  [
    'peripheral-nerve-block greater-occipital left; unsaid',
    'Procedure: Greater occipital nerve block\nSide: L\nSeated, head to R. A 25 g needle was placed at the superior nuchal line and 3 mL of bupivacaine injected.',
  ],
  [
    'genicular-nerve-block genicular left; fluoroscopy',
    'Procedure: Genicular nerve block\nSide treated: [x] L [ ] R\nFluoroscopy. 25 g needles were advanced to the three genicular nerves and 1 mL of lidocaine was injected at each.',
  ],
  [
    'joint-injection knee right; unsaid',
    'Procedure: Knee joint injection\nSide: [ ] L [x] R\nPrepped with chlorhexidine. A 22 g needle was inserted and 40 mg of Kenalog injected.',
  ],
  [
    'sympathetic-block lumbar-sympathetic left; fluoroscopy',
    'PROCEDURE: Lumbar sympathetic block\nAn IV was placed in the right arm. Thermistors were placed on both feet. Under fluoroscopy a needle was advanced on the left to the front of L3 and 15 mL of bupivacaine was injected. The left foot went from 28.1 to 33.5, the right stayed at 29.',
  ],
  [
    'sympathetic-block stellate bilateral; ultrasound',
    'PROCEDURE: Stellate ganglion block\nA temperature probe was on the left hand. Under ultrasound a needle was advanced to C6 on the right and 6 mL of bupivacaine injected; then a needle was advanced on the left and the same was injected.',
  ],
  [
    'genicular-nerve-ablation genicular right; fluoroscopy',
    'PROCEDURE: Genicular nerve ablation.\nA grounding pad was placed on the left thigh. With fluoroscopy electrodes were placed at the three genicular nerves of the right knee. Lesions at 80 degrees for 90 seconds.',
  ],
];

describe('the side treated', () => {
  it.each(NOTES)('%s', (expected, note) => expect(told(note)).toEqual([expected]));
});
