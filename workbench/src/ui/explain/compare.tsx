import type { ExplainProps } from './explain-props.ts';
import classes from './explain.module.css';
import { Leaf } from './leaf.tsx';

const SIGNS: Readonly<Record<string, string>> = { 'at-least': '≥', 'at-most': '≤', 'more-than': '>', 'less-than': '<' };
const SPLIT = /^(.*?) (at least|at most|more than|less than) (.+)$/;

/** A number against its limit: `30 weeks ≥ 3 months`. */
export function Compare({ clause }: ExplainProps) {
  const limit = SPLIT.exec(clause.says)?.[3];
  const sign = SIGNS[clause.operator];
  if (clause.found === undefined || clause.status === 'unknown' || limit === undefined || sign === undefined)
    return <Leaf clause={clause} />;
  const holds = clause.status === 'met';
  return (
    <Leaf
      clause={clause}
      found={
        <span className={classes['measure']}>
          {clause.found} {holds ? sign : `is not ${sign}`} {limit}
        </span>
      }
    />
  );
}
