import type { ExplainProps } from './explain-props.ts';
import { Group } from './group.tsx';

/** Every part must hold: one that does not decides, then one that is unknown. */
export function AllOf({ clause, explain }: ExplainProps) {
  const decisive = clause.parts.some(({ status }) => status === 'not-met') ? 'not-met' : 'unknown';
  return (
    <Group clause={clause} explain={explain} heading="All of these" telling={({ status }) => status === decisive} />
  );
}
