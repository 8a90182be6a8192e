import { interspacesBetween, regionOfInterspace } from '../../../model/spine/interspace.ts';
import { exitingRoot } from '../../../model/spine/root.ts';
import type { Laterality } from '../../../model/laterality.ts';
import type { Target } from '../../../model/procedure.ts';
import type { SpinalRegion } from '../../../model/spine/region.ts';
import { joinSides } from '../../spine/sides.ts';
import type { LevelMention } from '../../spine/level-mentions.ts';
import { isNext, through } from '../../spine/vertebra-words.ts';
import { quote, type ProcedureNote, type Span } from '../../text/note.ts';

export interface Place {
  readonly kind: 'interspace' | 'nerve-root';
  readonly name: string;
  readonly side: Laterality | undefined;
  readonly at: Span;
}

/** Interspaces that an interlaminar needle entered. A single vertebra's name does not tell the interspace. */
export function interspacesOf(mentions: readonly LevelMention[]): Place[] {
  const places: Place[] = [];
  for (const mention of mentions) {
    // `L4 and L5`, `the c7 t1 interspace`: two neighbours name the space between them.
    const pair = neighbours(mention);
    if (pair) {
      if (!pair.attempted) places.push({ kind: 'interspace', name: pair.name, side: undefined, at: pair.at });
      continue;
    }
    for (const level of mention.levels) {
      if (level.attempted || level.shape === 'single' || level.upper === 'TON') continue;
      for (const name of interspacesBetween(level.upper, level.lower))
        places.push({ kind: 'interspace', name, side: undefined, at: level });
    }
  }
  return once(places);
}

/** Foramina or roots of a transforaminal injection: a pair names the foramen, a single name the root. */
export function foraminaOf(mentions: readonly LevelMention[]): {
  readonly places: readonly Place[];
  readonly range: Span | undefined;
} {
  const places: Place[] = [];
  let range: Span | undefined;
  for (const mention of mentions) {
    // `the right l5 s1 transforaminal`: dictated without its hyphen; two roots would have a word or a comma between them.
    const pair = neighbours(mention);
    if (pair && pair.gap === 1 && !pair.attempted) {
      places.push({ kind: 'interspace', name: pair.name, side: mention.side, at: pair.at });
      continue;
    }
    for (const level of mention.levels) {
      if (level.attempted || level.upper === 'TON') continue;
      if (level.shape === 'single')
        places.push({ kind: 'nerve-root', name: level.upper, side: mention.side, at: level });
      else if (level.shape === 'pair')
        places.push({ kind: 'interspace', name: `${level.upper}-${level.lower}`, side: mention.side, at: level });
      else {
        range ??= level;
        if (mention.noun === 'root')
          for (const name of through(level.upper, level.lower, true))
            places.push({ kind: 'nerve-root', name, side: mention.side, at: level });
        else
          for (const name of interspacesBetween(level.upper, level.lower))
            places.push({ kind: 'interspace', name, side: mention.side, at: level });
      }
    }
  }
  return { places: sameForamen(once(places)), range };
}

/** Two single vertebrae of which one lies below the other, and how many characters stand between their names. */
function neighbours({ levels }: LevelMention) {
  const [upper, lower] = levels;
  if (levels.length !== 2 || upper!.shape !== 'single' || lower!.shape !== 'single') return undefined;
  if (!isNext(upper!.upper, lower!.upper)) return undefined;
  return {
    name: `${upper!.upper}-${lower!.upper}`,
    at: { start: upper!.start, end: lower!.end },
    gap: lower!.start - upper!.end,
    attempted: upper!.attempted || lower!.attempted,
  };
}

/** `L5 TFESI (L5-S1 foramen)`: the root and its foramen are one place, kept as the foramen's interspace. */
function sameForamen(places: readonly Place[]): Place[] {
  const roots = new Set(places.filter((place) => place.kind === 'interspace').map((place) => exitingRoot(place.name)));
  return places.filter((place) => place.kind === 'interspace' || !roots.has(place.name));
}

function once(places: readonly Place[]): Place[] {
  const byName = new Map<string, Place>();
  for (const place of places) {
    const before = byName.get(place.name);
    if (!before) byName.set(place.name, place);
    else if (place.side !== undefined && before.side !== place.side) {
      byName.set(place.name, { ...before, side: before.side === undefined ? place.side : 'bilateral' });
    }
  }
  return [...byName.values()];
}

/** A title that names no side takes each place's from the narrative, when that tells one for every place. */
export function withSidesTold(title: readonly Place[], told: readonly Place[]): readonly Place[] {
  if (title.some((place) => place.side !== undefined)) return title;
  const sided = title.map((place) => {
    const sides = told.filter((one) => one.name === place.name).map((one) => one.side);
    return { ...place, side: joinSides(sides) };
  });
  const uneven = new Set(sided.map((place) => place.side)).size > 1;
  return uneven && sided.every((place) => place.side !== undefined) ? sided : title;
}

/** Whether a root and an interspace, or two of a kind, can be the same place: L4-L5 goes with L4 and, by other routes, L5. */
export function compatible(one: Place, other: Place): boolean {
  if (one.kind === other.kind) return one.name === other.name;
  const [space, root] = one.kind === 'interspace' ? [one.name, other.name] : [other.name, one.name];
  return exitingRoot(space) === root || space.split('-').includes(root);
}

export function targetOf(note: ProcedureNote, place: Place, side: Laterality | undefined): Target {
  return {
    kind: place.kind,
    name: place.name,
    region: regionOf(place),
    side,
    evidence: [quote(note, place.at.start, place.at.end)],
  };
}

function regionOf(place: Place): SpinalRegion | undefined {
  if (place.kind === 'interspace') return regionOfInterspace(place.name);
  return place.name.startsWith('C')
    ? 'cervical'
    : place.name.startsWith('T')
      ? 'thoracic'
      : place.name.startsWith('L')
        ? 'lumbar'
        : 'sacral';
}
