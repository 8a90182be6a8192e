import type { ExplainProps } from './explain-props.ts';
import classes from './explain.module.css';
import { Leaf } from './leaf.tsx';

/** What the latest earlier session of a kind must show. */
export function LastSession({ clause, explain }: ExplainProps) {
  return (
    <Leaf clause={clause} found={clause.found === 'none' ? 'no such session' : clause.found}>
      {clause.parts.length > 0 && (
        <ul className={classes['parts']}>
          {clause.parts.map((part, index) => (
            // Parts have no other name than their place.
            <li key={index}>{explain(part)}</li>
          ))}
        </ul>
      )}
    </Leaf>
  );
}
