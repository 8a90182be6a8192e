import { describe, expect, it } from 'vitest';
import { agentsOf } from '../testing.ts';

const ESI =
  'PROCEDURE: L4-5 interlaminar epidural steroid injection.\nDESCRIPTION: Under fluoroscopy a Tuohy needle was advanced at L4-5. ';
const TWO =
  'PROCEDURE: Left L4 and L5 transforaminal epidural steroid injection.\nDESCRIPTION: Under fluoroscopy needles were advanced to the foramina. ';
const BOTH =
  'PROCEDURE: Bilateral L5-S1 transforaminal epidural steroid injection.\nDESCRIPTION: Under fluoroscopy the right foramen was entered. ';
const FOUR =
  'PROCEDURE: Bilateral L4-5 and L5-S1 facet joint injections.\nDESCRIPTION: Under fluoroscopy needles were advanced into the facet joints. ';
const KENALOG = 'triamcinolone-acetonide';
const DEPO = 'methylprednisolone-acetate';
const DEX = 'dexamethasone-sodium-phosphate';
const CELESTONE = 'betamethasone';

/** Milligrams of the steroid; `?` where the note leaves them open. */
const steroidOf = (text: string) =>
  agentsOf(text)
    .filter((one) => [KENALOG, DEPO, DEX, CELESTONE].some((name) => one.startsWith(name)))
    .join(', ');

describe('a total that the note states', () => {
  it.each([
    ['beside the part', `${TWO}5 mg of dexamethasone was left at each nerve, 10 mg in all.`, `${DEX} 10 mg`],
    ['in brackets', `${TWO}Every foramen took dexamethasone 5 mg (10 mg total).`, `${DEX} 10 mg`],
    ['in its own sentence', `${BOTH}Celestone 6 mg was injected. Total betamethasone: 12 mg.`, `${CELESTONE} 12 mg`],
    ['drug named with it', `${FOUR}Each joint took 10 mg of Kenalog, altogether 40 mg.`, `${KENALOG} 40 mg`],
    ['without its measure', `${FOUR}Ten of Depo at each joint, so forty total.`, `${DEPO} 40 mg`],
    ['a volume in all is none', `${ESI}Depo-Medrol 80 mg in a total of 6 mL was injected.`, `${DEPO} 80 mg`],
    ['parts of a total', `${FOUR}40 mg of Kenalog was used, 10 mg at each joint.`, `${KENALOG} 40 mg`],
  ])('%s', (_what, text, expected) => expect(steroidOf(text)).toBe(expected));
});

describe('one preparation for several places', () => {
  it.each([
    ['a syringe', `${FOUR}From a syringe of 40 mg Kenalog and 3 mL lidocaine 1 mL was injected at each joint.`, 40],
    ['dissolved in a volume', `${FOUR}Kenalog 40 mg in 4 mL of bupivacaine, 1 mL per joint, was injected.`, 40],
    ['parts of known volume', `${FOUR}Each joint got 1 mL of a mix of Kenalog-40 1 mL and bupivacaine 4 mL.`, 32],
    [
      'a quarter each',
      `${FOUR}40 mg of Kenalog and 3 mL of lidocaine were drawn up and a quarter of it went to each joint.`,
      40,
    ],
    ['shared', `${FOUR}40 mg of Kenalog was shared among the joints, 1 mL to each.`, 40],
    [
      'used up',
      `${FOUR}A mixture of 40 mg Kenalog and lidocaine was injected at each joint. The whole syringe was used.`,
      40,
    ],
    [
      'half each',
      `${TWO}A total of 2 mL containing Kenalog 40 mg and 1 mL of lidocaine was made, half going into each needle.`,
      40,
    ],
    [
      'given through one needle',
      `${ESI}8 mL of a solution consisting of 40 mg of Kenalog, 2 mL of lidocaine and saline was injected.`,
      40,
    ],
  ])('%s', (_what, text, expected) => expect(steroidOf(text)).toBe(`${KENALOG} ${expected} mg`));

  it('claims nothing when its volume is open', () => {
    const text = `${FOUR}1 mL of a mixture of Kenalog 20 mg and lidocaine was injected into each joint.`;
    expect(steroidOf(text)).toBe(`${KENALOG} ? mg`);
  });
});

describe('givings one after the other', () => {
  it.each([
    [
      'another',
      `${ESI}40 mg of Depo-Medrol was given. The catheter was withdrawn and another 40 mg of Depo-Medrol given.`,
      80,
    ],
    [
      'both sides',
      `${BOTH}40 mg of Depo-Medrol was injected. The left foramen was entered and 40 mg of Depo-Medrol injected.`,
      80,
    ],
    [
      'an identical dose',
      `${BOTH}40 mg of Depo-Medrol was injected on the right and an identical dose on the left.`,
      80,
    ],
    ['columns', `${BOTH}\n| Injectate | Depo-Medrol 40 mg | Depo-Medrol 40 mg |`, 80],
    [
      'one giving told twice',
      `${ESI}80 mg of Depo-Medrol was drawn up. The 80 mg of Depo-Medrol was then injected.`,
      80,
    ],
    ['each of a number', `${FOUR}10 mg of Depo-Medrol was injected at each of the four joints.`, 40],
  ])('%s', (_what, text, expected) => expect(steroidOf(text)).toBe(`${DEPO} ${expected} mg`));
});

describe('how amounts are written', () => {
  it.each([
    ['in words', `${ESI}Forty milligrams of Kenalog was injected.`, `${KENALOG} 40 mg`],
    ['without a measure', `${ESI}I gave eighty of Depo with saline.`, `${DEPO} 80 mg`],
    ['no usual dose', `${ESI}I gave 3 of Depo with saline.`, `${DEPO} ? mg`],
    ['per one millilitre', `${ESI}Dexamethasone 10 mg/1 mL was injected.`, `${DEX} 10 mg`],
    ['introduced', `${ESI}Dexamethasone 12 mg with 1 mL of lidocaine was slowly introduced.`, `${DEX} 12 mg`],
    ['corrected', `${ESI}40 mg of Kenalog, correction, 80 mg of Depo-Medrol was injected.`, `${DEPO} 80 mg`],
    ['after a denial', `${ESI}No blood was seen, and 40 mg of Kenalog was injected.`, `${KENALOG} 40 mg`],
    ['denied', `${ESI}No contrast and no Kenalog 40 mg was given; lidocaine 2 mL was injected.`, ''],
    [
      'listed, then named',
      'PROCEDURE: L4-5 interlaminar epidural steroid injection.\nMEDICATIONS: Kenalog 40 mg, saline 3 mL.\nDESCRIPTION: Under fluoroscopy a Tuohy needle was advanced at L4-5. The Kenalog was injected.',
      `${KENALOG} 40 mg`,
    ],
  ])('%s', (_what, text, expected) => expect(steroidOf(text)).toBe(expected));
});
