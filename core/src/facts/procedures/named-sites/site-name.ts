import { shareSides } from '../../spine/level-mentions.ts';
import type { Laterality } from '../../../model/laterality.ts';
import type { ProcedureNote, Span } from '../../text/note.ts';
import { limbSides } from './limb-sides.ts';

/** A structure outside the levels of the spine, as notes write it. */
export interface SiteName {
  /** Canonical name, as in the library's list of sites. */
  readonly site: string;
  /** Source of a regular expression against lower case, without its word boundaries. */
  readonly words: string;
}

/** A structure named in a stretch of a note, with the side that is said of it. */
export interface SiteMention extends Span {
  readonly site: string;
  readonly side: Laterality | undefined;
}

export interface Lexicon {
  readonly names: readonly (SiteName & { readonly pattern: RegExp })[];
  /** Source that matches any of them. */
  readonly any: string;
}

/** Specific names first: what one name has taken, a later one does not see. */
export function lexicon(names: readonly SiteName[]): Lexicon {
  return {
    names: names.map((name) => ({ ...name, pattern: new RegExp(`\\b(?:${name.words})(?![a-z])`, 'g') })),
    any: `\\b(?:${names.map((name) => name.words).join('|')})(?![a-z])`,
  };
}

/** Structures of the lexicon in one stretch, in order, with sides shared out among them. */
export function siteMentions(note: ProcedureNote, span: Span, known: Lexicon): SiteMention[] {
  const words = note.lower.slice(span.start, span.end);
  const found: (Span & { site: string })[] = [];
  for (const { site, pattern } of known.names) {
    pattern.lastIndex = 0;
    for (let one = pattern.exec(words); one; one = pattern.exec(words)) {
      if (one[0].length === 0) break;
      const [start, end] = [span.start + one.index, span.start + one.index + one[0].length];
      // Longer words over the same place win; `greater and lesser occipital` holds two names that end together.
      if (
        found.some(
          (other) =>
            other.start <= start &&
            end <= other.end &&
            (other.site === site || !joins(note.lower.slice(other.start, other.end))),
        )
      )
        continue;
      found.push({ site, start, end });
    }
  }
  found.sort((one, other) => one.start - other.start);
  const sides = shareSides(note.lower, found, limbSides(note, span));
  return found.map((one, index) => ({ ...one, side: sides[index]?.side }));
}

function joins(words: string): boolean {
  return /\band\b|[&/+,]/.test(words);
}
