import { describe, expect, it } from 'vitest';
import { told } from '../../testing.ts';

/** One side or one level that was left out, in words that could stand for the whole. */
const PARTLY: readonly string[] = [
  'PROCEDURE: Left L4-5 facet joint injection; L5-S1 not performed. Under fluoroscopy a needle was advanced to L4-5 and 40 mg of Kenalog was injected.',
  'PROCEDURE: Left L4-5 facet joint injection. Under fluoroscopy a needle was advanced and 40 mg of Kenalog was injected. On the right I did not proceed: the skin was broken, it was not prepped and no needle was placed. The right was postponed.',
];

/** The paper itself says so, or tells of many days. */
const SAID: readonly string[] = [
  'PROCEDURE VISIT - NOT PERFORMED. Left L4-5 facet joint injection under fluoroscopy. Kenalog 40 mg had been drawn up, the needle was placed on the tray.',
  'Left L4-5 facet joint injection under fluoroscopy. Her sister told of hers: a needle was advanced and 40 mg of Kenalog was injected. No procedure was performed today.',
  'Left L4-5 facet joint injection under fluoroscopy, 40 mg Kenalog. She was positioned prone. A new fracture was seen and I did not go ahead. She was not prepped, no needle was opened. Postponed.',
  'Sent from the exchange.\n2021-02-09 Facet joint injection, left L4-5, fluoroscopy. A needle was advanced and 40 mg of Kenalog was injected.\n2022-08-30 Medial branch block, L4, L5, left. 0.5 mL bupivacaine was injected.\n2022-11-15 Radiofrequency ablation left L4, L5. Lesions were made at 80 degrees.',
];

describe('papers that say that nothing was done on their day', () => {
  it.each(SAID)('%s', (text) => expect(told(text)).toEqual([]));
});

describe('records that say of a part that it was not done', () => {
  it.each(PARTLY)('%s', (text) => expect(told(text)).toHaveLength(1));
});
