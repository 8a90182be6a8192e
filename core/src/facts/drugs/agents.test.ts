import { describe, expect, it } from 'vitest';
import { readProcedures } from '../procedures/read-procedures.ts';
import { agentsOf, testReader } from '../testing.ts';
import { readNote } from '../text/read-note.ts';

const ESI =
  'PROCEDURE: L4-5 interlaminar epidural steroid injection.\nDESCRIPTION: Under fluoroscopy a Tuohy needle was advanced at L4-5. ';
const TWO =
  'PROCEDURE: Left L4 and L5 transforaminal epidural steroid injection.\nDESCRIPTION: Under fluoroscopy needles were advanced to the foramina. ';
const FOUR =
  'PROCEDURE: Bilateral L4-5 and L5-S1 facet joint injections.\nDESCRIPTION: Under fluoroscopy needles were advanced into the facet joints. ';

describe('what was given, and how much', () => {
  it.each([
    ['mg', `${ESI}80 mg of Depo-Medrol was injected.`, ['methylprednisolone-acetate 80 mg']],
    ['volume times strength', `${ESI}1 mL of 40 mg/mL triamcinolone was injected.`, ['triamcinolone-acetonide 40 mg']],
    ['strength in the name', `${ESI}2 cc of Kenalog-40 was injected.`, ['triamcinolone-acetonide 80 mg']],
    ['in brackets', `${ESI}1 cc (40 mg) Depo-Medrol was injected.`, ['methylprednisolone-acetate 40 mg']],
    ['drug first', `${ESI}Dexamethasone 10 mg/mL, 1.5 mL was injected.`, ['dexamethasone-sodium-phosphate 15 mg']],
    ['volume without strength', `${ESI}1 mL of Depo-Medrol was injected.`, ['methylprednisolone-acetate ? mg']],
    ['strength without volume', `${ESI}Triamcinolone 40 mg/mL was injected.`, ['triamcinolone-acetonide ? mg']],
    [
      'two names of one drug',
      `${ESI}80 mg of methylprednisolone (Depo-Medrol) was injected.`,
      ['methylprednisolone-acetate 80 mg'],
    ],
    [
      'skin wheal left out',
      `${ESI}The skin was anesthetized with 3 mL of 1% lidocaine. 10 mg of dexamethasone was injected.`,
      ['dexamethasone-sodium-phosphate 10 mg'],
    ],
    [
      'contrast left out',
      `${ESI}2 mL of Omnipaque 240 showed spread. 10 mg of dexamethasone was injected.`,
      ['dexamethasone-sodium-phosphate 10 mg'],
    ],
    ['not given', `${ESI}No steroid was used. 3 mL of 1% lidocaine was injected.`, ['lidocaine ? mg']],
    [
      'both with amounts',
      `${ESI}A mixture of 80 mg of Depo-Medrol and 2 mL of 0.25% bupivacaine was injected.`,
      ['methylprednisolone-acetate 80 mg', 'bupivacaine ? mg'],
    ],
    ['each level', `${TWO}5 mg of dexamethasone was injected at each level.`, ['dexamethasone-sodium-phosphate 10 mg']],
    ['in total', `${TWO}A total of 10 mg of dexamethasone was injected.`, ['dexamethasone-sodium-phosphate 10 mg']],
    [
      'each joint on both sides',
      `${FOUR}10 mg of Kenalog was injected into each joint.`,
      ['triamcinolone-acetonide 40 mg'],
    ],
    [
      'share of a mixture',
      `${FOUR}A solution consisting of 9 mL of 0.5% Marcaine and 1 mL of Kenalog-40 was prepared. 2 mL of the solution was injected into each joint.`,
      ['bupivacaine ? mg', 'triamcinolone-acetonide 32 mg'],
    ],
    [
      'more than was drawn up',
      `${FOUR}A solution consisting of 5 mL of Marcaine and 1 mL of Kenalog-40 was prepared. 2 mL of the solution was injected into each joint.`,
      ['bupivacaine ? mg', 'triamcinolone-acetonide ? mg'],
    ],
    [
      'level open',
      'PROCEDURE: Lumbar facet joint injections.\nDESCRIPTION: Under fluoroscopy 10 mg of Kenalog was injected into each joint.',
      ['triamcinolone-acetonide ? mg'],
    ],
    [
      'repeated on the other side',
      'PROCEDURE: L5-S1 transforaminal epidural injection.\nDESCRIPTION: Under fluoroscopy a needle was placed in the right foramen and 20 mg of Kenalog was injected. The same procedure was repeated on the left.',
      ['triamcinolone-acetonide 40 mg'],
    ],
    [
      'only in the title',
      'PROCEDURE: Left L5 transforaminal injection with 40 mg of Kenalog.\nDESCRIPTION: Under fluoroscopy a needle was advanced to the left L5 foramen and the mixture was injected.',
      ['triamcinolone-acetonide 40 mg'],
    ],
  ])('%s', (_what, text, expected) => expect(agentsOf(text)).toEqual(expected));

  const first = (text: string) => readProcedures(readNote({ id: 'note', text }), testReader).procedures[0]?.agents[0];
  it.each([
    ['Kenalog 40 mg from a single-dose vial was injected.', { singleDose: true }],
    ['Kenalog 40 mg was injected. 20 mg was wasted.', { wasted: 20 }],
    ['1 mL of Kenalog-40 was injected and 0.5 mL discarded.', { wasted: 20 }],
    ['Kenalog 40 mg was injected. Wastage: none.', { wasted: 0 }],
    ['10 mg of preservative-free dexamethasone was injected.', { preservativeFree: true }],
    ['10 mg of dexamethasone was injected. All medications were preservative free.', { preservativeFree: true }],
  ])('%s', (words, expected) => expect(first(ESI + words)).toMatchObject(expected));

  it('shows the arithmetic and points at the words', () => {
    const text = `${ESI}2 mL of 40 mg/mL triamcinolone was injected.`;
    const agent = first(text);
    expect(agent?.derivation).toBe('2 mL of 40 mg/mL = 80 mg');
    expect(agent?.evidence[0]?.quote).toBe('2 mL of 40 mg/mL triamcinolone');
  });
});
