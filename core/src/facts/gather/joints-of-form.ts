import type { Target } from '../../model/procedure.ts';
import type { Laterality } from '../../model/laterality.ts';
import { regionOfInterspace } from '../../model/spine/interspace.ts';
import { jointsOfNerves, nerveInWords } from '../../model/spine/medial-branch.ts';

/**
 * Nerves entered on a form become the joints that they feed, as in a note: L3, L4 and L5 are the joints L4-L5 and L5-S1.
 * Nerves that complete no joint are kept as they are, so that nothing entered is lost.
 */
export function jointsOfForm(targets: readonly Target[]): readonly Target[] {
  const nerves = targets.filter((target) => target.kind === 'nerve' && target.name !== undefined);
  if (nerves.length === 0) return targets;
  const joints = new Map<string, Target>();
  const lone = new Set<Target>();
  for (const side of sidesOf(nerves)) {
    const here = nerves.filter((nerve) => nerve.side === side || nerve.side === 'bilateral');
    const names = here.map((nerve) => nerve.name ?? '');
    const fed = jointsOfNerves(names);
    for (const nerve of here) if (fed.left.includes(nerve.name ?? '')) lone.add(nerve);
    for (const name of fed.joints) {
      const known = joints.get(name);
      joints.set(name, {
        kind: 'facet-joint',
        name,
        region: regionOfInterspace(name),
        side: known && known.side !== side ? 'bilateral' : side,
        evidence: here.flatMap((nerve) => nerve.evidence),
        derivation: `${names.map(nerveInWords).join(', ')} → ${fed.joints.length === 1 ? 'joint' : 'joints'} ${fed.joints.join(', ')}`,
      });
    }
  }
  // A nerve left over on one side only, while it feeds a joint with its other side, has been told by that joint.
  const rest = targets.filter((target) => !nerves.includes(target) || lone.has(target));
  return [...joints.values(), ...rest];
}

function sidesOf(nerves: readonly Target[]): (Laterality | undefined)[] {
  return [
    ...new Set(nerves.flatMap((nerve) => (nerve.side === 'bilateral' ? (['left', 'right'] as const) : [nerve.side]))),
  ];
}
