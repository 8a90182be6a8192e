import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertionOf } from './assertion.ts';
import { quote, sectionAt, sentenceAt } from './note.ts';
import { readNote } from './read-note.ts';

const read = (text: string) => readNote({ id: 'note', text });
const sentences = (text: string) => read(text).sentences.map((one) => text.slice(one.start, one.end));
const sections = (text: string) =>
  read(text).sections.map((one) => `${one.role}${one.heading === undefined ? '' : ` <${one.heading}>`}`);

describe('sentences', () => {
  it.each([
    [
      'The patient had an MI. Dr. Smith was called. She is well.',
      ['The patient had an MI.', 'Dr. Smith was called.', 'She is well.'],
    ],
    [
      'Needle placed at L4-5. Then 0.25% bupivacaine was given.',
      ['Needle placed at L4-5.', 'Then 0.25% bupivacaine was given.'],
    ],
    ['A No. 22 needle was used. It was sharp.', ['A No. 22 needle was used.', 'It was sharp.']],
    ['1. Lumbar block\n2. Left hip injection', ['1. Lumbar block', '2. Left hip injection']],
    ['Pain is 8. The patient sits.', ['Pain is 8.', 'The patient sits.']],
    [
      'The needle was advanced to\nthe foramen without pain.',
      ['The needle was advanced to\nthe foramen without pain.'],
    ],
    ['Prone\nPrepped\nFluoro used', ['Prone', 'Prepped', 'Fluoro used']],
    ['Aspiration was negative.Then dye was given.', ['Aspiration was negative.', 'Then dye was given.']],
    ['Seen by J. Q. Sample at 9 a.m. today for pain.', ['Seen by J. Q. Sample at 9 a.m. today for pain.']],
    ['Given b.i.d. The dose is low.', ['Given b.i.d.', 'The dose is low.']],
    ['Approx. 2 mL was given', ['Approx. 2 mL was given']],
    ['', []],
  ])('%j', (text, expected) => expect(sentences(text)).toEqual(expected));
});

describe('sections', () => {
  it.each([
    [
      'PREOPERATIVE DIAGNOSIS: Pain.\nPOSTOPERATIVE DIAGNOSIS: Same.\nPROCEDURE: L4-5 block.',
      ['preop-diagnosis <PREOPERATIVE DIAGNOSIS>', 'postop-diagnosis <POSTOPERATIVE DIAGNOSIS>', 'title <PROCEDURE>'],
    ],
    [
      'Pre-Operative Diagnosis:\n\nPain\n\nProcedure performed:\n\nL4-5 block',
      ['preop-diagnosis <Pre-Operative Diagnosis>', 'title <Procedure performed>'],
    ],
    [
      'TITLE OF OPERATION: Block. ANESTHESIA: None. COMPLICATIONS: None.',
      ['title <TITLE OF OPERATION>', 'anesthesia <ANESTHESIA>', 'complications <COMPLICATIONS>'],
    ],
    ['## Plan\nReturn in two weeks', ['plan <Plan>']],
    ['1. INDICATIONS: pain\n2. TECHNIQUE: needle', ['indications <INDICATIONS>', 'description <TECHNIQUE>']],
    ['RECORDS REVIEWED:\n1. MRI\n2. Operative report of Dr. X: a block', ['past-history <RECORDS REVIEWED>']],
    ['REVIEW OF MEDICAL RECORDS: an MRI', ['past-history <REVIEW OF MEDICAL RECORDS>']],
    [
      'PAST MEDICAL HISTORY: none\nFAMILY HISTORY: back pain\nSOCIAL HISTORY: smokes',
      ['past-history <PAST MEDICAL HISTORY>', 'family-history <FAMILY HISTORY>', 'social-history <SOCIAL HISTORY>'],
    ],
    ['LEFT L5 TRANSFORAMINAL EPIDURAL INJECTION\n\nDISPOSITION: home', ['title', 'plan <DISPOSITION>']],
    ['SOMETHING UNHEARD OF: words', ['other <SOMETHING UNHEARD OF>']],
    ['Methyl Prednisolone (DepoMedrol): 20 mg', ['header']],
  ])('%j', (text, expected) => expect(sections(text)).toEqual(expected));

  it('reads a PROCEDURE heading by what stands under it', () => {
    const told =
      'PROCEDURE: Informed consent was obtained. The patient was placed prone and the back was prepped and draped. A needle was advanced to the joint.';
    expect(sections(told)).toEqual(['description <PROCEDURE>']);
    const both =
      'PROCEDURE: Left L5 nerve root block. The patient was placed prone and the back was prepped and draped. A needle was advanced to the foramen.';
    expect(sections(both)).toEqual(['title <PROCEDURE>', 'description']);
  });

  it('begins the narrative where a paragraph of it follows a short section', () => {
    const text =
      'PROCEDURE: Left block.\n\nAfter informed consent the patient was placed prone and the skin was prepped with alcohol three times.';
    expect(sections(text)).toEqual(['title <PROCEDURE>', 'description']);
  });
});

