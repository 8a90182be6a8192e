import type { ExplainProps } from './explain-props.ts';
import { Group } from './group.tsx';
import { Leaf } from './leaf.tsx';

/** Any operator that has no component of its own yet: its words, its parts. */
export function Generic({ clause, explain }: ExplainProps) {
  if (clause.parts.length === 0) return <Leaf clause={clause} />;
  return <Group clause={clause} explain={explain} heading="" telling={({ status }) => status === clause.status} />;
}
