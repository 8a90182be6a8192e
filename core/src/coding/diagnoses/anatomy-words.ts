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
  [
    'upper-limb',
    /\b(?:upper (?:extremit(?:y|ies)|limbs?)|arms?|forearms?|hands?|wrists?|elbows?|fingers?|thumbs?|ue|rue|lue)\b/,
  ],
  [
    'lower-limb',
    /\b(?:lower (?:extremit(?:y|ies)|limbs?)|legs?|foot|feet|ankles?|thighs?|calf|calves|heels?|toes?|le|rle|lle)\b/,
  ],
  [
    'shoulder',
    /\b(?:shoulders?|glenohumeral|acromio-?clavicular|ac (?:joint|arthr\w+)|supraspinatus|subacromial|rotator cuff)\b/,
  ],
  ['hip', /\bhips?\b/],
  ['knee', /\bknees?\b/],
  ['foot', /\b(?:foot|feet|toe|metatarsal|intermetatarsal|plantar)\b/],
  ['ankle', /\bankles?\b/],
  ['wrist', /\b(?:wrists?|radiocarpal)\b/],
  ['elbow', /\belbows?\b/],
  ['hand', /\b(?:hands?|mcp|pip|metacarpophalangeal|fingers?|knuckles?)\b/],
  ['thumb', /\bthumbs?\b/],
  ['index-finger', /\bindex (?:trigger )?finger\b/],
  ['middle-finger', /\b(?:middle|long) finger\b/],
  ['ring-finger', /\bring finger\b/],
  ['little-finger', /\b(?:little|small|pinky|fifth) finger\b/],
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
  const ofLevels = [...new Set(levels.flatMap((level) => regionOfLevel(level) ?? []))];
  const roots = rootRegions(words);
  return {
    regions: [stated, ofLevels, roots].find((one) => one.length > 0) ?? [],
    levels,
    side: sideOf(words),
    parts: PARTS.filter(([, test]) => test.test(words)).map(([name]) => name),
  };
}

/** The same for statements of one chart: several conditions stand in one. */
export function anatomyOfEach(): (words: string) => Anatomy {
  const known = new Map<string, Anatomy>();
  return (words) => {
    const same = known.get(words) ?? anatomyOf(words);
    known.set(words, same);
    return same;
  };
}

const ROOT = /\b([ctls])-?(\d{1,2})\b/g;

/** A root that is named alone keeps the region of its own vertebra, wherever the needle went in; S1 leaves below L5-S1. */
function rootRegions(words: string): string[] {
  const found = [...words.matchAll(ROOT)].flatMap(([, letter = '', number = '']) => {
    const at = Number(number);
    if (letter === 'c' && at >= 1 && at <= 8) return ['cervical'];
    if (letter === 't' && at >= 1 && at <= 12) return ['thoracic'];
    if (letter === 'l' && at >= 1 && at <= 5) return ['lumbar'];
    return letter === 's' && at >= 1 && at <= 5 ? [at === 1 ? 'lumbosacral' : 'sacral'] : [];
  });
  return [...new Set(found)];
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

/** The hand that somebody writes with is no side of a disease. */
const HANDED =
  /\b(?:left|right)[\s-]hand(?:ed\b|[\s-]domina\w+)|\bleft (?:with|alone|untreated|off)\b|\bright (?:now|away)\b/g;

function sideOf(all: string): Laterality | undefined {
  const words = all.replace(HANDED, ' ');
  const left =
    /\b(?:left|lt|lue|lle)\b|\bl(?=[\s.]+(?:sided?|leg|arm|knee|hip|shoulder|foot|hand|wrist|elbow|ankle|groin|si|sij|thumb)\b)/.test(
      words,
    );
  const right =
    /\b(?:right|rt|rue|rle)\b|\br(?=[\s.]+(?:sided?|leg|arm|knee|hip|shoulder|foot|hand|wrist|elbow|ankle|groin|si|sij|thumb)\b)/.test(
      words,
    );
  if ((left && right) || /\b(?:bilateral|bilaterally|both sides|b\/l)\b/.test(words)) return 'bilateral';
  return left ? 'left' : right ? 'right' : undefined;
}
