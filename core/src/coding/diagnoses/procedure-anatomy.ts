import type { Laterality } from '../../model/laterality.ts';
import type { Procedure, Target } from '../../model/procedure.ts';
import { anatomyOf, regionOfLevel, type Anatomy } from './anatomy-words.ts';

/** The region that a border region belongs to in common speech: "lumbar" includes L5-S1. */
const INNER: Readonly<Record<string, string>> = {
  lumbosacral: 'lumbar',
  cervicothoracic: 'cervical',
  thoracolumbar: 'thoracic',
};

function within(level: string, regions: readonly string[]): boolean {
  const region = regionOfLevel(level) ?? '';
  return regions.includes(region) || regions.includes(INNER[region] ?? '');
}

/** Where the words are silent, the procedure tells region, level and side, and then the words `near` them. */
export function completed(own: Anatomy, done: Anatomy, near?: Anatomy): Anatomy {
  const regions = [own.regions, done.regions, near?.regions ?? []].find((one) => one.length > 0) ?? [];
  const stated = own.levels.length > 0 ? own.levels : done.levels.filter((level) => within(level, regions));
  // The neck is entered at C7-T1 whichever root is the cause: what is called cervical stays so.
  const levels =
    own.levels.length > 0 || !regions.includes('cervical') ? stated : stated.filter((one) => one !== 'C7-T1');
  return {
    regions: narrowed(regions, levels),
    levels,
    side: own.side ?? done.side ?? near?.side,
    parts: [own.parts, done.parts, near?.parts ?? []].find((one) => one.length > 0) ?? [],
  };
}

/** "Lumbar" with L5-S1 as the only level is the lumbosacral region; with L4-L5 beside it stays lumbar. */
function narrowed(regions: readonly string[], levels: readonly string[]): readonly string[] {
  if (levels.length === 0) return regions;
  const ofLevels = [...new Set(levels.flatMap((level) => regionOfLevel(level) ?? []))];
  const [only] = ofLevels;
  if (ofLevels.length !== 1 || only === undefined || regions.includes(only)) return regions;
  const inner = INNER[only];
  return inner !== undefined && regions.includes(inner) ? [only, ...regions] : regions;
}

/** Region, levels, side and parts of the body of what was done. */
export function anatomyOfProcedures(procedures: readonly Procedure[]): Anatomy {
  const targets = procedures.flatMap((procedure) => procedure.targets);
  const levels = targets.flatMap((target) =>
    target.kind === 'interspace' || target.kind === 'facet-joint' ? (target.name ?? []) : [],
  );
  const regions = [...new Set(levels.flatMap((level) => regionOfLevel(level) ?? []))];
  // The caudal canal is the way in: what is treated lies higher, and the note must say where.
  const wide = [
    ...new Set(
      procedures
        .filter(({ kind }) => kind !== 'epidural-caudal')
        .flatMap((procedure) => procedure.targets.flatMap((target) => target.region ?? [])),
    ),
  ];
  const names = targets
    .map((target) => (target.name ?? '').replaceAll('-', ' '))
    .join(' ')
    .toLowerCase();
  return {
    regions: regions.length > 0 ? regions : wide,
    levels,
    side: sideOf(targets),
    parts: anatomyOf(names).parts,
  };
}

/** One side, or both where one place was treated on both; a left knee and a right shoulder have no side together. */
function sideOf(targets: readonly Target[]): Laterality | undefined {
  const [first, ...others] = new Set(targets.flatMap((target) => target.side ?? []));
  if (first === undefined || others.length === 0) return first;
  const both = targets.some(
    ({ name, side }) =>
      side === 'bilateral' ||
      targets.some((other) => other.name === name && other.side !== side && other.side !== undefined),
  );
  return both ? 'bilateral' : undefined;
}
