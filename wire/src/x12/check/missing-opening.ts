import { isLoop, triggerOf, type LoopSpec, type SegmentSpec } from '../maps/map-language.ts';
import type { SegmentView } from '../segment-view.ts';

interface Opened {
  /** How often each loop inside was opened. */
  readonly children: ReadonlyMap<number, number>;
  /** Where it stands: position of the last item read. */
  readonly order: number;
}

/**
 * A segment that has no place where it stands may belong to a loop whose opening segment was left out: a street without
 * the name before it. Taken only when there is one such loop: the next required one that has not come, or one that
 * alone knows the segment.
 */
export function withoutOpening(
  from: LoopSpec,
  view: SegmentView,
  opened: (loop: LoopSpec) => Opened | undefined,
): SegmentSpec | undefined {
  for (let loop: LoopSpec | undefined = from; loop; loop = loop.parent) {
    const state = opened(loop);
    if (!state) continue;
    const inside = loop.items
      .filter(isLoop)
      .filter((each) => each.order >= state.order && (state.children.get(each.index) ?? 0) < each.repeat);
    const required = inside.find((each) => each.usage === 'R' && !state.children.has(each.index));
    const expected = required && placeIn(required, view);
    if (expected) return expected;
    const [only, ...more] = inside.flatMap((each) => placeIn(each, view) ?? []);
    if (only && more.length === 0 && (only.qualifierElement !== 0 || UNMISTAKABLE.has(only.id))) return only;
  }
  return undefined;
}

/** Segments that stand in one kind of loop, whatever the transaction. */
const UNMISTAKABLE: ReadonlySet<string> = new Set(['SBR', 'HI', 'SV1', 'SV2', 'SV3', 'OI', 'CTP', 'PRV', 'SVC', 'CLP']);

/** The place of the segment in the loop behind its opening segment. */
function placeIn(loop: LoopSpec, view: SegmentView): SegmentSpec | undefined {
  const opening = triggerOf(loop);
  for (const item of loop.items) {
    if (isLoop(item) || item === opening || item.packedId !== view.id) continue;
    if (item.qualifierElement === 0 || item.packedQualifiers.includes(view.code(item.qualifierElement))) return item;
  }
  return undefined;
}
