import type { SpinalRegion } from '../../model/spine/region.ts';
import type { Span } from '../text/note.ts';

const REGIONS: readonly (readonly [SpinalRegion, RegExp])[] = [
  ['cervical', /\b(?:cervical|cervico-?thoracic|cesi\b|neck)/],
  ['thoracic', /\b(?:thoracic|thoraco-?lumbar|tesi\b)/],
  ['lumbar', /\b(?:lumbar|lumbo-?sacral|lesi\b|low back|lower back)/],
  ['sacral', /\b(?:sacral|sacrum)/],
];

/**
 * The region that words name, when levels do not: the first of the stretches that names exactly one. `stands` tells
 * whether words of such a stretch are of today: an operation of years ago names none.
 */
export function regionInWords(
  lower: string,
  stretches: readonly (Span | undefined)[],
  stands: (span: Span) => boolean = () => true,
): SpinalRegion | undefined {
  for (const stretch of stretches) {
    if (!stretch) continue;
    const words = lower.slice(stretch.start, stretch.end);
    const found = REGIONS.filter(([, pattern]) => {
      const at = words.search(pattern);
      return at >= 0 && stands({ start: stretch.start + at, end: stretch.start + at + 1 });
    });
    if (found.length === 1 || (found.length === 2 && found[0]![0] === 'lumbar')) return found[0]![0];
  }
  return undefined;
}
