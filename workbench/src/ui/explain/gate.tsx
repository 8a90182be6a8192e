import type { ExplainProps } from './explain-props.ts';
import classes from './explain.module.css';

/** A condition on which a criterion is looked at, or is not. */
export function Gate({ clause, explain, heading }: ExplainProps & { heading: string }) {
  return (
    <div className={classes['gate']}>
      <p className={classes['heading']}>{heading}</p>
      {clause.parts.map((part, index) => (
        // Parts have no other name than their place.
        <div key={index}>{explain(part)}</div>
      ))}
    </div>
  );
}
