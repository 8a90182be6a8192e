import { DayText } from '../day-text.tsx';
import type { ExplainProps } from './explain-props.ts';
import classes from './explain.module.css';
import { Leaf } from './leaf.tsx';

/** Earlier sessions against a limit: a box for each that is allowed, filled for each that was used, this one included. */
export function CountAtMost({ clause }: ExplainProps) {
  const limit = Number(/at most (\d+)/.exec(clause.says)?.[1]);
  const days = clause.found?.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  if (!Number.isInteger(limit) || limit > 24) return <Leaf clause={clause} />;
  const places = Math.max(limit, days.length + 1);
  const note = clause.found?.split(';').slice(1).join(';').trim();
  return (
    <Leaf
      clause={clause}
      found={
        <>
          {days.length === 0 ? 'no earlier session' : `${days.length} earlier`} and this one
          {note ? `; ${note}` : ''}
        </>
      }
    >
      <span className={classes['boxes']} aria-hidden>
        {Array.from({ length: places }, (_, place) => (
          // Boxes are counted, they have no names.
          <i
            key={place}
            data-used={place < days.length || undefined}
            data-now={place === days.length || undefined}
            data-over={place >= limit || undefined}
          />
        ))}
      </span>
      {days.length > 0 && (
        <span className={classes['days']}>
          {days.map((day) => (
            <DayText key={day} day={day} />
          ))}
        </span>
      )}
    </Leaf>
  );
}
