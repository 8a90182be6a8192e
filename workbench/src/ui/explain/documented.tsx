import type { ExplainProps } from './explain-props.ts';
import { Leaf } from './leaf.tsx';

/** The chart says something of it at all. */
export function Documented({ clause }: ExplainProps) {
  return <Leaf clause={clause} />;
}
