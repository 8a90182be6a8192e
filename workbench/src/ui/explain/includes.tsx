import type { ExplainProps } from './explain-props.ts';
import { Leaf } from './leaf.tsx';

/** A fact that holds several words has one of the wanted ones. */
export function Includes({ clause }: ExplainProps) {
  const words = clause.found?.split(/,\s*/) ?? [];
  return <Leaf clause={clause} found={words.length > 1 ? words.join(' · ') : clause.found} />;
}
