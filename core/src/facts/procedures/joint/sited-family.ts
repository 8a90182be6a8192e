import type { SiteWords } from './site-words.ts';

/** A family of injections into named places. */
export interface SitedFamily {
  readonly family: string;
  readonly sites: readonly SiteWords[];
  /** Kind of the procedure at a place, for a narrative that names no procedure. */
  kindOf(site: SiteWords): string;
}

/** A sentence that tells the act, its preparation or its repetition. */
export const ACT =
  /\b(?:needles?|inject\w*|infiltrat\w*|instill\w*|advanc\w*|insert\w*|enter\w*|introduc\w*|prepp?(?:ed|ared)|aspirat\w*|repeat\w*|same procedure|approach\w*|\d\d?[\s-]?(?:g|ga|gauge)|guided?)\b/;
