import { describe, expect, it } from 'vitest';
import { findingsOf, told } from '../testing.ts';

/** Invented; nothing pierced the skin of any of them. */
const NEVER: readonly string[] = [
  'INTENDED PROCEDURE: Left L3-4 interlaminar epidural steroid injection.\nNOTE: She was laid prone and draped. The image showed a fracture of L2 that nobody knew of. The needle was not opened. We chose not to go ahead. Home with a brace.',
  'PROCEDURE: Bilateral L3, L4, L5 medial branch blocks\nProne, prepped with chlorhexidine. The C-arm failed its self test twice. No needle had been inserted. Case cancelled and moved to Monday.',
  'Here for right SI joint injection.\nProne, washed and draped. Then the fire alarm. Nothing entered the skin. Injection not done. Comes back Tuesday.',
  'PROCEDURE: SCS trial\nProne, prepped, draped, timeout done. Glucose 430. Skin was never punctured. Trial called off.',
  'PROCEDURE: Right stellate ganglion block\nSupine, neck prepped. Before any needle went in he began to seize. The block was not performed. Transferred.',
  'PROCEDURE: Left knee injection, 40 mg Kenalog\nKenalog 40 mg was drawn up. The knee was red and hot. No needle contact. The injection was deferred and the syringe wasted.',
];

/** A part was left out, or the words are said of something else. */
const DONE: readonly (readonly [string, string])[] = [
  [
    'PROCEDURE: Bilateral L5 transforaminal epidural\nUnder fluoroscopy a 22-gauge needle was advanced on the left to the L5-S1 foramen and 10 mg dexamethasone was injected. She then wished to stop: on the right no needle was placed, and that side was not done.',
    'epidural-transforaminal L5 left; fluoroscopy',
  ],
  [
    'PROCEDURE: Left L4-5 facet joint injection\nUnder fluoroscopy a needle was placed in the joint and 20 mg of Kenalog was injected. No second needle was placed. Sedation was cancelled. The block was not done at L5-S1.',
    'facet-injection L4-L5 left; fluoroscopy',
  ],
];

describe('procedures that were not begun', () => {
  it.each(NEVER)('%s', (text) => {
    expect(told(text)).toEqual([]);
    expect(findingsOf(text)).toContain('note/procedure-abandoned');
  });
  it.each(DONE)('%s', (text, expected) => expect(told(text)).toEqual([expected]));
});