describe('how statements stand', () => {
  const how = (text: string, words: string) => {
    const start = text.indexOf(words);
    return assertionOf(read(text), start, start + words.length);
  };
  it.each([
    ['L4-5 injection was performed.', 'injection', 'asserted'],
    ['No steroid was given.', 'steroid', 'negated'],
    ['There was no blood, but contrast was seen.', 'contrast', 'asserted'],
    ['She denies leg pain.', 'leg pain', 'negated'],
    ['Fluoroscopy was not used.', 'Fluoroscopy', 'negated'],
    ['We will schedule an epidural injection.', 'epidural injection', 'planned'],
    ['He is a candidate for ablation.', 'ablation', 'planned'],
    ['If no better, an L4-5 injection.', 'L4-5 injection', 'planned'],
    ['Options include facet injections.', 'facet injections', 'planned'],
    ['Status post lumbar fusion.', 'lumbar fusion', 'historical'],
    ['She had an epidural injection in 2008.', 'epidural injection', 'historical'],
    ['Her previous block helped.', 'block', 'historical'],
    ['We were unable to enter the epidural space.', 'epidural space', 'abandoned'],
    ['The procedure was aborted.', 'procedure', 'abandoned'],
    ['Her mother had a spinal cord stimulator.', 'stimulator', 'other-person'],
    ['Risks including infection and nerve injury were discussed.', 'nerve injury', 'boilerplate'],
    ['The needle was advanced without difficulty and contrast was given.', 'contrast', 'asserted'],
    ['There was no complication and Celestone was injected.', 'Celestone', 'asserted'],
  ])('%s (%s) is %s', (text, words, expected) => expect(how(text, words)).toBe(expected));
});

describe('offsets', () => {
  const piece = fc.constantFrom(
    'PROCEDURE: ',
    'L4-5 ',
    'left ',
    'needle was advanced. ',
    '\r\n',
    '\n\n',
    '\t',
    '  ',
    'Dr. X ',
    '0.25% ',
    'İstanbul ',
    '😀',
    '\u0000',
    'PLAN:\n',
    'no ',
    'was not ',
    '1. ',
    '…',
    '—',
    'ß',
  );
  it('point into the text as given, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary', maxLength: 200 }),
        ),
        (text) => {
          const note = read(text);
          expect(note.lower).toHaveLength(note.text.length);
          expect(note.sections[0]?.start ?? 0).toBe(0);
          for (const [index, section] of note.sections.entries())
            expect(section.end).toBe(note.sections[index + 1]?.start ?? note.text.length);
          let last = 0;
          for (const sentence of note.sentences) {
            expect(sentence.start).toBeGreaterThanOrEqual(last);
            expect(sentence.end).toBeGreaterThan(sentence.start);
            expect(sentenceAt(note, sentence.start)).toBe(sentence);
            expect(sectionAt(note, sentence.start)).toBe(sentence.section);
            const evidence = quote(note, sentence.start - 1, sentence.end + 1);
            expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
            last = sentence.end;
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
