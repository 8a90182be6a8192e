import type { Laterality } from '../../model/laterality.ts';
import { isInterspace } from '../../model/spine/interspace.ts';

/** What diagnosis codes look at besides the condition, as far as words say it. */
export interface Anatomy {
  readonly regions: readonly string[];
  readonly levels: readonly string[];
  readonly side: Laterality | undefined;
  readonly parts: readonly string[];
}

const REGIONS: readonly (readonly [string, RegExp])[] = [
  ['cervicothoracic', /\bcervico-?\s?thoracic\b/],
  ['thoracolumbar', /\bthoraco-?\s?lumbar\b/],
  ['lumbosacral', /\blumbo-?\s?sacral\b/],
  ['cervical', /\b(?:cervical|neck)\b/],
  ['thoracic', /\b(?:thoracic|mid-?\s?back|dorsal spine)\b/],
  ['lumbar', /\b(?:lumbar|low(?:er)? back)\b/],
  ['sacral', /\b(?:sacral|sacrum|sacroiliac)\b/],
];

const PARTS: readonly (readonly [string, RegExp])[] = [
  ['upper-limb', /\b(?:upper (?:extremity|limb)|arm|forearm|hand|wrist|elbow|ue|rue|lue)\b/],
  ['lower-limb', /\b(?:lower (?:extremity|limb)|leg|foot|ankle|thigh|calf|le|rle|lle)\b/],
  ['shoulder', /\b(?:shoulder|glenohumeral|acromio-?clavicular|ac joint|subacromial|rotator cuff)\b/],
  ['hip', /\bhips?\b/],
  ['knee', /\bknees?\b/],
  ['foot', /\b(?:foot|feet|toe|metatarsal|intermetatarsal|plantar)\b/],
  ['jaw', /\b(?:jaw|masseter|temporalis|mastication)\b/],
  ['neck', /\b(?:neck|cervical)\b/],
  ['shoulder-girdle', /\b(?:trapezius|levator scapulae|rhomboids?|scapula)\b/],
  ['back', /\b(?:back|lumbar|thoracic|paraspinal|quadratus lumborum)\b/],
];

const LEVEL = /\b([ctls])-?\s?(\d{1,2})\s?(?:-|\/|–| to )\s?([ctls])?-?\s?(\d{1,2})\b/g;

/** Reads region, level, side and part of the body out of a statement in lower case. */
export function anatomyOf(words: string): Anatomy {
  const levels = [...words.matchAll(LEVEL)].flatMap(([, letter = '', upper = '', other, lower = '']) => {
    const name = `${letter.toUpperCase()}${upper}-${(other ?? letter).toUpperCase()}${lower}`;
    return isInterspace(name) ? [name] : [];
  });
  const stated = REGIONS.filter(([, test]) => test.test(words)).map(([name]) => name);
  return {
    regions: stated.length > 0 ? stated : [...new Set(levels.flatMap((level) => regionOfLevel(level) ?? []))],
    levels,
    side: sideOf(words),
    parts: PARTS.filter(([, test]) => test.test(words)).map(([name]) => name),
  };
}

/** The region by which diagnosis codes divide the spine: the two ends of a border level make a region of their own. */
export function regionOfLevel(level: string): string | undefined {
  if (level === 'C7-T1') return 'cervicothoracic';
  if (level === 'T12-L1') return 'thoracolumbar';
  if (level === 'L5-S1') return 'lumbosacral';
  if (level === 'C1-C2') return 'occipital';
  const letter = level.charAt(0);
  return letter === 'C' ? 'cervical' : letter === 'T' ? 'thoracic' : letter === 'L' ? 'lumbar' : undefined;
}

function sideOf(words: string): Laterality | undefined {
  const left = /\b(?:left|lt|lue|lle)\b/.test(words);
  const right = /\b(?:right|rt|rue|rle)\b/.test(words);
  if ((left && right) || /\b(?:bilateral|bilaterally|both sides|b\/l)\b/.test(words)) return 'bilateral';
  return left ? 'left' : right ? 'right' : undefined;
}
