import { isLoop, type LoopSpec, type SegmentSpec } from '../maps/map-language.ts';
import type { Walker } from '../walker.ts';

/** Kinds of levels that the transaction knows, when the segment is one. */
export function levelsKnown(walker: Walker, id: string): string {
  if (id !== 'HL') return '';
  let root = walker.loop;
  while (root.parent) root = root.parent;
  const kinds = new Set<string>();
  const visit = (loop: LoopSpec): void => {
    for (const item of loop.items)
      if (isLoop(item)) visit(item);
      else if (item.id === 'HL') for (const each of item.qualifiers) kinds.add(each);
  };
  visit(root);
  return [...kinds].join(', ');
}

/** All qualifiers that segments of this id may have in its place. */
export function qualifiersBeside({ id, loop }: SegmentSpec): string {
  const beside = loop.items.flatMap((item) => (!isLoop(item) && item.id === id ? item.qualifiers : []));
  return [...new Set(beside)].join(', ');
}
