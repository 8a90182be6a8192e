import { describe, expect, it } from 'vitest';
import { told } from '../testing.ts';

/** Invented notes in the shapes that clinics use; no patient is real. */
const NOTES: Readonly<Record<string, string>> = {
  'operative report':
    'PREOPERATIVE DIAGNOSIS: Lumbar radiculopathy.\nPOSTOPERATIVE DIAGNOSIS: Same.\nPROCEDURE: Left L4-5 and L5-S1 transforaminal epidural steroid injections under fluoroscopy.\nANESTHESIA: Local.\n\nDESCRIPTION OF PROCEDURE: The patient was placed prone and the back was prepped and draped. Under fluoroscopy a 22-gauge needle was advanced to the left L4-5 foramen and then to the left L5-S1 foramen. Contrast spread along the roots. 10 mg of dexamethasone was injected. The patient tolerated the procedure well.\n\nCOMPLICATIONS: None.',
  interlaminar:
    'PROCEDURE: Cervical interlaminar epidural steroid injection at C7-T1.\n\nTECHNIQUE: With fluoroscopic guidance an 18-gauge Tuohy needle was advanced at the C7-T1 interspace by loss of resistance. 2 mL of Omnipaque showed epidural spread. 80 mg of Depo-Medrol was injected.',
  nerves:
    'PROCEDURE: Right L3, L4 medial branch and L5 dorsal ramus blocks.\n\nPROCEDURE IN DETAIL: The patient was prone. Under fluoroscopy 25-gauge needles were placed at each nerve and 0.5 mL of 0.5% bupivacaine was injected at each nerve. She tolerated it well.',
  ablation:
    'OPERATION: Left L4-5 and L5-S1 facet radiofrequency ablation.\n\nDESCRIPTION: Under fluoroscopy cannulas were placed at the medial branches. 1 mL of lidocaine was injected and lesions were made at 80 degrees for 90 seconds.',
  sacroiliac:
    'PROCEDURE: Bilateral sacroiliac joint injections.\n\nDESCRIPTION: Under fluoroscopy a 22-gauge needle was directed into the left and then the right sacroiliac joint. Contrast outlined each joint. 40 mg of Kenalog was injected on each side.',
  knee: 'PROCEDURE: Right knee injection.\n\nDESCRIPTION: The knee was prepped with chlorhexidine. A 22-gauge needle was inserted into the right knee joint and 40 mg of Kenalog with 4 mL of lidocaine was injected. There were no complications.',
  occipital:
    'PROCEDURE: Left greater occipital nerve block.\n\nDESCRIPTION: After alcohol prep a 25-gauge needle was advanced to the left greater occipital nerve and 3 mL of bupivacaine was injected.',
  'trigger points':
    'PROCEDURE: Trigger point injections of the right trapezius, right levator scapulae and right rhomboid.\n\nDESCRIPTION: After alcohol prep each trigger point was injected with 1 mL of 1% lidocaine using a 25-gauge needle.',
  narrative:
    'The patient was taken to the procedure room and placed prone. The back was prepped and draped. Under fluoroscopy an 18-gauge Tuohy needle was advanced at the L4-5 interspace and loss of resistance was obtained. Contrast showed epidural spread. 80 mg of Depo-Medrol was injected and the needle was removed.',
  'not done':
    'HISTORY: She had a left L4-5 transforaminal epidural steroid injection with 70% relief.\n\nASSESSMENT: Lumbar radiculopathy.\n\nPLAN: Schedule a left L4-5 transforaminal epidural steroid injection under fluoroscopy.',
};

const swapped = (text: string) =>
  text.replace(/\b(?:left|right)\b/gi, (word) => {
    const other = word.toLowerCase() === 'left' ? 'right' : 'left';
    return word.startsWith('L') || word.startsWith('R') ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });
const wrapped = (text: string) =>
  text.replace(/[^\n]+/g, (line) => line.replace(/(?=\S)(.{1,60})(?: |$)/g, '$1\n').trimEnd());

const SPOKEN = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
/** `L4-5` as a dictation has it. */
const inWords = (text: string, region: (letter: string) => string, join: string) =>
  text
    .replace(
      /\b([CL])(\d)-([ST]?)(\d)\b/g,
      (_, letter: string, upper: string, other: string, lower: string) =>
        `${region(letter)}${SPOKEN[Number(upper)]}${join}${other ? region(other) : ''}${SPOKEN[Number(lower)]}`,
    )
    .replace(/\b([CL])(\d)\b/g, (_, letter: string, level: string) => `${region(letter)}${SPOKEN[Number(level)]}`);
