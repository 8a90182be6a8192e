import type { ExplainProps } from './explain-props.ts';
import { Leaf } from './leaf.tsx';

/** A fact has one of the wanted values. */
export function Is({ clause }: ExplainProps) {
  return <Leaf clause={clause} />;
}
