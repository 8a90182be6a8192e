import type { SectionRole } from '../../text/note.ts';

/** Sections that tell nothing of earlier procedures of this patient. */
export const NO_HISTORY: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'consent',
  'allergies',
  'equipment',
  'complications',
  'injectate',
  'guidance',
  'anesthesia',
]);
