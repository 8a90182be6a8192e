import type { ExplainProps } from './explain-props.ts';
import classes from './explain.module.css';
import { Leaf } from './leaf.tsx';

/** Codes of the line against a list of the rulebook. */
export function InCodeSet({ clause }: ExplainProps) {
  const codes = clause.found?.split(/,\s*/) ?? [];
  const isList = codes.length > 0 && codes.every((code) => /^[0-9A-Z.]{3,8}$/.test(code));
  return (
    <Leaf
      clause={clause}
      found={
        isList ? (
          <span className={classes['codes']}>
            {codes.map((code) => (
              <code key={code}>{code}</code>
            ))}
          </span>
        ) : (
          clause.found
        )
      }
    />
  );
}
