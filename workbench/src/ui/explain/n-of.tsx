import type { ExplainProps } from './explain-props.ts';
import { Group } from './group.tsx';

/** So many parts must hold: how many do, and which. */
export function NOf({ clause, explain }: ExplainProps) {
  const met = clause.parts.filter(({ status }) => status === 'met').length;
  const open = clause.parts.filter(({ status }) => status === 'unknown').length;
  const heading = `${clause.says}: ${met} met${open > 0 ? `, ${open} unknown` : ''}`;
  return (
    <Group
      clause={clause}
      explain={explain}
      heading={heading}
      telling={({ status }) => status === (clause.status === 'not-met' ? 'not-met' : clause.status)}
    />
  );
}
