import type { ExplainProps } from './explain-props.ts';
import { Group } from './group.tsx';

/** One part is enough: where it is met, that part tells; else the open ones do. */
export function AnyOf({ clause, explain }: ExplainProps) {
  return (
    <Group
      clause={clause}
      explain={explain}
      heading="Any one of these"
      telling={({ status }) => status === clause.status}
    />
  );
}
