import { describe, expect, it } from 'vitest';
import { readSedation } from './sedation.ts';
import { chartOf, valuesOf } from './testing.ts';

const of = (text: string) => valuesOf(readSedation(chartOf(text)));

describe('sedation.kind', () => {
  it.each([
    ['ANESTHESIA: Local', 'local-only'],
    ['ANESTHESIA: Local only', 'local-only'],
    ['ANESTHESIA: Local anesthesia with moderate sedation', 'moderate'],
    ['ANESTHESIA: MAC', 'monitored-anesthesia-care'],
    ['ANESTHESIA: General', 'general'],
    ['SEDATION: None', 'none'],
    ['DESCRIPTION: The patient received Versed 2 mg and fentanyl 50 mcg IV.', 'moderate'],
    ['DESCRIPTION: Conscious sedation was administered by the nurse.', 'moderate'],
    ['DESCRIPTION: Propofol was given in small boluses.', 'deep'],
    ['DESCRIPTION: Monitored anesthesia care with propofol.', 'monitored-anesthesia-care'],
    ['DESCRIPTION: No sedation was given.', 'none'],
    ['DESCRIPTION: The procedure was performed without IV sedation, under local anesthesia.', 'local-only'],
    ['DESCRIPTION: She was offered sedation; sedation was declined.', 'none'],
    ['DESCRIPTION: Valium 5 mg was given orally one hour before.', 'minimal'],
    ['ANESTHESIA: Local sedation.', 'unknown'],
    ['MEDICATIONS: Fentanyl patch 25 mcg/h, Ativan.', undefined],
    ['CONSENT: Risks including those of sedation were explained.', undefined],
    ['DESCRIPTION: Fentanyl was injected intrathecally.', undefined],
    ['PLAN: Moderate sedation will be used next time.', undefined],
    ['DESCRIPTION: The skin was anesthetized with lidocaine.', undefined],
  ])('%s → %s', (text, expected) => expect(of(text)['sedation.kind']).toBe(expected));

  it('contradiction is unknown', () => {
    expect(of('SEDATION: None\nDESCRIPTION: Versed 2 mg IV was given.')['sedation.kind']).toBe('conflict');
  });

  it.each([
    ['Moderate sedation was used because of severe anxiety and needle phobia.', true],
    ['IV sedation was given, as she is unable to lie still.', true],
    ['IV sedation was given for patient comfort.', undefined],
    ['IV sedation was given.', undefined],
  ])('a reason of this patient: %s → %s', (text, expected) =>
    expect(of(`DESCRIPTION: ${text}`)['sedation.justified']).toBe(expected),
  );
});
