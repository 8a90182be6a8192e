import type { ExplainProps } from './explain-props.ts';
import { Leaf } from './leaf.tsx';

/** Two facts that must have something, or everything, in common. */
export function Overlaps({ clause }: ExplainProps) {
  return <Leaf clause={clause} />;
}
