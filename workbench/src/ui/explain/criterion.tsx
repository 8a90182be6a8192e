import type { ExplainProps } from './explain-props.ts';
import classes from './explain.module.css';

/** The whole of a criterion: its requirement. Whether it applies is said only where that decided, or is open. */
export function Criterion({ clause: { parts, status }, explain }: ExplainProps) {
  const requires = parts.filter(({ operator }) => operator === 'require');
  const gates = parts.filter(({ operator }) => operator === 'when' || operator === 'unless');
  const telling = status === 'not-applicable' ? gates : gates.filter((gate) => gate.status === 'unknown');
  const shown = status === 'not-applicable' && telling.length > 0 ? telling : [...telling, ...requires];
  return (
    <div className={classes['criterion']}>
      {(shown.length > 0 ? shown : parts).map((part, index) => (
        // Parts have no other name than their place.
        <div key={index}>{explain(part)}</div>
      ))}
    </div>
  );
}
