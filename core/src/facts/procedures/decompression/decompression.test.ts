import { describe, expect, it } from 'vitest';
import { findingsOf, told } from '../../testing.ts';

const PORTAL =
  'A trocar and portal were placed under fluoroscopy. An epidurogram was obtained. The bone sculpter and tissue sculpter were used to remove bone and ligamentum flavum.';

/** Invented notes; no patient is real. */
const DONE: readonly (readonly [style: string, text: string, expected: readonly string[]])[] = [
  [
    'name with its mark',
    `PROCEDURE: mild® procedure at L4-5, bilateral.\nDESCRIPTION: ${PORTAL}`,
    ['lumbar-decompression L4-L5 bilateral; fluoroscopy'],
  ],
  [
    'two levels',
    `PROCEDURE: Bilateral percutaneous image-guided lumbar decompression (PILD) at L3-4 and L4-5.\nDESCRIPTION: ${PORTAL}`,
    ['lumbar-decompression L3-L4 bilateral, L4-L5 bilateral; fluoroscopy'],
  ],
  [
    'a range of three interspaces',
    `OPERATION: Minimally invasive lumbar decompression (MILD), L2-L5, both sides.\nOPERATIVE REPORT: ${PORTAL}`,
    ['lumbar-decompression L2-L3 bilateral, L3-L4 bilateral, L4-L5 bilateral; fluoroscopy'],
  ],
  [
    'one side',
    `PROCEDURE PERFORMED: Right-sided MILD procedure, L4-L5.\nTECHNIQUE: Under fluoroscopic guidance a portal was advanced to the right L4 lamina. Ligamentum flavum was debulked on the right.`,
    ['lumbar-decompression L4-L5 right; fluoroscopy'],
  ],
  [
    'levels in the narrative',
    'PROCEDURE: Percutaneous lumbar decompression.\nDESCRIPTION: Contrast was injected for an epidurogram under fluoroscopy. A 6-gauge portal was placed at the L3-4 interspace. Using the tissue sculpter, ligamentum flavum at L3-4 was resected bilaterally.',
    ['lumbar-decompression L3-L4 bilateral; fluoroscopy'],
  ],
  [
    'dictation without a title',
    'She was placed prone. MILD procedure performed at L3/4 and L4/5. A 5.1 mm portal was advanced to the right lamina of L4 under fluoro. The tissue sculpter removed ligamentum flavum. This was repeated on the left and at L3-4 bilaterally.',
    ['lumbar-decompression L3-L4 bilateral, L4-L5 bilateral; fluoroscopy'],
  ],
  [
    'the name in brackets',
    'OPERATIVE PROCEDURE: Percutaneous lumbar laminotomy/decompression (mild), L4-L5, left.\nDESCRIPTION: Under fluoroscopy, through the trocar on the left, the bone sculpter and tissue sculpter were used; ligamentum flavum was removed.',
    ['lumbar-decompression L4-L5 left; fluoroscopy'],
  ],
  [
    'neck',
    'PROCEDURE: Percutaneous image-guided cervical decompression at C5-6.\nDESCRIPTION: Under CT guidance a portal was placed and ligamentum flavum was resected bilaterally at C5-6.',
    ['lumbar-decompression C5-C6 bilateral; ct'],
  ],
  [
    'level left open',
    'PROCEDURE: mild procedure.\nDESCRIPTION: Under fluoroscopy a trocar was placed and ligamentum flavum was removed bilaterally with the tissue sculpter.',
    ['lumbar-decompression ?lumbar bilateral; fluoroscopy'],
  ],
];

const NOT_DONE: readonly (readonly [style: string, text: string])[] = [
  ['planned', 'ASSESSMENT: Lumbar stenosis with thickened ligamentum flavum.\nPLAN: Schedule mild® procedure at L4-5.'],
  ['discussed', 'PLAN: We discussed percutaneous image-guided lumbar decompression (PILD) and epidural injections.'],
  ['earlier', 'HISTORY: She had the mild procedure at L4-5 last year with good relief.'],
  [
    'the adjective',
    'PROCEDURE: MRI lumbar spine.\nFINDINGS: Mild L4-5 stenosis with ligamentum flavum thickening. Mild decompression of the thecal sac after surgery.',
  ],
  [
    'open decompression',
    'OPERATION: Minimally invasive lumbar decompression L4-5.\nDESCRIPTION: A tubular retractor was docked. A laminectomy was done with a high-speed drill and Kerrison rongeurs under the microscope. The ligamentum flavum was removed.',
  ],
  [
    'open laminectomy',
    'OPERATION: Decompressive laminectomy L3-4 and L4-5.\nDESCRIPTION: Subperiosteal exposure. Laminectomy was performed with a Kerrison rongeur and ligamentum flavum was excised.',
  ],
  [
    'needle through the ligament',
    'PROCEDURE: L4-5 interlaminar epidural steroid injection.\nDESCRIPTION: Under fluoroscopy the Tuohy needle was advanced through the ligamentum flavum with loss of resistance. 80 mg of Kenalog was injected.',
  ],
];

describe('percutaneous decompression', () => {
  it.each(DONE)('%s', (_, text, expected) => expect(told(text)).toEqual(expected));
  it.each(NOT_DONE)('not done: %s', (_, text) =>
    expect(told(text).filter((one) => one.includes('decompression'))).toEqual([]),
  );
  it('says that a title alone shows nothing', () => {
    expect(findingsOf('PROCEDURE: mild® procedure at L4-5.\nCOMPLICATIONS: None.')).toContain(
      'note/procedure-not-described',
    );
  });
  it('says that the level is open', () =>
    expect(findingsOf(DONE.find(([style]) => style === 'level left open')![1])).toContain('note/level-open'));
});