const REGION: Readonly<Record<string, string>> = { C: 'cervical ', L: 'lumbar ', S: 'sacral ', T: 'thoracic ' };

/** Ways to write the same, and one that turns left and right. */
const WRITTEN: readonly (readonly [how: string, write: (text: string) => string])[] = [
  ['in capitals', (text) => text.toUpperCase()],
  ['in small letters', (text) => text.toLowerCase()],
  ['in one line', (text) => text.replace(/\s*\n+\s*/g, ' ')],
  ['wrapped at 60', wrapped],
  ['with Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['with two spaces everywhere', (text) => text.replaceAll(' ', '  ')],
  ['with spaces that do not break', (text) => text.replaceAll(' ', '\u00a0')],
  ['with printed hyphens', (text) => text.replaceAll('-', '\u2011')],
  ['a sentence a line', (text) => text.replace(/\. (?=[A-Z])/g, '.\n')],
  ['with Markdown headings', (text) => text.replace(/^([A-Z][A-Z ]+): /gm, '## $1\n')],
  ['levels in full', (text) => text.replace(/\b([LC])(\d)-(\d)\b/g, '$1$2-$1$3')],
  ['levels with a slash', (text) => text.replace(/\b([LC])(\d)-/g, '$1$2/')],
  ['levels apart', (text) => text.replace(/\b([LC])(\d)-([ST]1)\b/g, '$1$2 - $3')],
  ['levels in words', (text) => inWords(text, (letter) => `${letter} `, ' ')],
  ['levels in words with hyphens', (text) => inWords(text, (letter) => `${letter}-`, '-')],
  ['levels by their regions', (text) => inWords(text, (letter) => REGION[letter]!, ' ')],
  [
    'misspelled',
    (text) =>
      text
        .replace(/transforaminal/gi, 'transforminal')
        .replace(/interlaminar/gi, 'interlaminer')
        .replace(/radiofrequency/gi, 'radiofrequencey')
        .replace(/fluoroscop/gi, 'flouroscop')
        .replace(/epidural/g, 'epideral')
        .replace(/sacroiliac/gi, 'saccroiliac')
        .replace(/bupivacaine/gi, 'bupivicane')
        .replace(/dexamethasone/gi, 'dexamethazone')
        .replace(/medial branch/gi, 'medial brach'),
  ],
  ['in the present', (text) => text.replace(/\bwas\b/g, 'is').replace(/\bwere\b/g, 'are')],
  ['with "instilled"', (text) => text.replace(/\binjected\b/g, 'instilled')],
  ['with "administered"', (text) => text.replace(/\b(was|were) injected\b/g, '$1 administered')],
  ['signed', (text) => `${text}\n\nElectronically signed by Jane Madeup, MD 03/02/2026 10:11 AM`],
  [
    'below the head of a record',
    (text) => `Patient: Madeup, Mona   DOB: 01/01/1950\nProvider: Jane Madeup, MD\n\n${text}`,
  ],
  [
    'below a history of other procedures',
    (text) =>
      `HISTORY: He had bilateral C5-6 facet injections in 2019 and a stellate block two years ago. A prior left shoulder injection with 40 mg of Kenalog helped.\n\n${text}`,
  ],
  [
    'above a plan of other procedures',
    (text) =>
      `${text}\n\nPLAN: If there is no relief we will schedule an intercostal block under ultrasound. Consider a spinal cord stimulator trial.`,
  ],
  [
    'with the risks told',
    (text) =>
      `${text}\n\nThe risks, including bleeding, nerve damage, headache and pneumothorax after a stellate ganglion block, were discussed.`,
  ],
];

describe('the same written otherwise', () => {
  for (const [name, text] of Object.entries(NOTES)) {
    const plain = told(text);
    it(`${name} is read at all`, () => expect(plain.length > 0).toBe(name !== 'not done'));
    it.each(WRITTEN)(`${name} %s means the same`, (_, write) => expect(told(write(text))).toEqual(plain));
    it(`${name} with left and right turned is the mirror image`, () =>
      expect(told(swapped(text))).toEqual(plain.map(swapped)));
  }
});
