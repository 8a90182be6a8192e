import type { ExplainProps } from './explain-props.ts';
import classes from './explain.module.css';
import { Leaf } from './leaf.tsx';

/** So many earlier sessions of a kind, and what each must show. */
export function SessionsAtLeast({ clause, explain }: ExplainProps) {
  return (
    <Leaf clause={clause}>
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
