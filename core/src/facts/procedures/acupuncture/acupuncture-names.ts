import type { ProcedureName } from '../family-words.ts';

/** What is no needling of the body by acupuncture, although the word stands there. */
const OTHER =
  /\bacupressure\b(?![^.]{0,60}\bneedle)|\bbattlefield\b(?=[^.]{0,30}\bconsider)|\bacupuncture (?:clinic|center|referral|provider|benefit|coverage|school|therapist)\b/;

export const ACUPUNCTURE_NAMES: readonly ProcedureName[] = [
  {
    kind: 'acupuncture',
    words:
      /\b(?:electro-?\s?acupuncture|(?:auricular|scalp|ear|body|traditional|medical|manual|chinese) acupuncture|acupuncture)\b(?: (?:with|without) (?:electrical|e-?)\s?-?stim\w*)?(?:,? (?:treatment|session|visit|therapy|procedure|needling))?(?: #? ?\d{1,2})?/g,
    unless: OTHER,
  },
];

export const ACUPUNCTURE_NARRATIVE = /\bacupunct\w*|\bneedles?\b[^.]{0,80}\b(?:retain|points?\b|de qi|deqi)|\bde ?qi\b/;
export const ACUPUNCTURE_GATE = /acupunct|de ?qi/;
