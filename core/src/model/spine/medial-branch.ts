import { INTERSPACES } from './interspace.ts';

/**
 * Which nerves feed a facet joint. Names: `C4` … `C8`, `T1` … `L4` for medial branches, `TON` for the third
 * occipital nerve and `L5` for the L5 dorsal ramus. Each joint has two, except C2-C3 (third occipital nerve only);
 * no medial branch is targeted for C1-C2.
 */
export function nervesOfJoint(joint: string): readonly string[] {
  return NERVES.get(joint) ?? [];
}

function nervesOf(joint: string): readonly string[] {
  if (joint === 'C1-C2') return [];
  if (joint === 'C2-C3') return ['TON'];
  if (joint === 'C7-T1') return ['C7', 'C8'];
  const [upper = '', lower = ''] = joint.split('-');
  if (upper.startsWith('C')) return [upper, lower];
  return [before(upper), upper];
}

/**
 * The joints whose nerves are all among those treated: k neighbouring nerves feed k - 1 joints.
 * `left` are nerves that complete no joint.
 */
export function jointsOfNerves(nerves: readonly string[]): {
  readonly joints: readonly string[];
  readonly left: readonly string[];
} {
  const treated = new Set(nerves);
  const joints = INTERSPACES.filter((joint) => {
    const needed = nervesOfJoint(joint);
    return needed.length > 0 && needed.every((nerve) => treated.has(nerve));
  });
  const used = new Set(joints.flatMap((joint) => nervesOfJoint(joint)));
  return { joints, left: [...treated].filter((nerve) => !used.has(nerve)) };
}

function before(vertebra: string): string {
  const letter = vertebra.charAt(0);
  const number = Number(vertebra.slice(1));
  if (number > 1) return `${letter}${number - 1}`;
  return letter === 'L' ? 'T12' : letter === 'S' ? 'L5' : 'C8';
}

const NERVES: ReadonlyMap<string, readonly string[]> = new Map(INTERSPACES.map((joint) => [joint, nervesOf(joint)]));

/** Nerve in words: `third occipital nerve`, `L5 dorsal ramus`, `L4 medial branch`. */
export function nerveInWords(nerve: string): string {
  if (nerve === 'TON') return 'third occipital nerve';
  return nerve === 'L5' ? 'L5 dorsal ramus' : `${nerve} medial branch`;
}
