import { describe, expect, test } from 'vitest';
import { withLineBreaks } from './lost-breaks.ts';

describe('withLineBreaks', () => {
  test.each([
    [
      'PREOPERATIVE DIAGNOSES:,1.  Sciatica.,2.  Stenosis.,PROCEDURE:,  Caudal injection.,EBL:,  None.',
      'PREOPERATIVE DIAGNOSES: 1.  Sciatica.\n2.  Stenosis.\nPROCEDURE:   Caudal injection.\nEBL:   None.',
    ],
    [
      'ANESTHESIA:,  Local, with 1 mg of lorazepam.,SUMMARY:,  Prone.',
      'ANESTHESIA:   Local, with 1 mg of lorazepam.\nSUMMARY:   Prone.',
    ],
    // Commas of a sentence, and of a note whose lines are its own, stay.
    ['PLAN: Return in ten days, Tuesday at best.', 'PLAN: Return in ten days, Tuesday at best.'],
    ['PLAN:,  Prone, Betadine, Dr. Sample, a nurse.', 'PLAN:   Prone, Betadine, Dr. Sample, a nurse.'],
  ])('%j', (given, lines) => {
    expect(withLineBreaks(given)).toBe(lines);
    expect(lines).toHaveLength(given.length);
  });
});
