import type { ExplainProps } from './explain-props.ts';
import { Group } from './group.tsx';

/** No part may hold: the one that does, or may, tells. */
export function NoneOf({ clause, explain }: ExplainProps) {
  const wanted = clause.status === 'not-met' ? 'met' : clause.status === 'unknown' ? 'unknown' : undefined;
  return (
    <Group clause={clause} explain={explain} heading="None of these" telling={({ status }) => status === wanted} />
  );
}
