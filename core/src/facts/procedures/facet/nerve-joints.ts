import { INTERSPACES, interspacesBetween, regionOfInterspace } from '../../../model/spine/interspace.ts';
import { jointsOfNerves, nerveInWords } from '../../../model/spine/medial-branch.ts';
import type { Laterality } from '../../../model/laterality.ts';
import type { SpinalRegion } from '../../../model/spine/region.ts';
import type { LevelMention } from '../../spine/level-mentions.ts';
import type { Level } from '../../spine/scan-levels.ts';
import { through } from '../../spine/vertebra-words.ts';
import type { Span } from '../../text/note.ts';

export interface Joint {
  readonly name: string;
  readonly side: Laterality | undefined;
  readonly at: Span;
  readonly derivation?: string;
}

export interface JointReading {
  readonly joints: readonly Joint[];
  /** Nerves named, per side as written. */
  readonly nerves: readonly { readonly name: string; readonly side: Laterality | undefined; readonly at: Span }[];
  /** Nerves that complete no joint. */
  readonly lone: readonly string[];
  /** Joints named and joints fed by the nerves named disagree. */
  readonly disagree: { readonly joints: readonly string[]; readonly fed: readonly string[] } | undefined;
  /** A range or a list that can be read in two ways. */
  readonly ambiguous: { readonly at: Span; readonly read: string } | undefined;
}

type Sided = 'left' | 'right' | undefined;

/**
 * Joints from the levels of a facet procedure. Pairs name joints; single names beside "medial branch" name nerves, and
 * k neighbouring nerves feed k - 1 joints. `nerves` says that the procedure is on the nerves when no noun tells.
 */
export function readJoints(mentions: readonly LevelMention[], nerves: boolean): JointReading {
  const named: Joint[] = [];
  const branches: { name: string; side: Laterality | undefined; at: Span }[] = [];
  let ambiguous: JointReading['ambiguous'];
  const singles: { level: Level; mention: LevelMention }[] = [];
  for (const mention of mentions) {
    for (const level of mention.levels) {
      if (level.attempted) continue;
      if (level.upper === 'TON') branches.push({ name: 'TON', side: mention.side, at: level });
      else if (level.shape === 'pair') {
        named.push({ name: `${level.upper}-${level.lower}`, side: mention.side, at: level });
      } else if (level.shape === 'range') {
        // No medial branch bears the name of S1: a range down to it counts joints.
        if (mention.noun === 'medial-branch' && !level.lower.startsWith('S')) {
          for (const name of through(level.upper, level.lower, true))
            branches.push({ name, side: mention.side, at: level });
        } else {
          for (const name of interspacesBetween(level.upper, level.lower))
            named.push({ name, side: mention.side, at: level });
          if (mention.noun === 'medial-branch')
            ambiguous ??= { at: level, read: interspacesBetween(level.upper, level.lower).join(', ') };
        }
      } else if (mention.noun === 'medial-branch' || (nerves && mention.noun !== 'facet'))
        branches.push({ name: level.upper, side: mention.side, at: level });
      else singles.push({ level, mention });
    }
  }
  if (branches.length === 0 && named.length === 0 && singles.length > 0) {
    // `facet joints at L3, L4, L5`: a joint called by one vertebra. Neighbours on the nerves' side count as nerves.
    for (const { level, mention } of singles) {
      const joint = INTERSPACES.find((name) => name.startsWith(`${level.upper}-`));
      if (joint)
        named.push({
          name: joint,
          side: mention.side,
          at: level,
          derivation: `"${level.upper} facet" read as the joint below ${level.upper}: ${joint}`,
        });
    }
    const first = singles[0]!;
    ambiguous ??= {
      at: { start: first.mention.start, end: first.mention.end },
      read: named.map((joint) => joint.name).join(', '),
    };
  } else if (named.length === 0) {
    for (const { level, mention } of singles) branches.push({ name: level.upper, side: mention.side, at: level });
  }
  return combine(named, branches, ambiguous);
}

function combine(
  named: readonly Joint[],
  nerves: readonly { name: string; side: Laterality | undefined; at: Span }[],
  ambiguous: JointReading['ambiguous'],
): JointReading {
  const fed: Joint[] = [];
  const lone = new Set<string>();
  const bySide = new Map<Sided, string[]>();
  const sides = new Set(nerves.map((nerve) => nerve.side));
  for (const nerve of nerves) {
    for (const side of sidesOf(nerve.side, sides)) {
      const list = bySide.get(side) ?? [];
      list.push(nerve.name);
      bySide.set(side, list);
    }
  }
  for (const [side, names] of bySide) {
    const { joints, left } = jointsOfNerves(names);
    const kept = names.some((name) => name === 'TON' || /^C[12]$/.test(name))
      ? left.filter((name) => name !== 'C2')
      : left;
    for (const name of kept) lone.add(name);
    const at = spanOf(nerves.map((nerve) => nerve.at));
    const words = [...new Set(names)].map(nerveInWords).join(', ');
    for (const joint of joints)
      fed.push({
        name: joint,
        side,
        at,
        derivation: `${words} → ${joints.length === 1 ? 'joint' : 'joints'} ${joints.join(', ')}`,
      });
  }
  const joined = merge(fed);
  if (named.length === 0) return { joints: joined, nerves, lone: [...lone], disagree: undefined, ambiguous };
  const mine = merge(named);
  const names = unique(mine.map((joint) => joint.name));
  const theirs = unique(joined.map((joint) => joint.name));
  // `C2-3 (third occipital nerve), C3, C4`: the joint only says which nerve that is; the nerves tell the rest.
  if (names.length === 1 && names[0] === 'C2-C3' && theirs.includes('C2-C3')) {
    return { joints: joined, nerves, lone: [...lone], disagree: undefined, ambiguous };
  }
  const agree =
    theirs.length === 0 ||
    (theirs.every((name) => names.includes(name)) && names.every((name) => theirs.includes(name)));
  return { joints: mine, nerves, lone: [], disagree: agree ? undefined : { joints: names, fed: theirs }, ambiguous };
}

/** Both sides count for each; a nerve without a side goes with whatever sides the others have. */
function sidesOf(side: Laterality | undefined, all: ReadonlySet<Laterality | undefined>): readonly Sided[] {
  if (side === 'bilateral') return ['left', 'right'];
  if (side === 'left' || side === 'right') return [side];
  const sided = [...all].flatMap((one): Sided[] =>
    one === 'bilateral' ? ['left', 'right'] : one === 'left' || one === 'right' ? [one] : [],
  );
  return sided.length > 0 ? unique(sided) : [undefined];
}

/** One entry a joint: left and right of the same joint are bilateral. */
function merge(joints: readonly Joint[]): Joint[] {
  const byName = new Map<string, Joint>();
  for (const joint of joints) {
    const before = byName.get(joint.name);
    if (!before) byName.set(joint.name, joint);
    else byName.set(joint.name, { ...before, side: both(before.side, joint.side) });
  }
  return [...byName.values()].sort((one, other) => INTERSPACES.indexOf(one.name) - INTERSPACES.indexOf(other.name));
}

function both(one: Laterality | undefined, other: Laterality | undefined): Laterality | undefined {
  if (one === undefined || one === other) return other;
  return other === undefined ? one : 'bilateral';
}

export function regionOfJoint(name: string): SpinalRegion | undefined {
  return regionOfInterspace(name);
}

function spanOf(spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) };
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
