import type { Evidence } from '../model/evidence.ts';
import type { Laterality } from '../model/laterality.ts';
import type { Procedure, Target } from '../model/procedure.ts';
import { interspacePosition, regionOfInterspace } from '../model/spine/interspace.ts';
import { jointsOfNerves, nerveInWords } from '../model/spine/medial-branch.ts';
import { foramenOfRoot } from '../model/spine/root.ts';
import { regionOfVertebra } from '../model/spine/vertebra.ts';
import type { Recipe } from '../model/law/coding.ts';

/** One place that counts as one for the code, with the sides on which it was treated. */
export interface Level {
  /** Same key, same level: a root and the foramen through which it leaves are one. */
  readonly key: string;
  readonly name: string | undefined;
  readonly region: string | undefined;
  readonly side: Laterality | undefined;
  readonly evidence: readonly Evidence[];
  readonly derivation?: string | undefined;
}

export interface Counted {
  readonly levels: readonly Level[];
  /** Nerves that complete no joint, in words. */
  readonly left: readonly string[];
}

/** The levels of a procedure as its recipe counts them, each once, sides joined, head to tail. */
export function levelsOf(procedure: Procedure, recipe: Recipe): Counted {
  const { targets, left } =
    recipe.counts === 'joint' ? jointsFromNerves(procedure.targets) : { targets: procedure.targets, left: [] };
  return { levels: mergeLevels(targets.map((target) => levelOf(target, recipe))), left };
}

/** Joins equal levels and puts them in order: both sides first, then head to tail, so that the first code bears the 50. */
export function mergeLevels(levels: readonly Level[]): Level[] {
  const merged = new Map<string, Level>();
  for (const level of levels) {
    const known = merged.get(level.key);
    merged.set(level.key, known ? join(known, level) : level);
  }
  const place = (level: Level) => (level.name === undefined ? 999 : positionOf(level.name));
  return [...merged.values()].toSorted(
    (one, other) => Number(other.side === 'bilateral') - Number(one.side === 'bilateral') || place(one) - place(other),
  );
}

function join(one: Level, other: Level): Level {
  return { ...one, side: joinSides(one.side, other.side), evidence: [...one.evidence, ...other.evidence] };
}

/** Left and right are both sides; what is not said adds nothing. */
export function joinSides(one: Laterality | undefined, other: Laterality | undefined): Laterality | undefined {
  if (one === undefined || one === 'midline') return other ?? one;
  if (other === undefined || other === 'midline' || one === other) return one;
  return 'bilateral';
}

function levelOf(target: Target, recipe: Recipe): Level {
  const { side, evidence, derivation } = target;
  const name = recipe.counts === 'foramen' ? foramenName(target) : target.name;
  const region = target.region ?? (name === undefined ? undefined : regionOf(name));
  // A level without a name is one level of its region: more than one cannot be known.
  const key = name ?? `?${region ?? ''}`;
  return { key, name, region: (name === undefined ? undefined : regionOf(name)) ?? region, side, evidence, derivation };
}

/** The foramen through which a root leaves; a sacral root keeps its own name. */
function foramenName(target: Target): string | undefined {
  if (target.name === undefined) return undefined;
  if (regionOfInterspace(target.name)) return target.name;
  return foramenOfRoot(target.name) ?? target.name;
}

function regionOf(name: string): string | undefined {
  return regionOfInterspace(name) ?? regionOfVertebra(name) ?? (name === 'C8' ? 'cervical' : undefined);
}

function positionOf(name: string): number {
  const found = interspacePosition(name);
  return found < 0 ? 500 : found;
}

/** Targets that are nerves become the joints that they complete, side by side. */
function jointsFromNerves(targets: readonly Target[]): { targets: readonly Target[]; left: string[] } {
  const nerves = targets.filter((target) => target.kind === 'nerve' || target.kind === 'nerve-root');
  if (nerves.length === 0) return { targets, left: [] };
  const joints: Target[] = [];
  const left: string[] = [];
  const used = targets.filter((target) => !nerves.includes(target));
  const sides = [
    ...new Set(nerves.flatMap((nerve) => (nerve.side === 'bilateral' ? (['left', 'right'] as const) : [nerve.side]))),
  ];
  for (const side of sides) {
    const here = nerves.filter(
      (nerve) => nerve.side === side || (nerve.side === 'bilateral' && (side === 'left' || side === 'right')),
    );
    const names = here.map((nerve) => medialBranch(nerve.name)).filter((name) => name !== undefined);
    const found = jointsOfNerves(names);
    left.push(...found.left.map(nerveInWords));
    for (const joint of found.joints)
      joints.push({
        kind: 'facet-joint',
        name: joint,
        side,
        region: regionOfInterspace(joint),
        evidence: here.flatMap((nerve) => nerve.evidence),
        derivation: `${names.map(nerveInWords).join(', ')} → ${found.joints.length === 1 ? 'joint' : 'joints'} ${found.joints.join(', ')}`,
      });
    // Nerves without a name still say that something was treated there.
    for (const nerve of here) if (nerve.name === undefined) used.push(nerve);
  }
  return { targets: [...joints, ...used], left: [...new Set(left)] };
}

/** `L4`, `L4-medial-branch`, `L5-dorsal-ramus`, `TON`, `third-occipital` → the name that the anatomy uses. */
function medialBranch(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (/^(ton|third-occipital)/i.test(name)) return 'TON';
  return /^([CTL]\d{1,2})\b/.exec(name)?.[1];
}
